"""Guessing an invite: of a school by its twelve signs, of a chat by its link.

That a dead code answers as one that never was, and that a person and an address are stopped, is tried in
`parta/organisations/invites/tests/test_attacks.py`; here is what goes around those limits.
"""

import asyncio
import math

import pytest

from parta.organisations.invites.codes import ALPHABET, LENGTH, new_code
from parta.organisations.invites.tests.conftest import come, invite, look
from parta.testing.school import School, make_school
from parta.testing.talk import group
from parta.testing.world import World

AROUND = 12


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"PARTA_ORGANISATIONS_INVITE_GUESSES_PER_ADDRESS": str(AROUND)}


@pytest.fixture
async def school(world: World) -> School:
    return await make_school(world)


async def guesses(world: World) -> int:
    async with world.database.transaction() as tx:
        return await tx.value("SELECT count(*) FROM invite_guesses")


async def test_a_crowd_at_one_moment_gets_no_more_tries_than_an_address_has(world: World) -> None:
    crowd = [await world.person() for _ in range(AROUND + 8)]
    said = [answer.status_code for answer in await asyncio.gather(*(look(one, new_code()) for one in crowd))]
    assert sorted(said) == [404] * AROUND + [429] * 8
    assert await guesses(world) == AROUND


async def test_looking_and_coming_and_repeating_are_all_guesses(world: World, school: School) -> None:
    """With one key, with another address in a header, at either door: each wrong code counts."""
    guesser, made = await world.person(), await invite(school.head, school, "teacher")
    guesser.client.headers["Idempotency-Key"] = "guess-after-guess"
    for number in range(10):
        guesser.client.headers["X-Forwarded-For"] = f"203.0.113.{number}"
        door = (look, come)[number % 2]
        assert (await door(guesser, "AAAA-AAAA-AAAA")).status_code == 404
    assert await guesses(world) == 10
    for door in (look, come):
        stopped = await door(guesser, made["code"])
        assert (stopped.status_code, stopped.json()["code"]) == (429, "invite_guesses")
    elsewhere = await world.sign_in(guesser.id)
    assert (await come(elsewhere, made["code"])).status_code == 429


async def test_part_of_a_code_is_no_code(world: World, school: School) -> None:
    """Whoever has half a torn slip has nothing, and no wildcard is understood."""
    code = (await invite(school.head, school, "teacher"))["code"]
    finder = await world.person()
    for piece in (code[:9], code[5:], f"{code[:-1]}%", f"{code[:-1]}_", f"{code[:-2]}*", code + "A", ""):
        assert (await look(finder, piece)).status_code in (404, 422), piece
    assert await guesses(world) <= 7


def test_a_code_is_one_of_too_many_and_none_follows_from_another() -> None:
    """A million guesses a day on a thousand live codes would take three thousand years on average."""
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert math.log2(len(ALPHABET) ** LENGTH) >= 60
    for place in range(LENGTH):
        assert len({code[place] for code in codes}) == len(ALPHABET)


async def test_a_link_into_a_chat_is_found_whole_or_not_at_all(world: World, school: School) -> None:
    chat = await group(world, school.head, school.pupil)
    link = (await school.head.post(f"/conversations/{chat}/links", {"seconds": 3600})).json()
    token = link["path"].rpartition("/")[2]
    finder = school.classmate
    nearly = token[:-1] + ("A" if token[-1] != "A" else "B")
    refusals = [
        await finder.get(f"/joining/{one}")
        for one in (nearly, token[:-1], token.swapcase(), "nothing", "%25")
    ]
    assert {answer.status_code for answer in refusals} == {404}
    assert len({str(answer.json() | {"request_id": ""}) for answer in refusals}) == 1
    assert len(token) * 6 >= 128
    assert (await finder.get(f"/joining/{token}")).status_code == 200
