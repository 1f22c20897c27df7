import pytest

from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roles import appoint_first_administrator, grant_role, withdraw_role
from parta.organisations.tests.bundles import small_school
from parta.organisations.tests.conftest import CONTACTS


@pytest.fixture
async def school(operator, facts):
    await operator.load(small_school())
    [(school_id,)] = await facts("SELECT id FROM organisations")
    return school_id


async def person_called(facts, world, name):
    [(person_id,)] = await facts("SELECT id FROM people WHERE given_name = $1", name)
    return await world.sign_in(person_id)


async def test_everybody_sees_their_own_organisation_and_no_other(operator, world, facts, school):
    other = await world.school("Гимназия у моста")
    ivan = await person_called(facts, world, "Иван")

    assert [one["name"] for one in (await ivan.get("/organisations")).json()["items"]] == ["Школа на Озёрной"]
    mine = (await ivan.get(f"/organisations/{school}")).json()
    assert mine["counts"] == {"pupils": 2, "parents": 1, "teachers": 1, "classes": 2}
    assert mine["administered"] is False
    hidden, absent = await ivan.get(f"/organisations/{other}"), await ivan.get(f"/organisations/{other + 99}")
    assert hidden.status_code == absent.status_code == 404
    assert [one["name"] for one in (await operator.actor.get("/organisations")).json()["items"]] == [
        "Гимназия у моста",
        "Школа на Озёрной",
    ]


async def test_staff_see_every_class_and_others_their_own(world, facts, school):
    vera, anna = await person_called(facts, world, "Вера"), await person_called(facts, world, "Анна")

    titles = [
        [one["title"] for one in (await who.get(f"/organisations/{school}")).json()["classes"]]
        for who in (vera, anna)
    ]
    assert titles == [["7 «Б»"], ["7 «Б»", "География, 7 «Б»"]]


async def test_administrators_read_the_people_of_their_organisation(world, facts, school):
    anna, ivan = await person_called(facts, world, "Анна"), await person_called(facts, world, "Иван")
    path = f"/organisations/{school}/people"

    everybody = (await anna.get(path)).json()["items"]
    assert [one["family_name"] for one in everybody] == ["Ладогина", "Петров", "Петрова", "Соколова"]
    assert [one["role"] for one in everybody[0]["roles"]] == ["administrator", "teacher"]
    assert everybody[1]["classes"][0] == {
        "id": everybody[1]["classes"][0]["id"], "title": "7 «Б»", "kind": "homeroom", "role": "pupil", "class_teacher": False,
    }  # fmt: skip
    assert [
        one["given_name"] for one in (await anna.get(path, params={"role": "parent"})).json()["items"]
    ] == ["Ольга"]
    assert [one["given_name"] for one in (await anna.get(path, params={"q": "СОКОЛ"})).json()["items"]] == [
        "Вера"
    ]
    class_id = everybody[1]["classes"][1]["id"]
    in_class = (await anna.get(path, params={"class_id": class_id})).json()["items"]
    assert [one["given_name"] for one in in_class] == ["Анна", "Иван"]
    first = (await anna.get(path, params={"limit": 3})).json()
    rest = (await anna.get(path, params={"limit": 3, "after": first["next"]})).json()
    assert [*first["items"], *rest["items"]] == everybody
    assert rest["next"] is None
    assert (await ivan.get(path)).status_code == 404


async def test_an_administrator_gives_and_withdraws_roles(world, facts, school):
    anna, ivan = await person_called(facts, world, "Анна"), await person_called(facts, world, "Иван")
    guest = await world.person()
    async with world.database.transaction() as tx:
        with pytest.raises(NotFound):
            await grant_role(tx, guest.id, "teacher", school, by=ivan.id)
        await grant_role(tx, guest.id, "teacher", school, position="Советник", by=anna.id)
        await grant_role(tx, guest.id, "teacher", school, by=anna.id)
    assert await facts(
        "SELECT position, confirmed_at IS NOT NULL FROM current_roles WHERE person_id = $1", guest.id
    ) == [("Советник", True)]
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'role.granted'") == [(1,)]
    async with world.database.transaction() as tx:
        await withdraw_role(tx, guest.id, "teacher", school, by=anna.id)
        with pytest.raises(NotFound):
            await withdraw_role(tx, guest.id, "teacher", school, by=anna.id)
    told = await facts(
        "SELECT kind FROM events WHERE stream = $1 AND kind = 'roles_changed'", f"person:{guest.id}"
    )
    assert len(told) == 2


async def test_a_roster_does_not_bring_back_a_guardian_the_school_sent_away(operator, world, facts, school):
    anna = await person_called(facts, world, "Анна")
    family = "SELECT guardian_id, child_id FROM current_guardianships"
    [(guardian, child), *_] = await facts(family)
    ended = await anna.post(f"/children/{child}/guardians/{guardian}/end", {"reason": "Решение суда"})
    assert ended.status_code == 204
    await operator.load(small_school())
    assert (guardian, child) not in await facts(family)


async def test_only_operators_make_operators_and_one_always_stays(operator, world, school, facts):
    anna = await person_called(facts, world, "Анна")
    async with world.database.transaction() as tx:
        with pytest.raises(NotFound):
            await grant_role(tx, anna.id, "operator", None, by=anna.id)
        with pytest.raises(Invalid):
            await grant_role(tx, anna.id, "operator", school, by=operator.id)
        with pytest.raises(Conflict):
            await withdraw_role(tx, operator.id, "operator", None, by=operator.id)
        await grant_role(tx, anna.id, "operator", None, by=operator.id)
        await withdraw_role(tx, operator.id, "operator", None, by=operator.id)
    assert (await operator.actor.get("/rosters")).status_code == 404
    assert (await anna.get("/rosters")).status_code == 200


async def test_the_first_administrator_is_expected_by_phone(world, facts):
    phone, name = Contact("phone", "+79123009090"), FullName("Яблокова", "Ира", "Глебовна")
    async with world.database.transaction() as tx:
        first = await appoint_first_administrator(tx, name, phone)
        again = await appoint_first_administrator(tx, FullName("яблокова", "ира"), phone)
        with pytest.raises(Conflict) as error:
            await appoint_first_administrator(tx, FullName("Туманова", "Ира"), phone)
        with pytest.raises(NotFound):
            await appoint_first_administrator(tx, name, phone, organisation_id=12345)
    assert first == again
    assert error.value.code == "contact_of_another"
    assert await facts(CONTACTS) == [("Ира", phone.value, False)]
    assert await facts("SELECT role, organisation_id FROM current_roles") == [("operator", None)]
