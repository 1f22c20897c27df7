"""Planting a session or a cookie in somebody's browser gains nothing."""

import asyncpg
import pyotp

from parta.core.clock import now
from parta.core.http.cookies import SESSION_COOKIE
from parta.identity.passkeys.tests.authenticator import Authenticator, add_key
from parta.identity.passkeys.tests.conftest import asked, shown


async def set_up(actor):
    secret = (await actor.post("/me/second-factor/app")).json()["secret"]
    await actor.put("/me/second-factor/app", {"code": pyotp.TOTP(secret).at(now())})
    return secret


async def test_a_key_opens_a_new_session_whatever_cookie_was_planted(world, anonymous):
    person, thief, authenticator = await world.person(), await world.person(), Authenticator()
    await add_key(person, authenticator)
    anonymous.cookies.set(SESSION_COOKIE, thief.token)
    answer = authenticator.show(await asked(anonymous))
    stopped = await shown(anonymous, answer)
    consents = [{"document": d["document"], "version": d["version"]} for d in stopped.json()["documents"]]
    body = {"answer": answer, "consents": consents}
    came = await anonymous.post("/api/sign-in/passkey-sessions", json=body)
    assert came.status_code == 200
    assert thief.token not in came.headers["set-cookie"]
    assert (await thief.get("/me")).json()["id"] == thief.id


async def test_a_planted_limited_session_is_not_opened_by_the_victims_factor(world):
    school = await world.school()
    thief, victim = await world.person(), await world.person()
    for person in (thief, victim):
        await world.role(person, "teacher", school)
    await set_up(thief)
    authenticator = Authenticator()
    await add_key(victim, authenticator)
    planted = await world.sign_in(thief.id)
    options = (await planted.post("/me/second-factor/key-questions")).json()["options"]
    refused = await planted.post("/me/second-factor/key-proofs", {"answer": authenticator.show(options)})
    assert refused.json()["code"] == "passkey_wrong"
    assert (await planted.get("/me")).status_code == 403


async def test_the_door_does_the_same_work_for_known_and_unknown_contacts(
    world, anonymous, database, monkeypatch
):
    """What takes the same statements takes the same time: nobody learns from a clock who is here."""
    person = await world.person()
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', '+79990000701', now())",
            person.id,
        )
    asked_of_database, execute = [], asyncpg.Connection._execute

    async def noted(connection, query, *args, **options):
        asked_of_database.append(query)
        return await execute(connection, query, *args, **options)

    monkeypatch.setattr(asyncpg.Connection, "_execute", noted)
    work = []
    for contact in ("+79990000701", "+79990000702"):
        asked_of_database.clear()
        code = await anonymous.post("/api/sign-in/codes", json={"contact": contact})
        assert code.status_code == 202
        work.append(list(asked_of_database))
    assert work[0] == work[1] != []
