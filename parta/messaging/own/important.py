"""Marks of one's own: what a person wants to find again, on all their devices, seen by nobody else.

In Russian: «важные сообщения».
"""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import find_living_message, find_visible_message
from parta.messaging.events_marks import MessageMarked
from parta.messaging.history import messages_by_id
from parta.messaging.own import queries_important as queries
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief, briefs

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


class Mark(msgspec.Struct, frozen=True):
    """A mark as stored."""

    message_id: int
    marked_at: datetime


class ImportantMessage(msgspec.Struct, frozen=True):
    """A marked message, and when it was marked."""

    message: Message
    marked_at: datetime


class ImportantList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the store, the newest mark first, with the authors."""

    items: list[ImportantMessage]
    people: list[PersonBrief]
    next: str | None = None


async def mark_important(tx: Tx, message_id: int, *, by: int) -> None:
    """Keep a message in one's store; marking twice is marking once."""
    message = await find_living_message(tx, message_id, to=by)
    if await tx.run(queries.MARK, by, message_id):
        tx.emit(MessageMarked(**message.told_to(by), important=True))


async def unmark_important(tx: Tx, message_id: int, *, by: int) -> None:
    """Take one's mark off; taking off what is not there is nothing."""
    message = await find_visible_message(tx, message_id, to=by)
    if await tx.run(queries.UNMARK, by, message_id):
        tx.emit(MessageMarked(**message.told_to(by), important=False))


async def list_important(tx: Tx, *, after: str | None, limit: int, by: int) -> ImportantList:
    """List one's store over all chats, the newest mark first."""
    key = decode_key(after, tuple[datetime, int]) if after else (FAR_FUTURE, 0)
    marks = await tx.rows(queries.PAGE, by, *key, limit, now(), into=Mark)
    messages = await messages_by_id(tx, [mark.message_id for mark in marks], to=by)
    return ImportantList(
        items=[ImportantMessage(messages[mark.message_id], mark.marked_at) for mark in marks],
        people=await briefs(tx, sorted({message.author_id for message in messages.values()}), to=None),
        next=encode_key(marks[-1].marked_at, marks[-1].message_id) if len(marks) == limit else None,
    )


async def forget_marks(tx: Tx, message_ids: Sequence[int]) -> None:
    """What goes for everybody is in nobody's store."""
    await tx.run(queries.FORGET, list(message_ids))
