"""Chats and messages for tests."""

from typing import Any
from uuid import uuid4

from parta.messaging.groups.membership import join
from parta.testing.world import Actor, World


async def group(world: World, owner: Actor, *others: Actor, title: str = "Группа") -> int:
    """A group, whatever the contact rules would say of its members."""
    async with world.database.transaction() as tx:
        chat: int = await tx.value(
            "INSERT INTO conversations (kind, title, created_by) VALUES ('group', $1, $2) RETURNING id",
            title,
            owner.id,
        )
        await join(tx, chat, [owner.id], role="owner")
        await join(tx, chat, [other.id for other in others])
    return chat


async def say(author: Actor, chat: int, body: str, **more: Any) -> dict[str, Any]:
    """Send a message and return it."""
    answer = await author.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": body, **more}
    )
    if answer.status_code != 201:
        raise AssertionError(answer.text)
    message: dict[str, Any] = answer.json()
    return message
