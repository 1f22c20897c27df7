"""The order of a chat: who may what, how fast, and who sees whom; the server holds it on every way in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.messaging.groups.membership import join, leave
from parta.testing.live import Sockets
from parta.testing.school import make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def order(who: Actor, chat: int, **settings: Any) -> dict[str, Any]:
    answer = await who.patch(f"/conversations/{chat}/settings", settings)
    assert answer.status_code == 200, answer.text
    changed: dict[str, Any] = answer.json()
    return changed


async def attempt(who: Actor, chat: int, body: str = "Можно?", **more: Any) -> tuple[int, str | None]:
    answer = await who.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": body, **more}
    )
    return answer.status_code, answer.json().get("code")


async def is_plain(world: World, chat: int) -> bool:
    async with world.database.transaction() as tx:
        return bool(await tx.value("SELECT plain FROM conversations WHERE id = $1", chat))


async def test_settings_are_changed_by_administrators_told_to_all_and_written_down(
    world: World, sockets: Sockets
) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    hears = await sockets.open(s.pupil)

    refused = await s.pupil.patch(f"/conversations/{chat}/settings", {"slow_mode": 10})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_an_administrator")
    for wrong in ({"slow_mode": 7}, {"who_writes": "owner"}, {"who_pins": "nobody"}):
        assert (await s.class_teacher.patch(f"/conversations/{chat}/settings", wrong)).status_code == 422

    changed = await order(s.class_teacher, chat, slow_mode=10, who_pins="all", approval=False)
    assert changed == {"slow_mode": 10, "who_pins": "all"}
    event = await hears.event("settings_changed")
    assert event["settings"] == changed
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["settings"] == changed
    assert await order(s.class_teacher, chat, slow_mode=10) == changed  # no change, nobody hears it
    await order(s.class_teacher, chat, slow_mode=30)  # a change at once after a change is not said again
    await order(s.class_teacher, chat, slow_mode=10)

    [notice] = [
        m for m in (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"] if m["service"]
    ]
    assert notice["service"] == {"what": "settings", "changed": ["slow_mode", "who_pins"]}
    async with world.database.transaction() as tx:
        written = await tx.value("SELECT details::text FROM audit_log WHERE action = 'chat_settings_changed'")
    assert '"slow_mode": [0, 10]' in written


async def test_what_only_the_owner_may_only_the_owner_grants(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.geographer, s.pupil)
    await s.class_teacher.put(f"/conversations/{chat}/members/{s.geographer.id}", {"role": "administrator"})

    refused = await s.geographer.patch(f"/conversations/{chat}/settings", {"who_invites": "owner"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_owner")
    await order(s.class_teacher, chat, who_invites="owner")
    refused = await s.geographer.patch(f"/conversations/{chat}/settings", {"who_invites": "all"})
    assert refused.status_code == 403
    adding = await s.geographer.post(f"/conversations/{chat}/members", {"person_ids": [s.head.id]})
    assert (adding.status_code, adding.json()["code"]) == (403, "not_the_owner")
    assert (
        await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.head.id]})
    ).is_success

    await order(s.class_teacher, chat, who_invites="all")
    assert (await s.pupil.post(f"/conversations/{chat}/members", {"person_ids": [s.classmate.id]})).is_success


async def test_where_administrators_write_others_cannot_by_any_way(world: World, sockets: Sockets) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    old = await say(s.pupil, chat, "До запрета")
    await order(s.class_teacher, chat, who_writes="administrators")

    assert await attempt(s.pupil, chat) == (409, "only_administrators_write")
    assert await attempt(s.class_teacher, chat, "Завтра контрольная") == (201, None)
    edited = await s.pupil.patch(f"/messages/{old['id']}", {"body": "Обхожу запрет"})
    assert (edited.status_code, edited.json()["code"]) == (409, "only_administrators_write")
    live = await sockets.open(s.pupil)
    await live.say(op="send", ref="r", conversation_id=chat, client_id=str(uuid4()), body="А так?")
    refused = await live.hear("refused", ref="r")
    assert refused["problem"]["code"] == "only_administrators_write"
    assert (await s.pupil.put(f"/messages/{old['id']}/reactions/👍")).status_code == 204

    await order(s.class_teacher, chat, who_writes="all")
    assert await attempt(s.pupil, chat) == (201, None)


async def test_slow_mode_lets_one_message_by_and_tells_when_the_next(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    await order(s.class_teacher, chat, slow_mode=30)
    first = await say(s.pupil, chat, "Первое")

    answer = await s.pupil.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Второе"}
    )
    assert (answer.status_code, answer.json()["code"]) == (429, "slow_mode")
    assert 0 < int(answer.headers["retry-after"]) <= 30
    edited = await s.pupil.patch(f"/messages/{first['id']}", {"body": "Второе под видом первого"})
    assert (edited.status_code, edited.json()["code"]) == (429, "slow_mode")
    for _ in range(2):  # administrators wait for nothing
        assert await attempt(s.class_teacher, chat) == (201, None)
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["said_at"] == first["created_at"]

    clock.shift(timedelta(seconds=31))
    assert (await s.pupil.patch(f"/messages/{first['id']}", {"body": "Исправлено"})).status_code == 200
    assert await attempt(s.pupil, chat) == (429, "slow_mode")  # the edit took the turn
    clock.shift(timedelta(seconds=62))
    assert await attempt(s.pupil, chat) == (201, None)


async def test_of_many_at_once_slow_mode_lets_one_by(world: World, sockets: Sockets) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    await order(s.class_teacher, chat, slow_mode=10)
    live = await sockets.open(s.pupil)
    for i in range(4):
        await live.say(op="send", ref=str(i), conversation_id=chat, client_id=str(uuid4()), body=f"Шквал {i}")
    for i in range(1, 4):
        assert (await live.hear("refused", ref=str(i)))["problem"]["retry_after"] > 0
    said = (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["body"] for m in said if m["kind"] == "text"] == ["Шквал 0"]


async def test_a_chat_without_rules_goes_the_short_way_again(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    for rule, free in (
        ({"slow_mode": 10}, {"slow_mode": 0}),
        ({"approval": True}, {"approval": False}),
        ({"who_writes": "administrators"}, {"who_writes": "all"}),
        ({"members_hidden": True}, {"members_hidden": False}),
    ):
        await order(s.class_teacher, chat, **rule)
        assert not await is_plain(world, chat)
        await order(s.class_teacher, chat, **free)
        assert await is_plain(world, chat)
    await order(s.class_teacher, chat, who_pins="all", forwarding_forbidden=True)
    assert await is_plain(world, chat)


async def test_in_a_hidden_list_members_see_administrators_and_themselves(
    world: World, sockets: Sockets
) -> None:
    teacher, silent, speaker = [await world.person() for _ in range(3)]
    chat = await group(world, teacher, silent, speaker)
    said = await say(speaker, chat, "Я здесь был")
    await order(teacher, chat, members_hidden=True)
    live = await sockets.open(speaker)

    async def names(who: Actor, path: str) -> set[int]:
        return {item["person"]["id"] for item in (await who.get(path)).json()["items"]}

    everybody = {teacher.id, silent.id, speaker.id}
    listed = (await speaker.get(f"/conversations/{chat}/members")).json()
    assert {m["person"]["id"] for m in listed["items"]} == {teacher.id, speaker.id}
    assert (listed["total"], listed["hidden"]) == (3, True)
    assert await names(teacher, f"/conversations/{chat}/members") == everybody

    await silent.put(f"/messages/{said['id']}/reactions/👍")
    await silent.put(f"/conversations/{chat}/reading", {"number": said["number"]})
    reaction = await live.event("reaction_added")
    assert reaction["person_id"] == 0
    assert (await live.hear("reading"))["readers"] == [[0, said["number"]]]
    for path in (f"/messages/{said['id']}/reactions", f"/messages/{said['id']}/readers"):
        assert silent.id not in await names(speaker, path)
    assert silent.id in await names(teacher, f"/messages/{said['id']}/reactions")
    assert silent.id in await names(teacher, f"/messages/{said['id']}/readers")

    # Who has spoken is known; who has not is neither seen nor found out by a mention.
    seen = (await speaker.get(f"/people?ids={silent.id},{teacher.id}")).json()["items"]
    assert [p["id"] for p in seen] == [teacher.id]
    assert [p["id"] for p in (await silent.get(f"/people?ids={speaker.id}")).json()["items"]] == [speaker.id]
    probe = await say(speaker, chat, "@кто-то", mentions=[silent.id, teacher.id])
    assert probe["mentions"] == [teacher.id]


async def test_nobody_is_told_who_comes_to_a_hidden_list_and_who_goes(world: World, sockets: Sockets) -> None:
    teacher, silent, speaker, guest = [await world.person() for _ in range(4)]
    chat = await group(world, teacher, silent, speaker)
    await order(teacher, chat, members_hidden=True)
    live = await sockets.open(speaker)

    joined = len(live.events[f"conversation:{chat}"])
    async with world.database.transaction() as tx:
        await join(tx, chat, [guest.id])
        await leave(tx, chat, silent.id)
    await live.event("member_left")
    told = [frame["event"] for frame in live.events[f"conversation:{chat}"][joined:]]
    assert {e["person_id"] for e in told if e["kind"] in ("member_joined", "member_left")} == {0}


async def test_ones_own_reaction_in_a_hidden_list_is_told_to_ones_own_devices(
    world: World, sockets: Sockets
) -> None:
    teacher, pupil = await world.person(), await world.person()
    chat = await group(world, teacher, pupil)
    said = await say(teacher, chat, "Отметьтесь")
    await order(teacher, chat, members_hidden=True)
    phone = await sockets.open(pupil)

    await pupil.put(f"/messages/{said['id']}/reactions/👍")

    marked = await phone.event("reaction_marked")
    assert (marked["number"], marked["emoji"], marked["on"]) == (said["number"], "👍", True)
