"""Live streams × everybody: who is no member hears nothing, and nothing of theirs is heard."""

from contextlib import suppress

from websockets.exceptions import ConnectionClosed

from parta.testing.live import Live, Sockets
from parta.testing.talk import say
from parta.testing.world import World
from tests.refusals.places import BEYOND, fresh_places, make_cast

COLLEAGUES = ("removed", "administrator")
INSIDE = ("pupil", "parent", "teacher")


async def test_only_members_hear_a_conversation(world: World, sockets: Sockets) -> None:
    cast = await make_cast(world)
    places = await fresh_places(world, cast)
    chat, message = places["conversation_id"], places["message_id"]
    others = {f"person:{person.id}": 0 for person in cast.people.values()}
    live: dict[str, Live] = {}
    for who, person in cast.people.items():
        cursors = {name: at for name, at in others.items() if name != f"person:{person.id}"}
        live[who] = await sockets.open(person, cursors | {f"conversation:{chat}": 0})
    for who, person in cast.people.items():
        own = {f"person:{person.id}"} | ({f"conversation:{chat}"} if who in INSIDE else set())
        assert set(live[who].welcome["streams"]) == own, who
        assert set(live[who].events) <= own, who
        live[who].forget()

    teacher = cast.people["teacher"]
    said = await say(teacher, chat, "Завтра")
    await teacher.put(f"/messages/{message}/reactions/👍")
    await teacher.patch(f"/messages/{said['id']}", {"body": "Послезавтра"})
    await cast.people["pupil"].put(f"/conversations/{chat}/reading", {"number": 1})
    await live["pupil"].say(op="typing", conversation_id=chat)
    for who in ("parent", "teacher"):
        await live[who].hear("typing", conversation_id=chat)
        await live[who].hear("reading", conversation_id=chat)
        await live[who].event("message_edited", message_id=said["id"])

    for who, one in live.items():
        if who not in INSIDE:
            assert [f for f in await one.silence(0.1) if f["op"] != "presence"] == [], who
            assert one.events.keys() <= {f"person:{cast.people[who].id}"}, who


async def test_who_is_outside_says_types_and_watches_nothing(world: World, sockets: Sockets) -> None:
    cast = await make_cast(world)
    chat = (await fresh_places(world, cast))["conversation_id"]
    inside = await sockets.open(cast.people["teacher"])
    for who in cast.people.keys() - set(INSIDE):
        one = await sockets.open(cast.people[who])
        refused, absent = await one.send(chat, "Пустите"), await one.send(BEYOND, "Пустите")
        assert refused["op"] == absent["op"] == "refused"
        assert (
            refused["problem"]
            == absent["problem"]
            == refused["problem"] | {"status": 404, "code": "not_found"}
        )
        await one.say(op="typing", conversation_id=chat)
        await one.say(op="watch", people=[cast.people["pupil"].id, BEYOND], conversation_id=chat)
        await one.say(op="ping")
        await one.hear("pong")
        told = [f for f in one.frames if f["op"] in ("presence", "online")]
        # Teachers and the administrator of the pupil's school see the pupil come and go, chat or no chat.
        assert [list(f["people"]) for f in told] == (
            [[str(cast.people["pupil"].id)]] if who in COLLEAGUES else []
        ), who
        await one.close()

    assert [f["op"] for f in await inside.silence()] == []


async def test_nobody_hears_nothing(world: World, sockets: Sockets) -> None:
    cast = await make_cast(world)
    places = await fresh_places(world, cast)
    live = await sockets.knock(None)
    with suppress(ConnectionClosed):
        await live.say(op="hello", cursors={f"conversation:{places['conversation_id']}": 0})
    assert await live.ended() == 4401
    assert live.frames == []
