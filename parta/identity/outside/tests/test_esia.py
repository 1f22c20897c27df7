"""ЕСИА: signed requests, signed tokens, confirmed accounts, and children whom a parent's profile names."""

import hmac
import time
from base64 import urlsafe_b64encode
from datetime import timedelta

import msgspec
import pytest
from joserfc.jwk import RSAKey

from parta.identity.names import FullName
from parta.identity.outside.tests.conftest import expect, linking
from parta.identity.outside.tests.stand_ins import signed
from parta.identity.tests.conftest import PROFILE
from parta.organisations.events import RolesChanged

PHONE = {"type": "MBT", "vrfStu": "VERIFIED", "value": "+7(999)0008001"}
MAIL = {"type": "EML", "vrfStu": "NOT_VERIFIED", "value": "mother@school.example"}


def refusal(answer):
    return answer.status_code, answer.json().get("code")


async def come(visitor, esia):
    """Through ЕСИА's page and back."""
    return await visitor.back(esia.consent(await visitor.url("esia")))


@pytest.mark.parametrize("version", ["v2", "v1"])
async def test_a_checked_phone_of_a_confirmed_account_leads_to_the_expected_profile(visitor, esia, database):
    person_id = await expect(database, "+79990008001")
    esia.contacts = [MAIL, PHONE]

    back = await come(visitor, esia)
    came = await visitor.enter()

    assert back.status_code == 200, back.text
    assert came.json()["person"]["id"] == person_id
    assert "1000299001" not in came.text


async def test_contacts_that_esia_has_not_checked_prove_nothing(visitor, esia):
    esia.contacts = [MAIL]
    await come(visitor, esia)
    assert refusal(await visitor.enter(profile=PROFILE)) == (409, "outside_no_contact")
    # What the person has not opened is as if it were not there.
    esia.closed = {"ctts", "kids"}
    assert (await come(visitor, esia)).status_code == 200
    assert refusal(await visitor.enter(profile=PROFILE)) == (409, "outside_no_contact")


async def test_an_unconfirmed_account_is_refused(visitor, esia, database, world):
    await expect(database, "+79990008001")
    esia.person["trusted"] = False
    esia.contacts = [PHONE]
    assert (await come(visitor, esia)).status_code == 200
    assert refusal(await visitor.enter()) == (403, "outside_unconfirmed")

    anna = await world.person()
    await come(linking(anna), esia)
    assert refusal(await anna.post("/me/sign-in-ways")) == (403, "outside_unconfirmed")


async def test_esias_own_words_and_its_silence_are_understood(visitor, esia):
    address = esia.consent(await visitor.url("esia"))
    said = {"error": "access_denied", "error_description": "ESIA-007055: not confirmed"}
    assert refusal(await visitor.back(address, code="", **said)) == (403, "outside_unconfirmed")
    address = esia.consent(await visitor.url("esia"))
    said = {"error": "access_denied", "error_description": "ESIA-007004: the owner has refused"}
    assert refusal(await visitor.back(address, code="", **said)) == (403, "outside_cancelled")
    address = esia.consent(await visitor.url("esia"))
    esia.broken = 503
    assert refusal(await visitor.back(address)) == (424, "outside_unavailable")


FORGERIES = {
    "another key": lambda claims, _: signed(claims, RSAKey.generate_key(2048)),
    "no signature": lambda claims, _: unsigned(claims, {"alg": "none"}),
    "the public key as a secret": lambda claims, esia: keyed(claims, esia.theirs.as_pem(private=False)),
    "another addressee": lambda claims, esia: signed(claims | {"aud": "SCHOOL02"}, esia.theirs),
    "another issuer": lambda claims, esia: signed(claims | {"iss": "http://esia.example/"}, esia.theirs),
    "past its term": lambda claims, esia: signed(claims | {"exp": int(time.time()) - 120}, esia.theirs),
    "no number": lambda claims, esia: signed(claims | {"sub": None, "urn:esia:sbj": {}}, esia.theirs),
}


