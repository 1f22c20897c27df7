"""What was attached in a chat, by kind, newest first: as far as the one who asks may see the messages."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.files.info import FileInfo, file_infos
from parta.messaging import queries_attachments as queries
from parta.messaging.access import find_conversation
from parta.messaging.drafts import LARGEST_ID
from parta.safety.people import PersonBrief, briefs

AttachmentKind = Literal["media", "image", "video", "voice", "audio", "document", "link"]

# What of `message_files.kind` belongs to what people look for.
KINDS: dict[AttachmentKind, tuple[str, ...]] = {
    "media": ("image", "video"),
    "image": ("image",),
    "video": ("video",),
    "voice": ("voice", "circle"),
    "audio": ("audio",),
    "document": ("document",),
}

# As the client finds them (web/src/messaging/text/format.ts): they end before punctuation of the sentence.
LINK = re.compile(r"https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]}'*]", re.IGNORECASE)
MOST_LINKS = 20  # of one message
BEYOND_POSITION = 1000


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file or a link, and the message to jump to; `excerpt` is how its text begins."""

    message_id: int
    number: int
    author_id: int
    at: datetime
    excerpt: str
    file: FileInfo | None = None
    link: str | None = None


class AttachmentList(msgspec.Struct, frozen=True):
    """A page of attachments with the people who sent them."""

    items: list[Attachment]
    people: list[PersonBrief]
    next: str | None = None


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    """A file in its message."""

    message_id: int
    number: int
    position: int
    file_id: int
    author_id: int
    created_at: datetime
    excerpt: str


class LinkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A message that has links."""

    message_id: int
    number: int
    author_id: int
    created_at: datetime
    body: str


async def list_attachments(
    tx: Tx, conversation_id: int, kind: AttachmentKind, *, after: str | None, limit: int, by: int
) -> AttachmentList:
    """List what of a kind was attached, newest first."""
    await find_conversation(tx, conversation_id, to=by)
    if kind == "link":
        items, key = await _links(tx, conversation_id, after=after, limit=limit, by=by)
    else:
        items, key = await _files(tx, conversation_id, KINDS[kind], after=after, limit=limit, by=by)
    people = await briefs(tx, sorted({item.author_id for item in items}), to=None)
    return AttachmentList(items, people, key)


async def _files(
    tx: Tx, conversation_id: int, kinds: Sequence[str], *, after: str | None, limit: int, by: int
) -> tuple[list[Attachment], str | None]:
    number, position = decode_key(after, tuple[int, int]) if after else (LARGEST_ID, BEYOND_POSITION)
    rows = await tx.rows(
        queries.OF_KINDS,
        conversation_id,
        list(kinds),
        min(number, LARGEST_ID),
        min(position, BEYOND_POSITION),
        by,
        limit,
        now(),
        into=FileRow,
    )
    infos = await file_infos(tx, [row.file_id for row in rows])
    items = [
        Attachment(
            message_id=row.message_id,
            number=row.number,
            author_id=row.author_id,
            at=row.created_at,
            excerpt=row.excerpt,
            file=infos[row.file_id],
        )
        for row in rows
        if row.file_id in infos
    ]
    return items, encode_key(rows[-1].number, rows[-1].position) if len(rows) == limit else None


async def _links(
    tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int
) -> tuple[list[Attachment], str | None]:
    before = min(decode_key(after, tuple[int])[0], LARGEST_ID) if after else LARGEST_ID
    rows = await tx.rows(queries.WITH_LINKS, conversation_id, before, by, limit, now(), into=LinkRow)
    items = [
        Attachment(
            message_id=row.message_id,
            number=row.number,
            author_id=row.author_id,
            at=row.created_at,
            excerpt=row.body[:140],
            link=link,
        )
        for row in rows
        for link in links_of(row.body)
    ]
    return items, encode_key(rows[-1].number) if len(rows) == limit else None


def links_of(body: str) -> list[str]:
    """The links of a text in their order, each once."""
    return list(dict.fromkeys(LINK.findall(body)))[:MOST_LINKS]
