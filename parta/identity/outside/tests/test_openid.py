"""Signing in by a real OpenID Connect provider."""

from parta.identity.outside.tests.conftest import expect, linking
from parta.identity.tests.conftest import PROFILE


async def test_a_checked_phone_receives_the_expected_profile_and_the_account_then_leads_there_by_itself(
    visitor, another, openid, database
):
    person_id = await expect(database, "+79990007101")

    back = await visitor.back(await openid.sign_in(await visitor.url("openid"), "vouched"))
    came = await visitor.enter()
    async with database.transaction() as tx:
        await tx.run("DELETE FROM contacts")
    await another.back(await openid.sign_in(await another.url("openid"), "vouched"))
    again = await another.enter()

    assert back.json() == {"purpose": "sign_in", "return_to": ""}
    assert came.json()["person"]["id"] == again.json()["person"]["id"] == person_id
    assert "parta_session" in visitor.client.cookies
    assert "parta_outside" not in visitor.client.cookies


async def test_an_address_called_verified_is_a_contact_and_one_that_is_not_is_none(visitor, openid):
    await visitor.back(await openid.sign_in(await visitor.url("openid"), "by_mail"))
    asked = await visitor.enter()
    signed_up = await visitor.enter(profile=PROFILE)

    await visitor.back(await openid.sign_in(await visitor.url("openid"), "claims_only"))
    nothing = await visitor.enter(profile=PROFILE)

    assert (asked.status_code, asked.json()["code"]) == (409, "profile_required")
    assert [one["value"] for one in signed_up.json()["person"]["contacts"]] == ["vouched@school.example"]
    assert (nothing.status_code, nothing.json()["code"]) == (409, "outside_no_contact")


async def test_consents_are_asked_before_anybody_new_exists(visitor, openid, database):
    await visitor.back(await openid.sign_in(await visitor.url("openid"), "by_mail"))

    asked = await visitor.enter(profile=PROFILE, consents=[])

    assert (asked.status_code, asked.json()["code"]) == (409, "consents_required")
    assert {one["document"] for one in asked.json()["documents"]} == {"agreement", "privacy"}
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM people") == 0
    assert (await visitor.enter(profile=PROFILE)).status_code == 200


async def test_whoever_cancels_is_told_so_and_may_begin_again(visitor, openid):
    answer = await visitor.back(await openid.sign_in(await visitor.url("openid"), "silent", act="cancel"))

    assert (answer.status_code, answer.json()["code"]) == (403, "outside_cancelled")
    assert "отменили" in answer.json()["title"]
    english = await visitor.client.post(
        "/api/sign-in/outside/openid/return", json={}, headers={"Accept-Language": "en"}
    )
    assert english.json()["title"].startswith("This sign-in was not begun here")


async def test_a_linked_account_is_proof_only(visitor, openid, world):
    anna = await world.person("Берёзкина", "Анна")
    mine = linking(anna)
    await mine.back(await openid.sign_in(await mine.url("openid"), "silent"))
    linked = await anna.post("/me/sign-in-ways")

    await visitor.back(await openid.sign_in(await visitor.url("openid"), "silent"))
    came = await visitor.enter()

    assert linked.json() == {"provider": "openid"}
    assert (came.json()["person"]["id"], came.json()["person"]["family_name"]) == (anna.id, "Берёзкина")
    assert "silent" not in came.text
    stored = (await anna.get("/me/data")).text
    assert "Вход через другие сервисы" in stored
    assert "silent" not in stored


async def test_the_other_devices_hear_of_it(visitor, openid, world, sockets):
    anna = await world.person()
    mine = linking(anna)
    await mine.back(await openid.sign_in(await mine.url("openid"), "silent"))
    await anna.post("/me/sign-in-ways")
    live = await sockets.open(anna)

    await visitor.back(await openid.sign_in(await visitor.url("openid"), "silent"))
    await visitor.enter()

    assert (await live.event("session_started"))["person_id"] == anna.id
