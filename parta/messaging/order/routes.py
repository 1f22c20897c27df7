"""HTTP of a chat's order: settings, silence, bans and what waits for approval."""

import msgspec
from litestar import delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.identity.access import Person
from parta.messaging.order import approving, chat_settings, write_bans
from parta.messaging.order.approving import HeldList
from parta.messaging.order.chat_order import ChatSettings
from parta.messaging.order.chat_settings import SettingsChange
from parta.messaging.shapes import Message


class Term(msgspec.Struct, frozen=True):
    """For how long, and why; no seconds mean for good."""

    seconds: int | None = None
    reason: str = ""


class Refusal(msgspec.Struct, frozen=True):
    """Why not."""

    reason: str = ""


@patch("/conversations/{conversation_id:int}/settings")
async def change_settings(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[SettingsChange],
) -> ChatSettings:
    """Change who may do what in a group; what is absent stays as it is."""
    return await chat_settings.change_settings(tx, conversation_id, data, by=me.id)


@put("/conversations/{conversation_id:int}/silence")
async def silence(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int], data: JSONBody[Term]
) -> ChatSettings:
    """Let only administrators write for a term, or until somebody ends it."""
    return await write_bans.silence(tx, conversation_id, seconds=data.seconds, reason=data.reason, by=me.id)


@delete("/conversations/{conversation_id:int}/silence", status_code=200)
async def end_silence(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> ChatSettings:
    """Let everybody write again."""
    return await write_bans.end_silence(tx, conversation_id, by=me.id)


@put("/conversations/{conversation_id:int}/members/{person_id:int}/write-ban", status_code=204)
async def ban_from_writing(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
    data: JSONBody[Term],
) -> None:
    """Keep a member from writing for a term, or for good."""
    await write_bans.ban_from_writing(
        tx, conversation_id, person_id, seconds=data.seconds, reason=data.reason, by=me.id
    )


@delete("/conversations/{conversation_id:int}/members/{person_id:int}/write-ban")
async def let_write_again(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Let a member write again before the term is over."""
    await write_bans.let_write_again(tx, conversation_id, person_id, by=me.id)


@get("/conversations/{conversation_id:int}/held-messages")
async def list_held(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> HeldList:
    """List messages that wait for approval: all of them to administrators, to others their own."""
    return await approving.list_held(tx, conversation_id, after=after, limit=limit, by=me.id)


@post("/held-messages/{held_id:int}/approval", status_code=200)
async def approve(tx: NamedDependency[Tx], me: NamedDependency[Person], held_id: FromPath[int]) -> Message:
    """Let a message that waits be said."""
    return await approving.approve(tx, held_id, by=me.id)


@post("/held-messages/{held_id:int}/refusal", status_code=204)
async def decline(
    tx: NamedDependency[Tx], me: NamedDependency[Person], held_id: FromPath[int], data: JSONBody[Refusal]
) -> None:
    """Decline a message that waits; its author sees the reason."""
    await approving.decline(tx, held_id, data.reason, by=me.id)


@delete("/held-messages/{held_id:int}")
async def withdraw(tx: NamedDependency[Tx], me: NamedDependency[Person], held_id: FromPath[int]) -> None:
    """Take back a message of mine that waits, or put away one that was declined."""
    await approving.withdraw(tx, held_id, by=me.id)


handlers = [
    change_settings,
    silence,
    end_silence,
    ban_from_writing,
    let_write_again,
    list_held,
    approve,
    decline,
    withdraw,
]
