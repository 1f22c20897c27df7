"""Every statement is understood by the real schema."""

import pytest

from parta.identity import queries, queries_expected, stored_data
from parta.safety import queries as safety_queries


def statements():
    for module in (queries, queries_expected, stored_data, safety_queries):
        for name, value in vars(module).items():
            if name.isupper() and not name.startswith("_"):
                for sql in value if isinstance(value, tuple) else (value,):
                    if isinstance(sql, str) and not isinstance(sql, type):
                        yield pytest.param(sql, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("sql", statements())
async def test_it_can_be_prepared(database, sql):
    async with database.transaction() as tx:
        await tx.connection.prepare(sql)
