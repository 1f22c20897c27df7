"""HTTP of conversations and their members."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from litestar import Response, delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.core.http.paging import Limit
from parta.core.live.hub import Hub
from parta.identity.access import Person
from parta.messaging import conversations, reading
from parta.messaging.groups import creating, members
from parta.messaging.shapes import Conversation, ConversationList, MemberList, Role

FOREVER = datetime.fromisoformat("9999-12-31T00:00:00+00:00")


class NewGroup(msgspec.Struct, frozen=True):
    """A group to start."""

    title: str
    person_ids: list[int]
    parents_only: bool = False
    kind: Literal["group"] = "group"


class NewTitle(msgspec.Struct, frozen=True):
    """Another title."""

    title: str


class RequestAnswer(msgspec.Struct, frozen=True):
    """Yes or no to a direct chat."""

    accept: bool


class People(msgspec.Struct, frozen=True):
    """People to let in."""

    person_ids: list[int]


class NewRole(msgspec.Struct, frozen=True):
    """A role in a conversation."""

    role: Role


class ReadUpTo(msgspec.Struct, frozen=True):
    """Everything up to this number has been read."""

    number: Annotated[int, msgspec.Meta(ge=0)]


class MuteUntil(msgspec.Struct, frozen=True):
    """Until when to be silent: a moment, "forever", or null to let it sound; mentions may be told all the same."""

    until: str | None
    mentions_pass: bool = False

    def moment(self) -> datetime | None:
        """Read the moment; raises Invalid when it is none."""
        if self.until is None:
            return None
        if self.until == "forever":
            return FOREVER
        try:
            return msgspec.convert(self.until, datetime, strict=False).astimezone(UTC)
        except (msgspec.ValidationError, OverflowError) as error:
            raise Invalid("invalid", field="until") from error


@get("/conversations")
async def list_conversations(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> ConversationList:
    """List my conversations, the newest first."""
    return await conversations.list_conversations(tx, after=after, limit=limit, by=me.id)


@post("/conversations", status_code=201)
async def start_group(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewGroup]
) -> Conversation:
    """Start a group."""
    made = await creating.start_group(
        tx, data.title, data.person_ids, parents_only=data.parents_only, by=me.id
    )
    return await conversations.read_conversation(tx, made, by=me.id)


@put("/conversations/direct/{person_id:int}")
async def open_direct(
    tx: NamedDependency[Tx], me: NamedDependency[Person], person_id: FromPath[int]
) -> Response[Conversation]:
    """Find or start the direct chat with somebody."""
    found, new = await creating.open_direct(tx, person_id, by=me.id)
    return Response(
        await conversations.read_conversation(tx, found, by=me.id), status_code=201 if new else 200
    )


@get("/conversations/favourites")
async def open_favourites(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Conversation:
    """Find my «Избранное», or make it."""
    return await conversations.read_conversation(tx, await creating.open_favourites(tx, by=me.id), by=me.id)


@get("/conversations/{conversation_id:int}")
async def read_conversation(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> Conversation:
    """Read one of my conversations."""
    return await conversations.read_conversation(tx, conversation_id, by=me.id)


@patch("/conversations/{conversation_id:int}")
async def rename(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewTitle],
) -> Conversation:
    """Give a group another title."""
    await creating.rename(tx, conversation_id, data.title, by=me.id)
    return await conversations.read_conversation(tx, conversation_id, by=me.id)


@post("/conversations/{conversation_id:int}/request-answer", status_code=200)
async def answer_request(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[RequestAnswer],
) -> Conversation:
    """Confirm a direct chat or decline it."""
    await creating.answer_request(tx, conversation_id, accept=data.accept, by=me.id)
    return await conversations.read_conversation(tx, conversation_id, by=me.id)


@get("/conversations/{conversation_id:int}/members")
async def list_members(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    hub: NamedDependency[Hub],
    conversation_id: FromPath[int],
    *,
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> MemberList:
    """List members: by surname up to 30 of them, or those whose names begin like `q`."""
    return await members.list_members(
        tx,
        conversation_id,
        q=q,
        after=after,
        limit=limit,
        by=me.id,
        is_online=hub.presence.is_online,
    )


@post("/conversations/{conversation_id:int}/members", status_code=200)
async def add_members(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[People],
) -> Conversation:
    """Let people in."""
    await members.add_members(tx, conversation_id, data.person_ids, by=me.id)
    return await conversations.read_conversation(tx, conversation_id, by=me.id)


@put("/conversations/{conversation_id:int}/members/{person_id:int}", status_code=204)
async def change_role(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[NewRole],
) -> None:
    """Change somebody's role in the conversation."""
    await members.change_role(tx, conversation_id, person_id, data.role, by=me.id)


@delete("/conversations/{conversation_id:int}/members/{person_id:int}")
async def remove_member(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Remove somebody, or leave."""
    await members.remove_member(tx, conversation_id, person_id, by=me.id)


@put("/conversations/{conversation_id:int}/reading", status_code=204)
async def move_reading(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[ReadUpTo],
) -> None:
    """Mark everything up to a number as read."""
    await reading.move_reading(tx, conversation_id, data.number, by=me.id)


@put("/conversations/{conversation_id:int}/mute", status_code=204)
async def mute(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[MuteUntil],
) -> None:
    """Keep a conversation silent for a while, for ever, or no longer."""
    await reading.mute(tx, conversation_id, data.moment(), mentions_pass=data.mentions_pass, by=me.id)


handlers = [
    list_conversations,
    start_group,
    open_direct,
    open_favourites,
    read_conversation,
    rename,
    answer_request,
    list_members,
    add_members,
    change_role,
    remove_member,
    move_reading,
    mute,
]
