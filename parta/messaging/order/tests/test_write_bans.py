"""Bans on writing, for one and for all: told with their reason, over by themselves, also after a restart."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.testing.live import Sockets
from parta.testing.school import make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def attempt(who: Actor, chat: int) -> tuple[int, str | None]:
    answer = await who.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Можно?"})
    return answer.status_code, answer.json().get("code")


async def test_a_ban_of_one_holds_for_its_term_and_says_why(world: World, sockets: Sockets) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.classmate)
    own = await say(s.pupil, chat, "Спам")
    phone = await sockets.open(s.pupil)
    ban = f"/conversations/{chat}/members/{s.pupil.id}/write-ban"

    assert (await s.classmate.put(ban, {"seconds": 3600})).status_code == 403
    for wrong in ({"seconds": 59}, {"seconds": 10**9}, {"seconds": 60, "reason": "о" * 301}):
        assert (await s.class_teacher.put(ban, wrong)).status_code == 422
    assert (await s.class_teacher.put(ban, {"seconds": 3600, "reason": " Спам  в чате "})).status_code == 204

    told = await phone.event("write_ban_changed")
    assert told["reason"] == "Спам в чате"
    mine = (await s.pupil.get(f"/conversations/{chat}")).json()["write_ban"]
    assert mine == {"until": told["until"], "reason": "Спам в чате"}
    answer = await s.pupil.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Ещё"})
    assert (answer.status_code, answer.json()["code"]) == (409, "write_banned")
    assert (answer.json()["until"], answer.json()["reason"]) == (told["until"], "Спам в чате")
    assert (await s.pupil.patch(f"/messages/{own['id']}", {"body": "Ещё"})).status_code == 409
    assert await attempt(s.classmate, chat) == (201, None)

    # Administrators see who is banned, the others do not.
    def banned(answer: Any) -> list[int]:
        return [m["person"]["id"] for m in answer.json()["items"] if m["write_ban"]]

    assert banned(await s.class_teacher.get(f"/conversations/{chat}/members")) == [s.pupil.id]
    assert banned(await s.classmate.get(f"/conversations/{chat}/members")) == []

    clock.shift(timedelta(seconds=3601))  # nobody has ended it yet: its moment alone is enough
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["write_ban"] is None
    assert await attempt(s.pupil, chat) == (201, None)


async def test_the_end_of_a_ban_is_told_once_after_a_restart(
    world: World, sockets: Sockets, database: Database, dsn: str
) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    ban = f"/conversations/{chat}/members/{s.pupil.id}/write-ban"
    await s.class_teacher.put(ban, {"seconds": 60})
    await s.class_teacher.put(ban, {"seconds": 600})  # longer than at first

    again = await Database.connect(dsn, database.bus, database.configuration, database.blobs)
    try:
        clock.shift(timedelta(seconds=61))
        await perform_all(again)
        assert await attempt(s.pupil, chat) == (409, "write_banned")
        phone = await sockets.open(s.pupil)
        clock.shift(timedelta(seconds=601))
        await perform_all(again)
        await perform_all(again)
    finally:
        await again.close()
    await phone.event("write_ban_changed")
    ended = [f for f in phone.events[f"person:{s.pupil.id}"] if f["event"]["kind"] == "write_ban_changed"]
    assert [f["event"]["until"] for f in ended] == [None]
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM members WHERE write_ban_until IS NOT NULL") == 0


async def test_administrators_cannot_be_banned_and_a_ban_for_good_is_lifted_by_hand(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.geographer)
    await s.class_teacher.put(f"/conversations/{chat}/members/{s.geographer.id}", {"role": "administrator"})

    refused = await s.class_teacher.put(f"/conversations/{chat}/members/{s.geographer.id}/write-ban", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "administrators_always_write")
    assert (
        await s.class_teacher.put(f"/conversations/{chat}/members/{s.head.id}/write-ban", {})
    ).status_code == 404
    assert (
        await s.geographer.put(f"/conversations/{chat}/members/{s.pupil.id}/write-ban", {})
    ).status_code == 204
    clock.shift(timedelta(days=3650))
    async with world.database.transaction() as tx:
        assert await tx.value(
            "SELECT write_ban_until > now() + interval '100 years' FROM members WHERE person_id = $1",
            s.pupil.id,
        )
    clock.shift(timedelta(0))
    assert await attempt(s.pupil, chat) == (409, "write_banned")
    lifted = f"/conversations/{chat}/members/{s.pupil.id}/write-ban"
    assert [(await s.class_teacher.delete(lifted)).status_code for _ in range(2)] == [204, 204]
    assert await attempt(s.pupil, chat) == (201, None)
    async with world.database.transaction() as tx:
        actions = await tx.values(
            "SELECT action FROM audit_log WHERE subject = $1 ORDER BY id", f"person:{s.pupil.id}"
        )
    assert actions == ["write_ban_laid", "write_ban_lifted"]


async def test_silence_is_for_all_but_administrators_and_ends_by_itself(
    world: World, sockets: Sockets
) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    live = await sockets.open(s.pupil)
    silenced = await s.class_teacher.put(f"/conversations/{chat}/silence", {"seconds": 60, "reason": "Урок"})
    assert silenced.status_code == 200

    heard = await live.event("settings_changed")
    assert heard["settings"] == silenced.json()
    assert await attempt(s.pupil, chat) == (409, "chat_silent")
    assert await attempt(s.class_teacher, chat) == (201, None)

    clock.shift(timedelta(seconds=61))
    assert await attempt(s.pupil, chat) == (201, None)
    await perform_all(world.database)
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["settings"] == {}
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT plain FROM conversations WHERE id = $1", chat)

    await s.class_teacher.put(f"/conversations/{chat}/silence", {})
    assert await attempt(s.pupil, chat) == (409, "chat_silent")
    assert (await s.class_teacher.delete(f"/conversations/{chat}/silence")).json() == {}
    assert await attempt(s.pupil, chat) == (201, None)
    said = (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["service"]["what"] for m in said if m["service"]] == ["silence", "silence", "silence_ended"]
