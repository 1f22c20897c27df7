"""One organisation joined to another: nothing is lost, nothing is doubled, rosters go on."""

import pytest

from parta.organisations.territories.tests.conftest import Country, make_country, staff_of
from parta.organisations.tests.bundles import role, roster, user
from parta.organisations.tests.conftest import Registrar
from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.talk import say
from parta.testing.world import World


class Two:
    """A school and its neighbour in one municipality."""

    def __init__(self, country: Country, one: School, into: School) -> None:
        self.country, self.one, self.into = country, one, into


@pytest.fixture
async def two(world: World) -> Two:
    country = await make_country(world)
    one, into = await make_school(world, "Малая школа"), await make_school(world, "Большая школа")
    for school in (one, into):
        await country.operator.put(f"/organisations/{school.id}/territory", {"territory_id": country.forest})
        await keep_current(world, school)
    return Two(country, one, into)


async def merge(two: Two) -> None:
    body = {"name": "Малая школа", "into_id": two.into.id, "reason": "Одно здание"}
    answer = await two.country.operator.post(f"/organisations/{two.one.id}/merging", body)
    assert answer.status_code == 204, answer.text


async def test_people_classes_and_chats_go_over(world: World, two: Two) -> None:
    chat = (await chats_of(world, two.one))["class", two.one.seven]
    staff_chat = (await chats_of(world, two.one))["teachers", None]
    await say(two.one.class_teacher, chat.id, "Переезжаем вместе")
    await merge(two)

    seen = (await two.into.head.get(f"/organisations/{two.into.id}")).json()
    assert (seen["counts"]["pupils"], seen["counts"]["teachers"], len(seen["classes"])) == (6, 4, 6)
    after = (await chats_of(world, two.into))["class", two.one.seven]
    assert (after.id, after.members, after.owners, after.closed) == (
        chat.id,
        chat.members,
        chat.owners,
        False,
    )
    together = (await chats_of(world, two.into))["teachers", None]
    assert {two.one.class_teacher.id, two.into.class_teacher.id} <= together.members
    kept = (await two.one.class_teacher.get(f"/conversations/{staff_chat.id}")).json()
    assert kept["title"] == "Учительская — Малая школа"
    assert (await say(two.one.head, staff_chat.id, "Старый чат остался"))["body"] == "Старый чат остался"
    async with world.database.transaction() as tx:
        assert not await tx.values(
            "SELECT c.id FROM conversations c WHERE c.kind = 'group' AND c.closed_at IS NULL AND NOT EXISTS"
            " (SELECT FROM members m WHERE m.conversation_id = c.id AND m.role = 'owner' AND m.left_at IS NULL)"
        )


async def test_who_is_in_both_is_there_once(world: World, two: Two) -> None:
    await world.role(two.one.geographer, "teacher", two.into.id)
    seen = (
        await two.country.operator.get(f"/organisations/{two.one.id}/merging?into_id={two.into.id}")
    ).json()
    assert (seen["doubled"], seen["same_titles"], seen["people"]) == (1, 3, 10)
    await merge(two)
    roles = (await two.one.geographer.get("/me")).json()["roles"]
    assert [(one["role"], one["organisation_id"]) for one in roles] == [("teacher", two.into.id)]


async def test_it_is_decided_only_over_both(world: World, two: Two) -> None:
    staff = await staff_of(world, two.country, two.country.forest)
    body = {"name": "Малая школа", "into_id": two.country.river_school}
    answer = await staff.post(f"/organisations/{two.one.id}/merging", body)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    itself = await staff.post(f"/organisations/{two.one.id}/merging", body | {"into_id": two.one.id})
    assert (itself.status_code, itself.json()["code"]) == (422, "organisation_itself")
    await merge(two)
    undone = await two.country.operator.delete(f"/organisations/{two.one.id}/closing")
    assert (undone.status_code, undone.json()["code"]) == (409, "organisation_joined")


def bundle(name: str, *people: str) -> bytes:
    users = [user(one, f"Ученик{one[0]}".capitalize(), one.capitalize()) for one in people]
    org = {"sourcedId": "1", "name": name, "type": "school"}
    return roster(orgs=[org], users=users, roles=[role(one, "student", "1") for one in people])


async def test_rosters_of_both_go_on_after_it(world: World) -> None:
    country = await make_country(world)
    operator = Registrar(world, country.operator)
    await operator.load(bundle("Малая школа", "arina", "boris"))
    await operator.load(bundle("Большая школа", "vera", "gleb"))
    async with world.database.transaction() as tx:
        ids = await tx.values(
            "SELECT id FROM organisations WHERE name LIKE '%ая школа' AND parent_id IS NULL ORDER BY id"
        )
    [small, large] = ids
    done = await country.operator.post(
        f"/organisations/{small}/merging", {"name": "Малая школа", "into_id": large}
    )
    assert done.status_code == 204, done.text

    again = await operator.load(bundle("Большая школа", "vera", "gleb"))
    old = await operator.load(bundle("Малая школа", "arina", "boris", "dasha"))
    assert again["summary"]["role"]["gone"] == old["summary"]["role"]["gone"] == 0
    assert (old["summary"]["org"]["changed"], old["summary"]["org"]["unchanged"]) == (0, 1)
    people = (await country.operator.get(f"/organisations/{large}/people")).json()["items"]
    assert sorted(one["given_name"] for one in people) == ["Arina", "Boris", "Dasha", "Gleb", "Vera"]
    shown = (await country.operator.get(f"/organisations/{large}")).json()
    assert (shown["name"], shown["closed"]) == ("Большая школа", False)
