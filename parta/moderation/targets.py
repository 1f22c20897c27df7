"""What one may complain of: what one sees. The doors are those of the rooms that show it."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.messaging.access import find_conversation, find_living_message
from parta.moderation import evidence, queries
from parta.moderation.access import TargetKind
from parta.moderation.evidence import Evidence
from parta.safety.people import briefs


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Something complained of, who answers for it, and whose moderators look into it."""

    kind: TargetKind
    id: int
    conversation_id: int | None = None
    accused_id: int | None
    organisation_ids: list[int]
    evidence: Evidence


async def find_target(tx: Tx, kind: TargetKind, target_id: int, *, by: int) -> Target:
    """Find what somebody complains of, as they see it; NotFound where they see nothing."""
    if kind == "message":
        return await _message(tx, target_id, by)
    if kind == "chat":
        return await _chat(tx, target_id, by)
    return await _person(tx, target_id, by)


async def _message(tx: Tx, message_id: int, by: int) -> Target:
    message = await find_living_message(tx, message_id, to=by)
    if message.author_id == by:
        raise Conflict("own_report")
    if message.kind != "text":
        raise Conflict("nothing_to_report")
    chat = message.conversation_id
    return Target(
        kind="message",
        id=message_id,
        conversation_id=chat,
        accused_id=message.author_id,
        organisation_ids=await _organisations(tx, chat, [message.author_id, by], by=by),
        evidence=await evidence.around_message(tx, chat, message.number, by=by),
    )


async def _chat(tx: Tx, conversation_id: int, by: int) -> Target:
    conversation = await find_conversation(tx, conversation_id, to=by)
    if conversation.kind == "favourites":
        raise Conflict("own_report")
    answerable: int | None = await tx.value(queries.ANSWERABLE, conversation_id, by)
    people = [by] if answerable is None else [answerable, by]
    return Target(
        kind="chat",
        id=conversation_id,
        conversation_id=conversation_id,
        accused_id=answerable,
        organisation_ids=await _organisations(tx, conversation_id, people, by=by),
        evidence=await evidence.latest_of_chat(tx, conversation_id, by=by),
    )


async def _person(tx: Tx, person_id: int, by: int) -> Target:
    if person_id == by:
        raise Conflict("own_report")
    if not await briefs(tx, [person_id], to=by):
        raise NotFound
    return Target(
        kind="person",
        id=person_id,
        accused_id=person_id,
        organisation_ids=await tx.values(queries.ORGANISATIONS_OF, [person_id, by]),
        evidence=Evidence(),
    )


async def _organisations(tx: Tx, conversation_id: int, people: list[int], *, by: int) -> list[int]:
    """The chat's own; for a chat of none those of the people concerned."""
    conversation = await find_conversation(tx, conversation_id, to=by)
    if conversation.organisation_id is not None:
        return [conversation.organisation_id]
    found: list[int] = await tx.values(queries.ORGANISATIONS_OF, people)
    return found
