"""Files go when their time is over and nobody needs them."""

from datetime import timedelta
from pathlib import Path

import pytest

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.files import attaching
from parta.files.attaching import register_use, release_files


@pytest.fixture(autouse=True)
def _real_time():
    yield
    clock.shift(timedelta(0))


@pytest.fixture
def used(monkeypatch):
    """The ids that some higher room says it carries."""
    carried: set[int] = set()
    monkeypatch.setattr(attaching, "_USES", [])

    @register_use
    async def say(tx, ids):
        return carried & set(ids)

    return carried


@pytest.fixture
async def anna(anna, database):
    """Signed in for longer than these tests look ahead."""
    async with database.transaction() as tx:
        await tx.run(
            "UPDATE sessions SET expires_at = expires_at + interval '1 year' WHERE person_id = $1", anna.id
        )
    return anna


def blobs_in(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]


async def test_an_unfinished_upload_is_given_up_after_a_day(anna, database, spooled):
    upload = await anna.begin(10)
    await anna.send(upload, b"01234")

    clock.shift(timedelta(hours=23))
    await perform_all(database)
    before = await anna.measure(upload)
    clock.shift(timedelta(hours=25))
    await perform_all(database)

    assert before.headers["Upload-Offset"] == "5"
    assert (await anna.measure(upload)).status_code == 404
    assert list(spooled.iterdir()) == []


async def test_every_part_gives_a_new_day(anna, database):
    upload = await anna.begin(10)
    clock.shift(timedelta(hours=20))
    await anna.send(upload, b"01234")
    clock.shift(timedelta(hours=30))
    await perform_all(database)

    assert (await anna.measure(upload)).headers["Upload-Offset"] == "5"

    clock.shift(timedelta(hours=45))
    await perform_all(database)
    assert (await anna.measure(upload)).status_code == 404


async def test_a_file_that_nothing_carries_goes_and_one_that_is_carried_stays(
    anna, database, used, tmp_path, photo
):
    unused, carried = await anna.upload(photo), await anna.upload(photo)
    used.add(carried)

    clock.shift(timedelta(days=6))
    await perform_all(database)
    assert (await anna.get(f"/files/{unused}")).status_code == 200
    assert len(blobs_in(tmp_path)) == 4

    clock.shift(timedelta(days=8))
    await perform_all(database)

    assert (await anna.get(f"/files/{unused}")).status_code == 404
    assert (await anna.get(f"/files/{carried}")).content == photo
    assert len(blobs_in(tmp_path)) == 2


async def test_a_file_goes_some_days_after_the_last_that_carried_it(anna, database, used):
    file_id = await anna.upload(b"text")
    used.add(file_id)
    clock.shift(timedelta(days=100))
    await perform_all(database)

    used.clear()
    async with database.transaction() as tx:
        await release_files(tx, [file_id])
    clock.shift(timedelta(days=106))
    await perform_all(database)
    assert (await anna.get(f"/files/{file_id}")).status_code == 200

    clock.shift(timedelta(days=108))
    await perform_all(database)
    assert (await anna.get(f"/files/{file_id}")).status_code == 404


async def test_a_file_can_be_taken_back_until_it_is_sent(anna, database, used, tmp_path):
    mistaken, sent = await anna.upload(b"no"), await anna.upload(b"yes")
    used.add(sent)

    taken_back = await anna.cancel(f"/api/uploads/{mistaken}")
    refused = await anna.cancel(f"/api/uploads/{sent}")
    await perform_all(database)

    assert taken_back.status_code == 204
    assert (refused.status_code, refused.json()["code"]) == (409, "file_in_use")
    assert (await anna.get(f"/files/{mistaken}")).status_code == 404
    assert (await anna.get(f"/files/{sent}")).content == b"yes"
    assert len(blobs_in(tmp_path)) == 1


async def test_giving_an_upload_up_deletes_its_bytes(anna, database, spooled):
    upload = await anna.begin(10)
    await anna.send(upload, b"01234")

    assert (await anna.cancel(upload)).status_code == 204
    await perform_all(database)

    assert (await anna.measure(upload)).status_code == 404
    assert list(spooled.iterdir()) == []
