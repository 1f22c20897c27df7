"""Limits on starting and on mass sending: by role, counted in the database, told with the time to wait."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.core.followers import FOLLOWERS, follow_next, start_following
from parta.core.jobs_worker import perform_all
from parta.testing.school import make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

NEWS = "Завтра в 9:00 общее собрание в актовом зале, приходите все!"


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {
        "PARTA_MESSAGING_GROUPS_PER_DAY_PUPIL": "2",
        "PARTA_MESSAGING_REQUESTS_PER_DAY_PUPIL": "1",
        "PARTA_MESSAGING_CHATS_PER_TEXT_PUPIL": "3",
        "PARTA_MESSAGING_CHATS_PER_TEXT_TEACHER": "5",
    }


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def count_repeats(world: World) -> None:
    while await follow_next(world.database, [FOLLOWERS["repeated_texts"]]):
        pass


async def attempt(who: Actor, chat: int) -> Any:
    return await who.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Можно?"})


async def test_groups_of_a_day_are_limited_by_role(world: World) -> None:
    s = await make_school(world)
    body = {"kind": "group", "title": "Ещё одна", "person_ids": [s.classmate.id]}
    answers = [await s.pupil.post("/conversations", body) for _ in range(3)]
    assert [a.status_code for a in answers] == [201, 201, 429]
    assert answers[-1].json()["code"] == "too_many_new_groups"
    assert 86000 < int(answers[-1].headers["retry-after"]) <= 86400
    copied = await s.pupil.post(f"/conversations/{answers[0].json()['id']}/copy", {"title": "Копия"})
    assert (copied.status_code, copied.json()["code"]) == (429, "too_many_new_groups")
    assert (await s.class_teacher.post("/conversations", body)).status_code == 201


async def test_first_words_to_strangers_are_limited_and_to_ones_own_are_not(world: World) -> None:
    s = await make_school(world)
    another = await world.person()
    await world.role(another, "pupil", s.id)
    for pupil in (s.pupil, s.older_pupil, another):
        assert (await pupil.put("/me/safe-mode", {"kept": False})).status_code == 200
    assert (await s.pupil.put(f"/conversations/direct/{s.older_pupil.id}")).status_code == 201
    refused = await s.pupil.put(f"/conversations/direct/{another.id}")
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests_to_people")
    assert (await s.pupil.put(f"/conversations/direct/{s.class_teacher.id}")).status_code == 201
    assert (await s.pupil.put(f"/conversations/direct/{s.older_pupil.id}")).status_code == 200


async def test_one_text_for_too_many_chats_ends_in_a_pause_that_ends(world: World) -> None:
    s = await make_school(world)
    await start_following(world.database)
    chats = [await group(world, s.class_teacher, s.pupil) for _ in range(5)]
    for chat in chats[:3]:
        await say(s.pupil, chat, NEWS)
        await say(s.pupil, chat, "Спасибо")
    await count_repeats(world)
    assert (await attempt(s.pupil, chats[4])).status_code == 201

    await say(s.pupil, chats[3], f"  {NEWS.upper()}")
    await count_repeats(world)
    paused = await attempt(s.pupil, chats[4])
    assert (paused.status_code, paused.json()["code"]) == (429, "too_many_chats_at_once")
    assert 0 < int(paused.headers["retry-after"]) <= 15 * 60
    assert (await s.pupil.get(f"/conversations/{chats[0]}")).json()["write_ban"] is not None

    clock.shift(timedelta(minutes=16))
    await perform_all(world.database)
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM members WHERE write_ban_until IS NOT NULL") == 0
        assert await tx.value("SELECT count(*) FROM audit_log WHERE action = 'mass_sending_paused'") == 1
    assert (await attempt(s.pupil, chats[4])).status_code == 201


async def test_a_teacher_may_tell_more_chats_and_a_ban_by_hand_is_not_touched(world: World) -> None:
    s = await make_school(world)
    await start_following(world.database)
    chats = [await group(world, s.head, s.class_teacher) for _ in range(6)]
    await s.head.put(f"/conversations/{chats[5]}/members/{s.class_teacher.id}/write-ban", {})
    for chat in chats[:5]:
        await say(s.class_teacher, chat, NEWS)
    await count_repeats(world)
    assert (await attempt(s.class_teacher, chats[0])).status_code == 201
    one_more = await group(world, s.head, s.class_teacher)
    await say(s.class_teacher, one_more, NEWS)
    await count_repeats(world)
    assert (await attempt(s.class_teacher, chats[0])).status_code == 429
    assert (await attempt(s.class_teacher, chats[5])).json()["code"] == "write_banned"


async def test_a_head_teacher_reads_the_limits(world: World) -> None:
    s, other = await make_school(world), await make_school(world, "Другая школа")
    policy = (await s.head.get(f"/organisations/{s.id}/chat-policy")).json()
    assert [row["role"] for row in policy["limits"]] == ["pupil", "parent", "teacher", "administrator"]
    assert policy["limits"][0] == {
        "role": "pupil",
        "new_groups_per_day": 2,
        "new_requests_per_day": 1,
        "chats_per_text": 3,
    }
    for stranger in (other.head, s.class_teacher, s.pupil):
        assert (await stranger.get(f"/organisations/{s.id}/chat-policy")).status_code == 404
