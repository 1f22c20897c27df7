"""Session fixation: what the attacker has put into the victim's browser is worth nothing after the victim came in.

A cookie can be planted from a neighbouring subdomain or over plain HTTP, so no secret of the time before may stay.
"""

from datetime import timedelta

import pyotp
import pytest

from parta.core.clock import now
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.outside.tests.conftest import Browser, expect
from parta.identity.outside.tests.stand_ins import VkStandIn
from parta.identity.tests.conftest import CONSENTS, PROFILE
from parta.testing.serving import serving
from tests.attacks.conftest import HOME


@pytest.fixture
async def vk():
    stand_in = VkStandIn()
    async with serving(stand_in) as stand_in.address:
        stand_in.begin()
        yield stand_in


@pytest.fixture
def environ(environ, vk):
    return environ | {
        "PARTA_PUBLIC_URL": HOME,
        "PARTA_VK_ID_CLIENT_ID": "51000001",
        "PARTA_VK_ID_ADDRESS": vk.address,
        "PARTA_SIGN_IN_STAFF_SECOND_FACTOR": "required",
    }


def plant(client, name, value, path="/"):
    client.cookies.delete(name)
    client.cookies.set(name, value, domain="parta.test", path=path)


async def test_a_way_through_a_service_begun_by_the_attacker_signs_only_the_victim_in(
    door, attacker, vk, database
):
    """The attacker leaves for the service, plants the way's cookie, and waits for the victim to come back by it."""
    victim_id = await expect(database, "+79990007001")
    theirs, mine = Browser(attacker), Browser(door.client)
    address = await theirs.url("vk_id")
    secret = attacker.cookies["parta_outside"]
    plant(door.client, "parta_outside", secret, "/api/")

    assert (await mine.back(vk.consent(address))).status_code == 200
    stolen = await theirs.enter()
    came = await mine.enter()

    assert (stolen.status_code, stolen.json()["code"]) == (409, "outside_state_wrong")
    assert came.json()["person"]["id"] == victim_id
    assert (await attacker.get("/api/me")).status_code == 401


async def test_a_session_known_before_the_second_factor_is_not_known_after_it(world, attacker, later):
    """Whoever read one SMS holds a session that lacks the factor; planted, the victim would raise it for them."""
    victim = await world.person()
    await world.role(victim, "teacher", await world.school())
    secret = (await victim.post("/me/second-factor/app")).json()["secret"]
    assert (
        await victim.put("/me/second-factor/app", {"code": pyotp.TOTP(secret).at(now())})
    ).status_code == 200
    half = await world.sign_in(victim.id)
    plant(attacker, SESSION_COOKIE, half.token)
    assert (await attacker.get("/api/me")).json()["code"] == "second_factor_first"

    later(timedelta(minutes=1))
    code = pyotp.TOTP(secret).at(now())
    shown = await half.client.post("/api/me/second-factor/proofs", json={"code": code})

    assert shown.status_code == 204
    assert (await half.get("/me")).json()["id"] == victim.id
    assert (await attacker.get("/api/me")).status_code == 401


async def test_a_planted_session_of_the_attacker_stays_the_attackers(door, world):
    """By a code: the victim gets a session of their own, and the planted one does not become theirs."""
    thief = await world.person()
    code_id, code = await door.received("+79990000901")
    plant(door.client, SESSION_COOKIE, thief.token)

    came = await door.enter(code_id, code, profile=PROFILE, consents=CONSENTS)

    assert came.status_code == 200
    assert thief.token not in came.headers["set-cookie"]
    assert (await thief.get("/me")).json()["id"] == thief.id != came.json()["person"]["id"]


async def test_a_session_is_taken_from_the_cookie_alone(world, attacker):
    """A token in an address is planted by a link."""
    victim = await world.person()
    for options in (
        {"params": {SESSION_COOKIE: victim.token}},
        {"headers": {"Authorization": f"Bearer {victim.token}"}},
        {"headers": {SESSION_COOKIE: victim.token, "X-CSRF-Token": victim.client.headers["X-CSRF-Token"]}},
    ):
        assert (await attacker.get("/api/me", **options)).status_code == 401, options
    assert (await victim.get("/me")).status_code == 200


async def test_a_session_that_never_was_is_not_brought_to_life(door, attacker):
    """PHP once adopted whatever identifier a browser named; a made-up one must open nothing, before or after."""
    made_up = "A" * 43
    plant(door.client, SESSION_COOKIE, made_up)
    came = await door.come_in("+79990000902", profile=PROFILE)
    plant(attacker, SESSION_COOKIE, made_up)

    assert came.status_code == 200
    assert door.client.cookies.get(SESSION_COOKIE, domain="parta.test") != made_up
    assert (await attacker.get("/api/me")).status_code == 401
