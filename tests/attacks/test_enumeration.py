"""Enumeration: finding out who is here, by what the doors say or by how long they think."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from functools import partial

import httpx
import pytest

from parta.organisations.invites.codes import new_code
from parta.organisations.invites.tests.conftest import invite, look
from parta.testing.school import make_school
from parta.testing.talk import group
from parta.testing.world import World
from tests.attacks.clocks import TOLERANCE, difference

MANY = 24  # pairs of tries: the middle of so many is quiet on a loaded machine


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {
        "PARTA_IDENTITY_CODES_PER_ADDRESS": "1000",
        "PARTA_ORGANISATIONS_INVITE_GUESSES_PER_ADDRESS": "1000",
    }


async def give_contacts(world: World, values: list[str]) -> None:
    async with world.database.transaction() as tx:
        for value in values:
            person_id = await tx.value(
                "INSERT INTO people (family_name, given_name, claimed_at) VALUES ('Озерцов', 'Глеб', now()) RETURNING id"
            )
            await tx.run(
                "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', $2, now())",
                person_id,
                value,
            )


def stripped(answer: httpx.Response) -> object:
    """All that an onlooker could tell two refusals apart by."""
    headers = {name: value for name, value in answer.headers.items() if name != "x-request-id"}
    return answer.status_code, headers, answer.json() | {"request_id": ""}


async def test_asking_for_a_code_takes_as_long_for_a_stranger(world: World, door) -> None:
    known = [f"+7999000{number:04}" for number in range(MANY)]
    await give_contacts(world, known)
    pairs = [(partial(door.ask, one), partial(door.ask, one.replace("000", "111", 1))) for one in known]
    assert abs(await difference(pairs)) < TOLERANCE
    assert len(await door.sent()) == 2 * MANY


async def test_a_wrong_code_takes_as_long_and_says_the_same_for_a_stranger(world: World, door) -> None:
    """What happens once the code is right is nobody's business before."""
    known = [f"+7999000{number:04}" for number in range(MANY)]
    await give_contacts(world, known)
    asked = [
        [(await door.ask(one)).json()["id"] for one in (number, number.replace("000", "111", 1))]
        for number in known
    ]
    codes = {job.code for job in await door.sent()}
    wrong = next(f"{number:06}" for number in range(1000) if f"{number:06}" not in codes)

    said = [stripped(await door.enter(code_id, wrong)) for code_id in asked[0]]
    pairs = [(partial(door.enter, here, wrong), partial(door.enter, away, wrong)) for here, away in asked]

    assert said[0] == said[1]
    assert abs(await difference(pairs)) < TOLERANCE


async def test_a_hidden_person_chat_and_invite_take_as_long_as_one_that_never_was(world: World) -> None:
    school, stranger = await make_school(world), await world.person()
    chat = await group(world, school.head, school.pupil)
    revoked = await invite(school.head, school, "teacher")
    await school.head.delete(f"/organisations/{school.id}/invites/{revoked['invite']['id']}")
    beyond = 10**9
    places: list[tuple[Callable[[], Awaitable[httpx.Response]], Callable[[], Awaitable[httpx.Response]]]] = [
        (
            partial(stranger.get, f"/people/{school.pupil.id}"),
            partial(stranger.get, f"/people/{beyond}"),
        ),
        (
            partial(stranger.get, f"/conversations/{chat}/messages"),
            partial(stranger.get, f"/conversations/{beyond}/messages"),
        ),
    ]
    for hidden, absent in places:
        assert stripped(await hidden()) == stripped(await absent())
        assert abs(await difference([(hidden, absent)] * MANY)) < TOLERANCE

    guessers = [await world.person() for _ in range(MANY)]
    dead = [partial(look, one, revoked["code"]) for one in guessers]
    never = [partial(look, one, new_code()) for one in guessers]
    assert stripped(await dead[0]()) == stripped(await never[0]())
    assert abs(await difference(list(zip(dead, never, strict=True)))) < TOLERANCE


async def test_the_clock_notices_a_door_that_thinks_longer_about_those_it_knows() -> None:
    """A door that hashes, or speaks with a mail server, only for those it knows would be found out."""

    async def naive(known: bool, server: asyncio.Server) -> None:
        if known:
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            await reader.read()
            writer.close()

    async def hashing(known: bool) -> None:
        if known:
            hashlib.scrypt(b"123456", salt=b"salt", n=2**14, r=8, p=1, maxmem=2**26)

    async def mail(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.01)
        writer.close()

    async with await asyncio.start_server(mail, "127.0.0.1", 0) as server:
        for door in (hashing, partial(naive, server=server)):
            assert await difference([(partial(door, True), partial(door, False))] * 8) > TOLERANCE
