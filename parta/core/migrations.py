"""Forward-only numbered SQL migrations, applied under one advisory lock."""

import hashlib
import re
from pathlib import Path

import asyncpg
import msgspec

# Any fixed number: every node that starts asks for this lock first.
LOCK = 7_238_001

NAME = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")

JOURNAL = """
    CREATE TABLE IF NOT EXISTS migrations (
        number integer PRIMARY KEY,
        name text NOT NULL,
        sha256 text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
    )
"""


class Migration(msgspec.Struct, frozen=True):
    """One numbered file."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """Fingerprint that shows whether a landed file was edited."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


class MigrationError(Exception):
    """The database and the files do not belong together."""


def read_migrations(folder: Path) -> list[Migration]:
    """Read the files in order; two with one number are refused."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        match = NAME.match(path.name)
        if match:
            found.append(Migration(int(match[1]), path.name, path.read_text(encoding="utf-8")))
    numbers = [m.number for m in found]
    if len(set(numbers)) != len(numbers):
        raise MigrationError(f"two migrations share a number: {numbers}")
    return found


async def migrate(connection: asyncpg.Connection, migrations: list[Migration]) -> list[str]:
    """Apply what is missing, each file in its own transaction; return their names.

    Raises MigrationError when the database is newer than the files or a landed file was edited.
    """
    await connection.execute("SELECT pg_advisory_lock($1)", LOCK)
    try:
        await connection.execute(JOURNAL)
        applied = {r["number"]: r for r in await connection.fetch("SELECT * FROM migrations")}
        _refuse_strangers(applied, migrations)
        names = []
        for migration in migrations:
            if migration.number in applied:
                continue
            async with connection.transaction():
                await connection.execute(migration.sql)
                await connection.execute(
                    "INSERT INTO migrations (number, name, sha256) VALUES ($1, $2, $3)",
                    migration.number,
                    migration.name,
                    migration.sha256,
                )
            names.append(migration.name)
        return names
    finally:
        await connection.execute("SELECT pg_advisory_unlock($1)", LOCK)


def _refuse_strangers(applied: dict[int, asyncpg.Record], migrations: list[Migration]) -> None:
    known = {m.number: m for m in migrations}
    for number, record in applied.items():
        if number not in known:
            raise MigrationError(f"the database is newer: it has {record['name']}, which these files lack")
        if record["sha256"] != known[number].sha256:
            raise MigrationError(f"{record['name']} was edited after it was applied")
