"""A disk that has no room."""

import pytest


@pytest.fixture
def environ(environ):
    return environ | {"PARTA_FILES_FREE_SPACE_RESERVE": str(2**60)}


async def test_an_upload_may_not_take_the_disk_from_the_database(anna):
    refused = await anna.announce(1)

    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
    assert (await anna.announce(0)).status_code == 201
