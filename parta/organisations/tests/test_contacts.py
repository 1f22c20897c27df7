"""Who is who, and whose contact it is: one phone is one person."""

import pytest

from parta.organisations.tests.bundles import (
    PEOPLE,
    SCHOOL,
    role,
    roster,
    small_school,
    user,
)
from parta.organisations.tests.conftest import CONTACTS, ROLES

PHONE = "+79123002030"


def school(*people, org="school", name="Школа на Озёрной", **agents):
    """Pairs (row of users.csv, role)."""
    return roster(
        orgs=[{**SCHOOL, "sourcedId": org, "name": name}],
        users=[row for row, _ in people],
        roles=[role(row["sourcedId"], what, org) for row, what in people],
    )


BORIS = user("b", "Журавлёв", "Борис", phone=PHONE)


async def test_the_first_of_two_people_with_one_phone_keeps_it(operator, facts):
    data = school((BORIS, "teacher"), (user("v", "Соколова", "Вера", phone=PHONE), "teacher"))

    assert await operator.warnings(data) == [("v", "phone_repeated")]
    await operator.load(data)
    assert await facts(CONTACTS) == [("Борис", PHONE, False)]
    assert await facts(ROLES) == [("Борис", "teacher"), ("Вера", "teacher")]


async def test_a_guardian_keeps_the_phone_written_for_the_child_too(operator, facts):
    child = user("a", "Журавлёва", "Аня", phone=PHONE, agentSourcedIds="b")
    data = school((child, "student"), (BORIS, "parent"))

    assert await operator.warnings(data) == [("a", "contact_of_guardian")]
    await operator.load(data)
    assert await facts(CONTACTS) == [("Борис", PHONE, False)]


async def test_a_phone_moves_from_the_child_to_the_guardian_who_appears_later(operator, facts):
    child = user("a", "Журавлёва", "Аня", phone=PHONE)
    await operator.load(school((child, "student")))
    assert await facts(CONTACTS) == [("Аня", PHONE, False)]

    family = school(({**child, "agentSourcedIds": "b"}, "student"), (BORIS, "parent"))
    await operator.load(family)

    assert await facts(CONTACTS) == [("Борис", PHONE, False)]
    again = await operator.preview(family)
    assert {kind for numbers in again["summary"].values() for kind, n in numbers.items() if n} == {
        "unchanged",
        "warning",
    }


async def test_father_and_son_of_one_name_are_two(operator, facts):
    son = user("s", "Журавлёв", "Борис", phone=PHONE, agentSourcedIds="b")
    await operator.load(school((son, "student"), (BORIS, "parent")))

    assert await facts("SELECT count(*) FROM people WHERE family_name = 'Журавлёв'") == [(2,)]


async def test_a_person_with_the_same_name_and_contact_is_the_same_person(operator, facts):
    await operator.load(school((BORIS, "teacher")))
    elsewhere = user("77", "ЖУРАВЛЕВ", "борис", phone="8 912 300 20 30")
    await operator.load(school((elsewhere, "teacher"), org="gym", name="Гимназия у моста"))

    assert await facts("SELECT count(*) FROM people WHERE claimed_at IS NULL") == [(1,)]
    assert await facts(ROLES) == [("борис", "teacher"), ("борис", "teacher")]


async def test_other_fathers_names_are_other_people(operator, facts):
    await operator.load(school(({**BORIS, "middleName": "Ильич"}, "teacher")))
    data = school(
        ({**BORIS, "sourcedId": "77", "middleName": "Петрович"}, "teacher"), org="gym", name="Гимназия"
    )

    assert await operator.warnings(data) == [("77", "phone_taken")]
    await operator.load(data)
    assert await facts("SELECT count(*) FROM people WHERE family_name = 'Журавлёв'") == [(2,)]


async def test_two_rows_of_one_person_are_joined(operator, facts):
    data = school((BORIS, "teacher"), ({**BORIS, "sourcedId": "b2"}, "principal"))
    await operator.load(data)

    assert await facts(ROLES) == [("Борис", "administrator"), ("Борис", "teacher")]
    assert await operator.warnings(data) == [("b2", "same_person")]
    again = await operator.preview(data)
    assert not any(
        numbers["new"] + numbers["changed"] + numbers["gone"] for numbers in again["summary"].values()
    )


