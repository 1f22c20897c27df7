"""How much may be kept; asked when an upload is announced, so that nobody uploads for an hour in vain."""

from parta.core.db import Tx
from parta.core.errors import Conflict, Problem
from parta.files import queries
from parta.files.queries import Usage
from parta.files.storage import settings_of, spool_of


async def require_room(tx: Tx, size: int, *, by: int) -> None:
    """Refuse a size that does not fit; unfinished uploads count in full, from their first byte."""
    settings = settings_of(tx.configuration)
    if size > settings.max_file_size:
        raise Problem("file_too_large", status=413, largest=settings.max_file_size)
    await tx.run(queries.LOCK_QUOTA, f"files:{by}")
    [usage] = await tx.rows(queries.USAGE, by, into=Usage)
    if usage.unfinished >= settings.unfinished_uploads:
        raise Conflict("too_many_uploads", most=settings.unfinished_uploads)
    if settings.person_quota and usage.stored + size > settings.person_quota:
        raise Conflict("quota_exceeded", quota=settings.person_quota, stored=usage.stored)
    if settings.installation_quota:
        await _require_room_for_all(tx, size, settings.installation_quota)
    if size and await _free_space(tx) - size < settings.free_space_reserve:
        raise Problem("storage_full", status=507)


async def _require_room_for_all(tx: Tx, size: int, quota: int) -> None:
    await tx.run(queries.LOCK_QUOTA, "files")
    if await tx.value(queries.USAGE_OF_ALL) + size > quota:
        raise Conflict("installation_quota_exceeded")


async def _free_space(tx: Tx) -> int:
    expected: int = await tx.value(queries.EXPECTED_BYTES)
    return spool_of(tx.configuration).free_space() - expected
