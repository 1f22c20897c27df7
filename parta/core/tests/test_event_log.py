"""The promises of the event log, on a real PostgreSQL."""

import asyncio

import asyncpg
import pytest

from parta.core import event_log
from parta.core.db import Database
from parta.core.events import Event


class Rang(Event, frozen=True, kw_only=True):
    """A bell rang."""

    rooms: tuple[str, ...]
    note: int = 0

    def streams(self) -> tuple[str, ...]:
        return self.rooms


async def everything(database: Database, stream: str) -> list[event_log.LoggedEvent]:
    async with database.pool.acquire() as connection:
        head = (await event_log.heads(connection, [stream]))[stream]
        return await event_log.tails(connection, {stream: 0}, {stream: head}, limit=10_000)


async def test_events_are_numbered_in_the_order_of_emission(database: Database) -> None:
    async with database.transaction() as tx:
        for note in range(3):
            tx.emit(Rang(rooms=("room:1", "room:2"), note=note))

    for stream in ("room:1", "room:2"):
        events = await everything(database, stream)
        assert [e.seq for e in events] == [1, 2, 3]
        assert [e.body for e in events] == [
            f'{{"kind":"rang","rooms":["room:1","room:2"],"note":{n}}}' for n in range(3)
        ]


async def test_a_rolled_back_transaction_leaves_no_hole(database: Database) -> None:
    async with database.transaction() as tx:
        tx.emit(Rang(rooms=("room:1",)))

    async def ring_and_fail() -> None:
        async with database.transaction() as tx:
            tx.emit(Rang(rooms=("room:1",)))
            await tx.run("SELECT 1/0")

    with pytest.raises(asyncpg.DivisionByZeroError):
        await ring_and_fail()
    async with database.transaction() as tx:
        tx.emit(Rang(rooms=("room:1",)))

    assert [e.seq for e in await everything(database, "room:1")] == [1, 2]


async def test_many_writers_make_one_gap_free_order(database: Database) -> None:
    async def ring(note: int) -> None:
        rooms = ("room:1", "room:2") if note % 2 else ("room:2", "room:1")
        async with database.transaction() as tx:
            tx.emit(Rang(rooms=rooms, note=note))

    await asyncio.gather(*(ring(note) for note in range(60)))

    first, second = await everything(database, "room:1"), await everything(database, "room:2")
    assert [e.seq for e in first] == list(range(1, 61))
    assert [e.body for e in first].sort() == [e.body for e in second].sort()


async def test_nobody_is_told_before_the_commit(database: Database) -> None:
    heard: list[object] = []
    database.bus.subscribe(heard.append)

    async with database.transaction() as tx:
        tx.emit(Rang(rooms=("room:1",)))
        assert heard == []

    assert len(heard) == 1
