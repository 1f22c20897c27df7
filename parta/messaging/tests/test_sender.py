"""The short way and the long way say the same, and neighbours in a batch do not disturb each other."""

import asyncio
from uuid import UUID, uuid4

import msgspec
import pytest

from parta.core.errors import Problem
from parta.messaging.drafts import Draft
from parta.messaging.sender import sender_of
from parta.messaging.sending import post_messages
from parta.messaging.sending_at_once import are_plain
from parta.testing.talk import group
from parta.testing.world import World

# Looks like the places where the database writes its numbers.
TRICKY = 'А вот "id":-1, и "number":-2, и {"op":"event"} \\ 😀'


def draft(chat: int, author: int, body: str = TRICKY, client_id: UUID | None = None, **more: object) -> Draft:
    return Draft(conversation_id=chat, author_id=author, client_id=client_id or uuid4(), body=body, **more)  # type: ignore[arg-type]


async def logged(world: World, chat: int) -> list[dict[str, object]]:
    async with world.database.transaction() as tx:
        bodies = await tx.values(
            "SELECT body FROM events WHERE stream = $1 AND kind = 'message_added' ORDER BY seq",
            f"conversation:{chat}",
        )
    return [msgspec.json.decode(body) for body in bodies]


async def test_both_ways_write_the_same_event_and_the_same_message(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)

    short = await sender_of(world.database).submit(draft(chat, anna.id))
    async with world.database.transaction() as tx:
        long = (await post_messages(tx, [draft(chat, anna.id)]))[0]

    first, second = await logged(world, chat)
    assert first["message"] == msgspec.to_builtins(short, builtin_types=())
    assert second["message"] == msgspec.to_builtins(long, builtin_types=())
    differs = {"id", "number", "client_id", "created_at"}
    assert {k: v for k, v in first["message"].items() if k not in differs} == {  # type: ignore[attr-defined]
        k: v
        for k, v in second["message"].items()  # type: ignore[attr-defined]
        if k not in differs
    }
    history = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["body"] for m in history] == [TRICKY, TRICKY]
    async with world.database.transaction() as tx:
        assert await tx.values("SELECT subject FROM events WHERE kind = 'message_added' ORDER BY seq") == [
            f"message:{m['id']}" for m in history
        ]


async def test_a_refused_neighbour_disturbs_nobody(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat, other = await group(world, anna), await group(world, anna)
    sender = sender_of(world.database)
    same = uuid4()

    outcomes = await asyncio.gather(
        sender.submit(draft(chat, anna.id, "Раз", same)),
        sender.submit(draft(chat, stranger.id, "Чужое")),
        sender.submit(draft(other, anna.id, "Другое")),
        sender.submit(draft(chat, anna.id, "Раз", same)),
        sender.submit(draft(chat, anna.id, "Два")),
        return_exceptions=True,
    )

    refused = outcomes[1]
    assert isinstance(refused, Problem)
    assert refused.code == "not_found"
    assert outcomes[0] == outcomes[3]
    history = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [(m["number"], m["body"]) for m in history] == [(1, "Раз"), (2, "Два")]


async def test_a_closed_conversation_refuses_the_short_way_too(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET closed_at = now() WHERE id = $1", chat)

    with pytest.raises(Problem, match="conversation_closed"):
        await sender_of(world.database).submit(draft(chat, anna.id))


def test_only_plain_drafts_go_the_short_way() -> None:
    plain = draft(1, 2)
    assert are_plain([plain, draft(1, 2)])
    assert not are_plain([plain, plain])
    for more in ({"reply_to_id": 5}, {"file_ids": (5,)}, {"mentions": (5,)}, {"service": {"what": "left"}}):
        assert not are_plain([plain, draft(1, 2, **more)])  # type: ignore[arg-type]
