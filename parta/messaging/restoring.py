"""Bringing in old talk in bulk: with its own times, before anybody listens.

Nothing is announced, so this is for conversations that no device has open: an
archive that is carried over, or the demo's past.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.messaging import queries_restoring as queries
from parta.messaging.drafts import clean_body
from parta.messaging.events import MessagesRestored


class OldReaction(msgspec.Struct, frozen=True):
    """How somebody had reacted, and when."""

    person_id: int
    emoji: str
    at: datetime


class OldMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message of the past; `reply_to` is the position of an earlier one in the same sequence."""

    author_id: int
    client_id: UUID
    body: str
    created_at: datetime
    reply_to: int | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    mentions: Sequence[int] = ()
    reactions: Sequence[OldReaction] = ()
    file_ids: Sequence[int] = ()


async def restore_messages(
    tx: Tx, conversation_id: int, messages: Sequence[OldMessage], *, read: Mapping[int, int] | None = None
) -> list[int]:
    """Append messages in their order; `read` says how many of them each member has read. Returns their ids.

    Raises NotFound when the conversation does not exist.
    """
    base = await tx.value(queries.TAKE_NUMBERS, conversation_id, len(messages))
    if base is None:
        raise NotFound
    if not messages:
        return []
    ids: list[int] = await tx.values(
        queries.RESTORE,
        conversation_id,
        base,
        [m.author_id for m in messages],
        [m.client_id for m in messages],
        ["" if m.deleted_at else clean_body(m.body) for m in messages],
        ["{" + ",".join(map(str, m.mentions)) + "}" for m in messages],
        [bool(m.file_ids) for m in messages],
        [bool(m.reactions) for m in messages],
        [m.created_at for m in messages],
        [m.edited_at for m in messages],
        [m.deleted_at for m in messages],
    )
    await _quote(tx, messages, ids)
    await _attach_and_react(tx, messages, ids)
    await tx.run(queries.MENTION, conversation_id, ids)
    await tx.run(queries.LAST_MOMENT, conversation_id, max(m.created_at for m in messages))
    tx.emit(MessagesRestored(conversation_id=conversation_id, message_ids=ids))
    if read:
        await tx.run(queries.READ, conversation_id, list(read), [base + count for count in read.values()])
    return ids


async def _quote(tx: Tx, messages: Sequence[OldMessage], ids: list[int]) -> None:
    replies = [(ids[i], ids[m.reply_to]) for i, m in enumerate(messages) if m.reply_to is not None]
    if replies:
        await tx.run(queries.QUOTE, [a for a, _ in replies], [b for _, b in replies])


async def _attach_and_react(tx: Tx, messages: Sequence[OldMessage], ids: list[int]) -> None:
    files = [(ids[i], place, f) for i, m in enumerate(messages) for place, f in enumerate(m.file_ids)]
    if files:
        await tx.run(queries.ATTACH, *(list(column) for column in zip(*files, strict=True)))
    given = [(ids[i], r.person_id, r.emoji, r.at) for i, m in enumerate(messages) for r in m.reactions]
    if given:
        await tx.run(queries.REACT, *(list(column) for column in zip(*given, strict=True)))
