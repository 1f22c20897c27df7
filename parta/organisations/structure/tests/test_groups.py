"""Classes and groups by hand: made, filled, renamed, closed; their chats follow, and rosters leave them alone."""

from typing import Any

import pytest

from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.world import Actor, World


@pytest.fixture
async def school(world: World) -> School:
    made = await make_school(world)
    await keep_current(world, made)
    return made


async def make(school: School, **new: Any) -> int:
    """Make a group as the head does."""
    answer = await school.head.post(f"/organisations/{school.id}/groups", new)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def put_in(school: School, group_id: int, *people: Actor, role: str = "pupil", **more: Any) -> Any:
    """Put people in as the head does."""
    return await school.head.post(
        f"/organisations/{school.id}/groups/{group_id}/members",
        {"person_ids": [one.id for one in people], "role": role, **more},
    )


async def from_roster(world: World, class_id: int) -> None:
    """Let a class be one that a roster knows."""
    async with world.database.transaction() as tx:
        source = await tx.value("INSERT INTO roster_sources (title) VALUES ('Журнал') RETURNING id")
        await tx.run(
            "INSERT INTO roster_links (source_id, entity, sourced_id, entity_id) VALUES ($1, 'class', 'c', $2)",
            source,
            class_id,
        )


async def test_a_club_made_by_hand_has_its_chat(world: World, school: School) -> None:
    club = await make(school, kind="club", title="Робототехника", leader_ids=[school.geographer.id])
    assert (await put_in(school, club, school.pupil, school.older_pupil)).status_code == 204
    chat = (await chats_of(world, school))["subject", club]
    assert chat.title == "Кружок «Робототехника»"
    assert chat.owners == {school.geographer.id}
    assert chat.members == {school.geographer.id, school.pupil.id, school.older_pupil.id}
    heard = await school.pupil.get(f"/conversations/{chat.id}/messages")
    assert heard.status_code == 200
    gone = await school.head.delete(
        f"/organisations/{school.id}/groups/{club}/members/{school.pupil.id}?role=pupil"
    )
    assert gone.status_code == 204
    assert (await school.pupil.get(f"/conversations/{chat.id}/messages")).status_code == 404


async def test_a_group_without_a_leader_is_owned_by_the_administrators(world: World, school: School) -> None:
    club = await make(school, kind="section", title="Шахматы")
    await put_in(school, club, school.pupil)
    assert (await chats_of(world, school))["subject", club].owners == {school.head.id}
    await put_in(school, club, school.geographer, role="teacher")
    chat = (await chats_of(world, school))["subject", club]
    assert chat.owners == {school.geographer.id}
    assert school.head.id not in chat.members


async def test_a_closed_group_is_read_and_no_more(world: World, school: School) -> None:
    club = await make(school, kind="club", title="Хор", leader_ids=[school.geographer.id])
    await put_in(school, club, school.pupil)
    where = f"/organisations/{school.id}/groups/{club}"
    assert (await school.head.delete(where)).status_code == 204
    chat = (await chats_of(world, school))["subject", club]
    assert chat.closed
    assert school.pupil.id in chat.members
    assert (await school.head.get(where)).status_code == 404
    assert (await put_in(school, club, school.classmate)).status_code == 404


async def test_groups_are_listed_with_leaders_and_counts(world: World, school: School) -> None:
    await make(school, kind="club", title="Ёлочка", leader_ids=[school.geographer.id])
    where = f"/organisations/{school.id}"
    found = (await school.head.get(f"{where}/groups?q=елоч")).json()["items"]
    assert [(one["title"], one["adults"], one["leaders"][0]["family_name"]) for one in found] == [
        ("Ёлочка", 1, "Орлов")
    ]
    first = (await school.head.get(f"{where}/groups?limit=2")).json()
    rest = (await school.head.get(f"{where}/groups?limit=2&after={first['next']}")).json()
    kinds = [one["kind"] for one in first["items"] + rest["items"]]
    assert kinds == ["homeroom", "homeroom", "subject", "club"]
    counts = (await school.head.get(f"{where}/group-counts")).json()["items"]
    assert {one["kind"]: one["groups"] for one in counts} == {"homeroom": 2, "subject": 1, "club": 1}