async def test_a_proven_contact_is_never_taken_away(operator, facts):
    await operator.load(school((BORIS, "teacher")))
    await facts("UPDATE contacts SET proven_at = now() RETURNING id")
    await facts("UPDATE people SET claimed_at = now() WHERE family_name = 'Журавлёв' RETURNING id")

    moved = school(
        ({**BORIS, "phone": "", "familyName": "Журавлёв-Туманов"}, "teacher"),
        (user("v", "Соколова", "Вера", phone=PHONE), "teacher"),
    )
    assert await operator.warnings(moved) == [("v", "phone_taken")]
    await operator.load(moved)

    assert await facts(CONTACTS) == [("Борис", PHONE, True)]
    # Names follow the roster, also of those who have come.
    assert await facts("SELECT family_name FROM people WHERE given_name = 'Борис'") == [("Журавлёв-Туманов",)]


async def test_the_phone_of_a_graduate_who_never_came_is_free(operator, facts):
    pupil, father = user("a", "Журавлёва", "Аня", phone=PHONE), user("f", "Журавлёв", "Егор", phone=PHONE)
    await operator.load(school((pupil, "student"), (user("x", "Соколова", "Вера"), "student")))

    later = school((father, "parent"), (user("x", "Соколова", "Вера"), "student"))
    assert await operator.warnings(later) == []
    await operator.load(later)

    assert await facts(CONTACTS) == [("Егор", PHONE, False)]
    again = await operator.preview(later)
    assert not any(
        numbers["new"] + numbers["changed"] + numbers["gone"] for numbers in again["summary"].values()
    )


async def test_people_without_a_role_get_no_profile(operator, facts):
    data = roster(orgs=[SCHOOL], users=[BORIS], roles=[role("b", "proctor")])

    assert sorted(reason for _, reason in await operator.warnings(data)) == [
        "role_without_rights",
        "user_without_role",
    ]
    await operator.load(data)
    assert await facts(CONTACTS) == []


@pytest.mark.parametrize("what", ["teacher", "aide"])
async def test_an_agent_who_is_no_guardian_is_not_linked(operator, facts, what):
    child = user("a", "Журавлёва", "Аня", agentSourcedIds="b,nobody")
    data = school((child, "student"), (BORIS, what))

    assert sorted(await operator.warnings(data)) == [("a", "agent_not_guardian"), ("a", "guardian_unknown")]
    await operator.load(data)
    assert await facts("SELECT 1 FROM guardianships") == []


async def test_the_kind_of_guardian_and_the_schools_of_guardians(operator, facts):
    district = {"sourcedId": "d", "name": "Округ", "type": "district"}
    data = roster(
        orgs=[district, {**SCHOOL, "parentSourcedId": "d"}],
        # Here the guardian's row names the child, which the standard allows as well.
        users=[user("a", "Журавлёва", "Аня"), {**BORIS, "agentSourcedIds": "a"}],
        roles=[role("a", "student"), role("b", "guardian", "d")],
    )
    await operator.load(data)

    assert await facts("SELECT relation FROM current_guardianships") == [("guardian",)]
    assert await facts(
        "SELECT o.name FROM current_roles r JOIN organisations o ON o.id = r.organisation_id"
        " WHERE r.role = 'parent' ORDER BY 1"
    ) == [("Округ",), ("Школа на Озёрной",)]
    assert await facts("SELECT p.name FROM organisations o JOIN organisations p ON p.id = o.parent_id") == [
        ("Округ",)
    ]


async def test_contacts_that_somebody_signed_up_with_outdate_a_preview(operator, facts, world):
    told = await operator.preview(small_school())
    stranger = await world.person("Яблоков", "Захар")
    phone = "+79123001001"
    assert PEOPLE[0]["sourcedId"] == "anna"
    await facts(
        "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', $2, now()) RETURNING id",
        stranger.id,
        phone,
    )

    assert (await operator.apply(told["id"])).json()["code"] == "roster_outdated"
    assert [one["reason"] for one in await operator.changes(told["id"], kind="warning")] == ["phone_taken"]
