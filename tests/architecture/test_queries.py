"""Every statement of every room is tried on the real schema."""

import asyncio
from collections.abc import Iterator

import asyncpg
import pytest

from parta.main.database import bring_up_to_date
from parta.main.postgres_throwaway import throwaway_postgres
from tests.architecture.house import statements


@pytest.fixture(scope="module")
def refusals() -> Iterator[dict[str, str]]:
    """What PostgreSQL says about each statement that it would not run."""

    async def prepare_all(dsn: str) -> dict[str, str]:
        connection = await asyncpg.connect(dsn)
        refused = {}
        for name, sql in statements():
            try:
                await connection.prepare(sql)
            except asyncpg.PostgresError as error:
                refused[name] = str(error)
        await connection.close()
        return refused

    with throwaway_postgres() as dsn:
        bring_up_to_date(dsn)
        yield asyncio.run(prepare_all(dsn))


def test_every_query_fits_the_schema(refusals):
    assert refusals == {}


def test_there_are_queries_to_try():
    assert len(list(statements())) > 20
