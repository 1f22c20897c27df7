"""The options of the wiring: the embedded PostgreSQL."""

from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class PostgresSettings(Settings, section="postgres"):
    """How large the PostgreSQL is that Parta runs itself; without meaning for an external one."""

    shared_buffers_mb: Annotated[
        int, Meta(ge=16, le=65536, description="Megabytes of memory the embedded PostgreSQL caches data in.")
    ] = 128
    max_connections: Annotated[
        int, Meta(ge=10, le=1000, description="How many connections the embedded PostgreSQL takes.")
    ] = 60
