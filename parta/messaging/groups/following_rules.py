"""Chats of two follow the contact rules: what the rules no longer allow can be read, and not written to.

Nothing is taken away. A direct chat that the rules keep is opened again when they allow it, and where a school has
decided so the chat says it in plain words. A group in which a pupil is left with one other person is a direct chat
by another name, and so is held until somebody third comes.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from uuid import uuid4

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.messaging.drafts import Draft
from parta.messaging.events import ConversationChanged
from parta.messaging.groups import queries_rules as queries
from parta.messaging.notices import Notice
from parta.messaging.sending import post_messages
from parta.safety.policies.contact_policies import keeps_teacher, staff_among
from parta.safety.reach import Reach, reach, reach_many

WRITING: tuple[Reach | None, ...] = ("open", "request")


class Pair(msgspec.Struct, frozen=True):
    """A chat of two people."""

    id: int
    kind: str
    title: str
    low: int
    high: int
    closed: bool
    held_by_rules: bool


class HandMade(msgspec.Struct, frozen=True):
    """A group as somebody made it."""

    id: int
    title: str
    maker: int
    members_count: int
    closed: bool
    held_by_rules: bool
    people: list[int]


async def keep_pairs_current(tx: Tx, people: Sequence[int], *, told: bool = False) -> None:
    """Hold or open the chats of two that these people have; `told` says so in the chats themselves."""
    pairs = await tx.rows(queries.PAIRS, sorted(set(people)), into=Pair)
    reached = await _reached(tx, pairs)
    # What its owner has closed stays closed.
    held = [p for p in pairs if reached[p.id] not in WRITING and not p.closed]
    freed = [p for p in pairs if reached[p.id] in WRITING and p.closed and _is_ours(p)]
    if told:
        await _say(tx, held, "rules_held", reached)
    await tx.run(queries.HOLD, [pair.id for pair in held], now())
    await tx.run(queries.RELEASE, [pair.id for pair in freed])
    if told:
        await _say(tx, freed, "rules_released", reached)
    for pair in (*held, *freed):
        tx.emit(
            ConversationChanged(
                conversation_id=pair.id, title=pair.title, closed=pair in held, opened=pair in freed
            )
        )


async def keep_groups_current(tx: Tx, conversation_ids: Sequence[int]) -> None:
    """Hold or open groups that people just came into or left."""
    for group in await tx.rows(queries.HAND_MADE, sorted(set(conversation_ids)), into=HandMade):
        held = await _is_held(tx, group)
        if held and not group.closed:
            await tx.run(queries.HOLD, [group.id], now())
        elif not held and group.held_by_rules:
            await tx.run(queries.RELEASE, [group.id])
        else:
            continue
        tx.emit(
            ConversationChanged(conversation_id=group.id, title=group.title, closed=held, opened=not held)
        )


async def _is_held(tx: Tx, group: HandMade) -> bool:
    two_left = len(group.people) == 2 and await tx.value(queries.HAS_PUPIL, group.people)
    if two_left and await reach(tx, *group.people) not in WRITING:
        return True
    return await keeps_teacher(tx, group.maker) and not await staff_among(tx, group.people)


def _is_ours(pair: Pair) -> bool:
    """Direct chats were held before there was a mark for it."""
    return pair.kind == "direct" or pair.held_by_rules


async def _reached(tx: Tx, pairs: Sequence[Pair]) -> dict[int, Reach | None]:
    """How far the two of each chat reach each other; the busier of the two is asked, about all of theirs at once."""
    busy = Counter(person for pair in pairs for person in (pair.low, pair.high))
    asked: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        asked[max(pair.low, pair.high, key=lambda person: busy[person])].append(pair)
    found: dict[int, Reach | None] = {}
    for person, theirs in asked.items():
        others = {pair.id: pair.high if pair.low == person else pair.low for pair in theirs}
        reached = await reach_many(tx, person, list(others.values()))
        found |= {chat: reached.get(other) for chat, other in others.items()}
    return found


async def _say(tx: Tx, pairs: Sequence[Pair], what: str, reached: dict[int, Reach | None]) -> None:
    """The house says it in the name of one of the two: nobody else is there."""
    drafts = [
        Draft(
            conversation_id=pair.id,
            author_id=pair.low,
            client_id=uuid4(),
            service=msgspec.to_builtins(
                Notice(
                    "rules_held" if what == "rules_held" else "rules_released", reason=reached[pair.id] or ""
                )
            ),
            absent=True,
        )
        for pair in pairs
    ]
    for start in range(0, len(drafts), 100):
        await post_messages(tx, drafts[start : start + 100])
