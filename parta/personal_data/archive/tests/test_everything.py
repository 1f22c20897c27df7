"""Whatever is stored about a person is in their copy, and nothing of anybody else: every declared table is tried."""

import json

from parta.core.db import Database, Tx
from parta.identity.stored_data import REGISTRY, StoredTable
from parta.personal_data.archive.asking import MakeArchive
from parta.personal_data.archive.making import make_archive
from parta.personal_data.archive.tests.conftest import ask, fetch
from parta.testing.world import Actor, World

# Conditions on more than a person's number or words.
MUST_BE = {
    "roster_links.entity": "'user'",
    "crisis_alerts.state": "'closed'",
    "report_cases.outcome": "'acted'",
    "sign_in_limits.key": "'contact:' || encode(sha256(convert_to($2::text || ':' || $2, 'UTF8')), 'hex')",
}
VALUES = {
    "text": "$2::text",
    "jsonb": "jsonb_build_object('word', $2::text)",
    "bytea": "convert_to($2::text, 'UTF8')",
    "boolean": "true",
    "timestamp with time zone": "now()",
    "date": "now()::date",
    "uuid": "md5($2::text)::uuid",
    "tsvector": "to_tsvector('simple', $2::text)",
    "interval": "interval '1 day'",
    "ARRAY": "ARRAY[]::{}[]",
}
CONSTRAINTS = """
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
     WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace AND conparentid = 0
"""
COLUMNS = """
    SELECT column_name, data_type, udt_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'
"""
# Of these a person who is signed in has rows anyway.
ALREADY = {"people", "sessions", "audit_log", "own_archives"}


async def fill(tx: Tx, table: StoredTable, person: Actor, word: str) -> None:
    """A row whose every number is the person's own and whose every word is theirs."""
    values = {}
    for name, kind, udt in await tx.connection.fetch(COLUMNS, table.table):
        usual = VALUES.get(kind, "$1::bigint").format(udt.lstrip("_"))
        values[name] = MUST_BE.get(f"{table.table}.{name}", usual)
    columns = ", ".join(f'"{name}"' for name in values)
    # One that uses a parameter in no column would be refused.
    sql = (
        f"INSERT INTO {table.table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {', '.join(values.values())}"
        " WHERE $1::bigint > 0 AND $2::text <> ''"
    )
    await tx.run(sql, person.id, word)


async def test_every_declared_table_is_in_it_and_nobody_elses_row(world: World, database: Database) -> None:
    swift, cuckoo = await world.person("Стрижова"), await world.person("Кукушкина")
    people = {swift: "Стрижова", cuckoo: "Кукушкина"}
    asked = await ask(swift)
    async with database.transaction() as tx:
        for statement in await tx.values(CONSTRAINTS):
            await tx.run(statement)
        for table in REGISTRY.values():
            if table.table not in ALREADY:
                for person, word in people.items():
                    await fill(tx, table, person, word)
    await make_archive(database, MakeArchive(archive_id=asked["id"]))

    archive = await fetch(swift, asked)

    for table in REGISTRY.values():
        told = json.loads(archive.read(f"data/{table.table}.json"))
        assert len(told["rows"]) == 1, table.table
        assert set(told["columns"]) == set(table.shown)
        if table.shown:
            assert set(told["rows"][0]) == set(table.shown)
        assert not set(table.technical) & set(told["rows"][0])
    everything = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "Кукушкина" not in everything
    worded = [name for name in REGISTRY if "Стрижова" in archive.read(f"data/{name}.json").decode()]
    assert len(worded) > len(REGISTRY) / 2
    assert all("Стрижова" in archive.read(f"pages/{name}.html").decode() for name in worded)
