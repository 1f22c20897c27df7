"""What somebody who wants into another's place would try at the door."""

import asyncio
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from parta.core.jobs_worker import perform_all
from parta.identity.outside.tests.conftest import HOME, expect, linking


def refusal(answer):
    return answer.status_code, answer.json().get("code")


async def test_an_answer_is_taken_only_by_the_browser_that_left(visitor, another, vk):
    """Login CSRF: the attacker's own answer, opened by somebody else, must not sign them in as the attacker."""
    mine = vk.consent(await visitor.url("vk_id"))

    without = await another.back(mine)
    await another.url("vk_id")
    with_another_way = await another.back(mine)
    no_session = await another.enter()

    assert refusal(without) == refusal(with_another_way) == (409, "outside_state_wrong")
    assert refusal(no_session) == (409, "outside_state_wrong")
    # A planted secret opens nothing without the answer; and what a stranger tried uses nothing up.
    another.client.cookies.set(
        "parta_outside", visitor.client.cookies["parta_outside"], domain="parta.test", path="/api/"
    )
    assert refusal(await another.enter()) == (409, "outside_state_wrong")
    assert (await visitor.back(mine)).status_code == 200
    address = vk.consent(await visitor.url("vk_id"))
    vk.asked.clear()
    for state in ("", "00000000-0000-4000-8000-000000000000", "ы"):
        assert refusal(await visitor.back(address, state=state)) == (409, "outside_state_wrong")
    assert vk.asked == []


async def test_an_answer_counts_once(visitor, vk, database):
    await expect(database, "+79990007001")
    address = vk.consent(await visitor.url("vk_id"))

    left_with = visitor.client.cookies["parta_outside"]
    at_once = await asyncio.gather(*(visitor.back(address) for _ in range(5)))
    with_the_proof = await visitor.back(address)
    visitor.client.cookies.set("parta_outside", left_with, domain="parta.test", path="/api/")
    again = await visitor.back(address)

    assert sorted(one.status_code for one in at_once) == [200, 409, 409, 409, 409]
    assert refusal(with_the_proof) == (409, "outside_state_wrong")
    assert refusal(again) == (409, "outside_used")
    assert vk.asked.count("/oauth2/auth") == 1


async def test_a_proof_opens_one_session(visitor, vk, database):
    await expect(database, "+79990007001")
    await visitor.back(vk.consent(await visitor.url("vk_id")))
    secret = visitor.client.cookies["parta_outside"]

    first = await visitor.enter()
    visitor.client.cookies.clear()
    visitor.client.cookies.set("parta_outside", secret, domain="parta.test", path="/api/")
    second = await visitor.enter()

    assert first.status_code == 200
    assert refusal(second) == (409, "outside_state_wrong")


async def test_ten_minutes_are_the_term_of_the_way_and_of_the_proof(visitor, vk, database, later):
    await expect(database, "+79990007001")
    address = vk.consent(await visitor.url("vk_id"))
    later(timedelta(minutes=10, seconds=1))
    assert refusal(await visitor.back(address)) == (409, "outside_expired")

    later(timedelta(0))
    await visitor.back(vk.consent(await visitor.url("vk_id")))
    later(timedelta(minutes=10, seconds=1))
    assert refusal(await visitor.enter()) == (409, "outside_expired")


async def test_what_nobody_finished_is_forgotten(visitor, vk, database, later):
    await visitor.back(vk.consent(await visitor.url("vk_id")))
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM outside_flows WHERE proof IS NOT NULL") == 1
    later(timedelta(minutes=21, seconds=1))
    await perform_all(database)
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM outside_flows") == 0


async def test_one_services_answer_is_not_taken_for_anothers(visitor, vk, openid):
    """Mix-up: the same state and code handed in at another service's address."""
    address = vk.consent(await visitor.url("vk_id"))
    mixed = await visitor.back(address.replace("/sign-in/vk_id", "/sign-in/openid"))
    assert refusal(mixed) == (409, "outside_state_wrong")

    named = await openid.sign_in(await visitor.url("openid"), "silent")
    assert "iss=" in named
    assert refusal(await visitor.back(named, iss="https://another.example")) == (403, "outside_untrusted")
    named = await openid.sign_in(await visitor.url("openid"), "silent")
    assert refusal(await visitor.back(named, iss="")) == (403, "outside_untrusted")


