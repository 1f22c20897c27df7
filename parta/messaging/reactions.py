"""Answering with one emoji."""

import re
from datetime import UTC, datetime

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.core.http.paging import Page, decode_key, encode_key
from parta.messaging import queries_changes as queries
from parta.messaging.access import find_living_message, find_visible_message
from parta.messaging.events import ReactionAdded, ReactionRemoved
from parta.messaging.shapes import Reactor
from parta.safety.people import briefs

MOST_BY_ONE = 3

# One emoji: pictographs, flags and keycaps with their modifiers and joiners (Unicode UTS #51),
# and nothing that could spell a word.
EMOJI = re.compile(
    "^(?:[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
    "(?:[\ufe0f\u200d\u20e3\u2640\u2642\u2695-\u2764\U0001f000-\U0001faff\U000e0020-\U000e007f]){0,14})$"
)


class ReactorRow(msgspec.Struct, frozen=True):
    """Who reacted, as stored."""

    emoji: str
    person_id: int
    created_at: datetime


async def add_reaction(tx: Tx, message_id: int, emoji: str, *, by: int) -> None:
    """Reacting twice with one emoji is one reaction, and nobody hears the second."""
    if not EMOJI.match(emoji):
        raise Invalid("reaction_invalid", field="emoji")
    message = await find_living_message(tx, message_id, to=by)
    await tx.run(queries.LOCK_MESSAGE, message_id)
    mine = await tx.values(queries.REACTIONS_BY, message_id, by)
    if emoji not in mine and len(mine) >= MOST_BY_ONE:
        raise Conflict("too_many_reactions")
    if await tx.run(queries.ADD_REACTION, message_id, by, emoji):
        tx.emit(
            ReactionAdded(
                conversation_id=message.conversation_id,
                message_id=message_id,
                number=message.number,
                person_id=by,
                emoji=emoji,
            )
        )


async def remove_reaction(tx: Tx, message_id: int, emoji: str, *, by: int) -> None:
    """Take one's reaction back; taking back what is not there is nothing."""
    message = await find_visible_message(tx, message_id, to=by)
    if await tx.run(queries.REMOVE_REACTION, message_id, by, emoji):
        tx.emit(
            ReactionRemoved(
                conversation_id=message.conversation_id,
                message_id=message_id,
                number=message.number,
                person_id=by,
                emoji=emoji,
            )
        )


async def list_reactors(tx: Tx, message_id: int, *, after: str | None, limit: int, by: int) -> Page[Reactor]:
    """Tell who reacted and how, the earliest first."""
    await find_visible_message(tx, message_id, to=by)
    key = decode_key(after, tuple[datetime, int, str]) if after else (datetime(1970, 1, 1, tzinfo=UTC), 0, "")
    rows = await tx.rows(queries.REACTORS, message_id, *key, limit, into=ReactorRow)
    people = {p.id: p for p in await briefs(tx, {row.person_id for row in rows}, to=None)}
    items = [Reactor(emoji=row.emoji, person=people[row.person_id], at=row.created_at) for row in rows]
    last = rows[-1] if len(rows) == limit else None
    return Page(items, encode_key(last.created_at, last.person_id, last.emoji) if last else None)
