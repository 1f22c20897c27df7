"""A ZIP that grows in steps: whatever was settled survives a crash, what was not is cut off and written again.

The directory of a ZIP stands at its end, so until then its entries are kept beside it, a line for each. A lock of
the operating system keeps two writers apart and vanishes with a process that dies.
"""

import asyncio
import fcntl
import os
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from parta.files.spool import Busy

CONTENTS = ".contents"  # follows the archive's name


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One file of the archive, as the directory will name it."""

    name: str
    moment: tuple[int, int, int, int, int, int]
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    offset: int


class Settled(msgspec.Struct, frozen=True):
    """How far the archive and the list of its entries are safely on the disk."""

    archive: int = 0
    contents: int = 0


def contents_path(path: Path) -> Path:
    """Where the entries of the archive at this path are kept."""
    return path.with_name(f"{path.name}{CONTENTS}")


class Archive:
    """An archive in work. Use as a context manager: Busy when somebody else writes it."""

    def __init__(self, path: Path, settled: Settled) -> None:
        """Go on where it was settled; FileNotFoundError when less than that is there."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = settled == Settled()
        self._file = _open(path, settled.archive, fresh=fresh)
        self._contents = _open(contents_path(path), settled.contents, fresh=fresh)
        self._zip = zipfile.ZipFile(self._file, "w", allowZip64=True)
        self._known = 0
        for entry in self._read_contents(settled.contents):
            info = _info(entry)
            self._zip.filelist.append(info)
            self._zip.NameToInfo[info.filename] = info
            self._known += 1

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *failure: object) -> None:
        # Without a directory it is no ZIP yet; closing it here would write one in the middle.
        self._zip.fp = None
        self._file.close()
        self._contents.close()

    @property
    def size(self) -> int:
        """How large it is so far, in bytes."""
        return self._file.seek(0, os.SEEK_END)

    @property
    def names(self) -> frozenset[str]:
        """What is in it so far."""
        return frozenset(self._zip.NameToInfo)

    async def add(
        self, name: str, chunks: AsyncIterator[bytes], *, size: int, moment: datetime, packed: bool
    ) -> None:
        """Write one file into the archive, piece by piece; `packed` for texts, not for what is packed already."""
        info = zipfile.ZipInfo(name, moment.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        info.file_size = size
        target = await asyncio.to_thread(self._zip.open, info, "w")
        try:
            async for chunk in chunks:
                await asyncio.to_thread(target.write, chunk)
        finally:
            await asyncio.to_thread(target.close)

    async def settle(self) -> Settled:
        """Bring everything so far to the disk."""
        return await asyncio.to_thread(self._settle)

    async def finish(self) -> None:
        """Write the directory: from now on it is a ZIP."""
        await asyncio.to_thread(self._finish)

    def _settle(self) -> Settled:
        self._contents.seek(0, os.SEEK_END)
        for info in self._zip.filelist[self._known :]:
            self._contents.write(msgspec.json.encode(_entry(info)) + b"\n")
        self._known = len(self._zip.filelist)
        for file in (self._file, self._contents):
            file.flush()
            os.fsync(file.fileno())
        return Settled(self._zip.start_dir, self._contents.tell())

    def _finish(self) -> None:
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read_contents(self, upto: int) -> list[Entry]:
        self._contents.seek(0)
        lines = self._contents.read(upto).splitlines()
        return [msgspec.json.decode(line, type=Entry) for line in lines]


def _open(path: Path, size: int, *, fresh: bool) -> BinaryIO:
    flags = os.O_RDWR | os.O_CLOEXEC | (os.O_CREAT if fresh else 0)
    file = os.fdopen(os.open(path, flags, 0o600), "r+b")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(file.fileno()).st_size < size:
            raise FileNotFoundError(path)
        file.truncate(size)
        file.seek(size)
    except BaseException as failure:
        file.close()
        if isinstance(failure, BlockingIOError):
            raise Busy from failure
        raise
    return file


def _entry(info: zipfile.ZipInfo) -> Entry:
    return Entry(
        info.filename,
        info.date_time,
        info.compress_type,
        info.flag_bits,
        info.CRC,
        info.compress_size,
        info.file_size,
        info.header_offset,
    )


def _info(entry: Entry) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(entry.name, entry.moment)
    info.compress_type, info.flag_bits, info.CRC = entry.method, entry.flags, entry.crc
    info.compress_size, info.file_size, info.header_offset = entry.packed, entry.size, entry.offset
    info.external_attr = 0o600 << 16
    return info
