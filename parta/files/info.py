"""Files as clients see them."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.files import queries
from parta.files.recordings import Purpose

# What a scanner for malware says: no scanner looked, it has yet to look, nothing found, too large to look at, found.
Scan = Literal["none", "waiting", "clean", "unscanned", "infected"]


class FileInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One file; `preview` says whether there is a picture of it, sizes are in bytes and pixels.

    What was recorded to be heard or seen at once has a purpose: `voice` or `circle` («кружочек»). The waveform of
    a voice message is 64 peaks from 0 to 31, one digit of base 32 each; None until it was listened to.
    While `scan` is `waiting` only the owner may open the file; an `infected` one nobody may.
    """

    id: int
    name: str
    content_type: str
    kind: str
    size: int
    width: int | None
    height: int | None
    duration_ms: int | None
    preview: bool
    state: str
    purpose: Purpose | None = None
    waveform: str | None = None
    scan: Scan = "none"


async def file_infos(tx: Tx, ids: Sequence[int]) -> dict[int, FileInfo]:
    """The files with these ids, in one round trip; ids of nothing are left out. Who may see them is asked elsewhere."""
    if not ids:
        return {}
    return {info.id: info for info in await tx.rows(queries.FILE_INFOS, list(ids), into=FileInfo)}
