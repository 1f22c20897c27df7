from parta.identity.tests.test_queries import misunderstood
from parta.safety import queries


async def test_every_statement_can_be_prepared(database):
    assert await misunderstood(database, queries) == {}
