"""Joining opens a stream, leaving ends it at once, a session that ends closes its sockets."""

from parta.messaging.groups.membership import join
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_who_joins_hears_from_now_on(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna)
    his = await sockets.open(boris)
    await say(anna, chat, "Ещё без него")

    async with world.database.transaction() as tx:
        await join(tx, chat, [boris.id])
    opened = await his.hear("opened", stream=f"conversation:{chat}")
    await say(anna, chat, "Уже с ним")

    heard = await his.event("message_added", conversation_id=chat)
    assert heard["message"]["body"] == "Уже с ним"
    assert opened["seq"] == (await boris.get(f"/conversations/{chat}")).json()["seq"] - 1


async def test_who_is_removed_hears_nothing_afterwards_on_any_device(world: World, sockets: Sockets) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    hers, phone, laptop = await sockets.open(vera), await sockets.open(boris), await sockets.open(boris)
    await laptop.say(op="watch", people=[], conversation_id=chat)
    await laptop.hear("online", conversation_id=chat)

    removed = await anna.delete(f"/conversations/{chat}/members/{boris.id}")
    await say(anna, chat, "Теперь без него")
    await hers.say(op="typing", conversation_id=chat)
    await vera.put(f"/conversations/{chat}/reading", {"number": 1})
    await vera.put(f"/messages/{(await say(anna, chat, 'И ещё'))['id']}/reactions/👍")

    assert removed.status_code == 204
    for live in (phone, laptop):
        await live.hear("closed", stream=f"conversation:{chat}")
        await live.event("conversation_left", conversation_id=chat)
        await live.silence(1.5)
        closed = next(i for i, f in enumerate(live.frames) if f["op"] == "closed")
        after = [f for f in live.frames[closed + 1 :] if f.get("op") != "pong"]
        assert [f for f in after if f.get("stream") == f"conversation:{chat}"] == []
        assert [f for f in after if f.get("conversation_id") == chat] == []
        assert "Теперь без него" not in live.bodies(f"conversation:{chat}")
    assert hers.bodies(f"conversation:{chat}")[-2:] == ["Теперь без него", "И ещё"]


async def test_who_is_removed_while_away_is_not_told_what_followed(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    live = await sockets.open(boris)
    await live.close()
    await anna.delete(f"/conversations/{chat}/members/{boris.id}")
    await say(anna, chat, "Без него")

    again = await sockets.open(boris, live.cursors)

    assert f"conversation:{chat}" not in again.welcome["streams"]
    assert again.welcome["gone"] == [f"conversation:{chat}"]
    assert again.events[f"conversation:{chat}"] == []
    await again.event("conversation_left", conversation_id=chat)


async def test_leaving_and_coming_back_in_one_breath_ends_in_hearing(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    live = await sockets.open(boris)

    for _ in range(3):
        await anna.delete(f"/conversations/{chat}/members/{boris.id}")
        async with world.database.transaction() as tx:
            await join(tx, chat, [boris.id])
    await live.silence()
    await say(anna, chat, "Он снова здесь")

    await live.until(
        lambda f: f["op"] == "event" and f["event"].get("message", {}).get("body") == "Он снова здесь",
        "the message",
    )


async def test_an_ended_session_closes_its_own_sockets_only(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    other = await world.sign_in(anna.id)
    here, there = await sockets.open(anna), await sockets.open(other)

    ended = await anna.delete("/me/sessions")

    assert ended.status_code == 204
    assert await there.ended() == 4401
    await here.event("session_ended")
    assert here.close_code is None
    refused = await sockets.knock(other.token)
    assert await refused.ended() == 4401


async def test_signing_out_closes_the_socket(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    live = await sockets.open(anna)

    await anna.delete("/me/session")

    assert await live.ended() == 4401
