"""Silence for a while: nobody but the administrators writes, or one person does not.

In Russian: «тишина в чате», «запрет писать». A ban holds by its moment alone; a job ends
it when that has come, so that devices learn of it and the chat is plain again.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.jobs import Job, performs
from parta.messaging.access import MyConversation, find_administered_conversation
from parta.messaging.groups import queries_members
from parta.messaging.notices import Notice, say_what_happened
from parta.messaging.order import queries_write_bans as queries
from parta.messaging.order.chat_order import ChatSettings, settings_of
from parta.messaging.order.chat_settings import keep_settings
from parta.messaging.order.events import WriteBanChanged

SHORTEST, LONGEST = 60, 366 * 24 * 3600  # seconds
LONGEST_REASON = 300
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)


class EndWriteBan(Job, frozen=True):
    """A person's ban is over at its moment."""

    conversation_id: int
    person_id: int


class EndSilence(Job, frozen=True):
    """A chat's silence is over at its moment."""

    conversation_id: int


async def ban_from_writing(
    tx: Tx, conversation_id: int, person_id: int, *, seconds: int | None, reason: str, by: int
) -> None:
    """Keep a member from writing for a term, or for good; only this person is told, with the reason.

    Raises Conflict for those who keep order themselves, and where moderators have laid a ban of their own.
    """
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    await _require_member(tx, conversation, person_id)
    until, reason = _moment(seconds), clean_reason(reason)
    if not await tx.run(queries.BAN, conversation_id, person_id, until, reason, by):
        raise Conflict("write_ban_sealed")
    tx.emit(WriteBanChanged(conversation_id=conversation_id, person_id=person_id, until=until, reason=reason))
    if seconds is not None:
        job = EndWriteBan(conversation_id, person_id)
        await tx.enqueue(job, due_at=until, key=f"{conversation_id}:{person_id}")
    details = {"conversation_id": conversation_id, "until": until.isoformat(), "reason": reason}
    await _audit(tx, "write_ban_laid", conversation, f"person:{person_id}", details, by=by)


async def let_write_again(tx: Tx, conversation_id: int, person_id: int, *, by: int) -> None:
    """Lift a member's ban before its time; lifting what is not there is nothing."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    await _require_member(tx, conversation, person_id)
    if await tx.value(queries.IS_SEALED, conversation_id, person_id):
        raise Conflict("write_ban_sealed")
    if await _lift(tx, conversation_id, person_id):
        details = {"conversation_id": conversation_id}
        await _audit(tx, "write_ban_lifted", conversation, f"person:{person_id}", details, by=by)


async def silence(tx: Tx, conversation_id: int, *, seconds: int | None, reason: str, by: int) -> ChatSettings:
    """Let only the administrators write for a term, or until somebody ends it."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    until, reason = _moment(seconds), clean_reason(reason)
    settings = _with_silence(conversation.settings(), until, reason)
    await keep_settings(tx, conversation_id, settings)
    if seconds is not None:
        await tx.enqueue(EndSilence(conversation_id), due_at=until, key=str(conversation_id))
    details = {"until": until.isoformat(), "reason": reason}
    await _audit(tx, "chat_silenced", conversation, f"conversation:{conversation_id}", details, by=by)
    notice = Notice("silence", until=None if seconds is None else until, reason=reason)
    await say_what_happened(tx, conversation_id, notice, by=by)
    return settings


async def end_silence(tx: Tx, conversation_id: int, *, by: int) -> ChatSettings:
    """Let everybody write again before the time."""
    conversation = await find_administered_conversation(tx, conversation_id, to=by)
    if conversation.silent_until is None:
        return conversation.settings()
    settings = _with_silence(conversation.settings(), None, "")
    await keep_settings(tx, conversation_id, settings)
    await _audit(tx, "chat_silence_ended", conversation, f"conversation:{conversation_id}", {}, by=by)
    await say_what_happened(tx, conversation_id, Notice("silence_ended"), by=by)
    return settings


@performs(EndWriteBan)
async def end_write_ban(tx: Tx, job: EndWriteBan) -> None:
    """End a ban whose moment has come; a longer one that was laid since waits for its own."""
    until = await tx.value(queries.BAN_ENDS, job.conversation_id, job.person_id)
    if until is None or until >= FOREVER:
        return
    if until > now():
        await tx.enqueue(job, due_at=until)  # without the key: this job still holds it
        return
    await _lift(tx, job.conversation_id, job.person_id)


@performs(EndSilence)
async def end_silence_in_time(tx: Tx, job: EndSilence) -> None:
    """End a silence whose moment has come; a longer one waits for its own."""
    until = await tx.value(queries.SILENCE_ENDS, job.conversation_id)
    if until is None or until >= FOREVER:
        return
    if until > now():
        await tx.enqueue(job, due_at=until)
        return
    settings = await tx.row(queries.SETTINGS_OF, job.conversation_id, into=ChatSettings)
    if settings is not None:
        await keep_settings(tx, job.conversation_id, _with_silence(settings, None, ""))


def clean_reason(reason: str) -> str:
    """Trim a reason; raises Invalid when it is too long."""
    reason = " ".join(reason.replace("\x00", "").split())
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason_too_long", field="reason")
    return reason


async def _lift(tx: Tx, conversation_id: int, person_id: int) -> bool:
    if not await tx.run(queries.LIFT, conversation_id, person_id):
        return False
    tx.emit(WriteBanChanged(conversation_id=conversation_id, person_id=person_id, until=None))
    return True


async def _require_member(tx: Tx, conversation: MyConversation, person_id: int) -> None:
    role = await tx.value(queries_members.ROLE_OF, conversation.id, person_id)
    if role is None:
        raise NotFound
    if role != "member":
        raise Conflict("administrators_always_write")


def _moment(seconds: int | None) -> datetime:
    if seconds is None:
        return FOREVER
    if not SHORTEST <= seconds <= LONGEST:
        raise Invalid("term_invalid", field="seconds")
    return now() + timedelta(seconds=seconds)


def _with_silence(settings: ChatSettings, until: datetime | None, reason: str) -> ChatSettings:
    return settings_of(msgspec.structs.asdict(settings) | {"silent_until": until, "silence_reason": reason})


async def _audit(
    tx: Tx, action: str, conversation: MyConversation, subject: str, details: dict[str, Any], *, by: int
) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=subject,
        organisation_id=conversation.organisation_id,
        details=details,
    )
