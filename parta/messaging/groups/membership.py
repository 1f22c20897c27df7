"""Joining and leaving: the only place that writes who is in a conversation.

A conversation never loses its last owner, and who leaves hears nothing more.
"""

from collections.abc import Sequence
from typing import Literal

from parta.core.db import Tx
from parta.messaging.events import (
    NOBODY,
    ConversationJoined,
    ConversationLeft,
    MemberChanged,
    MemberJoined,
    MemberLeft,
)
from parta.messaging.groups import queries_members as queries
from parta.messaging.order import queries as queries_order
from parta.messaging.shapes import Role


async def join(
    tx: Tx,
    conversation_id: int,
    people: Sequence[int],
    *,
    role: Role = "member",
    source: Literal["manual", "automatic"] = "manual",
) -> list[int]:
    """Let people in; those who are in already stay as they are. Returns who is new."""
    joined: list[int] = await tx.values(queries.JOIN, conversation_id, list(people), role, source)
    hidden = bool(joined) and await tx.value(queries_order.HIDES_MEMBERS, conversation_id)
    for person_id in joined:
        known = NOBODY if hidden else person_id
        tx.emit(MemberJoined(conversation_id=conversation_id, person_id=known, role=role))
        tx.emit(ConversationJoined(conversation_id=conversation_id, person_id=person_id))
    if joined:
        await tx.run(queries.COUNT, [conversation_id])
    return joined


async def leave(tx: Tx, conversation_id: int, person_id: int) -> bool:
    """Let somebody go; ownership passes on if they were the last owner. Says whether they were in."""
    role = await tx.value(queries.ROLE_OF, conversation_id, person_id)
    if role is None:
        return False
    if role == "owner" and not await tx.value(queries.OTHER_OWNERS, conversation_id, person_id):
        heir = await tx.value(queries.HEIR, conversation_id, person_id)
        if heir is not None:
            await set_role(tx, conversation_id, heir, "owner")
    await tx.run(queries.LEAVE, conversation_id, person_id)
    await tx.run(queries.COUNT, [conversation_id])
    tx.emit(ConversationLeft(conversation_id=conversation_id, person_id=person_id))
    known = NOBODY if await tx.value(queries_order.HIDES_MEMBERS, conversation_id) else person_id
    tx.emit(MemberLeft(conversation_id=conversation_id, person_id=known))
    return True


async def set_role(tx: Tx, conversation_id: int, person_id: int, role: Role) -> None:
    """Change somebody's role here; the same role is no change."""
    if await tx.run(queries.SET_ROLE, conversation_id, person_id, role):
        tx.emit(MemberChanged(conversation_id=conversation_id, person_id=person_id, role=role))
