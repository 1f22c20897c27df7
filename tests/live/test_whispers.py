"""Typing, reading, presence: heard by those who may, stored by nobody."""

import asyncio

import pytest

from parta.core.live import presence
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_typing_is_heard_by_the_others_of_the_chat_only(world: World, sockets: Sockets) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    hers, his, foreign = [await sockets.open(p) for p in (anna, boris, stranger)]
    second = await sockets.open(anna)

    await hers.say(op="typing", conversation_id=chat)
    assert (await his.hear("typing"))["person_id"] == anna.id
    await foreign.say(op="typing", conversation_id=chat)

    assert [f for live in (his, hers, second, foreign) for f in await live.silence()] == []


async def test_reading_is_whispered_to_the_others_and_kept_for_oneself(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    for i in range(3):
        await say(anna, chat, f"№ {i}")
    hers, his = await sockets.open(anna), await sockets.open(boris)
    head = hers.cursors[f"conversation:{chat}"]

    for number in (1, 2, 2, 1, 99):
        assert (await boris.put(f"/conversations/{chat}/reading", {"number": number})).status_code == 204

    assert (await hers.hear("reading"))["readers"] == [[boris.id, 3]]
    await his.event("reading_moved", number=3)
    assert [f["event"]["number"] for f in his.events[f"person:{boris.id}"]] == [1, 2, 3]
    assert (await anna.get(f"/conversations/{chat}")).json()["others_read_number"] == 3
    assert hers.cursors[f"conversation:{chat}"] == head


async def test_presence_is_told_of_visible_people_only(
    world: World, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GRACE", 0.1)
    anna, boris, stranger = [await world.person() for _ in range(3)]
    await group(world, anna, boris)
    hers = await sockets.open(anna)

    await hers.say(op="watch", people=[boris.id, stranger.id, 10**6])
    assert (await hers.hear("presence"))["people"] == {str(boris.id): False}
    his, foreign = await sockets.open(boris), await sockets.open(stranger)
    await hers.hear("presence", people={str(boris.id): True})
    hers.forget()
    await his.close()
    await foreign.close()
    await hers.hear("presence", people={str(boris.id): False})

    assert all(f["people"].keys() == {str(boris.id)} for f in hers.frames if f["op"] == "presence")
    for _ in range(50):  # the moment is noted soon after it is told
        hers.forget()
        await hers.say(op="watch", people=[boris.id])
        if seen := (await hers.hear("presence"))["people"][str(boris.id)]:
            break
        await asyncio.sleep(0.1)
    assert isinstance(seen, str)


async def test_a_reload_is_not_going_away(
    world: World, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GRACE", 0.3)
    anna, boris = await world.person(), await world.person()
    await group(world, anna, boris)
    hers, his = await sockets.open(anna), await sockets.open(boris)
    await hers.say(op="watch", people=[boris.id])
    await hers.hear("presence", people={str(boris.id): True})

    await his.close()
    await sockets.open(boris)

    assert [f for f in await hers.silence(0.6) if f["people"] != {str(boris.id): True}] == []


async def test_a_new_watch_replaces_the_old(world: World, sockets: Sockets) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    await group(world, anna, boris, vera)
    hers = await sockets.open(anna)
    await hers.say(op="watch", people=[boris.id])
    await hers.hear("presence")
    await hers.say(op="watch", people=[vera.id])
    await hers.hear("presence", people={str(vera.id): False})

    await sockets.open(boris)
    await sockets.open(vera)

    await hers.hear("presence", people={str(vera.id): True})
    assert {str(boris.id): True} not in [f.get("people") for f in hers.frames]


async def test_how_many_are_here_is_counted_by_person_for_members_who_look(
    world: World, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "COUNT_EVERY", 0.05)
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    hers, foreign = await sockets.open(anna), await sockets.open(stranger)

    await hers.say(op="watch", conversation_id=chat)
    await foreign.say(op="watch", conversation_id=chat)
    assert (await hers.hear("online"))["count"] == 1
    his = await sockets.open(boris)
    await sockets.open(boris)
    await hers.hear("online", count=2)
    await his.silence()

    assert max(f["count"] for f in hers.frames if f["op"] == "online") == 2
    assert [f["op"] for f in foreign.frames] == ["welcome", "caught_up"]
