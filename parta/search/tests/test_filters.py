"""Filters: who, when, what is attached, from teachers, with my mark, in which chat; alone and with words."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core.jobs_worker import perform_all
from parta.messaging.restoring import OldMessage, restore_messages
from parta.organisations.roles import grant_role
from parta.search.tests.conftest import found, indexed
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

pytestmark = pytest.mark.usefixtures("ways")


@pytest.fixture
async def school(world: World) -> dict[str, Any]:
    """A class chat of a teacher, a pupil and a parent, with something of every kind in it."""
    here = await world.school()
    teacher, pupil, head = await world.person(), await world.person(), await world.person()
    await world.role(teacher, "teacher", here)
    await world.role(pupil, "pupil", here)
    await world.role(head, "administrator", here)
    chat = await group(world, teacher, pupil, head)
    await say(teacher, chat, "Экскурсия в пятницу")
    await say(pupil, chat, "А экскурсия далеко?")
    await say(head, chat, "Экскурсия согласована")
    return {"teacher": teacher, "pupil": pupil, "head": head, "chat": chat}


async def attach(
    world: World, author: Actor, chat: int, name: str, kind: str, purpose: str | None = None
) -> None:
    async with world.database.transaction() as tx:
        file_id = await tx.value(
            "INSERT INTO files (owner_id, name, content_type, size, received, blob_key, state, kind, purpose)"
            " VALUES ($1, $2, 'x/y', 1, 1, $3, 'ready', $4, $5) RETURNING id",
            author.id,
            name,
            uuid4().hex,
            kind,
            purpose,
        )
    await say(author, chat, "", file_ids=[file_id])


async def test_from_teachers_and_those_who_lead_the_school(world, school):
    await indexed(world)
    me = school["pupil"]

    assert await found(me, "экскурсия", from_teachers=True) == [
        "Экскурсия согласована",
        "Экскурсия в пятницу",
    ]
    assert await found(me, "", from_teachers=True) == ["Экскурсия согласована", "Экскурсия в пятницу"]
    assert len(await found(me, "экскурсия")) == 3


async def test_who_is_no_teacher_any_more_is_not_found_as_one(world, school):
    await indexed(world)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE roles SET ended_at = now() WHERE person_id = $1", school["teacher"].id)

    assert await found(school["pupil"], "", from_teachers=True) == ["Экскурсия согласована"]


async def test_who_becomes_a_teacher_is_found_as_one_by_what_they_said_before(world, school):
    await indexed(world)
    me = school["pupil"]
    await say(me, school["chat"], "Экскурсия понравилась")
    await indexed(world)
    async with world.database.transaction() as tx:
        place = await tx.value("SELECT organisation_id FROM roles WHERE person_id = $1", me.id)
        await grant_role(tx, me.id, "teacher", place, by=None)
    await indexed(world)
    await perform_all(world.database)

    assert await found(school["head"], "экскурсия", from_teachers=True) == [
        "Экскурсия понравилась",
        "Экскурсия согласована",
        "А экскурсия далеко?",
        "Экскурсия в пятницу",
    ]


async def test_by_author_with_words_and_without(world, school):
    await indexed(world)
    me, author = school["teacher"], school["pupil"].id

    assert await found(me, "экскурсия", author=author) == ["А экскурсия далеко?"]
    assert await found(me, "", author=author) == ["А экскурсия далеко?"]
    assert await found(me, "пятница", author=author) == []


async def test_by_kind_and_by_the_name_of_the_file(world, school):
    me, chat = school["pupil"], school["chat"]
    await attach(world, me, chat, "Расписание_7Б.pdf", "document")
    await attach(world, me, chat, "доска.jpg", "image")
    await attach(world, me, chat, "голос.ogg", "audio", "voice")
    await attach(world, me, chat, "круг.webm", "video", "circle")
    await say(me, chat, "Смотри https://school.example/plan")
    await indexed(world)

    assert await found(me, "", kind="file") == ["Расписание_7Б.pdf"]
    assert await found(me, "", kind="photo") == ["доска.jpg"]
    assert await found(me, "", kind="voice") == ["голос.ogg"]
    assert await found(me, "", kind="video") == ["круг.webm"]
    assert await found(me, "", kind="link") == ["Смотри https://school.example/plan"]
    assert await found(me, "расписание") == ["Расписание_7Б.pdf"]
    assert await found(me, "7б", kind="file") == ["Расписание_7Б.pdf"]
    assert await found(me, "доска", kind="file") == []


async def test_polls_are_found_by_question_and_answers(world, school):
    poll = {"question": "Куда поедем?", "options": ["В музей", "В зоопарк"]}
    await say(school["teacher"], school["chat"], "", content={"poll": poll})
    await indexed(world)

    assert await found(school["pupil"], "зоопарк") == ["Куда поедем? В музей · В зоопарк"]
    assert len(await found(school["pupil"], "", kind="poll")) == 1


async def test_what_was_spoken_is_found_by_its_transcript(world, school):
    me, chat = school["pupil"], school["chat"]
    await attach(world, me, chat, "голос.ogg", "audio", "voice")
    async with world.database.transaction() as tx:
        message_id = await tx.value("SELECT max(id) FROM messages")
        await tx.run(
            "INSERT INTO transcripts (message_id, file_id, state, text)"
            " SELECT message_id, file_id, 'waiting', '' FROM message_files WHERE message_id = $1",
            message_id,
        )
    answer = await me.patch(f"/messages/{message_id}/transcript", {"text": "Купите альбом и краски"})
    assert answer.status_code == 200, answer.text
    await indexed(world)

    assert await found(school["teacher"], "краски") == ["Купите альбом и краски"]


async def test_my_marks_are_mine(world, school):
    said = await say(school["teacher"], school["chat"], "Запомните дату")
    await indexed(world)
    await school["pupil"].put(f"/messages/{said['id']}/important")

    assert await found(school["pupil"], "", important=True) == ["Запомните дату"]
    assert await found(school["pupil"], "дата", important=True) == ["Запомните дату"]
    assert await found(school["pupil"], "экскурсия", important=True) == []
    assert await found(school["teacher"], "", important=True) == []


async def test_in_one_chat_and_between_two_days(world, school):
    me, other = school["pupil"], await group(world, school["pupil"])
    moments = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in (1, 2, 3)]
    async with world.database.transaction() as tx:
        await restore_messages(
            tx,
            other,
            [
                OldMessage(
                    author_id=me.id, client_id=uuid4(), body=f"Экскурсия {at.day} марта", created_at=at
                )
                for at in moments
            ],
        )
    await indexed(world)

    since, until = (
        (moments[1] - timedelta(hours=1)).isoformat(),
        (moments[1] + timedelta(hours=1)).isoformat(),
    )
    assert await found(me, "экскурсия", since=since, until=until) == ["Экскурсия 2 марта"]
    assert await found(me, "", chat=other, since=since, until=until) == ["Экскурсия 2 марта"]
    assert len(await found(me, "экскурсия", chat=other)) == 3
    assert len(await found(me, "экскурсия")) == 6
    assert await found(me, "экскурсия", chat=other, until="2026-03-01T23:00:00") == ["Экскурсия 1 марта"]
    assert (await me.get("/search/messages?q=a&since=когда-то")).status_code == 422
    assert (await me.get("/search/messages?q=a&kind=song")).status_code == 422
