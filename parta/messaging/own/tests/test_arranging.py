"""One's own order of chats: what stands on top, what is put away, what is marked."""

import asyncio
from typing import Any

from parta.core.followers import follow_all, start_following
from parta.messaging.groups.membership import join
from parta.messaging.own.arranging import MOST_PINNED
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def seen(who: Actor, chat: int) -> dict[str, Any]:
    shown: dict[str, Any] = (await who.get(f"/conversations/{chat}")).json()
    return shown


async def pinned(who: Actor) -> list[int]:
    items = (await who.get("/conversations?limit=100")).json()["items"]
    on_top = [one for one in items if one["pinned"] is not None]
    return [one["id"] for one in sorted(on_top, key=lambda one: one["pinned"])]


async def test_a_pinned_chat_is_on_top_for_oneself_alone(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    first, second = await group(world, anna, boris), await group(world, anna, boris)
    live, own = await sockets.open(anna), f"person:{anna.id}"

    for chat in (first, second, first):
        assert (await anna.put(f"/me/pinned-chats/{chat}")).status_code == 204

    assert await pinned(anna) == [second, first]
    assert await pinned(boris) == []
    assert (await anna.delete(f"/me/pinned-chats/{second}")).status_code == 204
    assert await pinned(anna) == [first]
    await live.hear("event", stream=own, seq=live.welcome["streams"][own] + 3)
    told = [[chat for chat, _ in frame["event"]["places"]] for frame in live.events[own]]
    assert told == [[first], [second, first], [first]]


async def test_fifteen_chats_may_be_pinned_and_not_one_more(world: World) -> None:
    anna = await world.person()
    chats = [await group(world, anna) for _ in range(MOST_PINNED + 2)]
    for chat in chats[: MOST_PINNED - 1]:
        await anna.put(f"/me/pinned-chats/{chat}")

    # Two devices at once, and one place left.
    answers = await asyncio.gather(*(anna.put(f"/me/pinned-chats/{chat}") for chat in chats[-2:]))

    assert sorted(answer.status_code for answer in answers) == [204, 409]
    [refused] = [answer for answer in answers if answer.status_code == 409]
    assert refused.json()["code"] == "too_many_pinned"
    assert len(await pinned(anna)) == MOST_PINNED
    # What is pinned already may be said again.
    assert (await anna.put(f"/me/pinned-chats/{chats[0]}")).status_code == 204


async def test_pinned_chats_stand_as_they_were_put(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    one, two, three = [await group(world, anna) for _ in range(3)]
    foreign = await group(world, stranger)
    for chat in (one, two, three):
        await anna.put(f"/me/pinned-chats/{chat}")

    assert (await anna.put("/me/pinned-chats", {"conversation_ids": [one, three, two]})).status_code == 204
    assert await pinned(anna) == [one, three, two]
    # Another device has pinned more meanwhile; what is not mine changes nothing.
    await anna.put("/me/pinned-chats", {"conversation_ids": [two, foreign]})
    assert await pinned(anna) == [two, one, three]
    for wrong in ([one, one], list(range(1, MOST_PINNED + 2))):
        answer = await anna.put("/me/pinned-chats", {"conversation_ids": wrong})
        assert answer.status_code == 422


async def test_a_message_brings_a_chat_back_from_the_archive(world: World, sockets: Sockets) -> None:
    await start_following(world.database)
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    await say(boris, chat, "Раньше")
    for who in (anna, boris):
        assert (await who.put(f"/me/archived-chats/{chat}")).status_code == 204
    live = await sockets.open(anna)
    await follow_all(world.database)
    assert (await seen(anna, chat))["archived"] is True

    await say(boris, chat, "Новости")
    await follow_all(world.database)

    assert (await seen(anna, chat))["archived"] is False
    # One's own words call nobody back.
    assert (await seen(boris, chat))["archived"] is True
    told = await live.event("chat_archived", conversation_id=chat)
    assert told["archived"] is False
    assert (await seen(vera, chat))["archived"] is False


async def test_a_muted_chat_stays_in_the_archive_until_somebody_is_called(world: World) -> None:
    await start_following(world.database)
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await anna.put(f"/conversations/{chat}/mute", {"until": "forever"})
    await anna.put(f"/me/archived-chats/{chat}")

    await say(boris, chat, "Тихо")
    await follow_all(world.database)
    assert (await seen(anna, chat))["archived"] is True

    await say(boris, chat, "Анна!", mentions=[anna.id])
    await follow_all(world.database)
    assert (await seen(anna, chat))["archived"] is False


async def test_what_was_said_before_archiving_does_not_undo_it(world: World) -> None:
    await start_following(world.database)
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(boris, chat, "Только что")
    # The follower has not come to the message yet.
    await anna.put(f"/me/archived-chats/{chat}")
    await follow_all(world.database)

    assert (await seen(anna, chat))["archived"] is True
    assert (await anna.delete(f"/me/archived-chats/{chat}")).status_code == 204
    assert (await seen(anna, chat))["archived"] is False


async def test_a_chat_is_on_top_or_put_away(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await anna.put(f"/me/pinned-chats/{chat}")
    await anna.put(f"/me/archived-chats/{chat}")
    assert ((await seen(anna, chat))["pinned"], (await seen(anna, chat))["archived"]) == (None, True)
    await anna.put(f"/me/pinned-chats/{chat}")
    assert ((await seen(anna, chat))["pinned"] is not None, (await seen(anna, chat))["archived"]) == (
        True,
        False,
    )


async def test_a_mark_stays_until_the_chat_is_read_on(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(boris, chat, "Раз")
    await anna.put(f"/conversations/{chat}/reading", {"number": 1})
    for _ in range(2):
        assert (await anna.put(f"/me/unread-marks/{chat}")).status_code == 204
    assert (await seen(anna, chat))["marked_unread"] is True
    assert (await seen(boris, chat))["marked_unread"] is False

    await say(boris, chat, "Два")
    await anna.put(f"/conversations/{chat}/reading", {"number": 2})
    assert (await seen(anna, chat))["marked_unread"] is False

    await anna.put(f"/me/unread-marks/{chat}")
    assert (await anna.delete(f"/me/unread-marks/{chat}")).status_code == 204
    assert (await seen(anna, chat))["marked_unread"] is False


async def test_a_stranger_arranges_nothing(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat = await group(world, anna)
    for place in ("pinned-chats", "archived-chats", "unread-marks"):
        for method in (stranger.put, stranger.delete):
            hidden, absent = await method(f"/me/{place}/{chat}"), await method(f"/me/{place}/{chat + 1000}")
            assert hidden.status_code == absent.status_code == 404


async def test_who_leaves_and_comes_back_finds_a_chat_like_any_other(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await boris.put(f"/me/archived-chats/{chat}")
    await boris.put(f"/me/unread-marks/{chat}")
    await boris.put(f"/me/drafts/{chat}", {"body": "Начал", "stamp": 5})
    await boris.delete(f"/conversations/{chat}/members/{boris.id}")
    assert (await boris.get("/me/drafts")).json()["items"] == []

    async with world.database.transaction() as tx:
        await join(tx, chat, [boris.id])
    back = await seen(boris, chat)
    assert (back["archived"], back["marked_unread"], back["pinned"]) == (False, False, None)
    assert (await boris.get("/me/drafts")).json()["items"] == []
