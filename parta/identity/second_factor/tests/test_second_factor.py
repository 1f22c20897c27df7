import asyncio
from datetime import timedelta

import pyotp
import pytest

from parta.core import clock
from parta.core.clock import now
from parta.core.config import CoreSettings
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.passkeys.tests.authenticator import Authenticator, add_key
from parta.identity.second_factor.keeping import seal, unseal
from parta.identity.sessions import Device, start_session
from parta.testing.world import Actor


@pytest.fixture
def later():
    yield clock.shift
    clock.shift(timedelta(0))


@pytest.fixture
async def teacher(world) -> Actor:
    person = await world.person()
    await world.role(person, "teacher", await world.school())
    return person


def code_of(secret: str) -> str:
    return pyotp.TOTP(secret).at(now())


async def set_up(actor) -> tuple[str, list[str]]:
    """Set the app up; its secret and the recovery codes."""
    secret = (await actor.post("/me/second-factor/app")).json()["secret"]
    done = await actor.put("/me/second-factor/app", {"code": code_of(secret)})
    assert done.status_code == 200, done.text
    return secret, done.json()["codes"]


async def prove(actor, code: str, way: str = "app", **more):
    return await actor.post("/me/second-factor/proofs", {"code": code, "way": way, **more})


async def test_who_has_a_factor_is_asked_for_it_at_the_next_sign_in(teacher, world, later):
    secret, codes = await set_up(teacher)
    assert len(set(codes)) == 10

    again = await world.sign_in(teacher.id)
    stopped = await again.get("/me")
    assert (stopped.status_code, stopped.json()["lacks"]) == (403, "factor")
    assert stopped.json()["csrf"] == again.client.headers["X-CSRF-Token"]
    assert (await again.get("/me/second-factor")).json()["lacks"] == "factor"
    later(timedelta(minutes=1))
    assert (await prove(again, code_of(secret))).status_code == 204
    assert (await again.get("/me")).status_code == 200


async def test_one_code_opens_once(teacher, world, later):
    secret, _ = await set_up(teacher)
    first, second = await world.sign_in(teacher.id), await world.sign_in(teacher.id)
    used_at_setting_up = await prove(first, code_of(secret))
    assert used_at_setting_up.json()["code"] == "factor_wrong"
    later(timedelta(minutes=1))
    code = code_of(secret)
    assert (await prove(first, code)).status_code == 204
    later(timedelta(minutes=1, seconds=10))
    assert (await prove(second, code)).status_code == 422


async def test_a_recovery_code_opens_once_and_its_owner_hears(teacher, world, database, later):
    _, codes = await set_up(teacher)
    first, second = await world.sign_in(teacher.id), await world.sign_in(teacher.id)
    assert (await prove(first, codes[3].upper().replace("-", " "), "recovery")).status_code == 204
    assert (await prove(second, codes[3], "recovery")).status_code == 422
    later(timedelta(minutes=1))
    assert (await prove(second, codes[4], "recovery")).status_code == 204
    assert (await first.get("/me/second-factor")).json()["standing"]["recovery_codes"] == 8
    async with database.transaction() as tx:
        kept = await tx.values("SELECT digest FROM recovery_codes")
        events = await tx.values("SELECT body::jsonb->>'what' FROM events WHERE kind = 'access_changed'")
    assert not any(codes[0].replace("-", "").encode() in one for one in kept)
    assert "recovery_used" in events


async def test_guessing_is_slowed_down_stopped_and_told(teacher, world, database, later):
    secret, _ = await set_up(teacher)
    guesser = await world.sign_in(teacher.id)
    at_once = await asyncio.gather(*(prove(guesser, "000000") for _ in range(5)))
    assert sorted(one.status_code for one in at_once) == [422, 429, 429, 429, 429]
    passed = timedelta(0)
    for _ in range(30):
        answer = await prove(guesser, "000000")
        if answer.status_code == 429:
            passed += timedelta(seconds=int(answer.headers["retry-after"]))
            if passed > timedelta(hours=12):
                break
            later(passed)
    async with database.transaction() as tx:
        assert await tx.value("SELECT taken FROM sign_in_limits WHERE key = $1", f"factor:{teacher.id}") <= 20
        assert "factor_guessed" in await tx.values(
            "SELECT body::jsonb->>'what' FROM events WHERE kind = 'access_changed'"
        )
    # Even the right code is not looked at now.
    assert (await prove(guesser, code_of(secret))).status_code == 429


