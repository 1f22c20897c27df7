"""Chats of the school's structure, made by a roster or by hand, and kept current: a function of who is what, computed anew whenever that changes.

«Учительская»; each class with its class teacher; the parents of each class with the
class teacher; the parents alone; each subject group, club, section, interest group and community. Running it twice changes nothing.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.messaging.events import (
    NOBODY,
    ConversationChanged,
    ConversationJoined,
    ConversationLeft,
    MemberChanged,
    MemberJoined,
    MemberLeft,
)
from parta.messaging.groups import queries_automatic as queries
from parta.messaging.groups import queries_members
from parta.messaging.groups.membership import set_role
from parta.messaging.order import queries as queries_order
from parta.messaging.shapes import Role


class KeptChat(msgspec.Struct, frozen=True):
    """A chat that was made or renamed."""

    id: int
    title: str
    made: bool


class MovedMember(msgspec.Struct, frozen=True):
    """Who came or went; those who have never signed in hear nothing yet."""

    conversation_id: int
    person_id: int
    claimed: bool


class ChangedRole(msgspec.Struct, frozen=True):
    """Who owns a chat now, or no longer."""

    conversation_id: int
    person_id: int
    role: Role


class ClosedChat(msgspec.Struct, frozen=True):
    """A chat that is over."""

    id: int
    title: str


async def keep_chats_current(tx: Tx, organisation_ids: Sequence[int]) -> None:
    """Make the chats that should be, let in who belongs and let go who does not."""
    organisations = sorted(set(organisation_ids))
    if not organisations:
        return
    await tx.run(queries.LOCK_CHATS, organisations)
    organisations = await _close_with_organisations(tx, organisations)
    if not organisations:
        return
    chats = await tx.rows(queries.MAKE_CHATS, organisations, into=KeptChat)
    made = {chat.id for chat in chats if chat.made}
    for chat in chats:
        if not chat.made:
            tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title))
    await tx.run(queries.ADOPT_WANTED, organisations)
    joined = await tx.rows(queries.JOIN_WANTED, organisations, into=MovedMember)
    left = await tx.rows(queries.LEAVING, organisations, into=MovedMember)
    hidden = set(await tx.values(queries_order.HIDING_AMONG, [m.conversation_id for m in [*joined, *left]]))
    _announce(tx, joined, left, made, hidden)
    for owner in await tx.rows(queries.OWNERS, organisations, into=ChangedRole):
        if owner.conversation_id not in made:
            tx.emit(
                MemberChanged(
                    conversation_id=owner.conversation_id, person_id=owner.person_id, role=owner.role
                )
            )
    await tx.run(queries_members.COUNT, sorted({m.conversation_id for m in [*joined, *left]}))
    await _find_owners(tx, organisations)
    for closed in await tx.rows(queries.CLOSE_EMPTY, organisations, now(), into=ClosedChat):
        tx.emit(ConversationChanged(conversation_id=closed.id, title=closed.title, closed=True))


async def _close_with_organisations(tx: Tx, organisations: list[int]) -> list[int]:
    """Let nobody write where the organisation is closed; those that are open are left to be kept current."""
    closed = await tx.values(queries.CLOSED_AMONG, organisations)
    if closed:
        for chat in await tx.rows(queries.CLOSE_ALL, closed, into=ClosedChat):
            tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title, closed=True))
    return [one for one in organisations if one not in closed]


async def open_chats_again(tx: Tx, organisation_id: int, closed_at: datetime) -> None:
    """Open the chats that were closed with their organisation at that moment, and no others."""
    for chat in await tx.rows(queries.OPEN_AGAIN, organisation_id, closed_at, into=ClosedChat):
        tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title))


async def move_chats(tx: Tx, organisation_id: int, into_id: int) -> None:
    """Give the chats of one organisation to another, with everybody in them; the two staff chats stay two."""
    await tx.run(queries.LOCK_CHATS, [organisation_id, into_id])
    released = await tx.rows(queries.RELEASE_STAFF_CHATS, organisation_id, into=ClosedChat)
    await tx.run(queries.KEEP_MEMBERS, [chat.id for chat in released])
    await tx.run(queries.MOVE_CHATS, organisation_id, into_id)
    for chat in released:
        tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title))


def _announce(
    tx: Tx, joined: list[MovedMember], left: list[MovedMember], made: set[int], hidden: set[int]
) -> None:
    """Nobody can hear a chat that was only just made, so its first members are not announced to it."""
    for member in joined:
        chat, person = member.conversation_id, member.person_id
        if member.claimed:
            tx.emit(ConversationJoined(conversation_id=chat, person_id=person))
        if chat not in made:
            known = NOBODY if chat in hidden else person
            tx.emit(MemberJoined(conversation_id=chat, person_id=known, role="member"))
    for member in left:
        chat, person = member.conversation_id, member.person_id
        if member.claimed:
            tx.emit(ConversationLeft(conversation_id=chat, person_id=person))
        tx.emit(MemberLeft(conversation_id=chat, person_id=NOBODY if chat in hidden else person))


async def _find_owners(tx: Tx, organisations: list[int]) -> None:
    for conversation_id in await tx.values(queries.OWNERLESS, organisations):
        heir = await tx.value(queries_members.HEIR, conversation_id, 0)
        if heir is not None:
            await set_role(tx, conversation_id, heir, "owner")
