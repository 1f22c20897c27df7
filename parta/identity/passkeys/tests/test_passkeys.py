import asyncio
import copy
from datetime import timedelta

import httpx
import pytest

from parta.identity.passkeys.tests.authenticator import Authenticator, add_key, b64, unb64
from parta.identity.passkeys.tests.conftest import asked, shown


def other_browser(application):
    return httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://parta.test")


async def test_a_key_opens_a_session_without_any_name(keyed, anonymous):
    person, authenticator = keyed

    came = await shown(anonymous, authenticator.show(await asked(anonymous)))

    assert came.status_code == 200
    assert came.json()["person"]["id"] == person.id
    assert (await anonymous.get("/api/me")).json()["id"] == person.id
    [key] = (await person.get("/me/passkeys")).json()["items"]
    assert key["name"] == "Телефон"
    assert key["last_used_at"] is not None


async def test_the_question_says_nothing_about_anybody(keyed, anonymous):
    options = await asked(anonymous)
    assert options.get("allowCredentials", []) == []
    assert options["userVerification"] == "required"


async def test_an_answer_is_taken_once(keyed, anonymous):
    _, authenticator = keyed
    answer = authenticator.show(await asked(anonymous))
    assert (await shown(anonymous, answer)).status_code == 200
    again = await shown(anonymous, answer)
    assert (again.status_code, again.json()["code"]) == (422, "passkey_expired")


async def test_two_who_show_one_answer_at_once_are_one(keyed, anonymous):
    _, authenticator = keyed
    answer = authenticator.show(await asked(anonymous))
    came = await asyncio.gather(*(shown(anonymous, answer) for _ in range(4)))
    assert sorted(one.status_code for one in came) == [200, 422, 422, 422]


async def test_an_answer_made_for_another_site_is_worth_nothing(keyed, anonymous):
    _, authenticator = keyed
    authenticator.origin = "https://parta.test.evil.example"
    refused = await shown(anonymous, authenticator.show(await asked(anonymous)))
    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_wrong")
    authenticator.origin = "http://parta.test"
    options = await asked(anonymous)
    foreign = authenticator.show({**options, "rpId": "evil.example"})
    assert (await shown(anonymous, foreign)).json()["code"] == "passkey_wrong"


async def test_the_question_of_another_browser_cannot_be_answered(keyed, anonymous, application):
    _, authenticator = keyed
    options = await asked(anonymous)
    async with other_browser(application) as thief:
        answer = authenticator.show(options)
        assert (await shown(thief, answer)).json()["code"] == "passkey_expired"
        await asked(thief)
        assert (await shown(thief, answer)).json()["code"] == "passkey_wrong"
    assert (await shown(anonymous, answer)).status_code == 200


async def test_a_question_lives_five_minutes(keyed, anonymous, later):
    _, authenticator = keyed
    options = await asked(anonymous)
    later(timedelta(minutes=6))
    assert (await shown(anonymous, authenticator.show(options))).json()["code"] == "passkey_expired"


async def test_a_key_that_asked_for_no_finger_is_not_enough_alone(keyed, anonymous):
    _, authenticator = keyed
    authenticator.verifies = False
    assert (await shown(anonymous, authenticator.show(await asked(anonymous)))).status_code == 422


async def test_a_copied_key_is_noticed_by_its_count(keyed, anonymous):
    _, authenticator = keyed
    assert (await shown(anonymous, authenticator.show(await asked(anonymous)))).status_code == 200
    authenticator.count = 0
    copied = await shown(anonymous, authenticator.show(await asked(anonymous)))
    assert copied.json()["code"] == "passkey_wrong"


async def test_a_foreign_signature_or_name_is_refused(keyed, world, anonymous):
    _, authenticator = keyed
    stranger = Authenticator()
    unknown = await shown(anonymous, stranger.show(await asked(anonymous)))
    stranger.id, stranger.handle = authenticator.id, authenticator.handle
    forged = await shown(anonymous, stranger.show(await asked(anonymous)))
    authenticator.handle = b64(b"somebody else")
    renamed = await shown(anonymous, authenticator.show(await asked(anonymous)))
    plain = [one.json() | {"request_id": ""} for one in (unknown, forged, renamed)]
    assert plain[0] == plain[1] == plain[2]
    assert plain[0]["code"] == "passkey_wrong"


