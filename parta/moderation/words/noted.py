"""What was only noted: a list for those who moderate the organisation."""

from datetime import datetime

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.moderation.words import queries_following as queries
from parta.organisations.access import require_administrator
from parta.safety.people import PersonBrief, briefs

LAST = 2**62


class NotedMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with a word of the list, and where it was said."""

    id: int
    message_id: int
    author: PersonBrief | None
    chat_title: str
    phrase: str
    sentence: str
    said_at: datetime


class _Noted(msgspec.Struct, frozen=True):
    id: int
    message_id: int
    author_id: int
    phrase: str
    sentence: str
    said_at: datetime
    chat_title: str


async def list_noted(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[NotedMessage]:
    """What was noted, from the newest; the look is written down, for these are pupils' words."""
    await require_administrator(tx, organisation_id, by=by)
    last = decode_key(after, tuple[int])[0] if after else LAST
    rows = await tx.rows(queries.NOTED, organisation_id, last, limit, into=_Noted)
    if rows:
        await tx.audit(
            "noted_messages_read",
            actor_id=by,
            subject=f"organisation:{organisation_id}",
            organisation_id=organisation_id,
            details={"authors": sorted({row.author_id for row in rows})},
        )
    people = {one.id: one for one in await briefs(tx, sorted({row.author_id for row in rows}), to=None)}
    items = [
        NotedMessage(
            id=row.id,
            message_id=row.message_id,
            author=people.get(row.author_id),
            chat_title=row.chat_title,
            phrase=row.phrase,
            sentence=row.sentence,
            said_at=row.said_at,
        )
        for row in rows
    ]
    return Page(items, encode_key(rows[-1].id) if len(rows) == limit else None)
