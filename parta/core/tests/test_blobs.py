"""One suite over a folder and over a store that is none, as a bucket is."""

import os

import pytest
from obstore.store import MemoryStore

from parta.core.blobs import STEP, Blobs


@pytest.fixture(params=["folder", "elsewhere"])
def blobs(request, tmp_path):
    return Blobs.in_folder(tmp_path / "blobs") if request.param == "folder" else Blobs(MemoryStore())


async def content_of(blobs: Blobs, key: str, start: int, end: int) -> bytes:
    return b"".join([chunk async for chunk in blobs.read(key, start, end)])


async def test_what_was_put_is_read_in_any_part(blobs):
    content = os.urandom(2 * STEP + 7)
    await blobs.put("ab/cd", content)

    assert await content_of(blobs, "ab/cd", 0, len(content)) == content
    assert await content_of(blobs, "ab/cd", STEP - 3, STEP + 3) == content[STEP - 3 : STEP + 3]
    assert await content_of(blobs, "ab/cd", 5, 5) == b""
    assert await blobs.size("ab/cd") == len(content)


async def test_putting_again_replaces(blobs):
    await blobs.put("key", b"old and long")
    await blobs.put("key", b"new")

    assert await content_of(blobs, "key", 0, 3) == b"new"
    assert await blobs.size("key") == 3


async def test_a_file_is_taken_and_lent(blobs, tmp_path):
    path = tmp_path / "spooled"
    path.write_bytes(b"content")

    await blobs.take("ab/cd", path)

    assert not path.exists()
    async with blobs.as_file("ab/cd") as lent:
        assert lent.read_bytes() == b"content"


async def test_what_is_absent_is_told_and_may_be_deleted_again(blobs):
    await blobs.put("here", b"x")

    await blobs.delete(["here", "never"])
    await blobs.delete(["here"])

    assert not await blobs.exists("here")
    assert await blobs.size("never") is None
    with pytest.raises(FileNotFoundError):
        await content_of(blobs, "never", 0, 1)
    with pytest.raises(FileNotFoundError):
        async with blobs.as_file("never") as lent:
            lent.read_bytes()


async def test_a_file_of_another_disk_is_copied(tmp_path):
    blobs = Blobs.in_folder(tmp_path / "blobs")
    other_disk = "/dev/shm"
    if os.stat(other_disk).st_dev == os.stat(tmp_path).st_dev:
        pytest.skip("this machine has one disk only")
    path = tmp_path.__class__(other_disk) / f"parta-test-{os.getpid()}"
    path.write_bytes(b"content")

    await blobs.take("ab/cd", path)

    assert not path.exists()
    assert await content_of(blobs, "ab/cd", 0, 7) == b"content"
