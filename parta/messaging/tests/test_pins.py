"""Pins: by those who may, at most a hundred, seen by all, gone with their message."""

import pytest

from parta.messaging import pins
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def pinned(who: Actor, chat: int) -> list[str]:
    answer = (await who.get(f"/conversations/{chat}/pins")).json()
    return [one["message"]["body"] for one in answer["items"]]


async def test_administrators_pin_and_everybody_sees(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    first, second = await say(boris, chat, "Расписание"), await say(anna, chat, "Ссылка")
    live = await sockets.open(boris)

    refused = await boris.put(f"/messages/{first['id']}/pin")
    for message in (second, first, first):
        assert (await anna.put(f"/messages/{message['id']}/pin")).status_code == 204

    assert (refused.status_code, refused.json()["code"]) == (403, "not_an_administrator")
    assert await pinned(boris, chat) == ["Ссылка", "Расписание"]
    assert (await boris.get(f"/conversations/{chat}")).json()["pins"] == 2
    event = await live.event("message_pinned", message_id=first["id"])
    assert (event["pins"], event["person_id"]) == (2, anna.id)
    history = (await boris.get(f"/conversations/{chat}/messages")).json()["items"]
    notices = [m["service"] for m in history if m["kind"] == "service"]
    assert notices == [{"what": "pinned", "number": 2}, {"what": "pinned", "number": 1}]

    assert (await boris.delete(f"/messages/{first['id']}/pin")).status_code == 403
    assert (await anna.delete(f"/messages/{first['id']}/pin")).status_code == 204
    assert (await anna.delete(f"/messages/{first['id']}/pin")).status_code == 204
    assert await pinned(boris, chat) == ["Ссылка"]
    assert (await live.event("message_unpinned", message_id=first["id"]))["pins"] == 1


async def test_where_the_order_lets_them_all_members_pin(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(anna, chat, "Общее")
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET who_pins = 'all' WHERE id = $1", chat)

    assert (await boris.put(f"/messages/{message['id']}/pin")).status_code == 204


async def test_in_a_chat_of_two_both_pin(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    async with world.database.transaction() as tx:
        low, high = sorted((anna.id, boris.id))
        chat = await tx.value(
            "INSERT INTO conversations (kind, pair_low, pair_high) VALUES ('direct', $1, $2) RETURNING id",
            low,
            high,
        )
        await tx.run(
            "INSERT INTO members (conversation_id, person_id) VALUES ($1, $2), ($1, $3)", chat, low, high
        )
    message = await say(anna, chat, "Адрес")

    assert (await boris.put(f"/messages/{message['id']}/pin")).status_code == 204
    assert (await anna.delete(f"/messages/{message['id']}/pin")).status_code == 204


async def test_a_deleted_message_is_pinned_no_more(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    gone, stays = await say(anna, chat, "Отменено"), await say(anna, chat, "В силе")
    for message in (gone, stays):
        await anna.put(f"/messages/{message['id']}/pin")
    live = await sockets.open(boris)

    await anna.delete(f"/messages/{gone['id']}?for=all")

    assert await pinned(boris, chat) == ["В силе"]
    assert (await live.event("message_unpinned", message_id=gone["id"]))["pins"] == 1
    assert (await anna.put(f"/messages/{gone['id']}/pin")).json()["code"] == "message_deleted"


async def test_what_somebody_hid_is_not_shown_to_them_among_the_pins(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(anna, chat, "Лишнее для Бориса")
    await anna.put(f"/messages/{message['id']}/pin")
    await boris.delete(f"/messages/{message['id']}?for=me")

    assert await pinned(boris, chat) == []
    assert await pinned(anna, chat) == ["Лишнее для Бориса"]


async def test_a_chat_keeps_a_limited_number_of_pins(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "MOST_PINS", 2)
    anna = await world.person()
    chat = await group(world, anna)
    messages = [await say(anna, chat, str(i)) for i in range(3)]

    answers = [await anna.put(f"/messages/{message['id']}/pin") for message in messages]

    assert [answer.status_code for answer in answers] == [204, 204, 409]
    assert answers[2].json()["code"] == "too_many_pins"


async def test_pins_are_paged_and_hidden_from_strangers(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat = await group(world, anna)
    messages = [await say(anna, chat, str(i)) for i in range(3)]
    for message in messages:
        await anna.put(f"/messages/{message['id']}/pin")

    page = (await anna.get(f"/conversations/{chat}/pins?limit=2")).json()
    rest = (await anna.get(f"/conversations/{chat}/pins?limit=2&after={page['next']}")).json()

    assert [one["message"]["body"] for one in page["items"] + rest["items"]] == ["2", "1", "0"]
    assert (page["total"], rest["next"]) == (3, None)
    notice = (await anna.get(f"/conversations/{chat}/messages")).json()["items"][-1]
    assert (await anna.put(f"/messages/{notice['id']}/pin")).json()["code"] == "not_pinnable"
    assert (await stranger.get(f"/conversations/{chat}/pins")).status_code == 404
    assert (await stranger.put(f"/messages/{messages[0]['id']}/pin")).status_code == 404
    assert (await stranger.delete(f"/messages/{messages[0]['id']}/pin")).status_code == 404
