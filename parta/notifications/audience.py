"""Whom a new message concerns, and why: decided for many messages and many people at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.notifications import queries_audience as queries
from parta.notifications.kinds import NAMING, Kind, strongest

MOST_AT_ONCE = 500  # people of one chat; the rest is a job of its own


class SaidReply(msgspec.Struct, frozen=True):
    """Whom a message answers."""

    author_id: int


class SaidContent(msgspec.Struct, frozen=True):
    """What of a message's content decides how loud it is."""

    confirmation: dict[str, Any] | None = None
    audience: str | None = None


class Said(msgspec.Struct, frozen=True):
    """A message as far as it matters to whom it is told."""

    conversation_id: int
    number: int
    author_id: int
    kind: str = "text"
    mentions: tuple[int, ...] = ()
    reply_to: SaidReply | None = None
    content: SaidContent | None = None

    @property
    def urgent(self) -> bool:
        """Whether it must be confirmed («!!!»)."""
        return self.content is not None and self.content.confirmation is not None

    def names(self, member: "Reached") -> bool:
        """Whether the member is called: by name, or with all («@все») or the teachers («@учителя»)."""
        called = None if self.content is None else self.content.audience
        return (
            member.person_id in self.mentions or called == "all" or (called == "teachers" and member.teaches)
        )


class Chat(msgspec.Struct, frozen=True):
    """Where it was said."""

    id: int
    kind: str
    organisation_id: int | None
    requested: bool


class Reached(msgspec.Struct, frozen=True):
    """A member whom something can reach."""

    conversation_id: int
    person_id: int
    read_number: int
    muted: bool
    mentions_pass: bool
    teaches: bool


class Concern(msgspec.Struct, frozen=True):
    """That a person is to be told of a chat: up to which message, since which, and why."""

    person_id: int
    conversation_id: int
    first_number: int
    number: int
    kind: Kind
    urgent_by: int | None = None  # the author of a message that must be confirmed
    organisation_id: int | None = None


class Concerned(msgspec.Struct, frozen=True):
    """Everybody found, and the chats of which more members are to be looked at, each after a person."""

    concerns: list[Concern]
    rest: dict[int, int]


async def find_concerned(tx: Tx, said: Sequence[Said], *, after: int = 0) -> Concerned:
    """Whom these messages concern, beginning after a person; own, read and muted ones concern nobody."""
    if not said or not await tx.value(queries.IS_ANYBODY_REACHED, now()):
        return Concerned([], {})
    by_chat: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        if one.kind == "text":
            by_chat[one.conversation_id].append(one)
    chats = {chat.id: chat for chat in await tx.rows(queries.CHATS, list(by_chat), into=Chat)}
    rows = await tx.rows(queries.AUDIENCE, list(chats), now(), after, MOST_AT_ONCE, into=Reached)
    concerns = [_concern(row, chats[row.conversation_id], by_chat[row.conversation_id]) for row in rows]
    return Concerned([one for one in concerns if one is not None], _unfinished(rows))


def _concern(member: Reached, chat: Chat, said: Sequence[Said]) -> Concern | None:
    reasons = [
        (one, _reason(one, chat, member))
        for one in said
        if one.author_id != member.person_id and one.number > member.read_number
    ]
    told = [(one, kind) for one, kind in reasons if not member.muted or kind in NAMING]
    if not told:
        return None
    return Concern(
        person_id=member.person_id,
        conversation_id=chat.id,
        first_number=min(one.number for one, _ in told),
        number=max(one.number for one, _ in told),
        kind=strongest([kind for _, kind in told]),
        urgent_by=next((one.author_id for one, _ in told if one.urgent), None),
        organisation_id=chat.organisation_id,
    )


def _reason(said: Said, chat: Chat, member: Reached) -> Kind:
    if said.urgent:
        return "confirmation"
    if said.names(member):
        return "mention"
    if said.reply_to is not None and said.reply_to.author_id == member.person_id:
        return "reply"
    if chat.requested:
        return "request"
    return "direct" if chat.kind == "direct" else "group"


def _unfinished(rows: Sequence[Reached]) -> dict[int, int]:
    people: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        people[row.conversation_id].append(row.person_id)
    return {chat: max(found) for chat, found in people.items() if len(found) == MOST_AT_ONCE}
