"""Migrations: forward only, each once, never edited, one at a time."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from parta.core.migrations import MigrationError, migrate, read_migrations
from parta.testing.fixtures import database_dsn


@pytest.fixture
async def empty(cluster: str) -> AsyncIterator[str]:
    """A database without anything."""
    name = f"empty_{os.urandom(6).hex()}"
    connection = await asyncpg.connect(cluster)
    await connection.execute(f"CREATE DATABASE {name}")
    yield database_dsn(cluster, name)
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two migrations."""
    (tmp_path / "0001_bells.sql").write_text("CREATE TABLE bells (id int);\nINSERT INTO bells VALUES (1);")
    (tmp_path / "0002_rooms.sql").write_text("CREATE TABLE rooms (id int);")
    (tmp_path / "readme.md").write_text("not a migration")
    return tmp_path


async def apply(dsn: str, folder: Path) -> list[str]:
    connection = await asyncpg.connect(dsn)
    try:
        return await migrate(connection, read_migrations(folder))
    finally:
        await connection.close()


async def tables(dsn: str) -> set[str]:
    connection = await asyncpg.connect(dsn)
    found = await connection.fetch(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    await connection.close()
    return {row[0] for row in found}


async def test_each_is_applied_once_and_in_order(empty: str, folder: Path) -> None:
    assert await apply(empty, folder) == ["0001_bells.sql", "0002_rooms.sql"]
    assert await apply(empty, folder) == []
    (folder / "0010_desks.sql").write_text("CREATE TABLE desks (id int);")
    assert await apply(empty, folder) == ["0010_desks.sql"]
    assert await tables(empty) == {"bells", "rooms", "desks", "migrations"}


async def test_an_edited_file_is_refused_by_name(empty: str, folder: Path) -> None:
    await apply(empty, folder)
    (folder / "0001_bells.sql").write_text("CREATE TABLE bells (id bigint);")
    (folder / "0003_desks.sql").write_text("CREATE TABLE desks (id int);")

    with pytest.raises(MigrationError, match=r"0001_bells\.sql was edited"):
        await apply(empty, folder)

    assert "desks" not in await tables(empty)


async def test_a_newer_database_is_refused_by_name(empty: str, folder: Path) -> None:
    await apply(empty, folder)
    (folder / "0002_rooms.sql").unlink()

    with pytest.raises(MigrationError, match=r"newer.*0002_rooms\.sql"):
        await apply(empty, folder)


async def test_a_broken_one_leaves_nothing_of_itself_and_keeps_those_before(empty: str, folder: Path) -> None:
    (folder / "0003_broken.sql").write_text("CREATE TABLE desks (id int);\nSELECT 1/0;")

    with pytest.raises(asyncpg.DivisionByZeroError):
        await apply(empty, folder)

    assert await tables(empty) == {"bells", "rooms", "migrations"}
    (folder / "0003_broken.sql").write_text("CREATE TABLE desks (id int);")
    assert await apply(empty, folder) == ["0003_broken.sql"]


async def test_two_nodes_that_start_at_once_apply_each_once(empty: str, folder: Path) -> None:
    (folder / "0003_slow.sql").write_text("SELECT pg_sleep(0.3); CREATE TABLE desks (id int);")

    applied = await asyncio.gather(*(apply(empty, folder) for _ in range(4)))

    assert sorted(len(names) for names in applied) == [0, 0, 0, 3]


def test_two_files_with_one_number_are_refused(folder: Path) -> None:
    (folder / "0002_other.sql").write_text("SELECT 1;")

    with pytest.raises(MigrationError, match="share a number"):
        read_migrations(folder)
