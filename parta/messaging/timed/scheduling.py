"""Messages for later: kept with their files, posted once at their moment like any other message.

In Russian: «отправить позже», «запланированные сообщения». What may not be said when the moment
comes is kept with the reason, for its author to see.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound, Problem, sentence
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.files.attaching import attachable_files, register_use, release_files
from parta.files.info import FileInfo, file_infos
from parta.messaging.access import MyConversation, find_conversation
from parta.messaging.content import NewContent
from parta.messaging.drafts import Draft, checked
from parta.messaging.events import ScheduledChanged, ScheduledRefused
from parta.messaging.order.holding import Held
from parta.messaging.sending import post_messages
from parta.messaging.shapes import Message
from parta.messaging.timed import queries_scheduling as queries

MOST_IN_CHAT = 100
FURTHEST = timedelta(days=366)


class Refused(msgspec.Struct, frozen=True):
    """Why it could not be posted."""

    code: str
    detail: str


class Scheduled(msgspec.Struct, frozen=True, kw_only=True):
    """A message for later, as its author sees it; `refused` when its moment has come and it was not let through."""

    id: int
    conversation_id: int
    client_id: UUID
    at: datetime
    body: str
    reply_to_id: int | None
    files: list[FileInfo]
    mentions: list[int]
    content: NewContent | None
    refused: Refused | None
    created_at: datetime


class ScheduledRow(msgspec.Struct, frozen=True, kw_only=True):
    """The same as it is stored."""

    id: int
    conversation_id: int
    author_id: int
    client_id: UUID
    due_at: datetime
    body: str
    reply_to_id: int | None
    mentions: list[int]
    content: str | None
    refused: str | None
    created_at: datetime
    file_ids: list[int]

    def draft(self) -> Draft:
        """Make what the pipeline takes."""
        return Draft(
            conversation_id=self.conversation_id,
            author_id=self.author_id,
            client_id=self.client_id,
            body=self.body,
            reply_to_id=self.reply_to_id,
            file_ids=tuple(self.file_ids),
            mentions=tuple(self.mentions),
            content=_read(self.content),
            absent=True,
        )


class PostScheduled(Job, frozen=True):
    """Post it, if this is still its moment; whoever changes the moment leaves another job."""

    scheduled_id: int
    at: datetime


async def schedule(tx: Tx, draft: Draft, at: datetime, *, language: str) -> Scheduled:
    """Keep a message until its moment, at most a year ahead; the same `client_id` again is the same message."""
    draft = checked(draft)
    conversation = await find_conversation(tx, draft.conversation_id, to=draft.author_id)
    _require_open(conversation)
    if await tx.value(queries.LOCK_PLACE, draft.conversation_id, draft.author_id) is None:
        raise NotFound
    known = await tx.row(queries.BY_CLIENT_ID, draft.author_id, draft.client_id, into=ScheduledRow)
    if known is not None:
        return await _told(tx, known, language=language)
    at = _moment(at)
    if await tx.value(queries.COUNT, draft.conversation_id, draft.author_id) >= MOST_IN_CHAT:
        raise Conflict("too_many_scheduled")
    if draft.reply_to_id is not None and not await tx.value(
        queries.REPLY_EXISTS, draft.reply_to_id, draft.conversation_id
    ):
        raise Invalid("reply_not_found", field="reply_to_id")
    await attachable_files(tx, draft.file_ids, by=draft.author_id)
    return await _told(tx, await _add(tx, draft, at), language=language)


async def _add(tx: Tx, draft: Draft, at: datetime) -> ScheduledRow:
    scheduled_id = await tx.value(
        queries.ADD,
        draft.conversation_id,
        draft.author_id,
        draft.client_id,
        at,
        draft.body,
        draft.reply_to_id,
        list(draft.mentions),
        _stored(draft.content),
    )
    if scheduled_id is None:  # the same in another chat
        raise Conflict("client_id_used")
    await tx.run(queries.ATTACH, scheduled_id, list(draft.file_ids))
    await tx.enqueue(PostScheduled(scheduled_id=scheduled_id, at=at), due_at=at)
    await _announce(tx, draft.conversation_id, draft.author_id)
    return await find_scheduled(tx, scheduled_id, by=draft.author_id)


async def find_scheduled(tx: Tx, scheduled_id: int, *, by: int) -> ScheduledRow:
    """Find one's own message for later and lock it; another person's is NotFound."""
    row = await tx.row(queries.OWN_LOCKED, scheduled_id, by, into=ScheduledRow)
    if row is None:
        raise NotFound
    return row


async def list_scheduled(
    tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int, language: str
) -> Page[Scheduled]:
    """List what one wants to say here later, the soonest first."""
    await find_conversation(tx, conversation_id, to=by)
    key = decode_key(after, tuple[datetime, int]) if after else (datetime(1970, 1, 1, tzinfo=UTC), 0)
    rows = await tx.rows(queries.OF_CHAT, conversation_id, by, *key, limit, into=ScheduledRow)
    infos = await file_infos(tx, sorted({f for row in rows for f in row.file_ids}))
    last = rows[-1] if len(rows) == limit else None
    return Page(
        [_shown(row, infos, language) for row in rows], encode_key(last.due_at, last.id) if last else None
    )


async def change_scheduled(
    tx: Tx, row: ScheduledRow, draft: Draft, at: datetime, *, by: int, language: str
) -> Scheduled:
    """Say something else, or at another time; a refused message gets another chance."""
    draft = checked(draft)
    at = row.due_at if row.refused is None and at == row.due_at else _moment(at)
    await attachable_files(tx, draft.file_ids, by=by)
    await tx.run(queries.CHANGE, row.id, at, draft.body, list(draft.mentions), _stored(draft.content))
    await tx.run(queries.DETACH, row.id)
    await tx.run(queries.ATTACH, row.id, list(draft.file_ids))
    if left := sorted(set(row.file_ids) - set(draft.file_ids)):
        await release_files(tx, left)
    if at != row.due_at or row.refused is not None:
        await tx.enqueue(PostScheduled(scheduled_id=row.id, at=at), due_at=at)
    await _announce(tx, row.conversation_id, by)
    return await _told(tx, await find_scheduled(tx, row.id, by=by), language=language)


async def forget_scheduled(tx: Tx, scheduled_id: int, *, by: int) -> None:
    """Not say it after all."""
    row = await find_scheduled(tx, scheduled_id, by=by)
    await tx.run(queries.REMOVE, row.id)
    if row.file_ids:
        await release_files(tx, row.file_ids)
    await _announce(tx, row.conversation_id, by)


async def send_now(tx: Tx, scheduled_id: int, *, by: int) -> Message:
    """Say it at once; refused, it stays for later and the Problem is raised."""
    row = await find_scheduled(tx, scheduled_id, by=by)
    outcome = await _post(tx, row)
    if isinstance(outcome, Problem):
        raise outcome
    return outcome


@performs(PostScheduled)
async def post_scheduled(tx: Tx, job: PostScheduled) -> None:
    """Post a message whose moment has come: it, its row and this job end in one transaction, so it is said once."""
    row = await tx.row(queries.DUE_LOCKED, job.scheduled_id, into=ScheduledRow)
    if row is None or row.due_at != job.at or row.refused is not None:
        return
    outcome = await _post(tx, row)
    if isinstance(outcome, Problem) and not isinstance(outcome, Held):
        await tx.run(queries.REFUSE, row.id, outcome.code)
        tx.emit(
            ScheduledRefused(
                person_id=row.author_id,
                conversation_id=row.conversation_id,
                scheduled_id=row.id,
                code=outcome.code,
            )
        )


async def _post(tx: Tx, row: ScheduledRow) -> Message | Problem:
    [outcome] = await post_messages(tx, [row.draft()])
    # Held for approval it is out of the author's hands, too: it waits for an administrator now.
    if isinstance(outcome, Message | Held):
        await tx.run(queries.REMOVE, row.id)
        await _announce(tx, row.conversation_id, row.author_id)
    return outcome


@register_use
async def reserved(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Files that wait with a message are in use."""
    return set(await tx.values(queries.RESERVED, list(ids)))


