"""Handing messages on to other chats, in the name of whoever said them first.

In Russian: «переслать». Each chat gets all or nothing, and one that refuses does not stop the others.
Files are handed on by reference: whoever is in the new chat is let through to them by its messages.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem
from parta.messaging import queries_forwarding as queries
from parta.messaging.content import Forwarded, NewContent
from parta.messaging.drafts import LARGEST_ID, Draft, clean_body
from parta.messaging.history import messages_by_id
from parta.messaging.sending import post_messages
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief, briefs

MOST_MESSAGES = 100
MOST_CONVERSATIONS = 12


class SourceRow(msgspec.Struct, frozen=True):
    """What decides whether a message may be handed on."""

    id: int
    conversation_id: int
    kind: str
    disappearing: bool
    deleted: bool
    forwarding_forbidden: bool


class Forward(msgspec.Struct, frozen=True, kw_only=True):
    """What to hand on, and where; the same `client_id` again does nothing twice."""

    message_ids: tuple[int, ...]
    conversation_ids: tuple[int, ...]
    client_id: UUID
    comment: str = ""


class Delivered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one chat: its new messages, or why there are none."""

    conversation_id: int
    message_ids: list[int] = msgspec.field(default_factory=list)
    problem: Problem | None = None


class Refused(Exception):
    """One chat said no; what was written there for it is taken back."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def checked(forward: Forward) -> Forward:
    """Return it with a clean comment and nothing named twice; raises Invalid beyond the limits."""
    messages = tuple(sorted(set(forward.message_ids)))
    chats = tuple(dict.fromkeys(forward.conversation_ids))
    if not messages or not chats:
        raise Invalid("nothing_to_forward", field="conversation_ids" if messages else "message_ids")
    if len(messages) > MOST_MESSAGES:
        raise Invalid("too_many_to_forward", field="message_ids")
    if len(chats) > MOST_CONVERSATIONS:
        raise Invalid("too_many_targets", field="conversation_ids")
    if any(abs(one) > LARGEST_ID for one in messages):
        raise NotFound
    return msgspec.structs.replace(
        forward, message_ids=messages, conversation_ids=chats, comment=clean_body(forward.comment)
    )


async def forward_messages(db: Database, forward: Forward, *, by: int) -> list[Delivered]:
    """Hand messages on to chats, in the order they were said, the comment before them.

    Raises NotFound when one of them is not there for the one who asks, Conflict when one may not be handed on.
    """
    forward = checked(forward)
    async with db.transaction() as tx:
        parts = {chat: client_ids(forward, chat) for chat in forward.conversation_ids}
        done = await _done_before(tx, parts, by=by)
        left = [chat for chat in parts if chat not in done]
        drafts = await _drafts(tx, forward, by=by) if left else []
    return [
        Delivered(conversation_id=chat, message_ids=done[chat])
        if chat in done
        else await _deliver(db, chat, drafts, parts[chat])
        for chat in parts
    ]


def client_ids(forward: Forward, conversation_id: int) -> list[UUID]:
    """Name every message that a chat will get, the same at every try."""
    pieces = ["comment"] if forward.comment else []
    pieces += [str(message_id) for message_id in forward.message_ids]
    return [uuid5(forward.client_id, f"{conversation_id} {piece}") for piece in pieces]


async def _done_before(tx: Tx, parts: dict[int, list[UUID]], *, by: int) -> dict[int, list[int]]:
    """Chats that an earlier try has served; its answer was lost on the way."""
    last = {ids[-1]: chat for chat, ids in parts.items()}
    served = [last[client_id] for client_id in await tx.values(queries.DONE, by, list(last))]
    return {chat: await tx.values(queries.IDS_OF, by, parts[chat]) for chat in served}


async def _drafts(tx: Tx, forward: Forward, *, by: int) -> list[Draft]:
    """Say it all once more, as drafts for no chat yet."""
    rows = await tx.rows(queries.SOURCES, list(forward.message_ids), by, now(), into=SourceRow)
    if len(rows) < len(forward.message_ids):
        raise NotFound
    for row in rows:
        _refuse_unforwardable(row)
    messages = await messages_by_id(tx, forward.message_ids, to=by)
    people = {p.id: p for p in await briefs(tx, sorted({m.author_id for m in messages.values()}), to=None)}
    copies = [_copy(messages[message_id], people, by=by) for message_id in forward.message_ids]
    comment = Draft(conversation_id=0, author_id=by, client_id=forward.client_id, body=forward.comment)
    return [comment, *copies] if forward.comment else copies


def _refuse_unforwardable(row: SourceRow) -> None:
    """What was said for a while only, or for this chat only, stays there."""
    if row.deleted:
        raise Conflict("message_deleted")
    if row.kind != "text":
        raise Conflict("not_forwardable")
    if row.disappearing:
        raise Conflict("disappearing_not_forwardable")
    if row.forwarding_forbidden:
        raise Conflict("forwarding_forbidden")


def _copy(message: Message, people: dict[int, PersonBrief], *, by: int) -> Draft:
    """The words and files without what belongs to the chat they were said in: quote, mentions, marks, votes."""
    content = message.content
    first = None if content is None else content.forwarded
    return Draft(
        conversation_id=0,
        author_id=by,
        client_id=message.client_id,
        body=_words(message),
        file_ids=tuple(file.id for file in message.files),
        content=None if content is None or content.sticker is None else NewContent(sticker=content.sticker),
        forwarded=first or _said_first(message.author_id, people.get(message.author_id), message.created_at),
    )


def _words(message: Message) -> str:
    """A poll cannot be answered elsewhere: what goes on is its question, with the answers one could give."""
    poll = None if message.content is None else message.content.poll
    if poll is None:
        return message.body
    return "\n".join([f"📊 {poll.question}", *(f"• {option}" for option in poll.options)])


def _said_first(author_id: int, author: PersonBrief | None, at: datetime) -> Forwarded:
    name = "" if author is None else f"{author.given_name} {author.family_name}".strip()
    return Forwarded(author_id=author_id, author_name=name, at=at)


async def _deliver(
    db: Database, conversation_id: int, drafts: Sequence[Draft], ids: Sequence[UUID]
) -> Delivered:
    """Write everything into one chat, or nothing."""
    mine = [
        msgspec.structs.replace(draft, conversation_id=conversation_id, client_id=client_id)
        for draft, client_id in zip(drafts, ids, strict=True)
    ]
    try:
        if abs(conversation_id) > LARGEST_ID:
            raise NotFound
        async with db.transaction() as tx:
            outcomes = await post_messages(tx, mine)
            problem = next((one for one in outcomes if isinstance(one, Problem)), None)
            if problem is not None and not problem.keeps_changes:
                raise Refused(problem)
    except Refused as refused:
        return Delivered(conversation_id=conversation_id, problem=refused.problem)
    except NotFound as absent:
        return Delivered(conversation_id=conversation_id, problem=absent)
    said = [one.id for one in outcomes if isinstance(one, Message)]
    return Delivered(conversation_id=conversation_id, message_ids=said, problem=problem)
