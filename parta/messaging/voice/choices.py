"""What a person chose about voice messages: to have every one as text, without asking."""

from collections.abc import Sequence

import msgspec
import structlog

from parta.core.db import Tx
from parta.core.errors import Problem
from parta.core.followers import FollowedEvent, follows
from parta.messaging.access import find_living_message
from parta.messaging.announced import announced
from parta.messaging.shapes import Message
from parta.messaging.voice import queries
from parta.messaging.voice.transcripts import hear_message
from parta.speech.readiness import is_ready

log = structlog.get_logger()

# Most messages carry no recording: those are told apart without being decoded.
MARK = '"purpose":"'


class VoiceChoices(msgspec.Struct, frozen=True):
    """`texts`: every voice message that comes is turned into text."""

    texts: bool


async def read_choices(tx: Tx, *, by: int) -> VoiceChoices:
    """What this person chose; at first nothing."""
    return VoiceChoices(texts=bool(await tx.value(queries.CHOICE, by)))


async def choose(tx: Tx, choices: VoiceChoices, *, by: int) -> VoiceChoices:
    """Choose anew; what has come before stays as it is."""
    await tx.run(queries.CHOOSE, by, choices.texts)
    return choices


@follows("message_added", name="voice_texts")
async def hear_what_comes(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Have heard what somebody in its chat wants as text; once, however many want it."""
    spoken = announced((event for event in events if MARK in event.body), Message)
    recorded = [
        (message, file.id) for message in spoken for file in message.files if file.purpose is not None
    ]
    if not recorded or not is_ready(tx.configuration):
        return
    wanted = set(
        await tx.values(queries.WANTED_IN, sorted({message.conversation_id for message, _ in recorded}))
    )
    for message, file_id in recorded:
        if message.conversation_id not in wanted:
            continue
        try:
            living = await find_living_message(tx, message.id, to=message.author_id)
            await hear_message(tx, living, file_id)
        except Problem as problem:
            # Deleted meanwhile, or its author has left: nobody waits for its words any more.
            log.info("voice.not_heard", message=message.id, reason=problem.code)
