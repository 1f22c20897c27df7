"""Telling how a poll stands, and closing it: by hand or when its term is over, once.

While people vote the chat is told at most once a second, by a job that all votes of that second share. An anonymous
poll tells in steps of several votes, so that no single one can be seen to arrive.
"""

from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.jobs import Job, performs
from parta.messaging.asking import queries_polls as queries
from parta.messaging.asking.events import PollCounted
from parta.messaging.asking.reminding import find_asked_message

TELL_AFTER = timedelta(seconds=1)
SECRET_STEP = 5  # votes; fewer at once could be guessed by whoever sees who is there


class TellPoll(Job, frozen=True):
    """Tell the chat how a poll stands."""

    message_id: int


class ClosePoll(Job, frozen=True):
    """A poll's term is over."""

    message_id: int


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How a poll really stands."""

    message_id: int
    conversation_id: int
    number: int
    anonymous: bool
    hide_until_closed: bool
    quiz_right: int | None
    explanation: str
    counts: list[int]
    voted: int
    told_voted: int
    closed: bool


async def tell_soon(tx: Tx, message_id: int) -> None:
    """Let the chat know within a second or two, whatever else is voted meanwhile."""
    await tx.enqueue(TellPoll(message_id), due_at=now() + TELL_AFTER, key=str(message_id))


async def close_in_time(tx: Tx, message_id: int, at: datetime) -> None:
    """Close the poll at a moment, also if the server is down then."""
    await tx.enqueue(ClosePoll(message_id), due_at=at, key=str(message_id))


async def close_poll(tx: Tx, message_id: int, *, by: int) -> None:
    """Close one's own poll, or any in a chat that one runs; closing twice is closing once."""
    await find_asked_message(tx, message_id, to=by)
    # First the job and then the poll, as the job itself does it.
    await tx.cancel_job(ClosePoll, str(message_id))
    if await _close(tx, message_id) is None:
        raise NotFound


@performs(ClosePoll)
async def close_when_over(tx: Tx, job: ClosePoll) -> None:
    """Who closed it by hand meanwhile has told it already."""
    await _close(tx, job.message_id)


@performs(TellPoll)
async def tell(tx: Tx, job: TellPoll) -> None:
    """What is hidden, closed or too few votes to be secret is not told."""
    tally = await tx.row(queries.TALLY_LOCKED, job.message_id, into=Tally)
    if tally is None or tally.closed or tally.hide_until_closed:
        return
    if tally.anonymous:
        if tally.voted - tally.told_voted < SECRET_STEP:
            return
        await tx.run(queries.TELL, job.message_id)
    tx.emit(_counted(tally, closed=False))


async def _close(tx: Tx, message_id: int) -> Tally | None:
    tally = await tx.row(queries.TALLY_LOCKED, message_id, into=Tally)
    if tally is not None and await tx.run(queries.CLOSE, message_id, now()):
        tx.emit(_counted(tally, closed=True))
    return tally


def _counted(tally: Tally, *, closed: bool) -> PollCounted:
    return PollCounted(
        conversation_id=tally.conversation_id,
        message_id=tally.message_id,
        number=tally.number,
        counts=tally.counts,
        voters=tally.voted,
        closed=closed,
        right=tally.quiz_right if closed else None,
        explanation=tally.explanation if closed else "",
    )
