"""The staff move a child away from the mother's number, and give back a way in that was lost."""

import pytest

from parta.core.db import Tx
from parta.identity.contacts import Contact
from parta.identity.documents import OWN, Documents
from parta.identity.expected import expect_people, set_expected_contacts
from parta.identity.moving.tests.phones import give_contact, prove, sent_to, told
from parta.identity.names import FullName
from parta.testing.school import make_school

MOTHERS, CHILDS = "+79990000601", "+79990000602"
CONSENTS = [{"document": n, "version": v} for n, v in sorted(Documents.read(OWN).versions())]


@pytest.fixture
def environ(environ):
    return environ | {"PARTA_IDENTITY_RESEND_INTERVAL": "0s"}


@pytest.fixture
async def school(world):
    return await make_school(world)


@pytest.fixture
async def second(world, school):
    """Another administrator of the school."""
    person = await world.person("Рябинина", "Вторая")
    await world.role(person, "administrator", school.id)
    return person


async def begin(school, database, *, by=None, person=None):
    """The administrator begins to move the child; where the move is."""
    person, by = person or school.pupil, by or school.head
    contact = await give_contact(database, person, MOTHERS)
    body = {"contact_id": contact, "to": CHILDS, "reason": "Был записан на номер мамы"}
    begun = await by.post(f"/organisations/{school.id}/people/{person.id}/moves", body)
    assert begun.status_code == 201, begun.text
    return f"/organisations/{school.id}/moves/{begun.json()['id']}"


async def expected_mother(tx: Tx, guardian_of: int) -> int:
    [mother] = await expect_people(tx, [FullName("Ёлкина", "Ольга")])
    taken = await set_expected_contacts(tx, {mother: [Contact("phone", MOTHERS)]})
    assert [one.person_id for one in taken] == [mother]
    await tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, source) VALUES ($1, $2, 'manual')",
        mother,
        guardian_of,
    )
    return mother


async def test_a_child_leaves_the_mothers_number_and_the_mother_receives_her_profile(
    school, database, anonymous
):
    path = await begin(school, database)
    async with database.transaction() as tx:
        mother = await expected_mother(tx, school.pupil.id)

    assert (await prove(school.head, database, path, "new", CHILDS)).status_code == 200
    done = await prove(school.head, database, path, "old", MOTHERS)

    assert done.json()["done"]
    assert (await school.pupil.get("/me")).status_code == 401
    came = await _come_in(anonymous, database, MOTHERS)
    assert came["person"]["id"] == mother
    assert [one["id"] for one in came["person"]["children"]] == [school.pupil.id]
    came = await _come_in(anonymous, database, CHILDS)
    assert came["person"]["id"] == school.pupil.id
    assert came["person"]["classes"] != []


async def _come_in(browser, database, contact):
    asked = (await browser.post("/api/sign-in/codes", json={"contact": contact})).json()
    body = {"code_id": asked["id"], "code": await sent_to(database, contact), "consents": CONSENTS}
    came = await browser.post("/api/sign-in/sessions", json=body)
    assert came.status_code == 200, came.text
    return came.json()


async def test_a_number_nobody_waits_for_is_free_for_a_new_profile(school, database, anonymous):
    path = await begin(school, database)
    await prove(school.head, database, path, "new", CHILDS)
    await prove(school.head, database, path, "old", MOTHERS)
    asked = (await anonymous.post("/api/sign-in/codes", json={"contact": MOTHERS})).json()
    body = {"code_id": asked["id"], "code": await sent_to(database, MOTHERS)}
    refused = await anonymous.post("/api/sign-in/sessions", json=body)
    assert refused.json()["code"] == "profile_required"


async def test_a_second_member_of_staff_confirms_for_an_owner_who_cannot(school, second, database):
    path = await begin(school, database)
    await prove(school.head, database, path, "new", CHILDS)

    alone = await school.head.put(f"{path}/confirmation")
    assert (alone.status_code, alone.json()["code"]) == (409, "move_second_person")
    done = await second.put(f"{path}/confirmation")

    assert done.json()["done"]
    async with database.transaction() as tx:
        audited = await tx.values(
            "SELECT action FROM audit_log WHERE subject = $1 ORDER BY id", f"person:{school.pupil.id}"
        )
        assert await tx.value("SELECT moved_by FROM former_contacts") == second.id
    assert audited == ["move_started", "move_confirmed", "contact_moved"]
    assert ("move_started", MOTHERS) in await told(database)