@pytest.mark.parametrize("field", ["clientDataJSON", "authenticatorData", "signature", "userHandle", "id"])
async def test_no_bytes_break_the_server(keyed, anonymous, field):
    _, authenticator = keyed
    good = authenticator.show(await asked(anonymous))
    for wrong in ("", "!", "AAAA", 7, None, b64(unb64(good["response"]["signature"])[:-1])):
        bad = copy.deepcopy(good)
        (bad if field == "id" else bad["response"])[field] = wrong
        await asked(anonymous)
        answer = await shown(anonymous, bad)
        assert answer.status_code == 422, answer.text


async def test_a_key_is_made_by_the_asked_browser_of_the_asked_person(keyed, world):
    person, _ = keyed
    other = await world.person()
    options = (await person.post("/me/passkey-questions")).json()["options"]
    made = Authenticator().make(options)
    body = {"answer": made, "name": "Ноутбук"}
    assert (await other.post("/me/passkeys", body)).json()["code"] == "passkey_expired"
    other.client.cookies.set("parta_passkey", person.client.cookies["parta_passkey"])
    assert (await other.post("/me/passkeys", body)).json()["code"] == "passkey_expired"
    assert (await person.post("/me/passkeys", body)).status_code == 201
    assert (await person.post("/me/passkeys", body)).json()["code"] == "passkey_expired"


async def test_a_key_made_for_another_site_is_refused(keyed):
    person, _ = keyed
    options = (await person.post("/me/passkey-questions")).json()["options"]
    made = Authenticator("https://evil.example").make(options)
    refused = await person.post("/me/passkeys", {"answer": made, "name": "Чужой"})
    assert (refused.status_code, refused.json()["code"]) == (422, "passkey_wrong")


async def test_one_key_belongs_to_one_person(keyed, world):
    _, authenticator = keyed
    other = await world.person()
    options = (await other.post("/me/passkey-questions")).json()["options"]
    taken = await other.post("/me/passkeys", {"answer": authenticator.make(options), "name": "Мой"})
    assert (taken.status_code, taken.json()["code"]) == (409, "passkey_known")


async def test_keys_are_renamed_and_removed_by_their_owner_only(keyed, world, anonymous, database):
    person, authenticator = keyed
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', '+79990000601')", person.id
        )
    stranger = await world.person()
    [key] = (await person.get("/me/passkeys")).json()["items"]
    path = f"/me/passkeys/{key['id']}"
    assert (await stranger.patch(path, {"name": "Мой"})).status_code == 404
    assert (await stranger.delete(path)).status_code == 404
    assert (await person.patch(path, {"name": "   "})).status_code == 422
    assert (await person.patch(path, {"name": " Мой  телефон "})).status_code == 204
    assert (await person.get("/me/passkeys")).json()["items"][0]["name"] == "Мой телефон"
    assert (await person.delete(path)).status_code == 204
    assert (await person.delete(path)).status_code == 404
    assert (await shown(anonymous, authenticator.show(await asked(anonymous)))).status_code == 422


async def test_who_is_kept_out_or_erased_does_not_come_in_by_a_key(keyed, anonymous, database):
    person, authenticator = keyed
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO suspensions (person_id, reason, suspended_by, suspended_at) VALUES ($1, 'x', $1, now())",
            person.id,
        )
    assert (await shown(anonymous, authenticator.show(await asked(anonymous)))).json()["code"] == "suspended"
    async with database.transaction() as tx:
        await tx.run("UPDATE people SET erased_at = now() WHERE id = $1", person.id)
    assert (await shown(anonymous, authenticator.show(await asked(anonymous)))).status_code == 422


async def test_new_documents_are_accepted_with_the_same_answer(world, anonymous):
    person, authenticator = await world.person(), Authenticator()
    await add_key(person, authenticator)
    answer = authenticator.show(await asked(anonymous))
    stopped = await shown(anonymous, answer)
    assert (stopped.status_code, stopped.json()["code"]) == (409, "consents_required")
    consents = [
        {"document": one["document"], "version": one["version"]} for one in stopped.json()["documents"]
    ]
    body = {"answer": answer, "consents": consents}
    assert (await anonymous.post("/api/sign-in/passkey-sessions", json=body)).status_code == 200


async def test_the_owner_is_told_of_a_new_key(world, sockets, database):
    person = await world.person()
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'email', 'a@b.example', now())",
            person.id,
        )
    device = await sockets.open(await world.sign_in(person.id))
    await add_key(person, Authenticator())
    assert (await device.event("access_changed"))["what"] == "passkey_added"
    async with database.transaction() as tx:
        bodies = await tx.values("SELECT body FROM jobs WHERE kind = 'tell_contact'")
    assert len(bodies) == 1
    assert "a@b.example" in bodies[0]