async def test_titles_are_not_given_twice(school: School) -> None:
    await make(school, kind="homeroom", title="1 «А»", grade="1")
    again = {"kind": "homeroom", "title": "1  «а»", "grade": "1"}
    answer = await school.head.post(f"/organisations/{school.id}/groups", again)
    assert (answer.status_code, answer.json()["code"]) == (409, "group_title_taken")
    nameless = {"kind": "homeroom", "title": "2 «А»"}
    answer = await school.head.post(f"/organisations/{school.id}/groups", nameless)
    assert (answer.status_code, answer.json()["code"]) == (422, "grade_needed")


async def test_a_pupil_moves_to_another_class_only_on_purpose(world: World, school: School) -> None:
    new = await make(school, kind="homeroom", title="7 «В»", grade="7", leader_ids=[school.geographer.id])
    answer = await put_in(school, new, school.pupil)
    assert (answer.status_code, answer.json()["code"]) == (409, "place_from_roster")
    async with world.database.transaction() as tx:
        await tx.run("UPDATE enrollments SET source = 'manual' WHERE person_id = $1", school.pupil.id)
    answer = await put_in(school, new, school.pupil)
    assert (answer.status_code, answer.json()["code"]) == (409, "in_other_class")
    assert (await put_in(school, new, school.pupil, transfer=True)).status_code == 204
    chats = await chats_of(world, school)
    assert school.pupil.id not in chats["class", school.seven].members
    assert school.mother.id not in chats["class_parents", school.seven].members
    assert chats["class", new].members == {school.pupil.id, school.geographer.id}
    assert school.mother.id in chats["class_parents", new].members


async def test_strangers_and_parents_are_put_nowhere(world: World, school: School) -> None:
    club = await make(school, kind="club", title="Хор")
    stranger = await world.person()
    for somebody, role in (
        (stranger, "pupil"),
        (school.mother, "pupil"),
        (school.pupil, "teacher"),
        (school.geographer, "pupil"),
    ):
        assert (await put_in(school, club, somebody, role=role)).status_code == 404
    assert (await put_in(school, club, school.geographer, role="member")).status_code == 422


async def test_what_is_of_the_roster_is_not_renamed_closed_or_emptied(world: World, school: School) -> None:
    await from_roster(world, school.seven)
    where = f"/organisations/{school.id}/groups/{school.seven}"
    renamed = await school.head.patch(where, {"title": "7 «Г»"})
    closed = await school.head.delete(where)
    emptied = await school.head.delete(f"{where}/members/{school.pupil.id}?role=pupil")
    assert [one.json()["code"] for one in (renamed, closed, emptied)] == [
        "group_from_roster",
        "group_from_roster",
        "place_from_roster",
    ]


async def test_a_class_teacher_is_named_and_relieved(world: World, school: School) -> None:
    where = f"/organisations/{school.id}/groups/{school.seven}/class-teacher"
    assert (await school.head.put(where, {"person_id": school.geographer.id})).status_code == 204
    chats = await chats_of(world, school)
    assert chats["class", school.seven].owners == {school.geographer.id}
    assert school.class_teacher.id not in chats["class", school.seven].members
    assert (await school.head.put(where, {"person_id": None})).status_code == 204
    assert (await chats_of(world, school))["class", school.seven].owners
    assert (await school.head.put(where, {"person_id": school.pupil.id})).status_code == 404


async def test_who_works_here_no_more_hears_no_club(world: World, school: School) -> None:
    club = await make(school, kind="club", title="Хор", leader_ids=[school.geographer.id])
    await put_in(school, club, school.pupil)
    chat = (await chats_of(world, school))["subject", club]
    assert (
        await school.head.delete(f"/organisations/{school.id}/people/{school.geographer.id}/roles/teacher")
    ).status_code == 204
    assert (await school.geographer.get(f"/conversations/{chat.id}/messages")).status_code == 404
    assert (await chats_of(world, school))["subject", club].owners == {school.head.id}
