"""The quarantine, for operators."""

from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from parta.core.db import Tx
from parta.core.http.paging import Limit, Page
from parta.files.scanning import quarantine
from parta.files.scanning.queries import Quarantined
from parta.identity.access import Person


@get("/quarantine")
async def list_quarantined(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Quarantined]:
    """Infected files, newest first."""
    return await quarantine.list_quarantined(tx, after=after, limit=limit, by=me.id)


@put("/quarantine/{file_id:int}/release", status_code=204)
async def release(tx: NamedDependency[Tx], me: NamedDependency[Person], file_id: FromPath[int]) -> None:
    """Let a file out after a false alarm."""
    await quarantine.release(tx, file_id, by=me.id)


@delete("/quarantine/{file_id:int}", status_code=204)
async def destroy(tx: NamedDependency[Tx], me: NamedDependency[Person], file_id: FromPath[int]) -> None:
    """Destroy an infected file before its time."""
    await quarantine.destroy(tx, file_id, by=me.id)


handlers = [list_quarantined, release, destroy]
