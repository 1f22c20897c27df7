"""Every statement is understood by the real schema."""

from types import ModuleType

import asyncpg

from parta.core.db import Database
from parta.identity import queries, queries_expected, stored_data


def statements(*modules: ModuleType) -> dict[str, str]:
    """The SQL constants of modules, by name."""
    found = {}
    for module in modules:
        for name, value in vars(module).items():
            for position, sql in enumerate(value if isinstance(value, tuple) else (value,)):
                if name.isupper() and not name.startswith("_") and isinstance(sql, str):
                    found[f"{module.__name__}.{name}.{position}"] = sql
    return found


async def misunderstood(database: Database, *modules: ModuleType) -> dict[str, str]:
    """What the schema says about the statements it cannot prepare."""
    wrong = {}
    for name, sql in statements(*modules).items():
        async with database.pool.acquire() as connection:
            try:
                await connection.prepare(sql)
            except asyncpg.PostgresError as error:
                wrong[name] = str(error)
    return wrong


async def test_every_statement_can_be_prepared(database):
    assert await misunderstood(database, queries, queries_expected, stored_data) == {}
