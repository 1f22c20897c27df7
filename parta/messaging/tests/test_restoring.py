"""Old talk comes back with its own times, numbers and answers."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from parta.core.errors import NotFound
from parta.messaging.restoring import OldMessage, OldReaction, restore_messages
from parta.testing.talk import group, say
from parta.testing.world import World

MORNING = datetime(2026, 9, 1, 6, tzinfo=UTC)


def old(author: int, body: str, minute: int, **more: object) -> OldMessage:
    return OldMessage(
        author_id=author,
        client_id=uuid4(),
        body=body,
        created_at=MORNING + timedelta(minutes=minute),
        **more,  # type: ignore[arg-type]
    )


async def test_old_talk_is_history_like_any_other(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    reaction = OldReaction(anna.id, "👍", MORNING + timedelta(minutes=2))

    async with world.database.transaction() as tx:
        await restore_messages(
            tx,
            chat,
            [
                old(anna.id, "Линейка в девять?", 0),
                old(boris.id, "В девять", 1, reply_to=0, reactions=[reaction], edited_at=MORNING),
                old(boris.id, "Лишнее", 2, deleted_at=MORNING),
            ],
            read={anna.id: 2},
        )
    after = await say(anna, chat, "Спасибо")

    items = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["body"] for m in items] == ["Линейка в девять?", "В девять", "", "Спасибо"]
    assert items[0]["created_at"] == "2026-09-01T06:00:00Z"
    assert items[1]["reply_to"]["number"] == 1
    assert items[1]["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]
    assert after["number"] == 4
    assert (await boris.get(f"/conversations/{chat}")).json()["unread"] == 4


async def test_a_conversation_that_is_not_there_is_refused(world: World) -> None:
    anna = await world.person()
    with pytest.raises(NotFound):
        async with world.database.transaction() as tx:
            await restore_messages(tx, 404, [old(anna.id, "Куда?", 0)])
