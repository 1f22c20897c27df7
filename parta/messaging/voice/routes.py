"""HTTP of spoken messages as text."""

import msgspec
from litestar import get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.identity.access import Person
from parta.messaging.content import Transcript
from parta.messaging.voice import choices as voice_choices
from parta.messaging.voice import transcripts
from parta.messaging.voice.choices import VoiceChoices

# What was heard goes with its message; asking or mending twice is once by itself.
keep_no_trace_of(r"/api/messages/\d+/transcript")


class NewTranscript(msgspec.Struct, frozen=True):
    """The mended text."""

    text: str


@post("/messages/{message_id:int}/transcript", status_code=200)
async def ask_transcript(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> Transcript:
    """Have a voice message or a circle turned into text; `transcript_changed` tells when it is done."""
    return await transcripts.ask_transcript(tx, message_id, by=me.id)


@patch("/messages/{message_id:int}/transcript")
async def edit_transcript(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    data: JSONBody[NewTranscript],
) -> Transcript:
    """Mend the text of one's own voice message."""
    return await transcripts.edit_transcript(tx, message_id, data.text, by=me.id)


@get("/me/voice")
async def read_voice_choices(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> VoiceChoices:
    """Tell what one chose about voice messages."""
    return await voice_choices.read_choices(tx, by=me.id)


@put("/me/voice")
async def choose_voice(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[VoiceChoices]
) -> VoiceChoices:
    """Choose whether every voice message that comes is turned into text."""
    return await voice_choices.choose(tx, data, by=me.id)


handlers = [ask_transcript, edit_transcript, read_voice_choices, choose_voice]
