"""Changing one's words, and taking them back."""

from datetime import timedelta
from typing import Literal

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, Problem
from parta.messaging import queries, queries_changes
from parta.messaging.access import find_living_message, find_visible_message
from parta.messaging.drafts import MOST_MENTIONS, clean_body
from parta.messaging.erasing import Erased, erase
from parta.messaging.events import MessageEdited, MessageHidden
from parta.messaging.history import messages_by_id
from parta.messaging.order.standing import require_changing
from parta.messaging.order.watching import require_sayable
from parta.messaging.shapes import Message

EDITABLE_FOR = timedelta(hours=24)


async def edit_message(tx: Tx, message_id: int, body: str, mentions: list[int], *, by: int) -> Message:
    """Change the text of one's own message within 24 hours; a text that stays the same is no change."""
    message = await find_living_message(tx, message_id, to=by)
    if message.author_id != by or message.kind != "text":
        raise Problem("not_the_author", status=403)
    moment = now()
    if moment - message.created_at > EDITABLE_FOR:
        raise Conflict("edit_too_late")
    if len(mentions) > MOST_MENTIONS:
        raise Invalid("too_many_mentions", field="mentions")
    was = (await messages_by_id(tx, [message_id], to=by))[message_id]
    if was.content is not None and (was.content.sticker or was.content.forwarded or was.content.poll):
        raise Conflict("not_editable")
    text = clean_body(body)
    if not text and not was.files:
        raise Invalid("message_empty", field="body")
    people = (
        sorted(await tx.values(queries.MEMBERS_AMONG, message.conversation_id, mentions)) if mentions else []
    )
    if text == was.body and people == was.mentions:
        return was
    await require_changing(tx, message.conversation_id, by=by)
    await require_sayable(tx, message.conversation_id, text, by=by)
    if not await tx.run(queries_changes.EDIT, message_id, text, people, moment):
        raise Conflict("message_deleted")
    tx.emit(
        MessageEdited(
            conversation_id=message.conversation_id,
            message_id=message_id,
            number=message.number,
            body=text,
            mentions=people,
            edited_at=moment,
        )
    )
    return (await messages_by_id(tx, [message_id], to=by))[message_id]


async def delete_message(tx: Tx, message_id: int, *, scope: Literal["all", "me"], by: int) -> None:
    """Delete for all (one's own, whatever its age; a chat's administrators any) or for oneself.

    Deleting twice is deleting once.
    """
    message = await find_visible_message(tx, message_id, to=by)
    conversation_id, number = message.conversation_id, message.number
    if scope == "me":
        if await tx.run(queries_changes.HIDE, by, message_id):
            tx.emit(
                MessageHidden(
                    person_id=by, conversation_id=conversation_id, message_id=message_id, number=number
                )
            )
        return
    if message.author_id != by and message.role == "member":
        raise Problem("not_yours_to_delete", status=403)
    if not await tx.run(queries_changes.DELETE_FOR_ALL, message_id, now()):
        return
    if message.author_id != by:
        await tx.audit(
            "message_deleted",
            actor_id=by,
            subject=f"message:{message_id}",
            details={"conversation_id": conversation_id, "author_id": message.author_id},
        )
    await erase(tx, [Erased(message_id, conversation_id, number)])