async def test_a_key_is_a_factor_of_its_owner_only(teacher, world):
    authenticator, stranger_key = Authenticator(), Authenticator()
    await add_key(teacher, authenticator)
    assert len((await teacher.put("/me/second-factor")).json()["codes"]) == 10
    await add_key(await world.person(), stranger_key)

    again = await world.sign_in(teacher.id)
    options = (await again.post("/me/second-factor/key-questions")).json()["options"]
    assert len(options["allowCredentials"]) == 1
    foreign = await again.post("/me/second-factor/key-proofs", {"answer": stranger_key.show(options)})
    assert foreign.json()["code"] == "passkey_wrong"
    options = (await again.post("/me/second-factor/key-questions")).json()["options"]
    authenticator.verifies = False  # a touch is enough beside a code
    shown = await again.post("/me/second-factor/key-proofs", {"answer": authenticator.show(options)})
    assert shown.status_code == 204
    assert (await again.get("/me")).status_code == 200


async def test_a_remembered_device_is_not_asked_for_thirty_days(teacher, world, later, database):
    _, codes = await set_up(teacher)
    here = await world.sign_in(teacher.id)
    assert (await prove(here, codes[0], "recovery", remember=True)).status_code == 204
    token = here.client.cookies["parta_device"]
    other = await world.person()

    assert await lacks(database, teacher, token) is None
    assert await lacks(database, teacher, "planted") == "factor"
    assert await lacks(database, teacher, "") == "factor"
    await set_teacher_up(world, other, database)
    assert await lacks(database, other, token) == "factor"
    later(timedelta(days=31))
    assert await lacks(database, teacher, token) == "factor"


async def set_teacher_up(world, person, database):
    async with database.transaction() as tx:
        school = await tx.value("SELECT min(id) FROM organisations")
    await world.role(person, "teacher", school)
    await set_up(person)


async def lacks(database, person, token):
    async with database.transaction() as tx:
        device = Device(remembered=token)
        return (await start_session(tx, person.id, device=device, lifetime=timedelta(days=1))).lacks


async def test_forgotten_devices_are_asked_again(teacher, world, database):
    _, codes = await set_up(teacher)
    here = await world.sign_in(teacher.id)
    await prove(here, codes[0], "recovery", remember=True)
    assert (await here.delete("/me/second-factor/devices")).status_code == 204
    assert await lacks(database, teacher, here.client.cookies["parta_device"]) == "factor"


async def test_it_is_offered_to_staff_and_switched_off_by_its_owner(teacher, world):
    pupil = await world.person()
    for method, path, body in (
        ("post", "/me/second-factor/app", None),
        ("put", "/me/second-factor", None),
        ("post", "/me/second-factor/recovery-codes", None),
    ):
        refused = await getattr(pupil, method)(path, body)
        assert (refused.status_code, refused.json()["code"]) == (409, "second_factor_not_offered")
    assert (await teacher.put("/me/second-factor")).json()["code"] == "passkey_needed"
    await set_up(teacher)
    assert len((await teacher.post("/me/second-factor/recovery-codes")).json()["codes"]) == 10
    assert (await teacher.delete("/me/second-factor")).status_code == 204
    assert (await (await world.sign_in(teacher.id)).get("/me")).status_code == 200


async def test_a_wrong_first_code_sets_nothing_up(teacher):
    secret = (await teacher.post("/me/second-factor/app")).json()["secret"]
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"
    assert (await teacher.put("/me/second-factor/app", {"code": wrong})).json()["code"] == "factor_wrong"
    assert not (await teacher.get("/me/second-factor")).json()["standing"]["on"]


async def test_an_old_draft_is_gone(teacher, later):
    secret = (await teacher.post("/me/second-factor/app")).json()["secret"]
    later(timedelta(minutes=16))
    gone = await teacher.put("/me/second-factor/app", {"code": code_of(secret)})
    assert gone.json()["code"] == "second_factor_draft_gone"


