"""How much may be kept."""

import asyncio

import pytest


@pytest.fixture
def environ(environ):
    return environ | {
        "PARTA_FILES_PERSON_QUOTA": "1000",
        "PARTA_FILES_INSTALLATION_QUOTA": "1500",
        "PARTA_FILES_UNFINISHED_UPLOADS": "4",
        "PARTA_FILES_MAX_FILE_SIZE": "900",
    }


async def test_the_last_byte_of_ones_space_may_be_used_and_no_more(anna):
    await anna.upload(b"x" * 400)
    unfinished = await anna.announce(500)

    over = await anna.announce(101)
    exact = await anna.announce(100)

    assert unfinished.status_code == exact.status_code == 201
    assert (over.status_code, over.json()["code"]) == (409, "quota_exceeded")
    assert (await anna.announce(901)).json()["code"] == "file_too_large"


async def test_giving_an_upload_up_gives_its_space_back(anna):
    upload = await anna.begin(800)
    assert (await anna.announce(800)).status_code == 409

    assert (await anna.cancel(upload)).status_code == 204

    assert (await anna.announce(800)).status_code == 201


async def test_one_persons_space_is_not_anothers_until_all_is_full(anna, stranger):
    await anna.begin(900)

    assert (await stranger.announce(600)).status_code == 201
    over = await stranger.announce(1)

    assert (over.status_code, over.json()["code"]) == (409, "installation_quota_exceeded")


async def test_two_announcements_at_once_do_not_both_take_the_last_space(anna):
    answers = await asyncio.gather(*(anna.announce(600) for _ in range(4)))

    assert sorted(a.status_code for a in answers) == [201, 409, 409, 409]


async def test_only_so_many_uploads_may_be_unfinished(anna):
    begun = [await anna.begin(1) for _ in range(4)]

    over = await anna.announce(1)
    await anna.send(begun[0], b"x")

    assert (over.status_code, over.json()["code"]) == (409, "too_many_uploads")
    assert (await anna.announce(1)).status_code == 201
