"""A chat of a teacher and a pupil with a second grown-up in it, where the school wants one.

In Russian: «чат при втором взрослом». The guardians sit in it; where none of them uses Parta, the class teacher or an
administrator. As long as the rule holds they cannot be removed and do not leave, and nobody can delete the chat.
"""

from collections.abc import Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.messaging import queries_conversations
from parta.messaging.events import ConversationChanged
from parta.messaging.groups import queries_members
from parta.messaging.groups import queries_rules as queries
from parta.messaging.groups.following_rules import WRITING
from parta.messaging.groups.membership import join, leave
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order.chat_limits import refuse_many_groups
from parta.safety.people import PersonBrief, briefs
from parta.safety.reach import reach

LONGEST_TITLE = 100


class AccompaniedOffer(msgspec.Struct, frozen=True, kw_only=True):
    """A chat that two people may have with these grown-ups in it, and the chat when there is one."""

    adults: list[PersonBrief]
    conversation_id: int | None


class Accompanied(msgspec.Struct, frozen=True):
    """A chat with a second grown-up, as stored."""

    id: int
    title: str
    teacher_id: int
    pupil_id: int
    closed: bool
    held_by_rules: bool


class _Pair(msgspec.Struct, frozen=True):
    teacher_id: int
    pupil_id: int


async def offer(tx: Tx, person_id: int, *, by: int, locale: str) -> AccompaniedOffer:
    """Who would sit in a chat with this person; 404 where the rules do not ask for a second grown-up."""
    pair = await _pair(tx, person_id, by=by)
    adults = await tx.values(queries.ADULTS, pair.pupil_id, pair.teacher_id)
    return AccompaniedOffer(
        adults=await briefs(tx, adults, to=None, locale=locale),
        conversation_id=await tx.value(queries.FIND_ACCOMPANIED, pair.teacher_id, pair.pupil_id),
    )


async def open_accompanied(tx: Tx, person_id: int, *, by: int) -> tuple[int, bool]:
    """Find the chat or start it; the teacher owns it. Conflict where no second grown-up uses Parta."""
    pair = await _pair(tx, person_id, by=by)
    adults = await tx.values(queries.ADULTS, pair.pupil_id, pair.teacher_id)
    if not adults:
        raise Conflict("no_second_adult")
    found = await tx.value(queries.FIND_ACCOMPANIED, pair.teacher_id, pair.pupil_id)
    if found is not None:
        await join(tx, found, [pair.teacher_id, pair.pupil_id])
        return int(found), False
    await refuse_many_groups(tx, by=by)
    title = (await tx.value(queries.NAMES, pair.teacher_id, pair.pupil_id))[:LONGEST_TITLE]
    organisation_id = await tx.value(queries_members.ORGANISATION_OF, pair.pupil_id)
    made: int = await tx.value(queries_conversations.ADD_GROUP, title, organisation_id, False, by)
    await tx.run(queries.ADD_ACCOMPANIED, made, pair.teacher_id, pair.pupil_id)
    await join(tx, made, [pair.teacher_id], role="owner")
    await join(tx, made, [pair.pupil_id])
    await join(tx, made, adults, source="automatic")
    await say_what_happened(tx, made, Notice("accompanied", people=adults), by=by)
    return made, True


async def keep_accompanied_current(tx: Tx, people: Sequence[int]) -> None:
    """Let the right grown-ups sit in the chats of these people, and only them."""
    for chat in await tx.rows(queries.ACCOMPANIED, sorted(set(people)), into=Accompanied):
        await _keep_current(tx, chat)


async def stays_by_rules(tx: Tx, conversation_id: int, person_id: int) -> bool:
    """Whether this member sits there because the school wants it."""
    return bool(await tx.value(queries.STAYS_BY_RULES, conversation_id, person_id))


async def is_accompanied(tx: Tx, conversation_id: int) -> bool:
    """Whether this is such a chat."""
    return bool(await tx.value(queries.IS_ACCOMPANIED, conversation_id))


async def _keep_current(tx: Tx, chat: Accompanied) -> None:
    how = await reach(tx, chat.teacher_id, chat.pupil_id)
    adults = set(await tx.values(queries.ADULTS, chat.pupil_id, chat.teacher_id))
    present = set(await tx.values(queries.PUT_THERE, chat.id))
    for person_id in sorted(present - adults):
        await leave(tx, chat.id, person_id)
    if how in WRITING:
        # The rule is over: the grown-ups stay until they leave.
        await tx.run(queries.ADOPT, chat.id, sorted(present & adults), "manual")
    elif how == "accompanied":
        await join(tx, chat.id, sorted(adults - present), source="automatic")
        await tx.run(queries.ADOPT, chat.id, sorted(adults), "automatic")
    held = how not in WRITING and not (how == "accompanied" and adults)
    if held and not chat.closed:
        await tx.run(queries.HOLD, [chat.id], now())
        tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title, closed=True))
    elif not held and chat.held_by_rules:
        await tx.run(queries.RELEASE, [chat.id])
        tx.emit(ConversationChanged(conversation_id=chat.id, title=chat.title, opened=True))


async def _pair(tx: Tx, person_id: int, *, by: int) -> _Pair:
    if person_id == by or await reach(tx, by, person_id) != "accompanied":
        raise NotFound
    pupil = await tx.value(queries.PUPIL_OF, [person_id, by])
    return _Pair(by if pupil == person_id else person_id, pupil)
