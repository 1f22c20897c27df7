"""The list of terms is whole and true."""

from pathlib import Path

from parta.core.config import Configuration
from parta.core.jobs import PERFORMERS
from parta.identity.stored_data import REGISTRY, find_undeclared
from parta.main.room_settings import room_settings
from parta.personal_data.retention import TERMS
from parta.personal_data.retention_page import retention_page
from parta.testing.world import World

PAGE = Path(__file__).parents[3] / "docs" / "administrator" / "retention.md"


async def test_every_table_of_people_has_one_term(world: World) -> None:
    named = [table for term in TERMS for table in term.tables]
    assert len(named) == len(set(named))
    assert set(named) == set(REGISTRY)
    async with world.database.transaction() as tx:
        assert await find_undeclared(tx) == []


def test_whoever_carries_a_term_out_exists() -> None:
    assert {term.job for term in TERMS} - {""} <= set(PERFORMERS)
    for term in TERMS:
        assert term.erasure == "deleted" or term.why or not term.tables, term.what


def test_the_page_says_what_the_table_says() -> None:
    assert PAGE.read_text("utf-8") == retention_page(Configuration(room_settings()))
