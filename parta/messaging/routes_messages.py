"""HTTP of messages, reactions and readers."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Response, delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Database, Tx
from parta.core.http.idempotency import keep_no_trace_of
from parta.core.http.paging import Limit, Page
from parta.core.http.unit import Unit
from parta.identity.access import Person
from parta.messaging import editing, history, reactions, reading
from parta.messaging.content import NewContent
from parta.messaging.drafts import Draft
from parta.messaging.sender import sender_of
from parta.messaging.shapes import History, Message, Reactor, ReaderList

Number = Annotated[int | None, QueryParameter(ge=0)]

# A kept answer would hold words longer than the message does. Sending is repeated with its `client_id`, and the same
# edit or deletion again is no other one.
keep_no_trace_of(r"/api/conversations/\d+/messages")
keep_no_trace_of(r"/api/messages/\d+")


class NewMessage(msgspec.Struct, frozen=True):
    """A message to send; the same `client_id` again is the same message."""

    client_id: UUID
    body: str = ""
    reply_to_id: int | None = None
    file_ids: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    content: NewContent | None = None


class NewText(msgspec.Struct, frozen=True):
    """A message's changed text."""

    body: str
    mentions: list[int] = msgspec.field(default_factory=list)


@get("/conversations/{conversation_id:int}/messages")
async def read_history(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    *,
    before: Number = None,
    after: Number = None,
    around: Number = None,
    limit: Limit = 50,
) -> History:
    """Read a stretch of messages: before, after or around a number, or the newest."""
    return await history.read_history(
        tx, conversation_id, before=before, after=after, around=around, limit=limit, by=me.id
    )


@post("/conversations/{conversation_id:int}/messages", status_code=201)
async def send_message(
    unit: NamedDependency[Unit],
    db: NamedDependency[Database],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewMessage],
) -> Response[Message]:
    """Send a message; repeated with its `client_id` it is answered with the same message."""
    # The sender writes in a transaction of its own, shared with others: ours must not be held meanwhile.
    await unit.end(commit=True)
    message = await sender_of(db).submit(
        Draft(
            conversation_id=conversation_id,
            author_id=me.id,
            client_id=data.client_id,
            body=data.body,
            reply_to_id=data.reply_to_id,
            file_ids=data.file_ids,
            mentions=data.mentions,
            content=data.content,
        )
    )
    return Response(message, status_code=201)


@patch("/messages/{message_id:int}")
async def edit_message(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int], data: JSONBody[NewText]
) -> Message:
    """Change one's own message within 24 hours."""
    return await editing.edit_message(tx, message_id, data.body, data.mentions, by=me.id)


@delete("/messages/{message_id:int}")
async def delete_message(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    for_whom: Annotated[Literal["all", "me"], QueryParameter(name="for")],
) -> None:
    """Delete a message for all, or for oneself."""
    await editing.delete_message(tx, message_id, scope=for_whom, by=me.id)


@put("/messages/{message_id:int}/reactions/{emoji:str}", status_code=204)
async def add_reaction(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int], emoji: FromPath[str]
) -> None:
    """React to a message."""
    await reactions.add_reaction(tx, message_id, emoji, by=me.id)


@delete("/messages/{message_id:int}/reactions/{emoji:str}")
async def remove_reaction(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int], emoji: FromPath[str]
) -> None:
    """Take a reaction back."""
    await reactions.remove_reaction(tx, message_id, emoji, by=me.id)


@get("/messages/{message_id:int}/reactions")
async def list_reactors(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> Page[Reactor]:
    """Tell who reacted."""
    return await reactions.list_reactors(tx, message_id, after=after, limit=limit, by=me.id)


@get("/messages/{message_id:int}/readers")
async def list_readers(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    message_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> ReaderList:
    """Tell who has read a message."""
    return await reading.list_readers(tx, message_id, after=after, limit=limit, by=me.id)


handlers = [
    read_history,
    send_message,
    edit_message,
    delete_message,
    add_reaction,
    remove_reaction,
    list_reactors,
    list_readers,
]
