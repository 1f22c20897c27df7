"""The only door to a file. In what one may not see there is nothing: it answers like a file that never was."""

from collections.abc import Awaitable, Callable

from parta.core.db import Tx
from parta.core.errors import NotFound, Problem
from parta.files import queries
from parta.files.queries import StoredFile
from parta.files.storage import settings_of

__all__ = [
    "StoredFile",
    "Withheld",
    "find_open_file",
    "find_stored_file",
    "find_visible_file",
    "register_door",
]

Door = Callable[[Tx, int, int], Awaitable[bool]]

_DOORS: list[Door] = []


def register_door(door: Door) -> Door:
    """Let a higher room show files to others than their owner: `(tx, file_id, person_id)` answers yes or no."""
    if door not in _DOORS:
        _DOORS.append(door)
    return door


class Withheld(Problem):
    """The file is there, but its bytes are not given out: it is being scanned, was not, or is infected."""

    def __init__(self, code: str) -> None:
        super().__init__(code, status=403)


async def find_open_file(tx: Tx, file_id: int, *, to: int) -> StoredFile:
    """The file, for whoever may see it and may be given its bytes; NotFound or Withheld otherwise."""
    file = await find_visible_file(tx, file_id, to=to)
    if file.scan_state == "infected":
        raise Withheld("file_infected")
    if file.scan_state == "waiting" and file.owner_id != to:
        raise Withheld("file_being_scanned")
    if file.scan_state == "unscanned" and not (
        file.owner_id == to or settings_of(tx.configuration).open_unscannable
    ):
        raise Withheld("file_unscannable")
    return file


async def find_visible_file(tx: Tx, file_id: int, *, to: int) -> StoredFile:
    """What is known of the file, for its owner and, once it is ready, for whomever some door lets through; NotFound otherwise."""
    file = await tx.row(queries.STORED_FILE, file_id, into=StoredFile)
    if file is None or not (file.owner_id == to or await _is_open(tx, file, to)):
        raise NotFound
    return file


async def find_stored_file(tx: Tx, file_id: int) -> StoredFile | None:
    """The file for a room's own work, whoever may see it; None once it is gone, while it is still coming, or if infected."""
    file = await tx.row(queries.STORED_FILE, file_id, into=StoredFile)
    return file if file is not None and file.state == "ready" and file.scan_state != "infected" else None


async def _is_open(tx: Tx, file: StoredFile, person_id: int) -> bool:
    if file.state != "ready":
        return False
    for door in _DOORS:
        if await door(tx, file.id, person_id):
            return True
    return False
