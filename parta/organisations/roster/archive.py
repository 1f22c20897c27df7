"""Opening somebody's ZIP without believing a word of it."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

import msgspec

from parta.organisations.roster.refusals import BundleRefused

_CHUNK = 1 << 20
_ENCRYPTED = 0x1


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much a bundle may be, in files, rows and unpacked bytes."""

    files: int = 200
    rows: int = 1_000_000
    file_bytes: int = 128 << 20
    all_bytes: int = 512 << 20


class Archive:
    """The CSV files of a bundle by name without folder or ending, unpacked one at a time."""

    def __init__(self, source: IO[bytes], limits: Limits) -> None:
        self._limits = limits
        self._left = limits.all_bytes
        try:
            self._zip = zipfile.ZipFile(source)
        except zipfile.BadZipFile as error:
            raise BundleRefused("roster_not_zip") from error
        except (ValueError, OverflowError, UnicodeDecodeError, NotImplementedError, OSError) as error:
            raise BundleRefused("roster_damaged") from error
        self._members = self._listed()

    def names(self) -> list[str]:
        """Return the names of the CSV files, in the order of the archive."""
        return list(self._members)

    def strangers(self) -> Iterator[str]:
        """Name the files that are no CSV at all."""
        for info in self._zip.infolist():
            if not info.is_dir() and not _is_csv(info.filename) and not _is_litter(info.filename):
                yield info.filename

    def read(self, name: str) -> bytes:
        """Unpack one file; the real size counts, not the one the archive claims."""
        info = self._members[name]
        room = min(self._limits.file_bytes, self._left)
        chunks: list[bytes] = []
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    room -= len(chunk)
                    if room < 0:
                        raise BundleRefused("roster_bomb", file=info.filename)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, OSError, zlib.error) as error:
            raise BundleRefused("roster_damaged", file=info.filename) from error
        data = b"".join(chunks)
        self._left -= len(data)
        return data

    def _listed(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > self._limits.files:
            raise BundleRefused("roster_too_many_files")
        members: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            _refuse_bad_path(info.filename)
            if info.is_dir() or _is_litter(info.filename):
                continue
            if info.flag_bits & _ENCRYPTED:
                raise BundleRefused("roster_encrypted", file=info.filename)
            if not _is_csv(info.filename):
                continue
            name = PurePosixPath(info.filename).stem
            if name.casefold() in {known.casefold() for known in members}:
                raise BundleRefused("roster_twice", file=info.filename)
            members[name] = info
        return members


def _refuse_bad_path(name: str) -> None:
    # We never write these names to disk; a bundle that tries is not one to trust with people.
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\x00" in name or ":" in name:
        raise BundleRefused("roster_bad_path", value=name)


def _is_csv(name: str) -> bool:
    return name.casefold().endswith(".csv")


def _is_litter(name: str) -> bool:
    """Files that macOS and Windows add by themselves, some of them called *.csv."""
    path = PurePosixPath(name)
    return (
        path.parts[:1] == ("__MACOSX",)
        or path.name.startswith("._")
        or path.name in {".DS_Store", "Thumbs.db"}
    )
