"""Chats that the roster makes: exactly who belongs, exactly who owns, and nothing on the second run."""

from typing import Any

import pytest

from parta.core.db import Tx
from parta.organisations.events import RosterApplied
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import say
from parta.testing.world import Actor, World


def ids(*people: Actor) -> frozenset[int]:
    return frozenset(person.id for person in people)


async def change(world: World, sql: str, *args: Any) -> None:
    async with world.database.transaction() as tx:
        assert await tx.run(sql, *args)


async def end_enrollment(world: World, class_id: int, person: Actor) -> None:
    await change(
        world,
        "UPDATE enrollments SET ended_at = now() WHERE class_id = $1 AND person_id = $2",
        class_id,
        person.id,
    )


async def end_roles(world: World, person: Actor) -> None:
    await change(world, "UPDATE roles SET ended_at = now() WHERE person_id = $1", person.id)


async def test_every_chat_has_exactly_its_people_and_owners(world: World) -> None:
    s = await make_school(world)

    await keep_current(world, s)
    chats = await chats_of(world, s)

    assert {(*key, chat.title) for key, chat in chats.items()} == {
        ("teachers", None, "Учительская"),
        ("class", s.seven, "7 «Б» класс"),
        ("class_parents", s.seven, "Родители 7 «Б» и классный руководитель"),
        ("parents_only", s.seven, "Родители 7 «Б»"),
        ("subject", s.geography, "География, 7 «Б»"),
        ("class", s.eight, "8 «А» класс"),
        ("class_parents", s.eight, "Родители 8 «А» и классный руководитель"),
        ("parents_only", s.eight, "Родители 8 «А»"),
    }
    assert {key: (chat.members, chat.owners) for key, chat in chats.items()} == {
        ("teachers", None): (ids(s.head, s.class_teacher, s.geographer), ids(s.head)),
        ("class", s.seven): (ids(s.class_teacher, s.pupil, s.classmate), ids(s.class_teacher)),
        ("class_parents", s.seven): (
            ids(s.class_teacher, s.mother, s.father, s.classmates_mother),
            ids(s.class_teacher),
        ),
        ("parents_only", s.seven): (ids(s.mother, s.father, s.classmates_mother), ids(s.mother)),
        ("subject", s.geography): (ids(s.geographer, s.pupil, s.classmate), ids(s.geographer)),
        # A class without a teacher: the school's administrators step in, but never among parents alone.
        ("class", s.eight): (ids(s.head, s.older_pupil), ids(s.head)),
        ("class_parents", s.eight): (ids(s.head, s.older_mother), ids(s.head)),
        ("parents_only", s.eight): (ids(s.older_mother), ids(s.older_mother)),
    }
    assert all(chat.members_count == len(chat.members) for chat in chats.values())


@pytest.mark.parametrize(
    ("title", "chat"), [("5 класс «А»", "5 класс «А»"), ("11", "11 класс"), ("HOMEROOM 07", "HOMEROOM 07")]
)
async def test_a_class_is_called_as_people_call_it(world: World, title: str, chat: str) -> None:
    s = await make_school(world)
    await change(world, "UPDATE classes SET title = $1 WHERE id = $2", title, s.seven)
    await keep_current(world, s)
    assert (await chats_of(world, s))["class", s.seven].title == chat


