"""Quiet hours: nothing is pushed, and afterwards there is one summary, once, whatever died meanwhile."""

import asyncio
from datetime import timedelta

import pytest

from parta.core.blobs import Blobs
from parta.core.bus_memory import MemoryBus
from parta.core.clock import now
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.testing.school import make_school
from parta.testing.talk import group, say


async def snooze(person, later_hours: float | None) -> None:
    until = None if later_hours is None else (now() + timedelta(hours=later_hours)).isoformat()
    assert (await person.put("/me/quiet-hours/snooze", {"until": until})).status_code == 200


async def test_after_the_silence_one_summary_comes(world, news, sockets, later):
    anna, boris = await world.person(), await world.person()
    chats = [await group(world, anna, boris) for _ in range(3)]
    await news.subscribe(boris, "boris")
    await snooze(boris, 1)
    for i in range(14):
        await say(anna, chats[i % 3], f"№ {i}")
        await news.tell()
    assert news.service.notes("boris") == []
    assert await news.jobs("sum_up") == 1
    phone = await sockets.open(boris)

    later(hours=1)
    await perform_all(news.database)

    await phone.event("quiet_hours_ended", messages=14, chats=3)
    assert news.service.notes("boris") == [{"kind": "summary"}]
    shown = (await boris.get("/notifications/summary")).json()
    assert (shown["title"], shown["body"]) == ("Пока вас не беспокоили", "14 сообщений в 3 чатах")
    later(hours=6)
    await perform_all(news.database)
    assert news.service.notes("boris") == [{"kind": "summary"}]
    # And from now on every message is told again.
    await say(anna, chats[0], "Доброе утро")
    await news.tell()
    assert news.service.notes("boris")[-1]["kind"] == "message"


async def test_what_was_read_deleted_or_muted_is_not_summed_up(world, news, later):
    anna, boris = await world.person(), await world.person()
    read, deleted, muted, left = [await group(world, anna, boris) for _ in range(4)]
    await news.subscribe(boris, "boris")
    await boris.put(f"/conversations/{muted}/mute", {"until": "forever", "mentions_pass": True})
    await snooze(boris, 1)
    for chat in (read, muted, left):
        await say(anna, chat, "Раз")
    gone = await say(anna, deleted, "Ой")
    await say(anna, muted, "@Борис", mentions=[boris.id])
    await news.tell()
    await boris.put(f"/conversations/{read}/reading", {"number": 1})
    await anna.delete(f"/messages/{gone['id']}?for=all")
    await boris.delete(f"/conversations/{left}/members/{boris.id}")

    later(hours=1)
    await perform_all(news.database)

    assert (await boris.get("/notifications/summary")).json()["body"] == "1 сообщение в 1 чате"


async def test_a_silence_in_which_nothing_came_ends_without_a_word(world, news, later):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    await snooze(boris, 1)
    await say(anna, chat, "Раз")
    await news.tell()
    await boris.put(f"/conversations/{chat}/reading", {"number": 1})
    later(hours=2)
    await perform_all(news.database)
    assert news.service.notes("boris") == []
    assert (await boris.get("/notifications/summary")).json()["over"]


async def test_the_summary_waits_when_the_silence_grows_and_comes_when_it_is_ended(world, news, later):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    await snooze(boris, 1)
    await say(anna, chat, "Раз")
    await news.tell()
    await snooze(boris, 5)
    later(hours=2)
    await perform_all(news.database)
    assert news.service.notes("boris") == []

    await snooze(boris, None)
    await perform_all(news.database)
    assert news.service.notes("boris") == [{"kind": "summary"}]


async def test_a_server_that_died_in_the_silence_still_tells_once(
    world, news, later, dsn, configuration, tmp_path
):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    await snooze(boris, 1)
    await say(anna, chat, "Раз")
    await news.tell()
    later(hours=8)  # nobody was there to notice the end

    # Two fresh servers wake up at once.
    awake = [
        await Database.connect(dsn, MemoryBus(), configuration, Blobs.in_folder(tmp_path / "blobs"))
        for _ in range(2)
    ]
    await asyncio.gather(*(perform_all(one) for one in awake))
    for one in awake:
        await one.close()

    assert news.service.notes("boris") == [{"kind": "summary"}]


async def urgent(author, chat: int, text: str) -> None:
    await say(author, chat, text, content={"confirm": True})


@pytest.mark.parametrize("allowed", [False, True])
async def test_what_must_be_confirmed_breaks_the_silence_only_where_the_school_lets_it(world, news, allowed):
    school = await make_school(world)
    teacher, mother = school.class_teacher, school.mother
    chat = (await teacher.put(f"/conversations/direct/{mother.id}")).json()["id"]
    await news.subscribe(mother, "mother")
    await snooze(mother, 8)
    if allowed:
        await school.head.put(f"/organisations/{school.id}/quiet-hours", {"urgent_allowed": True})

    await say(teacher, chat, "Просто слово")
    await urgent(teacher, chat, "Завтра уроков нет")
    await news.tell()

    notes = news.service.notes("mother")
    assert [note["number"] for note in notes] == ([2] if allowed else [])
    shown = (await mother.get(f"/notifications/message?conversation_id={chat}&number=2")).json()
    assert shown["body"].startswith("Важно, подтвердите")


async def test_those_without_push_are_summed_up_on_the_screen(world, news, sockets, later):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    phone = await sockets.open(boris)
    await snooze(boris, 1)
    await say(anna, chat, "Раз")
    await news.tell()
    later(hours=1)
    await perform_all(news.database)
    await phone.event("quiet_hours_ended", messages=1, chats=1)
    assert news.service.received() == []


async def test_a_reminder_of_ones_own_comes_at_its_time_and_others_wait(world, news, later):
    school = await make_school(world)
    teacher, mother = school.class_teacher, school.mother
    chat = (await teacher.put(f"/conversations/direct/{mother.id}")).json()["id"]
    await news.subscribe(mother, "mother")
    asked = await say(teacher, chat, "Подпишите согласие", content={"confirm": True})
    await mother.put(f"/conversations/{chat}/reading", {"number": 1})
    own = await say(teacher, chat, "И возьмите сменную обувь")
    await mother.put(f"/conversations/{chat}/reading", {"number": 2})
    await news.tell()
    await snooze(mother, 8)
    at = (now() + timedelta(hours=1)).isoformat()
    assert (await mother.put(f"/messages/{own['id']}/reminder", {"at": at})).status_code == 204
    assert (await teacher.post(f"/messages/{asked['id']}/reminders")).status_code == 202
    await perform_all(news.database)
    await news.tell()
    assert news.service.notes("mother") == []

    later(hours=1)
    await perform_all(news.database)
    await news.tell()
    assert [(note["kind"], note["number"]) for note in news.service.notes("mother")] == [("reminder", 2)]
    later(hours=7)
    await news.tell()
    assert [note["number"] for note in news.service.notes("mother")] == [2, 1]
