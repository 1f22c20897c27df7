"""Reminding those who have not confirmed or voted, and nobody else; at most once in four hours.

A reminder is a row and a job. The job reminds a batch in its own transaction and leaves the rest as a new job, so
whoever was reminded was reminded once, wherever the server died. Which device rings, and when, is decided by those
who follow the events.
"""

from datetime import datetime, timedelta
from math import ceil

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, Problem, TooMany
from parta.core.jobs import Job, performs
from parta.messaging import queries_changes
from parta.messaging.access import VisibleMessage, find_living_message
from parta.messaging.asking import queries_reminding as queries
from parta.messaging.asking.events import ConfirmationReminded, PollReminded

AGAIN_AFTER = timedelta(hours=4)
BATCH = 200  # people in one transaction


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """That people are being reminded, and when it may be done again."""

    asked_at: datetime
    again_at: datetime


class RemindWaiting(Job, frozen=True):
    """Remind the next of those who still wait; `after` is the last one reminded."""

    reminder_id: int
    after: int = 0


class Asked(msgspec.Struct, frozen=True):
    """A reminder at work; `votes` says that it is about a poll."""

    message_id: int
    asked_by: int
    conversation_id: int
    number: int
    votes: bool


async def find_asked_message(tx: Tx, message_id: int, *, to: int) -> VisibleMessage:
    """Find a message of one's own, or of anybody in a chat that one runs; 403 for the other members."""
    message = await find_living_message(tx, message_id, to=to)
    if message.author_id != to and message.role == "member":
        raise Problem("not_the_asker", status=403)
    return message


async def remind(tx: Tx, message_id: int, *, by: int) -> Reminder:
    """Remind whoever has not confirmed or voted yet.

    Raises 429 when somebody did within four hours, Conflict when nobody is left or the poll is closed.
    """
    await find_asked_message(tx, message_id, to=by)
    # Two devices of the author, or two administrators, at one moment: one of them reminds.
    if await tx.value(queries_changes.LOCK_MESSAGE, message_id) is None:
        raise Conflict("message_deleted")
    moment = now()
    asks = await tx.value(queries.ASKS, message_id, moment)
    if asks is None:
        raise NotFound
    if asks == "closed":
        raise Conflict("poll_closed")
    again_at = await may_remind_at(tx, message_id)
    if again_at is not None and again_at > moment:
        wait = ceil((again_at - moment).total_seconds())
        raise TooMany("reminded_lately", retry_after=wait, again_at=again_at.isoformat())
    if not await tx.values(queries.WAITING, message_id, 0, 1, moment):
        raise Conflict("nobody_waits")
    reminder_id: int = await tx.value(queries.ADD_REMINDER, message_id, by, moment)
    await tx.enqueue(RemindWaiting(reminder_id))
    return Reminder(asked_at=moment, again_at=moment + AGAIN_AFTER)


async def may_remind_at(tx: Tx, message_id: int) -> datetime | None:
    """Tell from when people may be reminded of a message again; None when they never were."""
    asked_at: datetime | None = await tx.value(queries.REMINDED_AT, message_id)
    return None if asked_at is None else asked_at + AGAIN_AFTER


@performs(RemindWaiting)
async def remind_batch(tx: Tx, job: RemindWaiting) -> None:
    """Whoever answers between two batches is left in peace."""
    asked = await tx.row(queries.REMINDER, job.reminder_id, into=Asked)
    if asked is None:
        return
    people: list[int] = await tx.values(queries.WAITING, asked.message_id, job.after, BATCH, now())
    event = PollReminded if asked.votes else ConfirmationReminded
    for person_id in people:
        tx.emit(
            event(
                person_id=person_id,
                conversation_id=asked.conversation_id,
                message_id=asked.message_id,
                number=asked.number,
                by=asked.asked_by,
            )
        )
    more = len(people) == BATCH
    await tx.run(queries.COUNT_REMINDED, job.reminder_id, len(people), not more, now())
    if more:
        await tx.enqueue(RemindWaiting(job.reminder_id, people[-1]))
