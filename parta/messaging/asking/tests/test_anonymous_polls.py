"""Nobody can put a name to a choice in an anonymous poll: not from the tables, the log, the jobs or what is told."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.core.db import Tx
from parta.core.jobs_worker import perform_all
from parta.messaging.asking.poll_closing import SECRET_STEP
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

POLL = {"question": "Кто за старосту?", "options": ["За", "Против"], "anonymous": True}


@pytest.fixture(autouse=True)
def _the_clock_goes_right() -> Any:
    yield
    clock.shift(timedelta(0))


async def put(author: Actor, chat: int, **terms: Any) -> int:
    return int((await say(author, chat, "", content={"poll": POLL | terms}))["id"])


async def vote(who: Actor, poll: int, option: int, **more: Any) -> int:
    return (await who.put(f"/messages/{poll}/vote", {"options": [option]}, **more)).status_code


async def told_of(tx: Tx) -> list[str]:
    return await tx.values("SELECT body FROM events WHERE kind = 'poll_counted' ORDER BY seq")


async def everything_about(tx: Tx, needle: str) -> list[str]:
    """Every row of every table whose text has the needle."""
    tables = await tx.values(
        "SELECT format('%I', table_name) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    )
    return [
        f"{table}: {row}"
        for table in tables
        for row in await tx.values(
            f"SELECT to_jsonb(t)::text FROM {table} t WHERE to_jsonb(t)::text LIKE $1", needle
        )
    ]


async def test_what_is_stored_does_not_depend_on_who_chose_what(world: World) -> None:
    """Two chats of the same people in which the choices are exchanged cannot be told apart afterwards."""
    anna, boris, vera, gleb = [await world.person() for _ in range(4)]
    left: list[Any] = []
    for choices in ({boris: 0, vera: 1, gleb: 0}, {boris: 0, vera: 0, gleb: 1}, {gleb: 0, vera: 0, boris: 1}):
        chat = await group(world, anna, boris, vera, gleb)
        poll = await put(anna, chat)
        for who, option in choices.items():
            assert await vote(who, poll, option, headers={"Idempotency-Key": str(uuid4())}) == 200
        async with world.database.transaction() as tx:
            row = dict(await tx.connection.fetchrow("SELECT * FROM polls WHERE message_id = $1", poll))
            assert await tx.value("SELECT count(*) FROM votes") == 0
        del row["message_id"], row["conversation_id"]
        left.append(row)
    assert left[0] == left[1] == left[2]
    assert left[0]["counts"] == [2, 1]
    assert left[0]["voters"] == sorted([boris.id, vera.id, gleb.id])


async def test_no_other_table_hears_of_a_vote(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    poll = await put(anna, chat)
    async with world.database.transaction() as tx:
        before = await _sizes(tx)
    key = str(uuid4())

    assert await vote(boris, poll, 1, headers={"Idempotency-Key": key}) == 200
    assert await vote(boris, poll, 0, headers={"Idempotency-Key": key}) == 409

    async with world.database.transaction() as tx:
        after = await _sizes(tx)
        assert await everything_about(tx, f"%{key}%") == []
    # One job that says which poll was voted in, and nothing else anywhere.
    assert {table: after[table] - before[table] for table in after if after[table] != before[table]} == {
        "jobs": 1
    }
    async with world.database.transaction() as tx:
        [job] = await tx.values("SELECT body::text FROM jobs WHERE kind = 'tell_poll'")
        assert job == f'{{"message_id": {poll}}}'


async def _sizes(tx: Tx) -> dict[str, int]:
    tables = await tx.values(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    )
    return {table: await tx.value(f'SELECT count(*) FROM "{table}"') for table in tables}


async def test_results_move_in_steps(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    people = [await world.person() for _ in range(SECRET_STEP + 1)]
    chat = await group(world, anna, *people)
    hears = await sockets.open(anna)
    poll = await put(anna, chat)
    for n, person in enumerate(people):
        assert await vote(person, poll, 0) == 200
        clock.shift(timedelta(seconds=5 * (n + 1)))
        await perform_all(world.database)
        shown = (await person.get(f"/messages/{poll}/poll")).json()
        step = SECRET_STEP if n + 1 >= SECRET_STEP else 0
        assert (shown["counts"], shown["voters"], shown["voted"], shown["mine"]) == (
            [step, 0],
            step,
            True,
            [],
        )
    counted = await hears.event("poll_counted", message_id=poll)
    assert counted["voters"] == SECRET_STEP
    async with world.database.transaction() as tx:
        assert len(await told_of(tx)) == 1

    await anna.put(f"/messages/{poll}/poll/closing")
    last = await hears.event("poll_counted", closed=True)
    assert (last["counts"], last["voters"]) == ([SECRET_STEP + 1, 0], SECRET_STEP + 1)


async def test_closing_forgets_who_voted(world: World) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    poll = await put(anna, chat)
    await vote(boris, poll, 1)
    await anna.put(f"/messages/{poll}/poll/closing")
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT voters FROM polls WHERE message_id = $1", poll) == []
    shown = (await boris.get(f"/messages/{poll}/poll")).json()
    assert (shown["counts"], shown["voters"], shown["voted"]) == ([0, 1], 1, False)


async def test_nobody_is_told_who_voted_and_a_vote_is_final(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    poll = await put(anna, chat)
    await vote(boris, poll, 1)
    for who in (anna, boris):
        refused = await who.get(f"/messages/{poll}/votes?option=1")
        assert (refused.status_code, refused.json()["code"]) == (409, "poll_is_anonymous")
    taken = await boris.delete(f"/messages/{poll}/vote")
    assert (taken.status_code, taken.json()["code"]) == (409, "vote_is_final")
    again = await boris.put(f"/messages/{poll}/vote", {"options": [1]})
    assert (again.status_code, again.json()["code"]) == (409, "already_voted")


async def test_own_devices_hear_by_a_whisper_that_says_no_choice(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    poll = await put(anna, chat)
    second, others = await sockets.open(boris), await sockets.open(anna)
    await vote(boris, poll, 1)
    whisper = await second.hear("voted")
    assert set(whisper) == {"op", "conversation_id", "message_id", "number"}
    assert whisper["message_id"] == poll
    assert [f for f in await others.silence() if f["op"] == "voted"] == []
    async with world.database.transaction() as tx:
        assert await tx.values("SELECT body FROM events WHERE kind = 'poll_voted'") == []


async def test_a_table_of_results_names_nobody(world: World) -> None:
    anna, boris = await world.person(), await world.person("Небывалов", "Борис")
    chat = await group(world, anna, boris)
    poll = await put(anna, chat)
    await vote(boris, poll, 1)
    await anna.put(f"/messages/{poll}/poll/closing")
    table = (await anna.get(f"/messages/{poll}/votes/table?format=csv")).content.decode("utf-8-sig")
    assert "Против;1;" in table
    assert "Небывалов" not in table