async def test_the_secret_is_not_in_the_database(teacher, database, configuration):
    secret, _ = await set_up(teacher)
    async with database.transaction() as tx:
        sealed = await tx.value("SELECT totp FROM second_factors")
    assert secret.encode() not in sealed
    assert unseal(configuration, teacher.id, sealed) == secret
    assert unseal(configuration, teacher.id + 1, sealed) is None
    assert seal(configuration, teacher.id, secret) != sealed
    folder = configuration.get(CoreSettings).data_dir
    assert (folder / "second-factor.key").stat().st_mode & 0o777 == 0o600


class TestRequired:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PARTA_SIGN_IN_STAFF_SECOND_FACTOR": "required"}

    async def test_staff_set_a_factor_up_before_anything_else(self, teacher, world):
        new = await world.sign_in(teacher.id)
        stopped = await new.get("/me")
        assert (stopped.status_code, stopped.json()["lacks"]) == (403, "enrolment")
        await set_up(new)
        assert (await new.get("/me")).status_code == 200
        assert (await (await world.sign_in(teacher.id)).get("/me")).json()["lacks"] == "factor"

    async def test_a_key_is_enough(self, teacher, world):
        new = await world.sign_in(teacher.id)
        await add_key(new, Authenticator())
        assert (await new.get("/me")).status_code == 403
        assert (await new.put("/me/second-factor")).status_code == 200
        assert (await new.get("/me")).status_code == 200

    async def test_who_holds_only_the_code_sets_no_second_factor_beside_the_first(self, teacher, world):
        await set_up(await world.sign_in(teacher.id))
        thief = await world.sign_in(teacher.id)
        for answer in (
            await thief.post("/me/second-factor/app"),
            await thief.post("/me/passkey-questions"),
            await thief.put("/me/second-factor"),
            await thief.delete("/me/second-factor"),
        ):
            assert (answer.status_code, answer.json()["lacks"]) == (403, "factor")

    async def test_it_cannot_be_switched_off_nor_the_last_one_removed(self, teacher, world):
        new = await world.sign_in(teacher.id)
        await set_up(new)
        assert (await new.delete("/me/second-factor")).json()["code"] == "second_factor_required"
        assert (await new.delete("/me/second-factor/app")).json()["code"] == "second_factor_last"
        key = await add_key(new, Authenticator())
        assert (await new.delete("/me/second-factor/app")).status_code == 204
        assert (await new.delete(f"/me/passkeys/{key}")).json()["code"] == "second_factor_last"

    async def test_pupils_and_parents_are_not_asked(self, world):
        assert (await (await world.person()).get("/me")).status_code == 200

    async def test_a_session_from_before_is_asked_as_well(self, world, later):
        person = await world.person()
        await world.role(person, "teacher", await world.school())
        assert (await person.get("/me")).status_code == 200
        later(timedelta(minutes=6))
        assert (await person.get("/me")).json()["lacks"] == "enrolment"
        assert (await person.get("/me")).json()["lacks"] == "enrolment"

    async def test_a_limited_session_hears_nothing_and_may_leave(self, teacher, world, sockets):
        new = await world.sign_in(teacher.id)
        socket = await sockets.knock(new.token)
        assert await socket.ended() is not None
        assert (await new.delete("/me/session")).status_code == 204
        after = await new.get("/me", headers={"Cookie": f"{SESSION_COOKIE}={new.token}"})
        assert after.status_code == 401


async def test_what_an_administrator_resets_is_gone_and_told(teacher, world, database):
    await set_up(teacher)
    await add_key(teacher, Authenticator())
    head = await world.person()
    async with database.transaction() as tx:
        school = await tx.value("SELECT organisation_id FROM roles WHERE person_id = $1", teacher.id)
    await world.role(head, "administrator", school)

    assert (
        await head.delete(f"/organisations/{school}/people/{teacher.id}/second-factor")
    ).status_code == 204

    assert (await teacher.get("/me")).status_code == 401
    again = await world.sign_in(teacher.id)
    assert (await again.get("/me/passkeys")).json()["items"] == []
    async with database.transaction() as tx:
        assert "second_factor_reset" in await tx.values("SELECT action FROM audit_log")
        assert "factor_reset" in await tx.values(
            "SELECT body::jsonb->>'what' FROM events WHERE kind = 'access_changed'"
        )
