"""Hello, welcome, the tail: who reconnects with cursors misses nothing."""

from datetime import timedelta
from uuid import uuid4

from parta.core import queries
from parta.core.clock import now
from parta.core.live import gateway
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_the_first_hello_starts_at_the_heads_without_a_tail(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(anna, chat, "До")

    live = await sockets.open(boris)

    snapshot = (await boris.get(f"/conversations/{chat}")).json()
    assert live.welcome["person_id"] == boris.id
    assert live.welcome["streams"] == {f"person:{boris.id}": 1, f"conversation:{chat}": snapshot["seq"]}
    assert live.welcome["reset"] == []
    assert [f["op"] for f in live.frames] == ["welcome", "caught_up"]


async def test_what_is_said_now_is_heard_now_by_all_and_acknowledged_to_the_author(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    hers, second, his = await sockets.open(anna), await sockets.open(anna), await sockets.open(boris)

    answer = await hers.send(chat, "Завтра в девять", mentions=[boris.id])

    message = answer["message"]
    assert (answer["op"], message["body"], message["author_id"]) == ("ack", "Завтра в девять", anna.id)
    for live in (hers, second, his):
        assert (await live.event("message_added"))["message"] == message
    assert (await anna.get(f"/conversations/{chat}/messages")).json()["items"] == [
        message | {"reactions": []}
    ]


async def test_cursors_bring_exactly_what_was_missed_before_what_is_new(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat, other = await group(world, anna, boris), await group(world, anna, boris)
    first = await sockets.open(boris)
    await first.close()
    for i in range(5):
        await say(anna, chat, f"№ {i}")
    await say(anna, other, "Там")

    second = await sockets.open(boris, first.cursors)
    await say(anna, chat, "Уже при нём")
    await second.event("message_added", conversation_id=chat, within=5)
    await second.until(
        lambda f: f["op"] == "event" and f["event"]["message"]["body"] == "Уже при нём", "the new message"
    )

    assert second.welcome["reset"] == []
    assert second.bodies(f"conversation:{chat}") == [*(f"№ {i}" for i in range(5)), "Уже при нём"]
    assert second.bodies(f"conversation:{other}") == ["Там"]
    places = [f["op"] for f in second.frames]
    assert places[0] == "welcome"
    assert places.index("caught_up") == 1 + 6


async def test_a_forgotten_tail_and_a_cursor_from_the_future_are_reset(
    world: World, sockets: Sockets
) -> None:
    anna = await world.person()
    chat, other = await group(world, anna), await group(world, anna)
    for i in range(3):
        await say(anna, chat, f"№ {i}")
    async with world.database.transaction() as tx:
        await tx.run(queries.FORGET_EVENTS, now() + timedelta(hours=1), 1000)

    live = await sockets.open(
        anna,
        {f"conversation:{chat}": 1, f"conversation:{other}": 10**30, "conversation:999999": 5, "чушь": -7},
    )

    assert sorted(live.welcome["reset"]) == sorted([f"conversation:{chat}", f"conversation:{other}"])
    assert sorted(live.welcome["gone"]) == ["conversation:999999", "чушь"]
    assert live.events == {}
    await say(anna, chat, "Дальше")
    await live.event("message_added", conversation_id=chat)


async def test_a_tail_too_long_is_a_reset_and_the_short_ones_still_come(
    world: World, sockets: Sockets
) -> None:
    anna = await world.person()
    chat, other = await group(world, anna), await group(world, anna)
    live = await sockets.open(anna)
    await live.close()
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO events (stream, seq, kind, body)"
            " SELECT $1, s.seq + i, 'noise', '{}' FROM streams s, generate_series(1, $2) i WHERE s.name = $1",
            f"conversation:{chat}",
            gateway.LONGEST_TAIL + 1,
        )
        await tx.run(
            "UPDATE streams SET seq = seq + $2 WHERE name = $1",
            f"conversation:{chat}",
            gateway.LONGEST_TAIL + 1,
        )
    await say(anna, other, "Короткое")

    again = await sockets.open(anna, live.cursors)

    assert again.welcome["reset"] == [f"conversation:{chat}"]
    assert again.bodies(f"conversation:{other}") == ["Короткое"]


async def test_saying_it_again_after_a_cut_is_the_same_message(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    client_id = str(uuid4())
    before, after = await sockets.open(anna), await sockets.open(anna)

    first = await before.send(chat, "Раз", client_id=client_id)
    await before.close()
    again = await after.send(chat, "Раз", client_id=client_id)

    assert first["message"] == again["message"]
    assert [m["number"] for m in (await anna.get(f"/conversations/{chat}/messages")).json()["items"]] == [1]
