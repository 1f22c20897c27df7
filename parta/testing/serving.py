"""The application on a port of this machine, inside the test's own event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn

from parta.core.asgi import ASGIApp
from parta.core.live.protocol import LiveProtocol


@asynccontextmanager
async def serving(application: ASGIApp) -> AsyncIterator[str]:
    """Serve while the block lasts, as `parta serve` does; the address, such as http://127.0.0.1:41234."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    server = uvicorn.Server(
        uvicorn.Config(
            application,
            http="httptools",
            ws=LiveProtocol,
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started and not task.done():  # noqa: ASYNC110 uvicorn offers no event to wait for
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task
        listener.close()
