import asyncio
from datetime import timedelta

from parta.core.jobs_worker import perform_all
from parta.identity.tests.conftest import CONSENTS, PROFILE, wrong


async def test_the_answer_does_not_tell_whether_a_contact_is_known(door, world, database):
    person = await world.person()
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', '+79990000001')", person.id
        )

    known, unknown = await door.ask("+7 999 000-00-01"), await door.ask("+7 999 000-00-91")

    assert known.status_code == unknown.status_code == 202
    same = {"id": "", "masked": "", "expires_at": "", "resend_at": ""}
    assert known.json() | same == unknown.json() | same
    assert {job.value for job in await door.sent()} == {"+79990000001", "+79990000091"}


async def test_a_right_code_opens_a_session_and_a_wrong_one_does_not(door):
    code_id, code = await door.received("vera@school.example")

    refused = await door.enter(code_id, wrong(code), profile=PROFILE, consents=CONSENTS)
    assert refused.status_code == 422
    assert refused.json()["code"] == "code_wrong"
    assert refused.json()["tries_left"] == 4
    assert "parta_session" not in refused.headers.get("set-cookie", "")

    opened = await door.enter(code_id, f" {code} ", profile=PROFILE, consents=CONSENTS)
    assert opened.status_code == 200, opened.text
    assert opened.json()["person"]["family_name"] == "Ладогина"


async def test_five_wrong_guesses_kill_a_code(door):
    code_id, code = await door.received("+79990000002")
    left = [(await door.enter(code_id, wrong(code))).json().get("tries_left") for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]

    late = await door.enter(code_id, code, profile=PROFILE, consents=CONSENTS)
    assert late.json()["code"] == "code_expired"


async def test_a_crowd_of_guesses_gets_no_more_tries_than_one(door):
    code_id, code = await door.received("+79990000003")
    guesses = [f"{n:06}" for n in range(30) if f"{n:06}" != code]

    answers = await asyncio.gather(*(door.enter(code_id, guess) for guess in guesses))

    codes = [answer.json()["code"] for answer in answers]
    assert codes.count("code_wrong") == 5
    assert codes.count("code_expired") == len(guesses) - 5
    assert (await door.enter(code_id, code, profile=PROFILE, consents=CONSENTS)).json()[
        "code"
    ] == "code_expired"


async def test_a_code_opens_one_session_however_many_enter_it(door):
    code_id, code = await door.received("+79990000004")

    answers = await asyncio.gather(
        *(door.enter(code_id, code, profile=PROFILE, consents=CONSENTS) for _ in range(8)),
        return_exceptions=True,
    )

    statuses = sorted(answer.status_code for answer in answers)
    # With one cookie jar a later request may already carry the first one's cookie without its token: 403.
    assert statuses.count(200) == 1, statuses
    async with door.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM sessions") == 1
        assert await tx.value("SELECT count(*) FROM people") == 1


async def test_a_code_dies_of_age(door, later):
    code_id, code = await door.received("+79990000005")
    later(timedelta(minutes=10, seconds=1))
    assert (await door.enter(code_id, code, profile=PROFILE)).json()["code"] == "code_expired"


async def test_a_code_that_never_was_and_a_dead_one_are_one_answer(door, later):
    code_id, code = await door.received("+79990000006")
    later(timedelta(minutes=11))
    dead = (await door.enter(code_id, code)).json()
    never = (await door.enter("x" * 22, code)).json()
    assert dead | {"request_id": ""} == never | {"request_id": ""}


async def test_one_persons_code_is_nothing_with_another_persons_id(door):
    mine, my_code = await door.received("+79990000007")
    theirs, their_code = await door.received("+79990000008")
    if my_code != their_code:
        assert (await door.enter(theirs, my_code, profile=PROFILE)).json()["code"] == "code_wrong"
    # The id the database keeps is not the id the browser was given.
    stored = (await door.sent())[0].code_id
    assert (await door.enter(stored[:64], my_code, profile=PROFILE)).json()["code"] == "code_expired"
    assert (await door.enter(mine, my_code)).json()["code"] == "profile_required"


async def test_signing_in_kills_the_other_codes_of_the_contact(door, later):
    first_id, first = await door.received("+79990000009")
    later(timedelta(seconds=61))
    second_id, second = await door.received("+79990000009")

    assert (await door.enter(second_id, second, profile=PROFILE, consents=CONSENTS)).status_code == 200
    door.client.cookies.clear()
    assert (await door.enter(first_id, first)).json()["code"] == "code_expired"


async def test_a_second_code_waits_a_minute_and_a_third_two(door, later):
    contact = "+79990000010"
    assert (await door.ask(contact)).status_code == 202

    soon = await door.ask(contact)
    assert soon.status_code == 429
    assert soon.json()["code"] == "codes_too_many"
    assert 55 <= soon.json()["retry_after"] <= 60
    assert soon.headers["retry-after"] == str(soon.json()["retry_after"])

    later(timedelta(seconds=61))
    assert (await door.ask(contact)).status_code == 202
    later(timedelta(seconds=61))
    assert (await door.ask(contact)).status_code == 429
    later(timedelta(seconds=60))
    assert (await door.ask(contact)).status_code == 202
    assert (await door.ask("+79990000011")).status_code == 202


async def test_two_requests_at_one_moment_send_one_code(door):
    answers = await asyncio.gather(*(door.ask("+79990000012") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [202, 429, 429, 429, 429, 429]
    assert len(await door.sent()) == 1


async def test_a_contact_gets_ten_codes_a_day(door, later):
    for _ in range(10):
        assert (await door.ask("+79990000013")).status_code == 202
        later(timedelta(hours=1, seconds=1))
    refused = await door.ask("+79990000013")
    assert refused.status_code == 429
    assert refused.json()["retry_after"] > 12 * 3600
    later(timedelta(hours=15))
    assert (await door.ask("+79990000013")).status_code == 202


async def test_codes_and_their_traces_are_forgotten(door, later, database):
    await door.ask("+79990000014")
    await perform_all(database)
    later(timedelta(days=2))
    await perform_all(database)
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM sign_in_codes") == 0
        assert await tx.value("SELECT count(*) FROM sign_in_limits") == 0


async def test_nothing_stored_gives_a_code_away(door, database):
    """Whoever copies the tables after delivery cannot find the code by trying all of them."""
    code_id, code = await door.received("+79990000015")
    await perform_all(database)
    async with database.transaction() as tx:
        row = await tx.connection.fetchrow("SELECT * FROM sign_in_codes")
        assert await tx.value("SELECT count(*) FROM jobs WHERE kind = 'deliver_code'") == 0
    stored = repr(dict(row))
    assert code_id not in stored
    assert f"'{code}'" not in stored
