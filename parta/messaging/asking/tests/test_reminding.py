"""Reminders go to those who have not answered, once in four hours, and once to each whatever dies."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all, perform_next
from parta.messaging.asking import reminding
from parta.messaging.groups.membership import leave
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

POLL = {"question": "Едем?", "options": ["Да", "Нет"]}


@pytest.fixture(autouse=True)
def _the_clock_goes_right() -> Any:
    yield
    clock.shift(timedelta(0))


async def remind(who: Actor, message: int) -> tuple[int, str | None]:
    answer = await who.post(f"/messages/{message}/reminders")
    return answer.status_code, answer.json().get("code")


async def reminded(database: Database, kind: str = "confirmation_reminded") -> list[str]:
    async with database.transaction() as tx:
        return await tx.values("SELECT stream FROM events WHERE kind = $1 ORDER BY stream, seq", kind)


def streams(*people: Actor) -> list[str]:
    return sorted(f"person:{person.id}" for person in people)


async def test_only_those_who_have_not_confirmed_are_reminded(world: World) -> None:
    anna, boris, vera, gone = [await world.person() for _ in range(4)]
    expected = await world.person(claimed=False)
    chat = await group(world, anna, boris, vera, gone, expected)
    message = (await say(anna, chat, "Важно", content={"confirm": True}))["id"]
    await boris.put(f"/messages/{message}/confirmation")
    async with world.database.transaction() as tx:
        await leave(tx, chat, gone.id)

    answer = await anna.post(f"/messages/{message}/reminders")
    await perform_all(world.database)

    assert answer.status_code == 202
    assert await reminded(world.database) == streams(vera)
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT reminded FROM asking_reminders WHERE finished_at IS NOT NULL") == 1
    page = (await anna.get(f"/messages/{message}/confirmations")).json()
    assert page["remind_again_at"] == answer.json()["again_at"]


async def test_once_in_four_hours_to_the_second(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = (await say(anna, chat, "Важно", content={"confirm": True}))["id"]
    assert await remind(anna, message) == (202, None)

    clock.shift(timedelta(hours=4) - timedelta(seconds=20))
    again = await anna.post(f"/messages/{message}/reminders")
    assert (again.status_code, again.json()["code"]) == (429, "reminded_lately")
    assert 0 < again.json()["retry_after"] <= 20
    assert int(again.headers["Retry-After"]) == again.json()["retry_after"]
    assert "again_at" in again.json()
    clock.shift(timedelta(hours=4))
    assert await remind(anna, message) == (202, None)
    await perform_all(world.database)
    assert await reminded(world.database) == streams(boris, boris)


async def test_two_administrators_at_once_remind_once(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = (await say(anna, chat, "Важно", content={"confirm": True}))["id"]
    answers = await asyncio.gather(*(remind(anna, message) for _ in range(4)))
    assert sorted(status for status, _ in answers) == [202, 429, 429, 429]


async def test_who_may_remind_and_of_what(world: World) -> None:
    owner, author, other, stranger = [await world.person() for _ in range(4)]
    chat = await group(world, owner, author, other)
    message = (await say(author, chat, "Важно", content={"confirm": True}))["id"]
    plain = (await say(author, chat, "Неважно"))["id"]

    assert await remind(other, message) == (403, "not_the_asker")
    assert await remind(stranger, message) == (404, "not_found")
    assert await remind(author, plain) == (404, "not_found")
    for who in (owner, other):
        await who.put(f"/messages/{message}/confirmation")
    assert await remind(owner, message) == (409, "nobody_waits")


async def test_each_hears_once_though_the_server_dies_between_batches(
    world: World, monkeypatch: pytest.MonkeyPatch, dsn: str
) -> None:
    monkeypatch.setattr(reminding, "BATCH", 2)
    anna = await world.person()
    people = [await world.person() for _ in range(5)]
    chat = await group(world, anna, *people)
    message = (await say(anna, chat, "Важно", content={"confirm": True}))["id"]
    await remind(anna, message)
    old = world.database
    assert await perform_next(old)
    assert len(await reminded(old)) == 2
    # Who answers meanwhile is left in peace.
    await people[-1].put(f"/messages/{message}/confirmation")

    again = await Database.connect(dsn, old.bus, old.configuration, old.blobs)
    try:
        await perform_all(again)
        await perform_all(again)
    finally:
        await again.close()
    assert await reminded(old) == streams(*people[:-1])


async def test_a_batch_that_dies_leaves_nothing_and_is_done_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    message = (await say(anna, chat, "Важно", content={"confirm": True}))["id"]
    await remind(anna, message)
    with monkeypatch.context() as broken:
        broken.setattr(reminding.queries, "COUNT_REMINDED", "SELECT 1/0 + $1 + $2 WHERE $3 AND $4 IS NULL")
        await perform_all(world.database)
    assert await reminded(world.database) == []
    clock.shift(timedelta(minutes=1))
    await perform_all(world.database)
    assert await reminded(world.database) == streams(boris, vera)


@pytest.mark.parametrize("anonymous", [False, True])
async def test_a_poll_reminds_those_who_have_not_voted(world: World, anonymous: bool) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    poll = (await say(anna, chat, "", content={"poll": POLL | {"anonymous": anonymous}}))["id"]
    await boris.put(f"/messages/{poll}/vote", {"options": [0]})

    assert await remind(anna, poll) == (202, None)
    assert await remind(anna, poll) == (429, "reminded_lately")
    await perform_all(world.database)
    assert await reminded(world.database, "poll_reminded") == streams(vera)
    turnout = (await anna.get(f"/messages/{poll}/turnout")).json()
    assert turnout["remind_again_at"] is not None
    await anna.put(f"/messages/{poll}/poll/closing")
    assert await remind(anna, poll) == (409, "poll_closed")


async def test_a_poll_closed_meanwhile_reminds_nobody_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminding, "BATCH", 1)
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    poll = (await say(anna, chat, "", content={"poll": POLL}))["id"]
    await remind(anna, poll)
    await perform_next(world.database)
    await anna.put(f"/messages/{poll}/poll/closing")
    await perform_all(world.database)
    assert len(await reminded(world.database, "poll_reminded")) == 1
