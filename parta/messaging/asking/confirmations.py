"""«!!!»: messages whose reading must be confirmed.

Asking costs the same in a chat of three and of three thousand: one row. Who is asked follows from the members'
own rows (`queries_confirmations`), so it needs no copy for each of them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.events import gathers
from parta.core.http.paging import decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.messaging.access import find_living_message
from parta.messaging.asking import queries_confirmations as queries
from parta.messaging.asking.events import ConfirmationGiven, ConfirmationsCounted
from parta.messaging.content import Confirmation, Fields, completes_content, keeps_content
from parta.messaging.drafts import Draft
from parta.messaging.events import MessageDeleted
from parta.messaging.history import messages_by_id
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief, briefs

COUNT_AFTER = timedelta(seconds=1)  # the author hears of many confirmations at once
MOST_WATCHERS = 50
MOST_COUNTED = 100  # «99+» is enough on a badge


class CountConfirmations(Job, frozen=True):
    """Tell those who watch a message how many have confirmed it."""

    message_id: int


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A message's confirmations as one reader sees them."""

    message_id: int
    required: bool
    mine_at: datetime | None
    confirmed: int | None
    waiting: int | None


class Mine(msgspec.Struct, frozen=True):
    """Whether somebody was asked, and when they answered."""

    asked: bool
    confirmed_at: datetime | None


class Watched(msgspec.Struct, frozen=True):
    """A message's figures and who watches them."""

    conversation_id: int
    number: int
    confirmed: int
    waiting: int
    watchers: list[int]


class AwaitedList(msgspec.Struct, frozen=True, kw_only=True):
    """Messages that wait for the reader's confirmation, the newest first; `total` is at most 100."""

    items: list[Message]
    people: list[PersonBrief]
    total: int
    next: str | None = None


@keeps_content
async def ask(tx: Tx, message_id: int, draft: Draft) -> Fields:
    """Remember that the message asks, and let its author know soon how many it asks."""
    if draft.content is None or not draft.content.confirm:
        return {}
    await tx.run(queries.ASK, message_id, draft.conversation_id, draft.author_id)
    await _count_soon(tx, message_id)
    return {"confirmation": Confirmation()}


@completes_content(lambda stored: stored.confirm)
async def read_states(tx: Tx, message_ids: Sequence[int], *, to: int) -> dict[int, Fields]:
    """Read the confirmations of a page's messages in one query."""
    rows = await tx.rows(queries.OF_MESSAGES, list(message_ids), to, into=State)
    return {row.message_id: {"confirmation": _shown(row)} for row in rows}


@gathers(MessageDeleted)
async def forget(tx: Tx, events: list[MessageDeleted]) -> None:
    """Nobody is asked to confirm what is no more."""
    await tx.run(queries.FORGET, [event.message_id for event in events])


async def confirm(tx: Tx, message_id: int, *, by: int) -> datetime:
    """Confirm that one has read a message; twice is once, and the first moment stands unless the words have changed.

    Raises NotFound for what asks for nothing, Conflict for those whom it does not ask: its author, who came later.
    """
    message = await find_living_message(tx, message_id, to=by)
    mine = await tx.row(queries.MINE, message_id, by, into=Mine)
    if mine is None:
        raise NotFound
    if not mine.asked:
        raise Conflict("not_asked_to_confirm")
    at: datetime | None = await tx.value(queries.CONFIRM, message_id, by, now())
    if at is None:
        return mine.confirmed_at or now()
    await _count_soon(tx, message_id)
    tx.emit(ConfirmationGiven(**message.told_to(by), at=at))
    return at


async def list_awaited(tx: Tx, *, after: str | None, limit: int, by: int) -> AwaitedList:
    """List what waits for one's confirmation in all chats."""
    key = decode_key(after, tuple[int])[0] if after else 2**63 - 1
    ids: list[int] = await tx.values(queries.AWAITED, by, key, limit)
    found = await messages_by_id(tx, ids, to=by)
    items = [found[one] for one in ids if one in found]
    return AwaitedList(
        items=items,
        people=await briefs(tx, sorted({message.author_id for message in items}), to=None),
        total=await tx.value(queries.AWAITED_COUNT, by, MOST_COUNTED),
        next=encode_key(ids[-1]) if len(ids) == limit else None,
    )


@performs(CountConfirmations)
async def count(tx: Tx, job: CountConfirmations) -> None:
    """Tell the author and those who run the chat; figures are for nobody else."""
    watched = await tx.row(queries.WATCHED, job.message_id, MOST_WATCHERS, into=Watched)
    if watched is None:
        return
    for person_id in watched.watchers:
        tx.emit(
            ConfirmationsCounted(
                person_id=person_id,
                conversation_id=watched.conversation_id,
                message_id=job.message_id,
                number=watched.number,
                confirmed=watched.confirmed,
                total=watched.confirmed + watched.waiting,
            )
        )


async def _count_soon(tx: Tx, message_id: int) -> None:
    await tx.enqueue(CountConfirmations(message_id), due_at=now() + COUNT_AFTER, key=str(message_id))


def _shown(state: State) -> Confirmation:
    total = None if state.waiting is None or state.confirmed is None else state.confirmed + state.waiting
    return Confirmation(
        required=state.required, mine_at=state.mine_at, confirmed=state.confirmed, total=total
    )
