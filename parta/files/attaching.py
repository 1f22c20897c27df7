"""What may be attached, what is in use, and what happens to a file when nothing carries it any more."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.files import queries
from parta.files.expiry_job import ExpireFile
from parta.files.info import FileInfo
from parta.files.storage import settings_of

Use = Callable[[Tx, Sequence[int]], Awaitable[set[int]]]

_USES: list[Use] = []


def register_use(use: Use) -> Use:
    """Let a higher room say which of these files it carries; what nobody carries is removed after some days."""
    if use not in _USES:
        _USES.append(use)
    return use


async def used_files(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Those of the files that some room carries."""
    used: set[int] = set()
    for use in _USES:
        used |= await use(tx, ids)
    return used


async def attachable_files(tx: Tx, ids: Sequence[int], *, by: int) -> list[FileInfo]:
    """The files in the order asked, locked until the end of the transaction.

    Raises Invalid when any of them is not the sender's own, not ready, infected, or named twice.
    """
    if not ids:
        return []
    found = {info.id: info for info in await tx.rows(queries.ATTACHABLE, list(ids), by, into=FileInfo)}
    if len(found) != len(ids):
        raise Invalid("file_not_attachable", field="file_ids")
    return _sound([found[file_id] for file_id in ids])


async def shareable_files(tx: Tx, ids: Sequence[int]) -> list[FileInfo]:
    """The files in the order asked, whoever owns them, locked until the end of the transaction.

    For rooms that have let the sharer through to something that carries them. Raises Invalid when one is gone or infected.
    """
    if not ids:
        return []
    found = {info.id: info for info in await tx.rows(queries.SHAREABLE, list(ids), into=FileInfo)}
    if len(found) != len(set(ids)):
        raise Invalid("file_not_attachable", field="file_ids")
    return _sound([found[file_id] for file_id in ids])


def _sound(files: list[FileInfo]) -> list[FileInfo]:
    if any(file.scan == "infected" for file in files):
        raise Invalid("file_infected", field="file_ids")
    return files


async def release_files(tx: Tx, ids: Sequence[int], *, kept_for: timedelta | None = None) -> None:
    """Something that carried these files is gone: after that time (the usual days), those that nothing carries go too."""
    due_at = now() + (settings_of(tx.configuration).unused_lifetime if kept_for is None else kept_for)
    for file_id in await tx.values(queries.RELEASE, list(ids), due_at):
        await tx.enqueue(ExpireFile(file_id=file_id), due_at=due_at)
