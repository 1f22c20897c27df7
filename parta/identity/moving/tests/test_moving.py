from datetime import timedelta

import pytest

from parta.core import clock
from parta.identity.moving.tests.phones import give_contact, prove, sent_to, told

OLD, NEW = "+79990000501", "+79990000502"


@pytest.fixture
def environ(environ):
    return environ | {"PARTA_IDENTITY_RESEND_INTERVAL": "0s"}


@pytest.fixture
def later():
    yield clock.shift
    clock.shift(timedelta(0))


@pytest.fixture
async def mover(world, database):
    person = await world.person()
    await give_contact(database, person, OLD)
    return person


async def start(person, to=NEW, **more):
    begun = await person.post("/me/moves", {"contact": OLD, "to": to, **more})
    assert begun.status_code == 201, begun.text
    return f"/me/moves/{begun.json()['id']}"


async def contacts_of(person):
    return [one["value"] for one in (await person.get("/me")).json()["contacts"]]


async def test_two_codes_move_a_person_and_end_the_other_devices(mover, world, database):
    other = await world.sign_in(mover.id)
    path = await start(mover)

    half = await prove(mover, database, path, "new", NEW)
    assert (half.json()["new_proven"], half.json()["done"]) == (True, False)
    assert await contacts_of(mover) == [OLD]
    done = await prove(mover, database, path, "old", OLD)

    assert done.json()["done"]
    assert await contacts_of(mover) == [NEW]
    assert (await other.get("/me")).status_code == 401
    [former] = (await mover.get("/me/moves")).json()["former"]
    assert former["masked"].endswith("01")
    assert ("moved", OLD) in await told(database)
    assert ("moved", NEW) in await told(database)


async def test_devices_stay_if_that_was_chosen(mover, world, database):
    other = await world.sign_in(mover.id)
    path = await start(mover, end_others=False)
    await prove(mover, database, path, "old", OLD)
    await prove(mover, database, path, "new", NEW)
    assert (await other.get("/me")).status_code == 200


async def test_the_code_of_a_move_signs_nobody_in(mover, database, anonymous):
    path = await start(mover)
    asked = (await mover.post(f"{path}/codes", {"side": "old"})).json()
    body = {"code_id": asked["id"], "code": await sent_to(database, OLD)}
    refused = await anonymous.post("/api/sign-in/sessions", json=body)
    assert refused.json()["code"] == "code_expired"


async def test_the_code_of_signing_in_moves_nobody(mover, database, anonymous):
    path = await start(mover)
    asked = (await anonymous.post("/api/sign-in/codes", json={"contact": NEW})).json()
    body = {"side": "new", "code_id": asked["id"], "code": await sent_to(database, NEW)}
    assert (await mover.post(f"{path}/proofs", body)).json()["code"] == "code_expired"


async def test_one_side_does_not_prove_the_other(mover, database):
    path = await start(mover)
    asked = (await mover.post(f"{path}/codes", {"side": "new"})).json()
    body = {"side": "old", "code_id": asked["id"], "code": await sent_to(database, NEW)}
    assert (await mover.post(f"{path}/proofs", body)).json()["code"] == "code_wrong"
    assert not (await mover.get("/me/moves")).json()["current"]["old_confirmed"]


async def test_wrong_codes_are_counted(mover, database):
    path = await start(mover)
    wrong = await prove(mover, database, path, "new", NEW, wrong=True)
    assert (wrong.json()["code"], wrong.json()["tries_left"]) == ("code_wrong", 4)


async def test_beginning_a_move_does_not_tell_whose_a_number_is(mover, world, database):
    owner = await world.person()
    await give_contact(database, owner, NEW)
    taken = await mover.post("/me/moves", {"contact": OLD, "to": NEW})
    await mover.delete(f"/me/moves/{taken.json()['id']}")
    free = await mover.post("/me/moves", {"contact": OLD, "to": "+79990000503"})
    assert taken.status_code == free.status_code == 201
    assert taken.json().keys() == free.json().keys()


async def test_somebody_elses_number_is_refused_to_whoever_holds_its_code(mover, world, database):
    owner = await world.person()
    await give_contact(database, owner, NEW)
    path = await start(mover)
    refused = await prove(mover, database, path, "new", NEW)
    assert (refused.status_code, refused.json()["code"]) == (409, "move_contact_taken")
    assert await contacts_of(owner) == [NEW]


async def test_a_number_taken_in_the_meantime_is_refused(mover, world, database):
    path = await start(mover)
    await prove(mover, database, path, "new", NEW)
    await give_contact(database, await world.person(), NEW)
    refused = await prove(mover, database, path, "old", OLD)
    assert refused.json()["code"] == "move_contact_taken"
    assert await contacts_of(mover) == [OLD]


async def test_a_move_lives_three_days_and_is_cancelled(mover, later, database):
    path = await start(mover)
    again = await mover.post("/me/moves", {"contact": OLD, "to": NEW})
    assert (again.status_code, again.json()["code"]) == (409, "move_open")
    assert (await mover.delete(path)).status_code == 204
    assert (await mover.delete(path)).status_code == 404
    path = await start(mover)
    later(timedelta(days=3, minutes=1))
    assert (await mover.post(f"{path}/codes", {"side": "new"})).status_code in (401, 404)
    assert ("move_cancelled", OLD) in await told(database)


async def test_somebody_elses_move_does_not_exist(mover, world):
    path, stranger = await start(mover), await world.person()
    assert (await stranger.post(f"{path}/codes", {"side": "new"})).status_code == 404
    assert (await stranger.delete(path)).status_code == 404
    assert (await stranger.put(f"{path}/help")).status_code == 404
    assert (await stranger.post("/me/moves", {"contact": OLD, "to": NEW})).status_code == 404


async def test_the_same_number_is_no_move(mover):
    same = await mover.post("/me/moves", {"contact": OLD, "to": OLD})
    assert same.json()["code"] == "move_same"
    assert (await mover.post("/me/moves", {"contact": OLD, "to": "вера"})).json()["code"] == "contact_wrong"
