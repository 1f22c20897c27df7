"""«Похоже, это уже есть в реестре»: a newcomer is found among those whom the school expects."""

import asyncio
from typing import Any

import pytest

from parta.organisations.invites.tests.conftest import come, invite, roles_of, waiting
from parta.testing.school import School, keep_current
from parta.testing.world import Actor, World


@pytest.fixture
async def expected(world: World, school: School) -> Actor:
    """«Щеглова Аня» of 7 «Б», whom the roster knows without a phone."""
    child = await world.person("Щеглова", "Аня", claimed=False)
    await world.role(child, "pupil", school.id)
    await world.enrol(school.seven, child)
    await world.guardian(school.mother, child)
    await keep_current(world, school)
    return child


async def newcomer_of(world: World, school: School, *name: str, role: str = "pupil", **more: Any) -> Actor:
    place = {"class_id": school.seven} if role == "pupil" else {}
    made = await invite(school.head, school, role, approval=True, **place, **more)
    who = await world.person(*name)
    assert (await come(who, made["code"])).json()["state"] == "waiting"
    return who


async def answer(who: Actor, school: School, joining: int, **said: Any) -> tuple[int, str]:
    told = await who.post(f"/organisations/{school.id}/joinings/{joining}/approval", said)
    return told.status_code, told.json()["code"] if told.content else ""


async def test_the_newcomer_becomes_who_was_expected_and_loses_nothing(world, school, facts, expected):
    anna = await newcomer_of(world, school, "Щеглова", "Анна")
    await facts(
        "INSERT INTO contacts (person_id, kind, value, proven_at)"
        " VALUES ($1, 'phone', '+79123001717', now()) RETURNING id",
        anna.id,
    )
    await facts(
        "INSERT INTO consents (person_id, document, version, given_at) VALUES ($1, 'privacy', '1', now()) RETURNING id",
        anna.id,
    )
    own = (await anna.get("/conversations/favourites")).json()["id"]

    [asked] = await waiting(school.class_teacher, school)
    [match] = asked["matches"]
    assert (match["id"], match["class_titles"], match["guardians"], match["may_choose"]) == (
        expected.id, ["7 «Б»"], 1, True,
    )  # fmt: skip
    assert await answer(school.class_teacher, school, asked["id"]) == (409, "match_undecided")
    assert await answer(school.class_teacher, school, asked["id"], expected_id=expected.id) == (204, "")

    # The same device goes on, as the person of the roster.
    me = (await anna.get("/me")).json()
    assert (me["id"], me["given_name"], [one["id"] for one in me["classes"]]) == (
        expected.id, "Аня", [school.seven],
    )  # fmt: skip
    chats = {one["id"]: one["title"] for one in (await anna.get("/conversations")).json()["items"]}
    assert own in chats
    assert any("7 «Б»" in title for title in chats.values())
    assert await facts("SELECT value FROM contacts WHERE person_id = $1", expected.id) == [("+79123001717",)]
    assert await facts("SELECT document FROM consents WHERE person_id = $1", expected.id) == [("privacy",)]
    assert await facts("SELECT guardian_id FROM current_guardianships WHERE child_id = $1", expected.id) == [
        (school.mother.id,)
    ]
    assert await facts("SELECT erased_at IS NOT NULL FROM people WHERE id = $1", anna.id) == [(True,)]


async def test_a_match_is_written_down_and_told(world, school, facts, expected):
    anna = await newcomer_of(world, school, "Щеглова", "Анна")
    [asked] = await waiting(school.class_teacher, school)
    await answer(school.class_teacher, school, asked["id"], expected_id=expected.id)
    assert await facts(
        "SELECT actor_id, subject, details->>'newcomer' FROM audit_log WHERE action = 'joining_matched'"
    ) == [(school.class_teacher.id, f"person:{expected.id}", str(anna.id))]
    [(told,)] = await facts(
        "SELECT body::text FROM events WHERE stream = $1 AND kind = 'joining_decided'", f"person:{anna.id}"
    )
    assert "received" in told
    assert await waiting(school.head, school) == []


