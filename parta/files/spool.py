"""Unfinished uploads as growing files of this machine.

The length of the spool file is the truth about what has arrived: it survives a kill of the server, and
`Upload-Offset` is told only after it has been brought to the disk. A lock of the operating system on the
file keeps two writers apart and vanishes with a process that dies. Several nodes share this folder, or
the balancer sends one upload to one node.
"""

import asyncio
import contextlib
import fcntl
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from parta.core.blobs import sync_file

BLOCK = (
    1024 * 1024
)  # bytes gathered before one write, so that memory stays bounded and threads are rarely woken
POLITE_WAIT = 5.0  # seconds a newcomer waits for the one it has asked to stop


class Busy(Exception):
    """Somebody else is writing this upload."""


class Interrupted(Exception):
    """Another request of the same person took this upload over."""


class Spool:
    """The folder of unfinished uploads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the bytes of the upload with this key grow."""
        return self.folder / key.replace("/", "-")

    def free_space(self) -> int:
        """Bytes left on the disk."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return shutil.disk_usage(self.folder).free

    async def create(self, key: str) -> None:
        """Make the empty file, durably: an upload without its file is a lost one."""
        path = self.path(key)
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        await asyncio.to_thread(path.touch, 0o600, exist_ok=False)
        await asyncio.to_thread(sync_file, path, self.folder)

    async def durable_size(self, key: str) -> int | None:
        """How many bytes have arrived and will stay; None when the file is gone."""
        try:
            return await asyncio.to_thread(_sync_and_measure, self.path(key))
        except FileNotFoundError:
            return None

    @asynccontextmanager
    async def writer(self, key: str) -> AsyncIterator["Writer"]:
        """Lend the upload to one writer at a time: Busy for a second, FileNotFoundError when it is gone."""
        path = self.path(key)
        with _locked(path) as descriptor:
            writer = _WRITING[path] = Writer(descriptor)
            try:
                yield writer
            finally:
                del _WRITING[path]
                writer.ended.set()

    async def interrupt(self, key: str) -> None:
        """Ask whoever writes here to stop: whoever resumes knows that the old connection is dead before we do."""
        writer = _WRITING.get(self.path(key))
        if writer is None:
            return
        writer.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(writer.ended.wait(), POLITE_WAIT)

    def is_busy(self, key: str) -> bool:
        """Whether somebody is writing this upload right now, in any process of this machine."""
        try:
            with _locked(self.path(key)):
                return False
        except (Busy, FileNotFoundError) as reason:
            return isinstance(reason, Busy)

    def discard(self, key: str) -> None:
        """Delete what has arrived; Busy when somebody is writing it. Gone already is no error."""
        with contextlib.suppress(FileNotFoundError), _locked(self.path(key)):
            self.path(key).unlink()


class Writer:
    """The one who may append to an upload."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._receiving: asyncio.Timeout | None = None
        self._stopping = asyncio.Event()
        self.ended = asyncio.Event()
        self.start = self.offset = os.fstat(descriptor).st_size

    async def receive(self, body: AsyncIterator[bytes], *, limit: int, patience: float) -> None:
        """Append the body, at most to `limit` bytes in all; what came before any failure stays.

        Raises TimeoutError after `patience` seconds of silence, Interrupted when another request takes
        over, OverflowError when the body is longer than announced (then nothing of it stays).
        """
        pending = bytearray()
        try:
            async for chunk in self._chunks(body, patience):
                pending += chunk
                if self.offset + len(pending) > limit:
                    pending.clear()
                    await _uncancelled(asyncio.to_thread(os.ftruncate, self._descriptor, self.start))
                    raise OverflowError
                if len(pending) >= BLOCK:
                    await self._append(pending)
        finally:
            await self._append(pending, sync=True)

    async def _append(self, pending: bytearray, *, sync: bool = False) -> None:
        await _uncancelled(asyncio.to_thread(_write_all, self._descriptor, bytes(pending), sync))
        pending.clear()
        self.offset = os.fstat(self._descriptor).st_size

    def stop(self) -> None:
        """Make `receive` end now with what it has."""
        self._stopping.set()
        if self._receiving is not None:
            self._receiving.reschedule(0)

    async def _chunks(self, body: AsyncIterator[bytes], patience: float) -> AsyncIterator[bytes]:
        while not self._stopping.is_set():
            try:
                # Only the wait is cut short, never a write, so the file always ends where we say.
                async with asyncio.timeout(patience) as self._receiving:
                    chunk = await anext(body, None)
            except TimeoutError:
                if self._stopping.is_set():
                    break
                raise
            finally:
                self._receiving = None
            if chunk is None:
                return
            yield chunk
        raise Interrupted


# Who writes in this process, so that a newcomer can ask them to stop; the lock itself is the file's.
_WRITING: dict[Path, Writer] = {}


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Busy from held
        # Between opening and locking the upload may have been finished: then this is a blob, and must not grow.
        if not _is_same(path, descriptor):
            raise FileNotFoundError(path)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _write_all(descriptor: int, content: bytes, sync: bool) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    if sync:
        os.fsync(descriptor)


def _sync_and_measure(path: Path) -> int:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
        return os.fstat(descriptor).st_size
    finally:
        os.close(descriptor)


async def _uncancelled(work: Coroutine[None, None, None]) -> None:
    """Wait for the thread even when we are cancelled: the lock must not be let go while it still writes."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