def _moment(at: datetime) -> datetime:
    """Refuse what is over or more than a year ahead; moments are kept to the second."""
    if at.tzinfo is None:
        raise Invalid("invalid", field="at")
    moment = now()
    if not moment < at <= moment + FURTHEST:
        raise Invalid("scheduled_when", field="at")
    return at.astimezone(UTC)


def _require_open(conversation: MyConversation) -> None:
    if conversation.closed:
        raise Conflict("conversation_closed")
    if conversation.request_state is not None:
        raise Conflict("request_waiting")


async def _announce(tx: Tx, conversation_id: int, person_id: int) -> None:
    count: int = await tx.value(queries.COUNT, conversation_id, person_id)
    tx.emit(ScheduledChanged(person_id=person_id, conversation_id=conversation_id, count=count))


async def _told(tx: Tx, row: ScheduledRow, *, language: str) -> Scheduled:
    return _shown(row, await file_infos(tx, row.file_ids), language)


def _shown(row: ScheduledRow, infos: dict[int, FileInfo], language: str) -> Scheduled:
    return Scheduled(
        id=row.id,
        conversation_id=row.conversation_id,
        client_id=row.client_id,
        at=row.due_at,
        body=row.body,
        reply_to_id=row.reply_to_id,
        files=[infos[f] for f in row.file_ids if f in infos],
        mentions=row.mentions,
        content=_read(row.content),
        refused=None if row.refused is None else Refused(row.refused, sentence(row.refused, language)),
        created_at=row.created_at,
    )


def _stored(content: NewContent | None) -> str | None:
    return None if content is None else msgspec.json.encode(content).decode()


def _read(content: str | None) -> NewContent | None:
    return None if content is None else msgspec.json.decode(content, type=NewContent)
