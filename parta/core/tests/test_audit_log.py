"""The audit log: the database itself refuses to change it."""

import asyncpg
import pytest

from parta.core.db import Database


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_log SET action = 'nothing'",
        "UPDATE audit_log SET details = '{}' WHERE id = 1",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log",
        "TRUNCATE people, audit_log CASCADE",
    ],
)
async def test_what_is_written_stays(database: Database, change: str) -> None:
    async with database.transaction() as tx:
        await tx.audit("looked", actor_id=1, subject="person:2", details={"why": "проверка"})

    with pytest.raises(asyncpg.RaiseError, match="append-only"):
        async with database.transaction() as tx:
            await tx.run(change)

    async with database.transaction() as tx:
        assert await tx.value("SELECT action || details::text FROM audit_log") == 'looked{"why": "проверка"}'


async def test_what_was_rolled_back_was_not_done_and_is_not_written(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 the block is the transaction
        async with database.transaction() as tx:
            await tx.audit("looked", actor_id=1, subject="person:2")
            raise ZeroDivisionError
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM audit_log") == 0