async def test_the_second_run_changes_nothing_and_announces_nothing(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    before = await chats_of(world, s)

    async def events(tx: Tx) -> Any:
        return await tx.value("SELECT count(*) FROM events")

    async with world.database.transaction() as tx:
        said = await events(tx)
    await keep_current(world, s)

    assert await chats_of(world, s) == before
    async with world.database.transaction() as tx:
        assert await events(tx) == said


async def test_who_leaves_the_roster_leaves_the_chats_and_the_groups_of_the_school(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    chats = await chats_of(world, s)
    made = await s.head.post(
        "/conversations", {"kind": "group", "title": "Поход", "person_ids": [s.geographer.id]}
    )
    assert made.status_code == 201, made.text
    group, staff = made.json()["id"], chats["teachers", None].id
    assert (await s.geographer.get(f"/conversations/{staff}")).status_code == 200

    await end_roles(world, s.geographer)
    await change(world, "UPDATE enrollments SET ended_at = now() WHERE person_id = $1", s.geographer.id)
    async with world.database.transaction() as tx:
        tx.emit(RosterApplied(organisation_ids=[s.id], class_ids=[s.seven, s.geography]))

    after = await chats_of(world, s)
    assert after["teachers", None].members == ids(s.head, s.class_teacher)
    # The subject group has lost its only teacher, so the administrator steps in.
    assert after["subject", s.geography].members == ids(s.head, s.pupil, s.classmate)
    assert after["subject", s.geography].owners == ids(s.head)
    for chat in (group, staff):
        assert (await s.geographer.get(f"/conversations/{chat}")).status_code == 404
        assert (await s.geographer.get(f"/conversations/{chat}/messages")).status_code == 404
        refused = await s.geographer.post(
            f"/conversations/{chat}/messages", {"client_id": "1" * 32, "body": "Я ещё здесь?"}
        )
        assert refused.status_code == 404
    assert (await s.geographer.get("/conversations")).json()["items"] == []


async def test_a_new_class_teacher_takes_over(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    await end_enrollment(world, s.seven, s.class_teacher)
    await change(
        world,
        "UPDATE enrollments SET class_teacher = true WHERE class_id = $1 AND person_id = $2",
        s.seven,
        s.geographer.id,
    )

    await keep_current(world, s)

    chats = await chats_of(world, s)
    for sort, others in (
        ("class", ids(s.pupil, s.classmate)),
        ("class_parents", ids(s.mother, s.father, s.classmates_mother)),
    ):
        assert chats[sort, s.seven].members == others | ids(s.geographer)
        assert chats[sort, s.seven].owners == ids(s.geographer)
    assert chats["teachers", None].members >= ids(s.class_teacher)


async def test_a_class_teacher_whom_somebody_had_added_by_hand_owns_the_chat_too(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    chat = (await chats_of(world, s))["class", s.seven].id
    added = await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.geographer.id]})
    assert added.status_code == 200, added.text
    await end_enrollment(world, s.seven, s.class_teacher)
    await change(
        world,
        "UPDATE enrollments SET class_teacher = true WHERE class_id = $1 AND person_id = $2",
        s.seven,
        s.geographer.id,
    )

    await keep_current(world, s)

    now = (await chats_of(world, s))["class", s.seven]
    assert (now.members, now.owners) == (ids(s.geographer, s.pupil, s.classmate), ids(s.geographer))


async def test_a_teacher_who_is_a_parent_is_among_parents_unless_teaching_that_very_class(
    world: World,
) -> None:
    s = await make_school(world)
    await world.role(s.geographer, "parent", s.id)
    await world.guardian(s.geographer, s.classmate)  # taught by him
    await world.guardian(s.geographer, s.older_pupil)  # not taught by him

    await keep_current(world, s)

    chats = await chats_of(world, s)
    assert s.geographer.id in chats["class_parents", s.seven].members
    assert s.geographer.id not in chats["parents_only", s.seven].members
    assert s.geographer.id in chats["parents_only", s.eight].members


async def test_a_closed_class_keeps_its_readers_and_nobody_writes_any_more(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    before = (await chats_of(world, s))["class", s.seven]
    await say(s.pupil, before.id, "До свидания, школа")
    await change(world, "UPDATE classes SET closed_at = now() WHERE id = $1", s.seven)

    await keep_current(world, s)

    after = (await chats_of(world, s))["class", s.seven]
    assert (after.members, after.closed) == (before.members, True)
    shown = (await s.pupil.get(f"/conversations/{before.id}")).json()
    assert (shown["can_write"], shown["last_number"]) == (False, 1)
    refused = await s.pupil.post(
        f"/conversations/{before.id}/messages", {"client_id": "2" * 32, "body": "Ещё!"}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation_closed")

    await change(world, "UPDATE classes SET closed_at = NULL WHERE id = $1", s.seven)
    await keep_current(world, s)
    assert (await s.pupil.get(f"/conversations/{before.id}")).json()["can_write"] is True


async def test_members_added_by_hand_stay_and_those_of_the_roster_cannot_leave(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    chat = (await chats_of(world, s))["class", s.seven].id

    by_pupil = await s.pupil.post(f"/conversations/{chat}/members", {"person_ids": [s.classmate.id]})
    await s.class_teacher.post(f"/conversations/{chat}/members", {"person_ids": [s.head.id]})
    await keep_current(world, s)

    assert (by_pupil.status_code, by_pupil.json()["code"]) == (403, "not_an_administrator")
    assert s.head.id in (await chats_of(world, s))["class", s.seven].members
    for who, whom in ((s.pupil, s.pupil), (s.class_teacher, s.pupil)):
        refused = await who.delete(f"/conversations/{chat}/members/{whom.id}")
        assert (refused.status_code, refused.json()["code"]) == (409, "automatic_chat")
    left = await s.head.delete(f"/conversations/{chat}/members/{s.head.id}")
    assert left.status_code == 204
    assert s.head.id not in (await chats_of(world, s))["class", s.seven].members


async def test_the_chats_of_another_school_stay_as_they_are(world: World) -> None:
    s, other = await make_school(world), await make_school(world, "Школа в Сосновке")
    await keep_current(world, s)
    await keep_current(world, other)
    before = await chats_of(world, other)
    await end_roles(world, s.head)

    await keep_current(world, s)

    assert await chats_of(world, other) == before
    assert (await chats_of(world, s))["teachers", None].owners == ids(s.class_teacher, s.geographer)
