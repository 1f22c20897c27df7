"""Deciding about messages that wait: said in their author's name, or declined with a reason.

Approved, a message goes the way of all messages, once: its `client_id` stays what its
author's device gave it. Deciding twice in the same way is deciding once.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, Problem
from parta.core.http.paging import decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.files.attaching import release_files
from parta.files.info import FileInfo, file_infos
from parta.messaging.access import find_conversation
from parta.messaging.content import NewContent
from parta.messaging.drafts import Draft
from parta.messaging.history import messages_by_id
from parta.messaging.order import queries_holding as queries
from parta.messaging.order.holding import tell_waiting
from parta.messaging.order.write_bans import clean_reason
from parta.messaging.sending import post_messages
from parta.messaging.shapes import Message
from parta.safety.people import PersonBrief, briefs

DECLINED_KEPT = timedelta(days=30)

HeldState = Literal["waiting", "approved", "declined"]


class HeldRow(msgspec.Struct, frozen=True, kw_only=True):
    """A held message as stored."""

    id: int
    conversation_id: int
    author_id: int
    client_id: UUID
    draft: str | None
    state: HeldState
    reason: str
    decided_by: int | None
    created_at: datetime
    # Held for a word of the school's list, not by the order of the chat.
    watched: bool


class HeldMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message that waits, or was declined, as its author and the administrators see it."""

    id: int
    conversation_id: int
    author_id: int
    client_id: UUID
    body: str
    files: list[FileInfo]
    content: NewContent | None
    state: HeldState
    reason: str
    created_at: datetime
    # Held for a word of this organisation's list: told to the staff who decide, never to the author.
    word_list: str = ""


class HeldList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of them, the longest waiting first, with their authors."""

    items: list[HeldMessage]
    people: list[PersonBrief]
    next: str | None = None


class ForgetDeclined(Job, frozen=True):
    """Words that were not said are not kept for ever."""

    held_id: int


async def list_held(tx: Tx, conversation_id: int, *, after: str | None, limit: int, by: int) -> HeldList:
    """List what waits in a chat: all of it to administrators; to others their own, with what was declined."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    key = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(
        queries.PAGE, conversation_id, key, by, conversation.administered, limit, into=HeldRow
    )
    drafts = [msgspec.json.decode(row.draft or "null", type=Draft) for row in rows]
    infos = await file_infos(tx, sorted({file for draft in drafts for file in draft.file_ids}))
    word_list = ""
    if any(row.watched for row in rows):
        word_list = await tx.value(queries.LIST_AS_STAFF_SEES, conversation_id, by) or ""
    return HeldList(
        items=[_held(row, draft, infos, word_list) for row, draft in zip(rows, drafts, strict=True)],
        people=await briefs(tx, sorted({row.author_id for row in rows}), to=None),
        next=encode_key(rows[-1].id) if len(rows) == limit else None,
    )


async def approve(tx: Tx, held_id: int, *, by: int) -> Message:
    """Let a message be said now, in its author's name; returns it. Approving again returns the same message.

    Raises Conflict when it was declined or its author is no longer in the chat.
    """
    held = await _find_to_decide(tx, held_id, by=by)
    if held.state == "approved":
        message_id = await tx.value(queries.SAID, held.author_id, held.client_id)
        if message_id is None:
            raise NotFound
        return (await messages_by_id(tx, [message_id], to=by))[message_id]
    if held.state == "declined":
        raise Conflict("already_decided")
    draft = msgspec.json.decode(held.draft or "null", type=Draft)
    await tx.run(queries.APPROVED, held_id, by, now())
    [outcome] = await post_messages(tx, [msgspec.structs.replace(draft, approved=True, absent=True)])
    if isinstance(outcome, Problem):
        raise Conflict("author_left") if isinstance(outcome, NotFound) else outcome
    await _note(tx, "held_message_approved", held, by=by)
    return outcome


async def decline(tx: Tx, held_id: int, reason: str, *, by: int) -> None:
    """Keep a message from being said; its author sees why. Declining again changes nothing."""
    held = await _find_to_decide(tx, held_id, by=by)
    if held.state == "approved":
        raise Conflict("already_decided")
    if held.state == "declined":
        return
    await tx.run(queries.DECLINED, held_id, by, now(), clean_reason(reason))
    await tx.enqueue(ForgetDeclined(held_id), due_at=now() + DECLINED_KEPT)
    await _note(tx, "held_message_declined", held, by=by)


async def withdraw(tx: Tx, held_id: int, *, by: int) -> None:
    """Let an author take back what was not said yet, or put away what was declined."""
    held = await tx.row(queries.FIND, held_id, by, into=HeldRow)
    if held is None or held.author_id != by or held.state == "approved":
        raise NotFound
    await release_files(tx, await tx.value(queries.FORGET, held_id))
    await tell_waiting(tx, held.conversation_id, author_id=by)


@performs(ForgetDeclined)
async def forget_declined(tx: Tx, job: ForgetDeclined) -> None:
    """Forget a declined message that its author has not put away."""
    await release_files(tx, await tx.value(queries.FORGET_DECLINED, job.held_id) or [])


async def _find_to_decide(tx: Tx, held_id: int, *, by: int) -> HeldRow:
    """Find a held message and lock it; its own author decides nothing, unless they keep order themselves."""
    held = await tx.row(queries.FIND, held_id, by, into=HeldRow)
    if held is None:
        raise NotFound
    if not (await find_conversation(tx, held.conversation_id, to=by)).administered:
        raise Problem("not_an_administrator", status=403)
    if held.watched and not await tx.value(queries.IS_STAFF_OF_CHAT, held.conversation_id, by):
        raise Problem("held_for_staff", status=403)
    return held


async def _note(tx: Tx, action: str, held: HeldRow, *, by: int) -> None:
    await tell_waiting(tx, held.conversation_id, author_id=held.author_id)
    details = {"conversation_id": held.conversation_id, "author_id": held.author_id}
    await tx.audit(action, actor_id=by, subject=f"held_message:{held.id}", details=details)


def _held(row: HeldRow, draft: Draft, infos: dict[int, FileInfo], word_list: str) -> HeldMessage:
    return HeldMessage(
        id=row.id,
        conversation_id=row.conversation_id,
        author_id=row.author_id,
        client_id=row.client_id,
        body=draft.body,
        files=[infos[file] for file in draft.file_ids if file in infos],
        content=draft.content,
        state=row.state,
        reason=row.reason,
        created_at=row.created_at,
        word_list=word_list if row.watched else "",
    )
