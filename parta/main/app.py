"""The application: rooms, edge, live socket and client files behind one port."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from typing import Any

from litestar import Litestar, Request, Router, get
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

import parta
from parta.core.asgi import Receive, Scope, Send
from parta.core.blobs import Blobs
from parta.core.bus_memory import MemoryBus
from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.core.followers import follow_forever, start_following
from parta.core.housekeeping import start_housekeeping
from parta.core.http import health
from parta.core.http.edge import Edge
from parta.core.http.problems import HANDLERS
from parta.core.http.rate_limits import Limits
from parta.core.http.unit import (
    provide_blobs,
    provide_configuration,
    provide_db,
    provide_tx,
    provide_unit,
)
from parta.core.jobs_worker import work
from parta.core.live.gateway import Gateway
from parta.core.live.hub import Hub
from parta.core.live.provided import HUB, provide_hub
from parta.identity.access import person_of_cookie
from parta.identity.documents import documents_of
from parta.identity.settings import IdentitySettings
from parta.main.client_files import ClientFiles
from parta.main.rooms import dependencies_of_rooms, handlers_of_rooms, plug_in
from parta.notifications.push_key import make_push_key


class Application:
    """The ASGI application; `database` and `hub` are there for the wiring and for tests."""

    def __init__(
        self,
        configuration: Configuration,
        database: Database,
        client: ClientFiles | None = None,
    ) -> None:
        plug_in()
        core = configuration.get(CoreSettings)
        self.database, self.hub = database, Hub(database)
        self.litestar = build_litestar(demo=core.demo, largest_body=core.largest_body)
        self._api = Edge(self.litestar, database, Limits(core.requests_per_second))
        self._live = Gateway(self.hub, self._authenticate, frames_per_second=core.frames_per_second)
        self._client = client
        self._workers = core.job_workers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send each request to the part that serves it."""
        if scope["type"] == "websocket":
            await self._live(scope, receive, send)
        elif scope["type"] == "http" and self._client and self._client.serves(scope["path"]):
            await self._client(scope, receive, send)
        else:
            scope[HUB] = self.hub
            await self._api(scope, receive, send)

    async def _authenticate(self, cookie: str) -> tuple[int, int] | None:
        async with self.database.transaction() as tx:
            person = await person_of_cookie(tx, cookie)
        return (person.id, person.session_id) if person else None

    @asynccontextmanager
    async def background(self) -> AsyncIterator[None]:
        """Run the workers and the slow poll while the block lasts."""
        tasks = [
            asyncio.create_task(work(self.database, heavy=i > 0 or self._workers == 1))
            for i in range(self._workers)
        ]
        tasks.append(asyncio.create_task(self.hub.poll_forever()))
        tasks.append(asyncio.create_task(follow_forever(self.database)))
        try:
            yield
        finally:
            self.hub.closing = True
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@get("/api/openapi.json", include_in_schema=False, sync_to_thread=False)
def describe_api(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """Describe the whole HTTP API (OpenAPI 3.1), where programs look for it first."""
    return request.app.openapi_schema.to_schema()


@cache
def build_litestar(*, demo: bool, largest_body: int) -> Litestar:
    """Put the routes of all rooms under /api.

    They know no database: it comes with the request (`core/http/unit.py`). So one set of routes serves every
    application of a process, which takes most of a second to build.
    """
    plug_in()
    return Litestar(
        route_handlers=[
            Router(path="/api", route_handlers=handlers_of_rooms(demo=demo)),
            *health.handlers,
            describe_api,
        ],
        dependencies={
            "tx": Provide(provide_tx),
            "unit": Provide(provide_unit, sync_to_thread=False),
            "db": Provide(provide_db, sync_to_thread=False),
            "blobs": Provide(provide_blobs, sync_to_thread=False),
            "configuration": Provide(provide_configuration, sync_to_thread=False),
            "hub": Provide(provide_hub, sync_to_thread=False),
            **dependencies_of_rooms(),
        },
        exception_handlers=HANDLERS,
        openapi_config=OpenAPIConfig(
            title="Parta",
            version=parta.__version__,
            path="/api/openapi",
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
        logging_config=None,
        request_max_body_size=largest_body,
    )


@asynccontextmanager
async def open_application(
    configuration: Configuration, dsn: str, client: ClientFiles | None = None
) -> AsyncIterator[Application]:
    """Connect everything, run it while the block lasts, and close it in order."""
    documents_of(
        configuration.get(IdentitySettings)
    )  # broken documents stop the start, not the first sign-in
    async with AsyncExitStack() as stack:
        blobs = Blobs.in_folder(configuration.get(CoreSettings).data_dir / "files")
        database = await Database.connect(dsn, MemoryBus(), configuration, blobs)
        stack.push_async_callback(database.close)
        application = Application(configuration, database, client)
        await start_housekeeping(database)
        await make_push_key(database)
        await start_following(database)
        await stack.enter_async_context(application.background())
        yield application