async def test_another_person_of_the_same_name_is_somebody_new(world, school, facts, expected):
    other = await newcomer_of(world, school, "Щеглова", "Аня")
    [asked] = await waiting(school.head, school)
    assert await answer(school.head, school, asked["id"], is_another=True) == (204, "")
    assert await roles_of(other) == [("pupil", True)]
    assert await facts("SELECT claimed_at FROM people WHERE id = $1", expected.id) == [(None,)]
    assert await facts(
        "SELECT action FROM audit_log WHERE action LIKE 'joining_%' ORDER BY id DESC LIMIT 1"
    ) == [("joining_approved",)]


async def test_who_is_offered_and_who_is_not(world, school, other_school):
    here = {"Щёглова": "Аня", "Щеглов": "Борис", "Синицына": "Анна"}
    for family, given in here.items():
        one = await world.person(family, given, claimed=False)
        await world.role(one, "pupil", school.id)
        await world.enrol(school.seven, one)
    for place, at, role in ((school, school.eight, "pupil"), (other_school, other_school.seven, "pupil")):
        one = await world.person("Щеглова", "Алла", claimed=False)
        await world.role(one, role, place.id)
        await world.enrol(at, one)
    await world.role(await world.person("Щеглова", "Анна", claimed=False), "parent", school.id)
    many = [await world.person("Щеглова", f"Аня{'я' * number}", claimed=False) for number in range(6)]
    await newcomer_of(world, school, "Щеглова", "Анна")
    [asked] = await waiting(school.head, school)
    assert [one["family_name"] for one in asked["matches"]] == ["Щёглова"]
    for one in many:
        await world.role(one, "pupil", school.id)
        await world.enrol(school.seven, one)
    [asked] = await waiting(school.head, school)
    assert len(asked["matches"]) == 5


async def test_what_may_not_be_given_is_refused(world, school, other_school, facts, expected):
    await newcomer_of(world, school, "Щеглова", "Анна")
    [asked] = await waiting(school.head, school)
    elsewhere = await world.person("Щеглова", "Анна", claimed=False)
    await world.role(elsewhere, "pupil", other_school.id)
    mother = await world.person("Щеглова", "Анна", claimed=False)
    await world.role(mother, "parent", school.id)
    older = await world.person("Щеглова", "Анна", claimed=False)
    await world.role(older, "pupil", school.id)
    await world.enrol(school.eight, older)
    for wrong in (elsewhere.id, mother.id, older.id, 10**9):
        assert await answer(school.head, school, asked["id"], expected_id=wrong) == (404, "not_found")
    assert await answer(school.head, school, asked["id"], expected_id=school.pupil.id) == (
        409,
        "profile_received",
    )
    name = {"family_name": "Щеглова", "given_name": "Анна"}
    named = await answer(school.head, school, asked["id"], expected_id=expected.id, name=name)
    assert named == (409, "name_from_school")
    for stranger in (other_school.head, school.geographer, school.mother):
        assert (await answer(stranger, school, asked["id"], expected_id=expected.id))[0] == 404
    await facts("UPDATE people SET claimed_at = now() WHERE id = $1 RETURNING id", expected.id)
    [asked] = await waiting(school.head, school)
    assert asked["matches"] == []


async def test_nobody_gives_away_more_than_they_could_give(world, school, other_school, facts):
    """A class teacher must not make a newcomer the director by way of her child."""
    director = await world.person("Щеглова", "Анна", claimed=False)
    await world.role(director, "administrator", school.id)
    await world.role(director, "parent", school.id)
    await world.guardian(director, school.pupil)
    far = await world.person("Щеглова", "Алла", claimed=False)
    await world.role(far, "parent", school.id)
    await world.guardian(far, school.pupil)
    await world.guardian(far, other_school.pupil)
    await newcomer_of(world, school, "Щеглова", "Анна", role="parent", child_id=school.pupil.id)
    [asked] = await waiting(school.class_teacher, school)
    assert {one["id"]: one["may_choose"] for one in asked["matches"]} == {director.id: False, far.id: False}
    for one in (director, far):
        refused = await answer(school.class_teacher, school, asked["id"], expected_id=one.id)
        assert refused == (409, "match_beyond")
    assert await answer(school.head, school, asked["id"], expected_id=far.id) == (409, "match_beyond")
    assert await answer(school.head, school, asked["id"], expected_id=director.id) == (204, "")