async def test_a_planted_session_is_worth_nothing_afterwards(visitor, vk, world, database):
    """Session fixation: the cookie somebody put there before is not the one that is signed in."""
    person_id = await expect(database, "+79990007001")
    attacker = await world.person()
    visitor.client.cookies.set("parta_session", attacker.token, domain="parta.test", path="/")

    await visitor.back(vk.consent(await visitor.url("vk_id")))
    came = await visitor.enter()

    assert came.json()["person"]["id"] == person_id
    assert f"parta_session={attacker.token}" not in came.headers["set-cookie"]
    assert (await attacker.get("/me")).json()["id"] == attacker.id


FOREIGN = (
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/a\\b",
    "javascript:alert(1)",
    "/\n/x",
    "chats",
)


async def test_the_way_back_leads_to_pages_of_ours_only(visitor, vk):
    """An open redirect would make our address the bait for somebody else's page."""
    for place in FOREIGN:
        assert refusal(await visitor.leave("vk_id", place)) == (422, "return_wrong"), place
    left = await visitor.leave("vk_id", "/chats/5?from=7")
    back = await visitor.back(vk.consent(left.json()["url"]))
    assert back.json() == {"purpose": "sign_in", "return_to": "/chats/5?from=7"}


async def test_the_cookie_is_out_of_reach_and_the_service_knows_our_public_address_only(visitor):
    answer = await visitor.client.post(
        "/api/sign-in/outside/vk_id",
        json={},
        headers={"Host": "evil.example", "Origin": "http://evil.example"},
    )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "max-age=1200" in cookie
    assert parse_qs(urlsplit(answer.json()["url"]).query)["redirect_uri"] == [f"{HOME}/sign-in/vk_id"]
    assert refusal(await visitor.leave("google")) == (404, "not_found")


async def test_linking_takes_only_the_device_that_began_it(visitor, vk, world):
    anna, boris = await world.person(), await world.person()
    mine = linking(anna)
    await mine.back(vk.consent(await mine.url("vk_id")))
    secret = anna.client.cookies["parta_outside"]

    as_sign_in = await mine.enter()
    boris.client.cookies.set("parta_outside", secret, domain="parta.test", path="/api/")
    by_another = await boris.post("/me/sign-in-ways")
    elsewhere = await world.sign_in(anna.id)
    elsewhere.client.cookies.set("parta_outside", secret, domain="parta.test", path="/api/")
    on_another_device = await elsewhere.post("/me/sign-in-ways")
    forged = await anna.post("/me/sign-in-ways", headers={"X-CSRF-Token": "0" * 64})

    wrong = (409, "outside_state_wrong")
    assert refusal(as_sign_in) == refusal(by_another) == refusal(on_another_device) == wrong
    assert refusal(forged) == (403, "csrf_missing")
    assert (await anna.post("/me/sign-in-ways")).status_code == 200


async def test_wording_tells_nobody_who_is_here(visitor, another, vk, database):
    """Known or unknown, the service is begun and answered alike; what follows is told to the account's owner only."""
    await expect(database, "+79990007001")
    begun = [await one.leave("vk_id") for one in (visitor, another)]
    known = await visitor.back(vk.consent(begun[0].json()["url"]))
    vk.user |= {"user_id": "7009", "phone": "79990007009"}
    unknown = await another.back(vk.consent(begun[1].json()["url"]))
    assert known.json() == unknown.json() == {"purpose": "sign_in", "return_to": ""}


async def test_leaving_is_counted(visitor, database):
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO sign_in_limits (key, taken, next_at, window_ends_at)"
            " VALUES ('outside:127.0.0.1', 300, now(), now() + interval '1 hour')"
        )
    refused = await visitor.leave("vk_id")
    assert refusal(refused) == (429, "outside_too_many")
    assert int(refused.headers["retry-after"]) > 3000
