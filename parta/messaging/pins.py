"""What a chat keeps at its top: pinned by those whom its order lets, seen by all.

In Russian: «закреплённые сообщения».
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.core.http.paging import decode_key, encode_key
from parta.messaging import queries_pins as queries
from parta.messaging.access import (
    find_conversation,
    find_living_message,
    find_permitting_conversation,
    find_visible_message,
)
from parta.messaging.drafts import LARGEST_ID
from parta.messaging.events_marks import MessagePinned, MessageUnpinned
from parta.messaging.history import messages_by_id
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief, briefs

MOST_PINS = 100  # in one chat


class PinRow(msgspec.Struct, frozen=True):
    """A pin as stored."""

    message_id: int
    number: int
    pinned_by: int
    pinned_at: datetime


class UnpinnedRow(msgspec.Struct, frozen=True):
    """What was a pin."""

    message_id: int
    conversation_id: int
    number: int


class PinnedMessage(msgspec.Struct, frozen=True):
    """A pinned message, who pinned it and when."""

    message: Message
    pinned_by: int
    pinned_at: datetime


class PinList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of pins, the newest message first; `total` counts those hidden for the reader, too."""

    items: list[PinnedMessage]
    people: list[PersonBrief]
    total: int
    next: str | None = None


async def pin_message(tx: Tx, message_id: int, *, by: int) -> None:
    """Pin a message for all; pinning twice is pinning once. Conflict beyond 100 pins."""
    message = await find_living_message(tx, message_id, to=by)
    conversation = await find_permitting_conversation(tx, message.conversation_id, "pin", to=by)
    if message.kind != "text":
        raise Conflict("not_pinnable")
    if await tx.value(queries.IS_PINNED, message_id):
        return
    if await tx.value(queries.HOW_MANY, conversation.id) >= MOST_PINS:
        raise Conflict("too_many_pins")
    moment = now()
    if not await tx.run(queries.PIN, message_id, by, moment):
        raise Conflict("message_deleted")
    tx.emit(
        MessagePinned(
            conversation_id=conversation.id,
            message_id=message_id,
            number=message.number,
            person_id=by,
            at=moment,
            pins=await tx.value(queries.COUNT, conversation.id),
        )
    )
    await say_what_happened(tx, conversation.id, Notice("pinned", number=message.number), by=by)


async def unpin_message(tx: Tx, message_id: int, *, by: int) -> None:
    """Take a pin off; taking off what is not there is nothing."""
    message = await find_visible_message(tx, message_id, to=by)
    await find_permitting_conversation(tx, message.conversation_id, "pin", to=by)
    if await tx.run(queries.UNPIN, message_id):
        await _tell_unpinned(tx, UnpinnedRow(message_id, message.conversation_id, message.number))


async def list_pins(tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int) -> PinList:
    """List what is pinned, the newest message first."""
    await find_conversation(tx, conversation_id, to=by)
    key = decode_key(after, tuple[int])[0] if after else LARGEST_ID
    pins = await tx.rows(queries.PAGE, conversation_id, by, key, limit, now(), into=PinRow)
    messages = await messages_by_id(tx, [pin.message_id for pin in pins], to=by)
    people = {m.author_id for m in messages.values()} | {pin.pinned_by for pin in pins}
    return PinList(
        items=[PinnedMessage(messages[pin.message_id], pin.pinned_by, pin.pinned_at) for pin in pins],
        people=await briefs(tx, sorted(people), to=None),
        total=await tx.value(queries.HOW_MANY, conversation_id),
        next=encode_key(pins[-1].number) if len(pins) == limit else None,
    )


async def unpin_deleted(tx: Tx, message_ids: Sequence[int]) -> None:
    """What goes for everybody is pinned no more."""
    for gone in await tx.rows(queries.UNPIN_MANY, list(message_ids), into=UnpinnedRow):
        await _tell_unpinned(tx, gone)


async def _tell_unpinned(tx: Tx, gone: UnpinnedRow) -> None:
    tx.emit(
        MessageUnpinned(
            conversation_id=gone.conversation_id,
            message_id=gone.message_id,
            number=gone.number,
            pins=await tx.value(queries.COUNT, gone.conversation_id),
        )
    )
