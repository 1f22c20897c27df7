"""Answering with one emoji."""

import re
from datetime import UTC, datetime

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.core.http.paging import Page, decode_key, encode_key
from parta.messaging import queries_changes as queries
from parta.messaging.access import VisibleMessage, find_living_message, find_visible_message
from parta.messaging.events import NOBODY, ReactionAdded, ReactionRemoved
from parta.messaging.order.events import ReactionMarked
from parta.messaging.shapes import Reactor
from parta.safety.people import briefs

MOST_BY_ONE = 3

# One emoji, as Unicode UTS #51 builds them: a keycap, a flag of two letters, a flag by tags, or pictographs
# with a variation or a skin tone, joined. No letters of any script, so that nothing can spell a word.
_PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23fa\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f004\U0001f0cf\U0001f170-\U0001f19a\U0001f201-\U0001f251\U0001f300-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?"
)
EMOJI = re.compile(
    "[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f"
    f"|{_PICTOGRAPH}(?:\u200d{_PICTOGRAPH}){{0,7}}"
)


class ReactorRow(msgspec.Struct, frozen=True):
    """Who reacted, as stored."""

    emoji: str
    person_id: int
    created_at: datetime


async def add_reaction(tx: Tx, message_id: int, emoji: str, *, by: int) -> None:
    """Reacting twice with one emoji is one reaction, and nobody hears the second."""
    if not EMOJI.fullmatch(emoji):
        raise Invalid("reaction_invalid", field="emoji")
    message = await find_living_message(tx, message_id, to=by)
    if await tx.value(queries.LOCK_MESSAGE, message_id) is None:
        raise Conflict("message_deleted")
    mine = await tx.values(queries.REACTIONS_BY, message_id, by)
    if emoji not in mine and len(mine) >= MOST_BY_ONE:
        raise Conflict("too_many_reactions")
    if await tx.run(queries.ADD_REACTION, message_id, by, emoji):
        _tell(tx, ReactionAdded, message, emoji, by=by)


async def remove_reaction(tx: Tx, message_id: int, emoji: str, *, by: int) -> None:
    """Take one's reaction back; taking back what is not there is nothing."""
    message = await find_visible_message(tx, message_id, to=by)
    if await tx.run(queries.REMOVE_REACTION, message_id, by, emoji):
        _tell(tx, ReactionRemoved, message, emoji, by=by)


def _tell(
    tx: Tx,
    what: type[ReactionAdded] | type[ReactionRemoved],
    message: VisibleMessage,
    emoji: str,
    *,
    by: int,
) -> None:
    """Where the list of members is hidden nobody hears whose reaction it is, except one's own devices."""
    place = {"conversation_id": message.conversation_id, "message_id": message.id, "number": message.number}
    hidden = message.members_hidden
    tx.emit(what(**place, person_id=NOBODY if hidden else by, emoji=emoji))
    if hidden:
        tx.emit(ReactionMarked(**place, person_id=by, emoji=emoji, on=what is ReactionAdded))


async def list_reactors(tx: Tx, message_id: int, *, after: str | None, limit: int, by: int) -> Page[Reactor]:
    """Tell who reacted and how, the earliest first."""
    message = await find_visible_message(tx, message_id, to=by)
    key = decode_key(after, tuple[datetime, int, str]) if after else (datetime(1970, 1, 1, tzinfo=UTC), 0, "")
    hidden = (message.hides_members, by, message.conversation_id)
    rows = await tx.rows(queries.REACTORS, message_id, *key, limit, *hidden, into=ReactorRow)
    people = {p.id: p for p in await briefs(tx, {row.person_id for row in rows}, to=None)}
    items = [Reactor(emoji=row.emoji, person=people[row.person_id], at=row.created_at) for row in rows]
    last = rows[-1] if len(rows) == limit else None
    return Page(items, encode_key(last.created_at, last.person_id, last.emoji) if last else None)
