"""Voice messages and circles as text: asked for by anybody who hears them, kept for all, mended by their author.

In Russian: «расшифровка», «голосовое сообщение текстом».
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, Problem
from parta.messaging.access import VisibleMessage, find_living_message
from parta.messaging.content import Fields, Transcript, completes_content
from parta.messaging.voice import queries
from parta.messaging.voice.events import TranscriptChanged
from parta.speech.events import SpeechHeard
from parta.speech.hearing import ask_hearing, find_hearings, forget_hearings

LONGEST_TRANSCRIPT = 60_000  # characters: an hour of fast talk


class Recording(msgspec.Struct, frozen=True):
    """What there is to hear in a message."""

    file_id: int
    forwarded: bool


class _Row(msgspec.Struct, frozen=True):
    message_id: int
    state: Literal["waiting", "ready", "failed"]
    text: str
    edited: bool


class _Told(msgspec.Struct, frozen=True):
    id: int
    conversation_id: int
    number: int


async def ask_transcript(tx: Tx, message_id: int, *, by: int) -> Transcript:
    """Have a spoken message turned into text, for all; asked again it answers how far it is.

    Raises Conflict `nothing_to_hear` for a message nobody spoke, `speech_unavailable` without a model.
    """
    message = await find_living_message(tx, message_id, to=by)
    recording = await _recording(tx, message_id)
    return await hear_message(tx, message, recording.file_id)


async def hear_message(tx: Tx, message: VisibleMessage, file_id: int) -> Transcript:
    """Have it heard, whoever wants to know; a text that is there or awaited stays as it is."""
    # The file first and then the message: whoever finishes hearing the file takes them in the same order.
    hearing = await ask_hearing(tx, file_id)
    await _lock(tx, message.id)
    known = (await _transcripts(tx, [message.id])).get(message.id)
    if known is not None and known.state != "failed":
        return known
    text = hearing.text[:LONGEST_TRANSCRIPT] if hearing.state == "ready" else ""
    return await _write(tx, message, file_id, Transcript(state=hearing.state, text=text), at=None)


async def edit_transcript(tx: Tx, message_id: int, text: str, *, by: int) -> Transcript:
    """Mend the text of what one said oneself, or write it where the machine could not."""
    message = await find_living_message(tx, message_id, to=by)
    recording = await _recording(tx, message_id)
    if message.author_id != by or recording.forwarded:
        raise Problem("not_the_author", status=403)
    clean = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not clean:
        raise Invalid("transcript_empty", field="text")
    if len(clean) > LONGEST_TRANSCRIPT:
        raise Invalid("transcript_too_long", field="text")
    await _lock(tx, message_id)
    known = (await _transcripts(tx, [message_id])).get(message_id)
    if known is not None and known.text == clean:
        return known
    written = Transcript(state="ready", text=clean, edited=True)
    return await _write(tx, message, recording.file_id, written, at=now())


async def tell_heard(tx: Tx, event: SpeechHeard) -> None:
    """Every message that waits for this recording gets its text; one whose author has written it keeps it."""
    heard = (await find_hearings(tx, [event.file_id])).get(event.file_id)
    text = heard.text[:LONGEST_TRANSCRIPT] if heard is not None and event.state == "ready" else ""
    for message in await tx.rows(queries.TELL_WAITING, event.file_id, event.state, text, into=_Told):
        tx.emit(
            TranscriptChanged(
                conversation_id=message.conversation_id,
                message_id=message.id,
                number=message.number,
                state=event.state,
                text=text,
            )
        )


async def forget_transcripts(tx: Tx, message_ids: Sequence[int]) -> None:
    """What is gone for all has no text either, nor what the machine heard, unless another message carries it."""
    files = await tx.values(queries.FORGET, list(message_ids))
    if files:
        await forget_hearings(tx, sorted(set(files)))


@completes_content(lambda stored: stored.transcript)
async def complete_transcripts(tx: Tx, ids: Sequence[int], *, to: int) -> dict[int, Fields]:
    """The texts of a page, in one round trip."""
    return {message_id: {"transcript": text} for message_id, text in (await _transcripts(tx, ids)).items()}


async def _recording(tx: Tx, message_id: int) -> Recording:
    found = await tx.row(queries.RECORDING_OF, message_id, into=Recording)
    if found is None:
        raise Conflict("nothing_to_hear")
    return found


async def _lock(tx: Tx, message_id: int) -> None:
    if await tx.value(queries.LOCK_MESSAGE, message_id) is None:
        raise Conflict("message_deleted")


async def _transcripts(tx: Tx, message_ids: Sequence[int]) -> dict[int, Transcript]:
    rows = await tx.rows(queries.TRANSCRIPTS, list(message_ids), into=_Row)
    return {row.message_id: Transcript(state=row.state, text=row.text, edited=row.edited) for row in rows}


async def _write(
    tx: Tx, message: VisibleMessage, file_id: int, transcript: Transcript, *, at: datetime | None
) -> Transcript:
    await tx.run(queries.WRITE, message.id, file_id, transcript.state, transcript.text, at)
    tx.emit(
        TranscriptChanged(
            conversation_id=message.conversation_id,
            message_id=message.id,
            number=message.number,
            state=transcript.state,
            text=transcript.text,
            edited=transcript.edited,
        )
    )
    return transcript
