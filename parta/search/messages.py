"""Finding messages: in one chat or in all of one's own, the newest first, with the words that fit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.messaging.access import find_conversation
from parta.safety.people import PersonBrief, briefs
from parta.search import queries
from parta.search.excerpts import Excerpt, Source, excerpt, meant_words
from parta.search.typed import understand
from parta.search.walking import Filters, Walked, walk

MOST_NUMBERS = 100


class FoundMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A hit: where it stands and what of it fits; `kinds` are those of its files."""

    message_id: int
    conversation_id: int
    number: int
    author_id: int
    at: datetime
    kinds: list[str]
    file_name: str
    excerpt: Excerpt


class ChatOfHits(msgspec.Struct, frozen=True, kw_only=True):
    """A chat that has hits, as far as a list of hits names it."""

    id: int
    kind: Literal["direct", "group", "favourites"]
    title: str
    partner_id: int | None


class FoundMessages(msgspec.Struct, frozen=True, kw_only=True):
    """A page of hits with their authors and chats. It may be empty although `next` goes on further back.

    `filling`: older messages are not all indexed yet, so not everything is found.
    """

    items: list[FoundMessage]
    people: list[PersonBrief]
    chats: list[ChatOfHits]
    next: str | None
    filling: bool


class Numbers(msgspec.Struct, frozen=True):
    """Where in a chat the hits stand, the newest first."""

    items: list[int]
    next: str | None = None


class _Details(msgspec.Struct, frozen=True, kw_only=True):
    message_id: int
    conversation_id: int
    number: int
    author_id: int
    at: datetime
    body: str
    file_names: list[str]
    kinds: list[str]
    transcript: str
    poll: str

    @property
    def texts(self) -> list[tuple[Source, str]]:
        names: list[tuple[Source, str]] = [("file", name) for name in self.file_names]
        return [("text", self.body), *names, ("transcript", self.transcript), ("poll", self.poll)]


class _Place(msgspec.Struct, frozen=True):
    id: int
    number: int


async def search_messages(
    tx: Tx, typed: str, filters: Filters, *, after: str | None, limit: int, by: int, locale: str
) -> FoundMessages:
    """Find messages that `by` may see now; NotFound for a chat of strangers.

    Without words and filters there is no question, and nothing is found.
    """
    words, walked = await _ask(tx, typed, filters, after=after, limit=limit, by=by)
    items = await _show(tx, [hit.message_id for hit in walked.hits], words)
    chats = await tx.rows(
        queries.CHATS, sorted({item.conversation_id for item in items}), by, into=ChatOfHits
    )
    people = {item.author_id for item in items} | {chat.partner_id for chat in chats if chat.partner_id}
    return FoundMessages(
        items=items,
        # Whoever wrote in a chat of mine may be shown with it: the door to the chat is open.
        people=await briefs(tx, sorted(people), to=None, locale=locale),
        chats=chats,
        next=encode_key(*walked.key) if walked.key else None,
        filling=walked.filling,
    )


async def find_numbers(
    tx: Tx, typed: str, filters: Filters, *, after: str | None, limit: int, by: int
) -> Numbers:
    """Find where in a chat the hits stand, so that one can step from one to the next."""
    _, walked = await _ask(tx, typed, filters, after=after, limit=limit, by=by)
    ids = [hit.message_id for hit in walked.hits]
    numbers = {row.id: row.number for row in await tx.rows(queries.NUMBERS, ids, into=_Place)}
    return Numbers(
        [numbers[one] for one in ids if one in numbers], encode_key(*walked.key) if walked.key else None
    )


async def _ask(
    tx: Tx, typed: str, filters: Filters, *, after: str | None, limit: int, by: int
) -> tuple[str, Walked]:
    if filters.conversation_id is not None:
        await find_conversation(tx, filters.conversation_id, to=by)
    key = decode_key(after, tuple[datetime, int]) if after else None
    question = await understand(
        tx, typed, author_id=filters.author_id, kind=filters.kind, staff=filters.from_teachers
    )
    nothing = Filters(conversation_id=filters.conversation_id)
    if question is None or (not question.everything and filters == nothing):
        return "", Walked([], None, filling=False)
    return question.words, await walk(tx, question, filters, after=key, limit=limit, me=by)


async def _show(tx: Tx, message_ids: Sequence[int], words: str) -> list[FoundMessage]:
    """Hits in their order, with excerpts from what the messages say now."""
    if not message_ids:
        return []
    rows = {row.message_id: row for row in await tx.rows(queries.DETAILS, message_ids, into=_Details)}
    meant = await meant_words(tx, [row.texts for row in rows.values()], words)
    return [
        FoundMessage(
            message_id=row.message_id,
            conversation_id=row.conversation_id,
            number=row.number,
            author_id=row.author_id,
            at=row.at,
            kinds=row.kinds,
            file_name=row.file_names[0] if row.file_names else "",
            excerpt=excerpt(row.texts, meant),
        )
        for row in (rows[one] for one in message_ids if one in rows)
    ]
