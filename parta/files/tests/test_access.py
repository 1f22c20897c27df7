"""Who may see a file."""

import pytest

from parta.core.errors import Invalid
from parta.files import access, attaching
from parta.files.access import register_door
from parta.files.attaching import attachable_files
from parta.files.info import file_infos


@pytest.fixture
def doors(monkeypatch):
    monkeypatch.setattr(access, "_DOORS", [])
    monkeypatch.setattr(attaching, "_USES", [])


async def test_a_stranger_cannot_tell_the_file_exists(anna, stranger, photo, doors):
    file_id = await anna.upload(photo)

    for suffix in ("", "/info", "/preview"):
        hidden = await stranger.get(f"/files/{file_id}{suffix}")
        absent = await stranger.get(f"/files/{file_id + 1000}{suffix}")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json()["code"] == absent.json()["code"] == "not_found"
        assert hidden.headers.keys() == absent.headers.keys()
    assert (await anna.get(f"/files/{file_id}")).status_code == 200


async def test_nobody_downloads_without_signing_in(anna, anonymous, photo):
    file_id = await anna.upload(photo)

    assert (await anonymous.get(f"/api/files/{file_id}")).status_code == 401


async def test_a_door_of_a_higher_room_lets_some_through(anna, stranger, world, photo, doors):
    file_id, other_id = await anna.upload(photo), await anna.upload(photo)
    third = await world.person()

    @register_door
    async def only_the_stranger(tx, asked, person_id):
        return (asked, person_id) == (file_id, stranger.id)

    assert (await stranger.get(f"/files/{file_id}")).content == photo
    assert (await stranger.get(f"/files/{other_id}")).status_code == 404
    assert (await third.get(f"/files/{file_id}")).status_code == 404


async def test_no_door_shows_what_is_not_finished(anna, stranger, doors):
    upload = await anna.begin(10)

    @register_door
    async def everybody(tx, asked, person_id):
        return True

    assert (await stranger.get(upload.replace("/api/uploads", "/files") + "/info")).status_code == 404


async def test_one_attaches_ones_own_ready_files_in_the_order_chosen(anna, stranger, database):
    first, second = await anna.upload(b"1", "1.txt"), await anna.upload(b"2", "2.txt")
    theirs = await stranger.upload(b"3")
    unfinished = int((await anna.begin(5)).rpartition("/")[2])

    async with database.transaction() as tx:
        assert [f.name for f in await attachable_files(tx, [second, first], by=anna.id)] == ["2.txt", "1.txt"]
        assert await attachable_files(tx, [], by=anna.id) == []
        for wrong in ([first, theirs], [first, unfinished], [first, first], [first, 10**9]):
            with pytest.raises(Invalid, match="file_not_attachable"):
                await attachable_files(tx, wrong, by=anna.id)


async def test_infos_come_for_a_whole_page_at_once(anna, database):
    first, second = await anna.upload(b"1"), await anna.upload(b"2")

    async with database.transaction() as tx:
        found = await file_infos(tx, [first, second, 10**9])

    assert {info.id: info.size for info in found.values()} == {first: 1, second: 1}