async def test_a_mother_of_the_roster_is_told_by_her_children(world, school, facts):
    expected = await world.person("Озёрная", "Кира", claimed=False)
    await world.role(expected, "parent", school.id)
    await world.guardian(expected, school.classmate)
    namesake = await world.person("Озерная", "Кира", claimed=False)
    await world.role(namesake, "parent", school.id)
    kira = await newcomer_of(world, school, "Озёрная", "Кира", role="parent", child_id=school.classmate.id)
    [asked] = await waiting(school.head, school)
    assert [one["id"] for one in asked["matches"]] == [expected.id, namesake.id]
    assert [child["id"] for child in asked["matches"][0]["children"]] == [school.classmate.id]
    # A class teacher is not shown parents of other classes.
    [asked] = await waiting(school.class_teacher, school)
    assert [one["id"] for one in asked["matches"]] == [expected.id]
    assert await answer(school.class_teacher, school, asked["id"], expected_id=expected.id) == (204, "")
    assert await roles_of(kira) == [("parent", True)]


async def test_somebody_whom_a_school_knows_is_made_one_with_nobody(world, school, other_school):
    expected = await world.person("Орлов", "geographer", claimed=False)
    await world.role(expected, "teacher", school.id)
    made = await invite(school.head, school, "teacher", approval=True)
    await come(other_school.geographer, made["code"])
    [asked] = await waiting(school.head, school)
    assert asked["matches"] == []
    refused = await answer(school.head, school, asked["id"], expected_id=expected.id)
    assert refused == (409, "newcomer_known")
    assert await answer(school.head, school, asked["id"]) == (204, "")


async def test_two_newcomers_at_one_moment_get_one_profile_once(world, school, facts, expected):
    await newcomer_of(world, school, "Щеглова", "Анна")
    await newcomer_of(world, school, "Щеглова", "Аня")
    one, other = [asked["id"] for asked in await waiting(school.head, school)]
    answers = await asyncio.gather(
        answer(school.head, school, one, expected_id=expected.id),
        answer(school.class_teacher, school, other, expected_id=expected.id),
    )
    assert sorted(answers) == [(204, ""), (409, "profile_received")]
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'joining_matched'") == [(1,)]


async def test_two_who_decide_at_one_moment_decide_once(world, school, facts, expected):
    twin = await world.person("Щеглова", "Алла", claimed=False)
    await world.role(twin, "pupil", school.id)
    await world.enrol(school.seven, twin)
    await newcomer_of(world, school, "Щеглова", "Анна")
    [asked] = await waiting(school.head, school)
    answers = await asyncio.gather(
        answer(school.head, school, asked["id"], expected_id=expected.id),
        answer(school.class_teacher, school, asked["id"], expected_id=twin.id),
    )
    assert sorted(status for status, _ in answers) == [204, 404]
    claimed = await facts(
        "SELECT count(*) FROM people WHERE claimed_at IS NOT NULL AND id = ANY($1)", [expected.id, twin.id]
    )
    assert claimed == [(1,)]


async def test_two_schools_at_one_moment_make_the_newcomer_one_person(world, school, other_school, facts):
    people = []
    for place in (school, other_school):
        one = await world.person("Щеглова", "Анна", claimed=False)
        await world.role(one, "teacher", place.id)
        people.append(one)
    anna = await newcomer_of(world, school, "Щеглова", "Анна", role="teacher")
    made = await invite(other_school.head, other_school, "teacher", approval=True)
    await come(anna, made["code"])
    asked = [(await waiting(place.head, place))[0]["id"] for place in (school, other_school)]
    answers = await asyncio.gather(
        *(
            answer(place.head, place, joining, expected_id=one.id)
            for place, joining, one in zip((school, other_school), asked, people, strict=True)
        )
    )
    assert sorted(answers) == [(204, ""), (409, "newcomer_known")]
    # The other school still answers, and whom it lets in is who they have become.
    late = (school, other_school)[answers.index((409, "newcomer_known"))]
    [left] = await waiting(late.head, late)
    assert await answer(late.head, late, left["id"]) == (204, "")
    assert sorted(await roles_of(anna)) == [("teacher", True), ("teacher", True)]
