"""Messaging on the live socket: what a person hears, and what they may do there."""

import asyncio
from uuid import UUID

import msgspec
import structlog

from parta.core.bus import Whisper
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.core.live.gateway import Caller
from parta.core.live.rooms import Frame, acts, audiences
from parta.messaging import queries_conversations
from parta.messaging.content import NewContent
from parta.messaging.drafts import Draft
from parta.messaging.events import conversation_stream
from parta.messaging.order import queries as queries_order
from parta.messaging.sender import sender_of
from parta.messaging.shapes import Message

log = structlog.get_logger()


class Send(Frame, frozen=True, kw_only=True):
    """Say this; answered by `ack` or `refused` with the same `ref`."""

    ref: str
    conversation_id: int
    client_id: UUID
    body: str = ""
    reply_to_id: int | None = None
    file_ids: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    content: NewContent | None = None


class Typing(Frame, frozen=True, kw_only=True):
    """I am typing here."""

    conversation_id: int


@audiences
async def conversations_of(tx: Tx, person_id: int) -> list[str]:
    """A person hears all conversations they are in."""
    return await tx.values(queries_conversations.STREAMS_OF, person_id)


@acts(Send)
async def send(caller: Caller, frame: Send) -> None:
    """Queue the message and read on; the answer follows the commit."""
    future = sender_of(caller.hub.db).submit(
        Draft(
            conversation_id=frame.conversation_id,
            author_id=caller.person_id,
            client_id=frame.client_id,
            body=frame.body,
            reply_to_id=frame.reply_to_id,
            file_ids=frame.file_ids,
            mentions=frame.mentions,
            content=frame.content,
        )
    )
    future.add_done_callback(lambda done: _answer(caller, frame.ref, done))


def _answer(caller: Caller, ref: str, done: "asyncio.Future[Message]") -> None:
    error = done.exception()
    if error is None:
        caller.say({"op": "ack", "ref": ref, "message": done.result()})
    elif isinstance(error, Problem):
        caller.refuse(error, ref=ref)
    else:
        caller.refuse(Problem("internal", status=500), ref=ref)


@acts(Typing)
async def type_in(caller: Caller, frame: Typing) -> None:
    """Whisper to those who are there now; who does not hear a conversation cannot whisper to it."""
    stream = conversation_stream(frame.conversation_id)
    if not caller.hears(stream):
        return
    # Who types is about to be known; where the list of members is hidden, not before the words are said.
    if await caller.hub.db.pool.fetchval(queries_order.HIDES_MEMBERS, frame.conversation_id):
        return
    words = {"op": "typing", "conversation_id": frame.conversation_id, "person_id": caller.person_id}
    whisper = Whisper(stream, msgspec.json.encode(words).decode(), except_person=caller.person_id)
    caller.hub.db.bus.publish(whisper)
