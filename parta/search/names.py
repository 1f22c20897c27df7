"""Finding chats by what they are called, typing errors and a forgotten keyboard forgiven."""

from datetime import UTC, datetime
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.safety.people import PersonBrief, briefs
from parta.safety.search import LIKE_ENOUGH, patterns, similar_words
from parta.search import queries_names as queries

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
MOST_SIMILAR = 10


class FoundChat(msgspec.Struct, frozen=True, kw_only=True):
    """A chat of one's own by its name."""

    id: int
    kind: Literal["direct", "group", "favourites"]
    title: str
    automatic: str | None
    members_count: int
    partner_id: int | None
    last_message_at: datetime


class FoundChats(msgspec.Struct, frozen=True, kw_only=True):
    """A page of chats, the one that was talked in last first; `similar` when none fits to the letter."""

    items: list[FoundChat]
    people: list[PersonBrief]
    next: str | None
    similar: bool


async def search_chats(
    tx: Tx, typed: str, *, after: str | None, limit: int, by: int, locale: str
) -> FoundChats:
    """Find one's chats with every typed word at the beginning of a word of their names, or else with like words."""
    key = decode_key(after, tuple[datetime, int]) if after else (FAR_FUTURE, 0)
    wanted = patterns(typed)
    if not wanted:
        return FoundChats(items=[], people=[], next=None, similar=False)
    rows = await tx.rows(queries.CHATS, by, wanted, *key, limit + 1, into=FoundChat)
    similar = False
    if not rows and not after:
        for words in similar_words(typed):
            rows = await tx.rows(
                queries.SIMILAR_CHATS, by, words, LIKE_ENOUGH, min(limit, MOST_SIMILAR), into=FoundChat
            )
            if rows:
                similar = True
                break
    page = rows[:limit]
    partners = sorted({row.partner_id for row in page if row.partner_id is not None})
    return FoundChats(
        items=page,
        people=await briefs(tx, partners, to=None, locale=locale),
        next=encode_key(page[-1].last_message_at, page[-1].id) if len(rows) > limit else None,
        similar=similar,
    )