def keyed(claims, secret):
    """HS256 by a key that everybody knows."""
    text = unsigned(claims, {"alg": "HS256"}).rpartition(".")[0]
    return f"{text}.{urlsafe_b64encode(hmac.digest(secret, text.encode(), 'sha256')).decode().rstrip('=')}"


def unsigned(claims, header, signature=b""):
    parts = (msgspec.json.encode(header), msgspec.json.encode(claims), signature)
    return ".".join(urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


async def test_a_token_that_cannot_be_shown_to_be_esias_is_refused(visitor, esia):
    for name, forge in FORGERIES.items():
        esia.sign = lambda claims, forge=forge: forge(claims, esia)
        assert refusal(await come(visitor, esia)) == (403, "outside_untrusted"), name
        assert not any(path.startswith("/rs/") for path in esia.asked), name


async def test_gost_tokens_are_checked_by_the_operators_program(visitor, esia):
    def gost(claims, forged=False):
        header = {"alg": "GOST3410_2012_256", "typ": "JWT"}
        text = unsigned(claims, header).rpartition(".")[0]
        said = b"nonsense" if forged else str(len(text)).encode()
        return f"{text}.{urlsafe_b64encode(said).decode().rstrip('=')}"

    esia.sign = gost
    assert (await come(visitor, esia)).status_code == 200
    esia.sign = lambda claims: gost(claims, forged=True)
    assert refusal(await come(visitor, esia)) == (403, "outside_untrusted")


# ── children ──


async def family(world, *names):
    mother = await world.person("Ёлкина", "Мария")
    children = [await world.person(family, given, claimed=False) for family, given in names]
    for child in children:
        await world.guardian(mother, child)
    return mother, children


async def link(actor, esia):
    await come(linking(actor), esia)
    return await actor.post("/me/sign-in-ways")


def entry(number, family, given, middle=""):
    return {
        "id": number,
        "lastName": family,
        "firstName": given,
        "middleName": middle,
        "birthDate": "01.02.2016",
    }


def become(esia, number):
    """The next who comes to ЕСИА is a child with an account that is no confirmed one."""
    esia.person = {"oid": str(number), "trusted": False}
    esia.contacts, esia.kids = [], []


async def test_a_child_whom_the_parents_profile_names_comes_in_alone(visitor, esia, world, database):
    mother, [son, _] = await family(world, ("Ёлкин", "Пётр"), ("Ёлкина", "Вера"))
    esia.kids = [entry(1000299101, "ЕЛКИН", "Петр", "Ильич")]
    assert (await link(mother, esia)).status_code == 200

    become(esia, 1000299101)
    await come(visitor, esia)
    came = await visitor.enter()

    assert came.json()["person"]["id"] == son.id
    named = (await son.get("/me/sign-in-ways")).json()["items"]
    assert [one["by_guardian"] for one in named] == [False, True, False]
    async with database.transaction() as tx:
        assert await tx.value("SELECT claimed_at IS NOT NULL FROM people WHERE id = $1", son.id)
        log = await tx.values("SELECT subject FROM audit_log WHERE action = 'outside_child_named'")
    assert log == [f"person:{son.id}"]


async def test_signing_in_by_a_linked_account_names_the_children_too(visitor, another, esia, world):
    mother, [son] = await family(world, ("Ёлкин", "Пётр"))
    await link(mother, esia)
    esia.kids = [entry(1000299101, "Ёлкин", "Пётр")]
    await come(visitor, esia)
    await visitor.enter()

    become(esia, 1000299101)
    await come(another, esia)
    assert (await another.enter()).json()["person"]["id"] == son.id


async def test_where_a_name_fits_two_nobody_gets_in(visitor, esia, world):
    mother, _ = await family(world, ("Ёлкин", "Пётр"), ("Ёлкин", "Петр"))
    esia.kids = [entry(1000299101, "Ёлкин", "Пётр"), entry(1000299102, "Ёлкин", "Пётр")]
    await link(mother, esia)

    become(esia, 1000299101)
    await come(visitor, esia)
    assert refusal(await visitor.enter()) == (403, "outside_unconfirmed")


async def test_a_child_of_somebody_else_is_not_named(visitor, esia, world):
    _, [stranger] = await family(world, ("Ёлкин", "Пётр"))
    other = await world.person("Жукова", "Анна")
    esia.kids = [entry(1000299101, "Ёлкин", "Пётр"), entry(1000299102, stranger.id, "Пётр")]
    await link(other, esia)

    become(esia, 1000299101)
    await come(visitor, esia)
    assert refusal(await visitor.enter()) == (403, "outside_unconfirmed")


async def test_what_a_child_has_unlinked_no_profile_links_again(visitor, esia, world, database):
    mother, [son] = await family(world, ("Ёлкин", "Пётр"))
    esia.kids = [entry(1000299101, "Ёлкин", "Пётр")]
    await link(mother, esia)
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', '+79990008100')", son.id
        )
    assert (await son.delete("/me/sign-in-ways/esia")).status_code == 204
    await come(visitor, esia)
    await visitor.enter()

    become(esia, 1000299101)
    await come(visitor, esia)
    assert refusal(await visitor.enter()) == (409, "outside_unlinked")


