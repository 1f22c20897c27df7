"""Whose roster is it: small exports all call their school «1»."""

from parta.organisations.tests.bundles import (
    SCHOOL,
    role,
    roster,
    small_school,
    user,
)
from parta.organisations.tests.conftest import ROLES

NEW = {"org": 1, "year": 1, "class": 2, "user": 4, "enrollment": 5, "guardianship": 2}
SCHOOL_ROLES = [
    ("Анна", "administrator"),
    ("Анна", "teacher"),
    ("Вера", "pupil"),
    ("Иван", "pupil"),
    ("Ольга", "parent"),
]


def counts(told, kind):
    return {entity: numbers[kind] for entity, numbers in told["summary"].items() if numbers[kind]}


def without(rows, *sourced_ids):
    return [one for one in rows if not any(sid in one["sourcedId"].split("-") for sid in sourced_ids)]


async def test_two_schools_one_after_another_leave_each_other_alone(operator, facts):
    await operator.load(small_school())
    other = {"sourcedId": "other", "name": "Гимназия у моста", "type": "school"}
    people = [user("boris", "Журавлёв", "Борис")]
    await operator.load(roster(orgs=[other], users=people, roles=[role("boris", "student", "other")]))

    assert await facts(ROLES) == sorted([*SCHOOL_ROLES, ("Борис", "pupil")])


async def test_sourced_ids_of_another_system_are_not_ours(operator, facts):
    """Every small export calls its school «1» and its people 1, 2, 3."""
    for name, family in (("Школа № 1", "Ветрова"), ("Лицей", "Калинина"), ("Гимназия", "Снегирёва")):
        school = {"sourcedId": "1", "name": name, "type": "school"}
        people = [user("1", family, "Аня"), user("2", family, "Вера")]
        data = roster(
            orgs=[school], users=people, roles=[role("1", "student", "1"), role("2", "student", "1")]
        )
        told = await operator.load(data)
        assert not counts(told, "changed")
        assert not counts(told, "gone")
        assert counts(await operator.load(data), "unchanged") == {"org": 1, "user": 2, "role": 2}

    assert len(await facts("SELECT 1 FROM organisations")) == 3
    assert await facts("SELECT count(*) FROM current_roles WHERE role = 'pupil'") == [(6,)]
    unclear = await operator.upload(
        roster(delta=("users",), users=[{"sourcedId": "1", "status": "tobedeleted"}])
    )
    assert unclear.json()["code"] == "roster_source_unclear"


async def test_a_renamed_school_is_the_same_school(operator, facts):
    await operator.load(small_school())
    told = await operator.load(small_school(orgs=[{**SCHOOL, "name": "Лицей на Озёрной"}]))

    assert counts(told, "changed") == {"org": 1}
    assert await facts("SELECT name FROM organisations") == [("Лицей на Озёрной",)]


async def test_schools_of_one_name_in_two_towns_stay_two(operator, facts):
    for org, person in (("a", "Ветрова"), ("b", "Калинина")):
        data = roster(
            orgs=[{**SCHOOL, "sourcedId": org}],
            users=[user(f"{org}1", person, "Аня")],
            roles=[role(f"{org}1", "student", org)],
        )
        await operator.load(data)
    assert await facts("SELECT name FROM organisations") == [("Школа на Озёрной",)] * 2