async def test_the_child_sees_the_move_and_stops_it(school, database):
    path = await begin(school, database)
    current = (await school.pupil.get("/me/moves")).json()["current"]
    assert current["reason"] == "Был записан на номер мамы"
    assert CHILDS not in str(current)
    assert (await school.pupil.delete(f"/me/moves/{current['id']}")).status_code == 204
    assert (await school.head.post(f"{path}/codes", {"side": "new"})).status_code == 404


async def test_who_has_lost_the_old_number_asks_the_school(school, database):
    await give_contact(database, school.pupil, MOTHERS)
    begun = await school.pupil.post("/me/moves", {"contact": MOTHERS, "to": CHILDS})
    own = f"/me/moves/{begun.json()['id']}"
    here = f"/organisations/{school.id}/moves/{begun.json()['id']}"
    assert (await school.head.put(f"{here}/confirmation")).status_code == 404
    assert (await school.pupil.put(f"{own}/help")).status_code == 204

    [waiting] = (await school.head.get(f"/organisations/{school.id}/moves")).json()["items"]
    assert waiting["person_id"] == school.pupil.id
    assert (await school.head.put(f"{here}/confirmation")).json()["old_confirmed"]
    assert (await prove(school.pupil, database, own, "new", CHILDS)).json()["done"]


@pytest.mark.parametrize("who", ["pupil", "class_teacher", "mother", "foreign"])
async def test_only_administrators_of_the_place_mend_a_way_in(school, world, database, who):
    path = await begin(school, database)
    actor = (await make_school(world, "Школа в Сосновке")).head if who == "foreign" else getattr(school, who)
    here = f"/organisations/{school.id}/people/{school.pupil.id}"
    for answer in (
        await actor.get(f"{here}/way-in"),
        await actor.get(f"/organisations/{school.id}/moves"),
        await actor.post(f"{here}/moves", {"contact_id": 1, "to": CHILDS, "reason": "x"}),
        await actor.post(f"{path}/codes", {"side": "new"}),
        await actor.post(f"{path}/proofs", {"side": "new", "code_id": "x", "code": "1"}),
        await actor.put(f"{path}/confirmation"),
        await actor.delete(path),
        await actor.delete(f"{here}/second-factor"),
    ):
        assert answer.status_code == 404


async def test_an_administrators_way_in_is_mended_by_an_operator_only(school, second, world):
    here = f"/organisations/{school.id}/people/{second.id}"
    assert (await school.head.get(f"{here}/way-in")).status_code == 404
    assert (await school.head.delete(f"{here}/second-factor")).status_code == 404
    own = f"/organisations/{school.id}/people/{school.head.id}"
    assert (await school.head.delete(f"{own}/second-factor")).status_code == 404
    operator = await world.person()
    await world.role(operator, "operator", None)
    assert (await operator.get(f"{here}/way-in")).status_code == 200
    assert (await operator.delete(f"{here}/second-factor")).status_code == 204


async def test_a_teacher_of_two_schools_is_not_taken_over_through_one(school, world):
    elsewhere = await world.school("Школа в Сосновке")
    await world.role(school.geographer, "teacher", elsewhere)
    here = f"/organisations/{school.id}/people/{school.geographer.id}"
    assert (await school.head.delete(f"{here}/second-factor")).status_code == 404
    here = f"/organisations/{school.id}/people/{school.class_teacher.id}"
    assert (await school.head.delete(f"{here}/second-factor")).status_code == 204


async def test_the_staff_see_no_whole_number(school, database):
    await begin(school, database)
    seen = await school.head.get(f"/organisations/{school.id}/people/{school.pupil.id}/way-in")
    assert seen.json()["move"]["started_by_me"]
    assert MOTHERS not in seen.text
    assert CHILDS not in seen.text
