"""Hearing piece by piece: five minutes, one process, one job; a restart repeats one piece at most.

An hour in one go would keep everything else waiting, and all of it would be lost with the machine's power.
"""

from datetime import timedelta
from typing import Literal

import msgspec
import structlog

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import performs
from parta.files.access import find_stored_file
from parta.speech import queries
from parta.speech.events import SpeechHeard
from parta.speech.hearing import find_hearings
from parta.speech.hearing_job import HearSpeech
from parta.speech.listening import NotHeard, Piece, listen
from parta.speech.transcriber import Segment

log = structlog.get_logger()

PIECE_MS = 5 * 60_000
# Words this near to a piece's end may be cut in two there; the next piece begins with them.
EDGE_MS = 1000
LONGEST_MS = 12 * 3600_000


# The lease is longer than any piece may take, or a slow one would never be heard to its end.
@performs(HearSpeech, lease=timedelta(minutes=30), heavy=True)
async def hear_speech(db: Database, job: HearSpeech) -> None:
    """Hear one piece and keep what it says; the last one announces that all is heard."""
    async with db.transaction() as tx:
        hearing = (await find_hearings(tx, [job.file_id])).get(job.file_id)
        file = await find_stored_file(tx, job.file_id)
    if file is None or hearing is None or hearing.state != "waiting":
        return
    try:
        piece = await listen(db, file, from_ms=job.from_ms, length_ms=PIECE_MS)
    except NotHeard as reason:
        log.warning("speech.not_heard", file=job.file_id, from_ms=job.from_ms, reason=str(reason))
        piece = None
    async with db.transaction() as tx:
        await _keep(tx, job, piece)


async def _keep(tx: Tx, job: HearSpeech, piece: Piece | None) -> None:
    kept, upto = settle(piece, job.from_ms) if piece is not None else ((), job.from_ms)
    state: Literal["waiting", "ready", "failed"] = "waiting"
    if piece is None:
        state = "failed"
    elif piece.ended or upto >= LONGEST_MS:
        state = "ready"
    moved = await tx.run(
        queries.ADD_PIECE,
        job.file_id,
        job.from_ms,
        msgspec.json.encode(kept).decode(),
        upto,
        state,
        piece.language if piece is not None else "",
        now(),
    )
    if not moved:
        return
    if state == "waiting":
        await tx.enqueue(HearSpeech(file_id=job.file_id, from_ms=upto))
    else:
        tx.emit(SpeechHeard(file_id=job.file_id, state=state))


def settle(piece: Piece, from_ms: int) -> tuple[tuple[Segment, ...], int]:
    """The words of a piece by the recording's own clock, and where the next piece begins."""
    upto = from_ms + PIECE_MS
    kept = tuple(Segment(one.start_ms + from_ms, one.end_ms + from_ms, one.text) for one in piece.segments)
    whole = piece.ended or not kept or kept[-1].end_ms < upto - EDGE_MS
    # One long word without a pause must not be heard for ever.
    if whole or kept[-1].start_ms <= from_ms:
        return kept, upto
    return kept[:-1], kept[-1].start_ms