async def test_a_parent_no_more_opens_nothing_to_the_child(visitor, esia, world, database):
    """Whoever became a parent by a lie, and named an account of their own, is out with the guardianship."""
    mother, [son] = await family(world, ("Ёлкин", "Пётр"))
    esia.kids = [entry(1000299101, "Ёлкин", "Пётр")]
    await link(mother, esia)
    async with database.transaction() as tx:
        await tx.run("UPDATE guardianships SET ended_at = now() WHERE child_id = $1", son.id)
        tx.emit(RolesChanged(person_id=son.id))

    become(esia, 1000299101)
    await come(visitor, esia)
    assert refusal(await visitor.enter()) == (403, "outside_unconfirmed")
    async with database.transaction() as tx:
        log = await tx.values("SELECT subject FROM audit_log WHERE action = 'outside_name_taken_back'")
    assert log == [f"person:{son.id}"]


async def test_state_replay_and_term_hold_for_esia_as_for_all(visitor, esia, later):
    address = esia.consent(await visitor.url("esia"))
    foreign = await visitor.back(address, state="00000000-0000-4000-8000-000000000000")
    left_with = visitor.client.cookies["parta_outside"]
    first = await visitor.back(address)
    visitor.client.cookies.set("parta_outside", left_with, domain="parta.test", path="/api/")
    again = await visitor.back(address)
    late = esia.consent(await visitor.url("esia"))
    later(timedelta(minutes=10, seconds=1))

    assert refusal(foreign) == (409, "outside_state_wrong")
    assert (first.status_code, refusal(again)) == (200, (409, "outside_used"))
    assert refusal(await visitor.back(late)) == (409, "outside_expired")


async def test_an_expected_parent_names_children_on_the_first_coming(visitor, another, esia, world, database):
    mother_id = await expect(database, "+79990008001", FullName("Ёлкина", "Мария"))
    son = await world.person("Ёлкин", "Пётр", claimed=False)
    async with database.transaction() as tx:
        await tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, relation, source) VALUES ($1, $2, 'parent', 'roster')",
            mother_id,
            son.id,
        )
    esia.contacts, esia.kids = [PHONE], [entry(1000299101, "Ёлкин", "Пётр")]
    await come(visitor, esia)
    assert (await visitor.enter()).json()["person"]["id"] == mother_id

    become(esia, 1000299101)
    await come(another, esia)
    assert (await another.enter()).json()["person"]["id"] == son.id
