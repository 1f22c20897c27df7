"""The speech in a file as text: asked for once, kept as long as the file, the same for everybody."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.speech import queries
from parta.speech.hearing_job import ForgetHearings, HearSpeech
from parta.speech.readiness import is_ready
from parta.speech.transcriber import Segment


class Hearing(msgspec.Struct, frozen=True, kw_only=True):
    """What was heard in a file so far; complete when its state is `ready`."""

    file_id: int
    state: Literal["waiting", "ready", "failed"]
    language: str = ""
    segments: tuple[Segment, ...] = ()

    @property
    def text(self) -> str:
        """All that was said, in one line."""
        return " ".join(segment.text for segment in self.segments)


class _Row(msgspec.Struct, frozen=True):
    file_id: int
    state: Literal["waiting", "ready", "failed"]
    language: str
    heard_ms: int
    segments: str


async def ask_hearing(tx: Tx, file_id: int) -> Hearing:
    """Have a file heard, unless it is already; who may see the file is asked elsewhere.

    Raises Conflict `speech_unavailable` when there is nobody to hear it.
    """
    known = (await _read(tx, queries.SETTLED_HEARING, [file_id])).get(file_id)
    if known is not None and known.state != "failed":
        return known
    if not is_ready(tx.configuration):
        raise Conflict("speech_unavailable")
    if await tx.value(queries.ASK, file_id, now()):
        await tx.enqueue(HearSpeech(file_id=file_id), key=str(file_id))
    return Hearing(file_id=file_id, state="waiting")


async def find_hearings(tx: Tx, file_ids: Sequence[int]) -> dict[int, Hearing]:
    """What was heard in these files, in one round trip; files nobody asked about are left out."""
    return await _read(tx, queries.HEARINGS, file_ids) if file_ids else {}


async def forget_hearings(tx: Tx, file_ids: Sequence[int]) -> None:
    """Once this is certain, nobody shall read the words of those files that nothing carries any more."""
    await tx.enqueue(ForgetHearings(file_ids=tuple(file_ids)))


async def _read(tx: Tx, query: str, file_ids: Sequence[int]) -> dict[int, Hearing]:
    return {
        row.file_id: Hearing(
            file_id=row.file_id,
            state=row.state,
            language=row.language,
            segments=msgspec.json.decode(row.segments, type=tuple[Segment, ...]),
        )
        for row in await tx.rows(query, list(file_ids), into=_Row)
    }
