import pytest

from parta.core.db import Database
from parta.safety.tests.school import School


@pytest.fixture
async def school(database: Database) -> School:
    """The invented school and its neighbour."""
    return await School(database).build()
