"""Large bytes by key, on obstore: a folder here, a bucket elsewhere.

What `put` and `take` have returned from survives a power cut. Keys are made by us, never by people.
"""

import asyncio
import contextlib
import errno
import os
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from obstore.store import LocalStore, ObjectStore

STEP = 1024 * 1024  # bytes read at a time, so memory stays bounded for any size


class Blobs:
    """One store of blobs; `root` is given where the store is a folder of this machine."""

    def __init__(self, store: ObjectStore, root: Path | None = None) -> None:
        self._store = store
        self._root = root

    @classmethod
    def in_folder(cls, root: Path) -> "Blobs":
        """Keep blobs as files under `root`, which is made if it is missing."""
        root = root.resolve()
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        return cls(LocalStore(root), root)

    async def put(self, key: str, content: bytes) -> None:
        """Store the bytes, replacing what was there."""
        await self._store.put_async(key, content)
        await self._settle(key)

    async def take(self, key: str, path: Path) -> None:
        """Move a file of this machine into the store, without copying where both are on one disk."""
        if self._root is None or not await asyncio.to_thread(_rename, path, self._root / key):
            await self._store.put_async(key, path)
            await self._settle(key)
            await asyncio.to_thread(path.unlink)

    async def read(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """Give the bytes from `start` to just before `end` in steps; FileNotFoundError when there is no such blob."""
        # Asking for ranges is twenty times faster here than obstore's own stream, which reads 8 KiB at a time.
        for position in range(start, end, STEP):
            yield bytes(await self._store.get_range_async(key, start=position, end=min(position + STEP, end)))

    async def size(self, key: str) -> int | None:
        """The size in bytes, or None when there is no such blob."""
        try:
            return int((await self._store.head_async(key))["size"])
        except FileNotFoundError:
            return None

    async def exists(self, key: str) -> bool:
        """Whether there is such a blob."""
        return await self.size(key) is not None

    async def delete(self, keys: Sequence[str]) -> None:
        """Remove the blobs; those already gone are no error, so that it may be repeated."""
        for key in keys:
            with contextlib.suppress(FileNotFoundError):
                await self._store.delete_async(key)

    @asynccontextmanager
    async def as_file(self, key: str) -> AsyncIterator[Path]:
        """Lend the blob as a file to read, for libraries that want one; FileNotFoundError when it is absent."""
        if self._root is not None:
            yield self._root / key
            return
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "blob"
            found = await self._store.get_async(key)
            with copy.open("wb") as file:
                async for chunk in found.stream(min_chunk_size=STEP):
                    await asyncio.to_thread(file.write, chunk)
            yield copy

    async def _settle(self, key: str) -> None:
        """obstore does not fsync a folder's files; a bucket has nothing to settle."""
        if self._root is not None:
            await asyncio.to_thread(sync_file, self._root / key, self._root)


def sync_file(path: Path, root: Path) -> None:
    """Bring a file, and the folders that name it up to `root`, to the disk."""
    for level in (path, *path.parents):
        descriptor = os.open(level, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if level == root:
            return


def _rename(path: Path, target: Path) -> bool:
    """Move within one disk; False when they are on two. The root is the folder above the key's own folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.rename(target)
    except OSError as wrong:
        if wrong.errno == errno.EXDEV:
            return False
        raise
    sync_file(target, target.parent.parent)
    return True
