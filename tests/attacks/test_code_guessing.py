"""Guessing six digits: by repeating, by coming from everywhere at once, by trying them at another door."""

import httpx
import pytest

from parta.applications.tests.conftest import Applicant, country
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.tests.conftest import CONSENTS, PROFILE, wrong
from parta.testing.world import Actor, World
from tests.attacks.conftest import HOME

__all__ = ["country"]

PHONE = "+79990000920"


@pytest.fixture
def environ(environ):
    return environ | {"PARTA_IDENTITY_WRONG_PER_ADDRESS": "12", "PARTA_IDENTITY_WRONG_IN_ALL": "20"}


@pytest.fixture
async def applicant(world: World, country) -> Applicant:
    found = Applicant(world, await world.person(), country)
    await found.begin()
    await found.save()
    return found


async def enter(client: httpx.AsyncClient, code_id: str, code: str, **headers: str) -> httpx.Response:
    body = {"code_id": code_id, "code": code, "profile": PROFILE, "consents": CONSENTS}
    return await client.post("/api/sign-in/sessions", json=body, headers=headers)


def outcome(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


async def test_repeating_a_request_is_guessing_anew(door):
    """A kept answer to a repeated key would be a try for nothing, or a right guess read twice."""
    code_id, code = await door.received(PHONE)
    key = {"Idempotency-Key": "0c1e5a6e-guess"}
    said = [outcome(await enter(door.client, code_id, wrong(code), **key)) for _ in range(6)]
    assert said == [(422, "code_wrong")] * 5 + [(422, "code_expired")]
    assert outcome(await enter(door.client, code_id, code)) == (422, "code_expired")


async def test_naming_another_address_in_a_header_gives_no_new_tries(door):
    """Only a proxy that the installation trusts may say where somebody comes from."""
    said = []
    for number in range(3):
        code_id, code = await door.received(f"+7999000093{number}")
        for guess in range(5):
            spoofed = f"203.0.113.{number * 5 + guess}"
            forwarded = {"X-Forwarded-For": spoofed, "X-Real-IP": spoofed, "Forwarded": f"for={spoofed}"}
            said.append((await enter(door.client, code_id, wrong(code), **forwarded)).status_code)
    assert said == [422] * 12 + [429] * 3


async def test_a_crowd_of_addresses_is_stopped_too(door, application):
    """Two guesses from each of many addresses: the installation counts them together."""
    said = []
    for number in range(12):
        code_id, code = await door.received(f"+799900009{60 + number}")
        transport = httpx.ASGITransport(application, client=(f"203.0.113.{number}", 1))
        async with httpx.AsyncClient(transport=transport, base_url=HOME) as browser:
            said += [(await enter(browser, code_id, wrong(code))).status_code for _ in range(2)]
    assert said == [422] * 20 + [429] * 4


async def test_a_code_of_an_application_dies_of_five_guesses(applicant: Applicant, door):
    asked = (await applicant.actor.post(f"/applications/{applicant.id}/proofs", {"kind": "phone"})).json()
    code = (await door.sent())[-1].code
    place = f"/applications/{applicant.id}/proofs"
    for _ in range(5):
        refused = await applicant.actor.put(place, {"code_id": asked["id"], "code": wrong(code)})
        assert outcome(refused) == (422, "code_wrong")
    late = await applicant.actor.put(place, {"code_id": asked["id"], "code": code})
    assert outcome(late) == (422, "code_expired")
    assert not (await applicant.actor.get(f"/applications/{applicant.id}")).json()["phone_proven"]


async def test_another_door_is_no_second_set_of_tries(applicant: Applicant, door, world):
    """Signing in, moving to another phone and proving an application count their wrong guesses together."""
    asked = (await applicant.actor.post(f"/applications/{applicant.id}/proofs", {"kind": "phone"})).json()
    code_id, code = await door.received(PHONE)
    move = await begin_move(world, door)
    doors = [
        lambda: enter(door.client, code_id, wrong(code)),
        lambda: applicant.actor.put(
            f"/applications/{applicant.id}/proofs", {"code_id": asked["id"], "code": "abcdef"}
        ),
        move,
    ]
    said = [(await one()).status_code for one in doors for _ in range(4)]
    assert said == [422] * 12
    assert {(await one()).status_code for one in doors} == {429}


async def begin_move(world: World, door):
    """Somebody changes their number; what enters a wrong code for the new one."""
    mover: Actor = await world.person()
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', '+79990000951', now())",
            mover.id,
        )
    begun = await mover.post("/me/moves", {"contact": "+79990000951", "to": "+79990000952"})
    place = f"/me/moves/{begun.json()['id']}"
    asked = await mover.post(f"{place}/codes", {"side": "new"})
    body = {"side": "new", "code_id": asked.json()["id"], "code": "abcdef"}
    return lambda: mover.post(f"{place}/proofs", body)


async def test_the_right_digits_in_another_browser_open_nothing(door, attacker):
    """Whoever looks over a shoulder has the code, but not the secret of the browser that asked for it."""
    _, code = await door.received(PHONE)
    asked = await attacker.post("/api/sign-in/codes", json={"contact": "+79990000953"})
    for guessed in (asked.json()["id"], "", code, "0" * 22):
        assert outcome(await enter(attacker, guessed, code))[0] == 422
    assert SESSION_COOKIE not in attacker.cookies
