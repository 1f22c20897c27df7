"""Named rights: who gives them, what they open, and that somebody always has all of them."""

import asyncio

import pytest

from parta.core.errors import Conflict
from parta.organisations.roles import withdraw_role
from parta.testing.school import School, make_school
from parta.testing.world import World


@pytest.fixture
async def school(world: World) -> School:
    return await make_school(world)


async def test_a_chief_appoints_a_moderator_who_may_only_moderate(world: World, school: School) -> None:
    where = f"/organisations/{school.id}"
    given = await school.head.put(
        f"{where}/administrators/{school.geographer.id}", {"rights": ["moderation"]}
    )
    assert given.json()["rights"] == ["moderation"]
    assert (await school.geographer.get("/report-cases")).status_code == 200
    assert (await school.geographer.get(f"{where}/people")).status_code == 404
    assert (await school.geographer.get(where)).json()["rights"] == ["moderation"]
    more = await school.geographer.put(
        f"{where}/administrators/{school.geographer.id}", {"rights": ["everything"]}
    )
    assert more.status_code == 404
    listed = (await school.head.get(f"{where}/administrators")).json()["items"]
    assert [(one["family_name"], "everything" in one["rights"]) for one in listed] == [
        ("Лесная", True),
        ("Орлов", False),
    ]


async def test_every_change_of_rights_is_in_the_journal(world: World, school: School) -> None:
    where = f"/organisations/{school.id}/administrators/{school.geographer.id}"
    for rights in (["people"], ["people", "invites"], ["people", "invites"]):
        assert (await school.head.put(where, {"rights": rights})).status_code == 200
    assert (await school.head.delete(where)).status_code == 204
    journal = (await school.head.get(f"/organisations/{school.id}/journal")).json()["items"]
    acts = [one["action"] for one in journal]
    assert acts == ["role.withdrawn", "rights_changed", "rights_changed", "role.granted"]
    assert journal[1]["details"] == {"before": ["people"], "rights": ["people", "invites"]}


async def test_only_staff_become_administrators(world: World, school: School) -> None:
    for person in (school.pupil, school.mother, await world.person()):
        answer = await school.head.put(
            f"/organisations/{school.id}/administrators/{person.id}", {"rights": ["people"]}
        )
        assert answer.status_code == 404


async def test_the_last_chief_stays_whoever_asks(world: World, school: School) -> None:
    where = f"/organisations/{school.id}/administrators/{school.head.id}"
    limited = await school.head.put(where, {"rights": ["people"]})
    gone = await school.head.delete(where)
    assert (limited.status_code, gone.status_code) == (409, 409)
    assert limited.json()["code"] == gone.json()["code"] == "last_chief"
    second = f"/organisations/{school.id}/administrators/{school.geographer.id}"
    assert (await school.head.put(second, {"rights": ["everything"]})).status_code == 200
    assert (await school.head.delete(where)).status_code == 204
    assert (await school.geographer.delete(second)).json()["code"] == "last_chief"


async def test_two_chiefs_who_step_down_at_once_leave_one(world: World, school: School) -> None:
    second = school.geographer
    where = f"/organisations/{school.id}/administrators"
    await school.head.put(f"{where}/{second.id}", {"rights": ["everything"]})
    answers = await asyncio.gather(
        school.head.delete(f"{where}/{school.head.id}"), second.delete(f"{where}/{second.id}")
    )
    assert sorted(one.status_code for one in answers) == [204, 409]


async def test_the_command_line_cannot_leave_a_school_without_a_chief_either(
    world: World, school: School
) -> None:
    async with world.database.transaction() as tx:
        with pytest.raises(Conflict):
            await withdraw_role(tx, school.head.id, "administrator", school.id, by=None)


async def test_who_invites_only_invites_no_administrators(world: World, school: School) -> None:
    where = f"/organisations/{school.id}"
    await school.head.put(f"{where}/administrators/{school.geographer.id}", {"rights": ["invites"]})
    teacher = await school.geographer.post(f"{where}/invites", {"role": "teacher"})
    administrator = await school.geographer.post(f"{where}/invites", {"role": "administrator"})
    assert (teacher.status_code, administrator.status_code) == (201, 404)
    assert (await school.geographer.get(f"{where}/invite-places")).json()["appoints"] is False


async def test_rights_of_a_district_hold_in_its_schools(world: World, school: School) -> None:
    district, chief = await world.school("Управление в Озёрном"), await world.person()
    await world.role(chief, "administrator", district)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE organisations SET parent_id = $1 WHERE id = $2", district, school.id)
        await tx.run(
            "UPDATE roles SET limited_to = '{roster}' WHERE person_id = $1 AND role = 'administrator'",
            chief.id,
        )
    assert (await chief.get(f"/organisations/{school.id}")).json()["rights"] == ["roster"]
    assert (await chief.get(f"/organisations/{school.id}/people")).status_code == 404
    assert (await chief.get("/rosters")).status_code == 200
