import asyncio
from datetime import timedelta

import httpx

from parta.core.events import LISTENERS
from parta.identity.contacts import Contact
from parta.identity.events import PersonClaimed
from parta.identity.expected import expect_people, set_expected_contacts
from parta.identity.names import FullName
from parta.identity.tests.conftest import CONSENTS, PROFILE, Door


async def expect(database, *contacts: str) -> int:
    """Somebody from a roster, with contacts."""
    async with database.transaction() as tx:
        [person_id] = await expect_people(tx, [FullName("Журавлёва", "Зоя", "Львовна")])
        found = [Contact("email" if "@" in one else "phone", one) for one in contacts]
        assert await set_expected_contacts(tx, {person_id: found}) == []
    return person_id


async def test_the_first_proof_of_a_contact_receives_the_expected_profile(door, database, world):
    person_id = await expect(database, "+79990000201", "zoya@school.example")
    school = await world.school()
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO roles (person_id, organisation_id, role, source, confirmed_at)"
            " VALUES ($1, $2, 'teacher', 'roster', now())",
            person_id,
            school,
        )

    came = await door.come_in("+79990000201", profile=PROFILE)

    me = came.json()["person"]
    assert me["id"] == person_id
    # The school's name for the person stands; whatever is sent along is ignored.
    assert (me["family_name"], me["given_name"]) == ("Журавлёва", "Зоя")
    assert [role["role"] for role in me["roles"]] == ["teacher"]
    assert [contact["proven"] for contact in me["contacts"]] == [True, False]
    async with database.transaction() as tx:
        assert await tx.value("SELECT claimed_at IS NOT NULL FROM people WHERE id = $1", person_id)


async def test_the_second_contact_leads_to_the_same_person(door, database):
    person_id = await expect(database, "+79990000202", "lev@school.example")
    await door.come_in("+79990000202")
    door.client.cookies.clear()
    again = await door.come_in("lev@school.example")
    assert again.json()["person"]["id"] == person_id
    assert all(contact["proven"] for contact in again.json()["person"]["contacts"])


async def test_an_unknown_contact_needs_a_name_and_gets_no_roles(door):
    code_id, code = await door.received("+79990000203")

    asked = await door.enter(code_id, code, consents=CONSENTS)
    assert asked.status_code == 409
    assert asked.json()["code"] == "profile_required"
    bad = await door.enter(code_id, code, consents=CONSENTS, profile=PROFILE | {"given_name": "Вера🌸"})
    assert bad.status_code == 422
    assert bad.json()["fields"][0]["field"] == "given_name"
    made = await door.enter(code_id, code, consents=CONSENTS, profile=PROFILE)

    assert made.status_code == 200
    assert made.json()["person"]["roles"] == made.json()["person"]["classes"] == []
    assert (await door.client.get("/api/people/search")).json()["items"] == []


async def test_without_consents_there_is_no_session_and_the_code_stays_usable(door, database):
    await expect(database, "+79990000204")
    code_id, code = await door.received("+79990000204")

    for consents in (CONSENTS[:1], []):
        refused = await door.enter(code_id, code, consents=consents)
        assert refused.status_code == 409
        assert refused.json()["code"] == "consents_required"
        assert "set-cookie" not in refused.headers
    assert {one["document"] for one in refused.json()["documents"]} == {"agreement", "privacy"}
    assert refused.json()["documents"][0].keys() == {"document", "version", "title", "url"}

    old = await door.enter(code_id, code, consents=[{"document": "privacy", "version": "1999-01-01"}])
    assert old.json()["code"] == "consent_wrong"
    assert (await door.enter(code_id, code, consents=CONSENTS)).status_code == 200


async def test_who_has_agreed_once_is_not_asked_again(door, later):
    await door.come_in("+79990000205", profile=PROFILE)
    door.client.cookies.clear()
    later(timedelta(minutes=2))
    code_id, code = await door.received("+79990000205")
    assert (await door.enter(code_id, code)).status_code == 200


async def test_a_refused_claim_leaves_the_profile_unclaimed(door, database):
    person_id = await expect(database, "+79990000206")
    await door.enter(*await door.received("+79990000206"))
    async with database.transaction() as tx:
        assert await tx.value("SELECT claimed_at FROM people WHERE id = $1", person_id) is None


async def test_two_browsers_proving_one_new_phone_become_one_person(application, database, later):
    doors, codes = [], []
    for _ in range(3):
        client = httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://parta.test")
        doors.append(Door(client, database))
        codes.append(await doors[-1].received("+79990000207"))
        later(timedelta(seconds=121))

    answers = await asyncio.gather(
        *(
            door.enter(*code, profile=PROFILE, consents=CONSENTS)
            for door, code in zip(doors, codes, strict=True)
        )
    )

    # Whoever is first may kill the other codes; either way there is one person.
    assert {answer.status_code for answer in answers} <= {200, 422}
    assert 200 in {answer.status_code for answer in answers}
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM people") == 1
        assert await tx.value("SELECT count(*) FROM contacts") == 1
    for door in doors:
        await door.client.aclose()


async def test_the_phone_and_the_mail_of_one_profile_claim_it_once(application, database):
    person_id = await expect(database, "+79990000208", "both@school.example")
    heard = []

    async def listen(tx, event):
        heard.append(event.person_id)

    LISTENERS[PersonClaimed].append(listen)
    try:
        async with (
            httpx.AsyncClient(
                transport=httpx.ASGITransport(application), base_url="http://parta.test"
            ) as one,
            httpx.AsyncClient(
                transport=httpx.ASGITransport(application), base_url="http://parta.test"
            ) as two,
        ):
            by_phone, by_mail = Door(one, database), Door(two, database)
            first, second = (
                await by_phone.received("+79990000208"),
                await by_mail.received("both@school.example"),
            )
            answers = await asyncio.gather(
                by_phone.enter(*first, consents=CONSENTS), by_mail.enter(*second, consents=CONSENTS)
            )
    finally:
        LISTENERS[PersonClaimed].remove(listen)

    assert [answer.json()["person"]["id"] for answer in answers] == [person_id, person_id]
    assert heard == [person_id]


async def test_malformed_requests_are_refused(door):
    for body in ({}, {"contact": ""}, {"contact": "вера"}, {"contact": "+7"}, {"contact": 7}):
        assert (await door.client.post("/api/sign-in/codes", json=body)).status_code == 422
    for body in (
        {},
        {"code_id": "x"},
        {"code_id": "x", "code": "1" * 17},
        {"code_id": "x" * 65, "code": "1"},
    ):
        assert (await door.client.post("/api/sign-in/sessions", json=body)).status_code == 422
