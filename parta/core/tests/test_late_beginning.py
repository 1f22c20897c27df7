"""A transaction that only reads never begins; one that writes is whole all the same."""

import pytest

from parta.core.db import Database, only_reads


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("SELECT 1", True),
        ("\n    SELECT id FROM people WHERE id = $1\n", True),
        ("SELECT id FROM people FOR UPDATE", False),
        ("SELECT id FROM people p\n  FOR NO KEY UPDATE OF p", False),
        ("SELECT id FROM people FOR SHARE", False),
        ("SELECT pg_advisory_xact_lock(1)", False),
        ("WITH gone AS (DELETE FROM jobs RETURNING id) SELECT id FROM gone", False),
        ("INSERT INTO jobs (kind) VALUES ('x') RETURNING id", False),
    ],
)
def test_what_only_reads(sql, reads):
    assert only_reads(sql) is reads


async def test_reading_begins_nothing_and_writing_does(database: Database):
    tx = await database.prepare()
    await tx.value("SELECT 1")
    read = tx.connection.is_in_transaction()
    await tx.run("CREATE TABLE notes (body text)")
    wrote = tx.connection.is_in_transaction()
    await tx.commit()
    await database.finish(tx)

    assert (read, wrote) == (False, True)


@pytest.mark.parametrize(
    "sql", ["INSERT INTO notes VALUES ('b') RETURNING body", "SELECT body FROM notes FOR UPDATE"]
)
async def test_whatever_does_more_than_read_can_be_undone(database: Database, sql: str):
    async with database.transaction() as tx:
        await tx.run("CREATE TABLE notes (body text)")
    tx = await database.prepare()
    await tx.value("SELECT 1")
    await tx.values(sql)
    await tx.rollback()
    await database.finish(tx)

    async with database.transaction() as tx:
        assert await tx.values("SELECT body FROM notes") == []
