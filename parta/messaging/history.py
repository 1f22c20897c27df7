"""Reading messages: a page both ways from any number, with files, reactions and quotes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.files.info import FileInfo, file_infos
from parta.messaging import queries_history as queries
from parta.messaging.access import find_conversation
from parta.messaging.content import Content, complete, content_of, read_stored
from parta.messaging.shapes import History, Message, ReactionCount, Reply
from parta.messaging.timed.lifetimes import has_expired
from parta.safety.people import briefs


class MessageRow(msgspec.Struct, frozen=True, kw_only=True):
    """A message as it is stored, with what it answers."""

    id: int
    conversation_id: int
    number: int
    author_id: int
    client_id: UUID
    kind: str
    body: str
    mentions: list[int]
    service: str | None
    has_files: bool
    has_reactions: bool
    content: str | None
    expires_at: datetime | None
    created_at: datetime
    edited_at: datetime | None
    deleted: bool
    hidden: bool
    important: bool
    reply_id: int | None
    reply_number: int | None
    reply_author_id: int | None
    reply_excerpt: str | None
    reply_deleted: bool
    reply_expires_at: datetime | None
    reply_attachment: str | None


class FileOfMessage(msgspec.Struct, frozen=True):
    """Which file belongs to which message."""

    message_id: int
    file_id: int


class ReactionRow(msgspec.Struct, frozen=True):
    """Reactions to one message with one emoji."""

    message_id: int
    emoji: str
    count: int
    mine: bool


async def read_history(
    tx: Tx,
    conversation_id: int,
    *,
    before: int | None,
    after: int | None,
    around: int | None,
    limit: int,
    by: int,
) -> History:
    """Read a stretch before, after or around a number; without any of them the newest."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    rows: list[MessageRow] = []
    if around is not None:
        half = max(limit // 2, 1)
        rows = await tx.rows(queries.BEFORE, by, conversation_id, around + 1, half, into=MessageRow)
        rows = rows[::-1] + await tx.rows(queries.AFTER, by, conversation_id, around, half, into=MessageRow)
    elif after is not None:
        rows = await tx.rows(queries.AFTER, by, conversation_id, after, limit, into=MessageRow)
    else:
        upto = conversation.last_number + 1 if before is None else before
        rows = (await tx.rows(queries.BEFORE, by, conversation_id, upto, limit, into=MessageRow))[::-1]
    items = await _complete(tx, rows, to=by)
    # Whoever wrote here may be shown here: the door to the conversation is already open.
    people = await briefs(tx, sorted({m.author_id for m in items}), to=None)
    return History(
        items=items,
        people=people,
        first_number=items[0].number if items else 0,
        last_number=conversation.last_number,
        seq=conversation.seq,
    )


async def messages_by_id(tx: Tx, ids: Sequence[int], *, to: int) -> dict[int, Message]:
    """Read messages that the caller has already been let through to."""
    rows = await tx.rows(queries.BY_ID, to, list(ids), into=MessageRow)
    return {message.id: message for message in await _complete(tx, rows, to=to)}


async def last_messages(tx: Tx, last_numbers: dict[int, int], *, to: int) -> dict[int, Message]:
    """Read the newest message of each conversation."""
    rows = await tx.rows(
        queries.LAST_OF_EACH, to, list(last_numbers), list(last_numbers.values()), into=MessageRow
    )
    return {message.conversation_id: message for message in await _complete(tx, rows, to=to)}


async def _complete(tx: Tx, rows: Sequence[MessageRow], *, to: int) -> list[Message]:
    """Add files and reactions, each for all messages at once."""
    moment = now()
    rows = [_as_of(row, moment) for row in rows]
    files: dict[int, list[FileInfo]] = defaultdict(list)
    with_files = [row.id for row in rows if row.has_files and not row.deleted]
    if with_files:
        pairs = await tx.rows(queries.FILES_OF, with_files, into=FileOfMessage)
        infos = await file_infos(tx, sorted({pair.file_id for pair in pairs}))
        for pair in pairs:
            if pair.file_id in infos:
                files[pair.message_id].append(infos[pair.file_id])
    reactions: dict[int, list[ReactionCount]] = defaultdict(list)
    with_reactions = [row.id for row in rows if row.has_reactions and not row.deleted]
    if with_reactions:
        for r in await tx.rows(queries.REACTIONS_OF, to, with_reactions, into=ReactionRow):
            reactions[r.message_id].append(ReactionCount(r.emoji, r.count, r.mine))
    contents = await _contents(tx, rows, to=to)
    return [_message(row, files[row.id], reactions[row.id], contents.get(row.id)) for row in rows]


def _as_of(row: MessageRow, moment: datetime) -> MessageRow:
    """What disappears is gone at its moment, not only when the sweep has come by; from quotes, too."""
    if has_expired(row.expires_at, moment):
        row = msgspec.structs.replace(row, deleted=True, service=None, content=None, expires_at=None)
    if has_expired(row.reply_expires_at, moment):
        row = msgspec.structs.replace(row, reply_excerpt="", reply_deleted=True)
    return row


async def _contents(tx: Tx, rows: Sequence[MessageRow], *, to: int) -> dict[int, Content | None]:
    living = [row for row in rows if not row.deleted and not row.hidden]
    stored = {row.id: read_stored(row.content) for row in living}
    fields = await complete(tx, stored.items(), to=to)
    return {row.id: content_of(stored[row.id], row.expires_at, fields.get(row.id, {})) for row in living}


def _message(
    row: MessageRow, files: list[FileInfo], reactions: list[ReactionCount], content: Content | None
) -> Message:
    gone = row.deleted or row.hidden
    reply = None
    if (
        not gone
        and row.reply_id is not None
        and row.reply_number is not None
        and row.reply_author_id is not None
    ):
        excerpt = row.reply_excerpt or ""
        attachment = None if row.reply_deleted else row.reply_attachment
        reply = Reply(
            row.reply_id, row.reply_number, row.reply_author_id, excerpt, row.reply_deleted, attachment
        )
    return Message(
        id=row.id,
        conversation_id=row.conversation_id,
        number=row.number,
        author_id=row.author_id,
        client_id=row.client_id,
        kind="service" if row.kind == "service" else "text",
        body="" if gone else row.body,
        reply_to=reply,
        files=[] if gone else files,
        mentions=[] if gone else row.mentions,
        reactions=[] if gone else reactions,
        service=msgspec.json.decode(row.service) if row.service else None,
        content=content,
        created_at=row.created_at,
        edited_at=None if gone else row.edited_at,
        deleted=row.deleted,
        hidden=row.hidden,
        important=row.important and not gone,
    )
