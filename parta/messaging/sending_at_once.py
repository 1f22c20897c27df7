"""The short way: plain messages in one statement that is its own transaction.

Most of what is said is text and nothing else. Five round trips of a transaction
cost a lone message more than all the rest of its way; this is one. Whatever the
statement does not take (refused, repeated, still a request) goes the long way in
`sending`, which knows all the rules and says why.
"""

from collections.abc import Sequence

import msgspec

from parta.core.bus import Nudge
from parta.core.clock import now
from parta.core.db import Database
from parta.core.event_log import LoggedEvent
from parta.core.events import GATHERERS, LISTENERS
from parta.messaging import queries
from parta.messaging.audiences import audience_in
from parta.messaging.drafts import Draft
from parta.messaging.events import MessageAdded
from parta.messaging.shapes import Message

# Stand in for what only the database knows; the first of each in the event's JSON is the real place.
NO_ID, NO_NUMBER = -1, -2
ID_MARK, NUMBER_MARK = f'"id":{NO_ID},', f'"number":{NO_NUMBER},'


class PostedAtOnce(msgspec.Struct, frozen=True):
    """A message that was written, and its event as it lies in the log."""

    place: int
    id: int
    number: int
    stream: str
    seq: int
    body: str


def are_plain(drafts: Sequence[Draft]) -> bool:
    """Whether all drafts can go the short way: text alone, nothing said twice, and no room that listens."""
    if LISTENERS.get(MessageAdded) or GATHERERS.get(MessageAdded):
        return False
    if len({(draft.author_id, draft.client_id) for draft in drafts}) < len(drafts):
        return False
    return not any(
        d.reply_to_id
        or d.file_ids
        or d.mentions
        or d.service
        or d.content
        or d.forwarded
        or audience_in(d.body)
        for d in drafts
    )


async def post_at_once(db: Database, drafts: Sequence[Draft]) -> dict[int, Message]:
    """Post plain drafts; returns the messages by the place of their draft, without those that were not taken."""
    moment = now()
    messages = [
        Message(
            id=NO_ID,
            conversation_id=draft.conversation_id,
            number=NO_NUMBER,
            author_id=draft.author_id,
            client_id=draft.client_id,
            body=draft.body,
            created_at=moment,
        )
        for draft in drafts
    ]
    pieces = [_pieces(message) for message in messages]
    records = await db.fetch_alone(
        queries.POST_AT_ONCE,
        [draft.conversation_id for draft in drafts],
        [draft.author_id for draft in drafts],
        [draft.client_id for draft in drafts],
        [draft.body for draft in drafts],
        [head for head, _, _ in pieces],
        [middle for _, middle, _ in pieces],
        [tail for _, _, tail in pieces],
        moment,
    )
    posted = [PostedAtOnce(*record) for record in records]
    if posted:
        db.bus.publish(Nudge([LoggedEvent(p.stream, p.seq, "message_added", p.body) for p in posted]))
    return {p.place: msgspec.structs.replace(messages[p.place], id=p.id, number=p.number) for p in posted}


def _pieces(message: Message) -> tuple[str, str, str]:
    """Cut the event where the id and the number go."""
    event = MessageAdded(conversation_id=message.conversation_id, message=message)
    head, _, rest = msgspec.json.encode(event).decode().partition(ID_MARK)
    middle, _, tail = rest.partition(NUMBER_MARK)
    return f'{head}"id":', f',{middle}"number":', f",{tail}"
