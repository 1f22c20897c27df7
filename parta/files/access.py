"""The only door to a file. In what one may not see there is nothing: it answers like a file that never was."""

from collections.abc import Awaitable, Callable

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.files import queries
from parta.files.queries import StoredFile

__all__ = ["StoredFile", "find_stored_file", "find_visible_file", "register_door"]

Door = Callable[[Tx, int, int], Awaitable[bool]]

_DOORS: list[Door] = []


def register_door(door: Door) -> Door:
    """Let a higher room show files to others than their owner: `(tx, file_id, person_id)` answers yes or no."""
    if door not in _DOORS:
        _DOORS.append(door)
    return door


async def find_visible_file(tx: Tx, file_id: int, *, to: int) -> StoredFile:
    """The file, for its owner and, once it is ready, for whomever some door lets through; NotFound otherwise."""
    file = await tx.row(queries.STORED_FILE, file_id, into=StoredFile)
    if file is None or not (file.owner_id == to or await _is_open(tx, file, to)):
        raise NotFound
    return file


async def find_stored_file(tx: Tx, file_id: int) -> StoredFile | None:
    """The file for a room's own work, whoever may see it; None once it is gone or while it is still coming."""
    file = await tx.row(queries.STORED_FILE, file_id, into=StoredFile)
    return file if file is not None and file.state == "ready" else None


async def _is_open(tx: Tx, file: StoredFile, person_id: int) -> bool:
    if file.state != "ready":
        return False
    for door in _DOORS:
        if await door(tx, file.id, person_id):
            return True
    return False
