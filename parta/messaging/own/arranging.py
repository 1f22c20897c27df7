"""A person's own order of chats: what stands on top, what is put away, what is to be read again."""

from collections.abc import Sequence

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.core.followers import FollowedEvent, follows
from parta.messaging.access import find_conversation
from parta.messaging.announced import announced
from parta.messaging.own import queries_arranging as queries
from parta.messaging.own.events import ChatArchived, ChatMarkedUnread, ChatsPinned

MOST_PINNED = 15


class Pinned(msgspec.Struct, frozen=True):
    """A chat on top, and its place."""

    conversation_id: int
    pinned_place: int


class Said(msgspec.Struct, frozen=True):
    """What an announced message tells of itself."""

    conversation_id: int
    author_id: int
    number: int


class Back(msgspec.Struct, frozen=True):
    """A chat that came back from somebody's archive."""

    conversation_id: int
    person_id: int


async def pin_chat(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Put a chat above all others; one that was put away comes back. Conflict beyond 15."""
    await find_conversation(tx, conversation_id, to=by)
    pinned = await _pinned(tx, by)
    if any(one.conversation_id == conversation_id for one in pinned):
        return
    if len(pinned) >= MOST_PINNED:
        raise Conflict("too_many_pinned")
    top = pinned[0].pinned_place - 1 if pinned else 0
    await tx.run(queries.PIN, conversation_id, by, top)
    await _tell_pinned(tx, by)
    await _unarchive(tx, conversation_id, by)


async def unpin_chat(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Let a chat stand where its last message puts it."""
    await find_conversation(tx, conversation_id, to=by)
    await _unpin(tx, conversation_id, by)


async def order_pinned(tx: Tx, conversation_ids: Sequence[int], *, by: int) -> None:
    """Order the chats on top; those not named, perhaps pinned by another device meanwhile, follow as they were."""
    if len(conversation_ids) > MOST_PINNED or len(set(conversation_ids)) < len(conversation_ids):
        raise Invalid("invalid", field="conversation_ids")
    before = [one.conversation_id for one in await _pinned(tx, by)]
    wanted = [one for one in conversation_ids if one in before]
    after = wanted + [one for one in before if one not in wanted]
    if after != before:
        await tx.run(queries.PLACE_PINNED, by, after)
        await _tell_pinned(tx, by)


async def archive_chat(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Put a chat away, until somebody says something that may be heard."""
    await find_conversation(tx, conversation_id, to=by)
    await _unpin(tx, conversation_id, by)
    if await tx.run(queries.ARCHIVE, conversation_id, by):
        tx.emit(ChatArchived(person_id=by, conversation_id=conversation_id, archived=True))


async def unarchive_chat(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Take a chat back from the archive."""
    await find_conversation(tx, conversation_id, to=by)
    await _unarchive(tx, conversation_id, by)


async def mark_unread(tx: Tx, conversation_id: int, *, marked: bool, by: int) -> None:
    """Mark a chat to come back to, or take the mark off; reading on takes it off, too."""
    await find_conversation(tx, conversation_id, to=by)
    if await tx.run(queries.MARK_UNREAD, conversation_id, by, marked):
        tx.emit(ChatMarkedUnread(person_id=by, conversation_id=conversation_id, marked=marked))


async def forget_order(tx: Tx, left: Sequence[tuple[int, int]]) -> None:
    """Forget how those who left, as (conversation, person), had arranged their chats."""
    await tx.run(queries.FORGET_ORDER, [chat for chat, _ in left], [person for _, person in left])


@follows("message_added", name="archive")
async def bring_back(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """A message brings the chat back from the archives of those who may hear it: not muted there, or mentioned."""
    said = announced(events, Said)
    columns = [s.conversation_id for s in said], [s.author_id for s in said], [s.number for s in said]
    for one in await tx.rows(queries.BRING_BACK, *columns, now(), into=Back):
        tx.emit(ChatArchived(person_id=one.person_id, conversation_id=one.conversation_id, archived=False))


async def _pinned(tx: Tx, by: int) -> list[Pinned]:
    """Read what stands on top, after the person's other devices have settled theirs."""
    await tx.run(queries.LOCK_ORDER, by)
    return await tx.rows(queries.PINNED, by, into=Pinned)


async def _unpin(tx: Tx, conversation_id: int, by: int) -> None:
    await tx.run(queries.LOCK_ORDER, by)
    if await tx.run(queries.UNPIN, conversation_id, by):
        await _tell_pinned(tx, by)


async def _unarchive(tx: Tx, conversation_id: int, by: int) -> None:
    if await tx.run(queries.UNARCHIVE, conversation_id, by):
        tx.emit(ChatArchived(person_id=by, conversation_id=conversation_id, archived=False))


async def _tell_pinned(tx: Tx, by: int) -> None:
    pinned = await tx.rows(queries.PINNED, by, into=Pinned)
    places = [(one.conversation_id, one.pinned_place) for one in pinned]
    tx.emit(ChatsPinned(person_id=by, places=places))
