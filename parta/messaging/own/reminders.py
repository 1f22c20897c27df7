"""Reminders to oneself: a message comes back at the moment one has chosen.

In Russian: «напомнить». Told on all devices of the person and to nobody else; it stays in the list
until it is put away, so that a reminder that came while one was away is not lost.
"""

from datetime import UTC, datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.events import gathers
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.messaging.access import find_living_message, find_visible_message
from parta.messaging.events import MessageDeleted, ReminderChanged, ReminderDue
from parta.messaging.history import messages_by_id
from parta.messaging.own import queries_reminders as queries
from parta.messaging.shapes import Message

MOST = 500
FURTHEST = timedelta(days=366)


class Reminder(msgspec.Struct, frozen=True):
    """When one asked to be reminded of which message; `reminded` when that moment has come."""

    message: Message
    at: datetime
    reminded: bool


class ReminderRow(msgspec.Struct, frozen=True):
    """The same as it is stored."""

    id: int
    message_id: int
    due_at: datetime
    reminded_at: datetime | None
    person_id: int = 0


class Remind(Job, frozen=True):
    """Remind, if this is still the moment."""

    reminder_id: int
    at: datetime


async def set_reminder(tx: Tx, message_id: int, at: datetime, *, by: int) -> None:
    """Ask to be reminded of a message at a moment, at most a year ahead; asked again, the moment moves."""
    message = await find_living_message(tx, message_id, to=by)
    moment = now()
    if at.tzinfo is None or not moment < at <= moment + FURTHEST:
        raise Invalid("scheduled_when", field="at")
    at = at.astimezone(UTC)
    if await tx.value(queries.COUNT, by, message_id) >= MOST:
        raise Conflict("too_many_reminders")
    reminder_id = await tx.value(queries.SET, by, message_id, at)
    await tx.enqueue(Remind(reminder_id=reminder_id, at=at), due_at=at)
    tx.emit(ReminderChanged(**message.told_to(by), at=at))


async def put_away(tx: Tx, message_id: int, *, by: int) -> None:
    """Not be reminded, or have done with it; without a reminder it is nothing."""
    message = await find_visible_message(tx, message_id, to=by)
    if await tx.run(queries.FORGET, by, message_id):
        tx.emit(ReminderChanged(**message.told_to(by), at=None))


async def list_reminders(tx: Tx, *, after: str | None, limit: int, by: int) -> Page[Reminder]:
    """List one's reminders with their messages, the earliest first: those whose moment has come stand on top."""
    key = decode_key(after, tuple[datetime, int]) if after else (datetime(1970, 1, 1, tzinfo=UTC), 0)
    rows = await tx.rows(queries.OF_PERSON, by, *key, limit, into=ReminderRow)
    messages = await messages_by_id(tx, [row.message_id for row in rows], to=by) if rows else {}
    items = [
        Reminder(messages[row.message_id], row.due_at, row.reminded_at is not None)
        for row in rows
        if not messages[row.message_id].deleted
    ]
    last = rows[-1] if len(rows) == limit else None
    return Page(items, encode_key(last.due_at, last.id) if last else None)


@performs(Remind)
async def remind(tx: Tx, job: Remind) -> None:
    """Tell the person once; of what they may not see any more nobody reminds them."""
    row = await tx.row(queries.DUE_LOCKED, job.reminder_id, into=ReminderRow)
    if row is None or row.due_at != job.at or row.reminded_at is not None:
        return
    try:
        message = await find_living_message(tx, row.message_id, to=row.person_id)
    except (NotFound, Conflict):
        await tx.run(queries.FORGET_ONE, row.id)
        return
    await tx.run(queries.NOTE_REMINDED, row.id, now())
    tx.emit(ReminderDue(**message.told_to(row.person_id)))


@gathers(MessageDeleted)
async def forget_reminders(tx: Tx, events: list[MessageDeleted]) -> None:
    """A message that is gone reminds nobody."""
    await tx.run(queries.FORGET_OF, [event.message_id for event in events])
