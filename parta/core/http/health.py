"""Liveness, readiness and metrics, for those who watch the server."""

import asyncio
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.core.errors import NotFound

LOOPBACK = ("127.0.0.1", "::1")


@get("/healthz", include_in_schema=False, sync_to_thread=False)
def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@get("/readyz", include_in_schema=False)
async def readyz(db: NamedDependency[Database]) -> Response[dict[str, str]]:
    """The process can serve: the database answers within two seconds."""
    try:
        async with asyncio.timeout(2), db.pool.acquire() as connection:
            await connection.fetchval("SELECT 1")
    except Exception as error:  # noqa: BLE001 whatever it is, we are not ready
        return Response({"status": "unavailable", "reason": type(error).__name__}, status_code=503)
    return Response({"status": "ok"})


@get("/metrics", include_in_schema=False, sync_to_thread=False)
def metrics(
    request: Request[Any, Any, Any], configuration: NamedDependency[Configuration]
) -> Response[bytes]:
    """Counters in Prometheus' text form, for programs on this machine unless the settings say otherwise."""
    client = request.client.host if request.client else ""
    if client not in LOOPBACK and not configuration.get(CoreSettings).metrics_open:
        raise NotFound
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


handlers = [healthz, readyz, metrics]
