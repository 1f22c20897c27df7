"""The log's seals: what is changed behind the database's back shows, and sealing misses nothing."""

import asyncio
from typing import Any

import asyncpg
import pytest

from parta.core.audit import broken_seals, log_state, seal
from parta.core.db import Database, Tx


async def write(tx: Tx, count: int = 1, **details: Any) -> None:
    for number in range(count):
        await tx.audit("tried", actor_id=1, subject=f"person:{number}", details=details)


async def broken(database: Database) -> list[tuple[int, int]]:
    async with database.transaction() as tx:
        return [(one.entries, one.found) for one in await broken_seals(tx)]


async def behind_the_back(database: Database, sql: str) -> None:
    """As somebody who owns the database."""
    async with database.transaction() as tx:
        await tx.run("ALTER TABLE audit_log DISABLE TRIGGER USER")
        await tx.run(sql)
        await tx.run("ALTER TABLE audit_log ENABLE TRIGGER USER")


async def test_what_was_sealed_is_as_it_was(database: Database) -> None:
    for _ in range(3):
        async with database.transaction() as tx:
            await write(tx, 4, reason='Ёлка \n | "')
        assert not await seal(database)
    assert not await seal(database)  # nothing new, no new seal
    async with database.transaction() as tx:
        await write(tx)
        state = await log_state(tx)
        assert (state.entries, state.sealed) == (13, 12)
        assert (await log_state(tx, state.hash)).known
        assert not (await log_state(tx, "00" * 32)).known
        assert await tx.value("SELECT count(*) FROM audit_seals") == 3
    assert await broken(database) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE audit_log SET actor_id = 2", (4, 4)),
        ("UPDATE audit_log SET details = '{}'", (4, 4)),
        ("UPDATE audit_log SET at = at + interval '1 microsecond'", (4, 4)),
        ("DELETE FROM audit_log", (4, 3)),
    ],
)
async def test_a_change_behind_the_back_shows(database: Database, sql: str, found: tuple[int, int]) -> None:
    for _ in range(2):
        async with database.transaction() as tx:
            await write(tx, 4, reason="так")
        await seal(database)
    await behind_the_back(database, f"{sql} WHERE id = (SELECT min(id) FROM audit_log)")
    assert await broken(database) == [found]


async def test_a_seal_made_anew_breaks_those_after_it(database: Database) -> None:
    for _ in range(2):
        async with database.transaction() as tx:
            await write(tx, 2)
        await seal(database)
    async with database.transaction() as tx:
        await tx.run("ALTER TABLE audit_seals DISABLE TRIGGER USER")
        await tx.run(
            "UPDATE audit_seals SET hash = sha256('x') WHERE last_id = (SELECT min(last_id) FROM audit_seals)"
        )
    assert len(await broken(database)) == 2


async def test_the_database_refuses_to_change_seals(database: Database) -> None:
    async with database.transaction() as tx:
        await write(tx)
    await seal(database)
    for sql in ("UPDATE audit_seals SET entries = 0", "DELETE FROM audit_seals", "TRUNCATE audit_seals"):
        with pytest.raises(asyncpg.RaiseError):
            async with database.transaction() as tx:
                await tx.run(sql)


async def test_an_entry_that_commits_late_is_sealed_too(database: Database) -> None:
    """Its number is smaller than those of entries that were there before it."""
    numbered, go_on = asyncio.Event(), asyncio.Event()

    async def late() -> None:
        async with database.transaction() as tx:
            await write(tx)
            numbered.set()
            await go_on.wait()

    slow = asyncio.create_task(late())
    await numbered.wait()
    async with database.transaction() as tx:
        await write(tx)
    sealing = asyncio.create_task(seal(database))
    await asyncio.sleep(0.2)
    assert not sealing.done()
    go_on.set()
    await asyncio.gather(slow, sealing)
    async with database.transaction() as tx:
        assert (await log_state(tx)).sealed == 2
    assert await broken(database) == []


async def test_two_who_seal_at_once_make_one_chain(database: Database) -> None:
    async with database.transaction() as tx:
        await write(tx, 50)
    await asyncio.gather(*(seal(database) for _ in range(4)))
    async with database.transaction() as tx:
        assert await tx.value("SELECT sum(entries)::int FROM audit_seals") == 50
    assert await broken(database) == []
