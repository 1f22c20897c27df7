"""Single byte ranges (RFC 9110, section 14)."""

import re

import msgspec

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class ByteRange(msgspec.Struct, frozen=True):
    """The bytes from `start` to just before `end`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


class Unsatisfiable(Exception):
    """The range lies wholly outside the file (416)."""


def read_range(header: str | None, *, size: int) -> ByteRange | None:
    """The one range asked for; None, so the whole file, for no range, several, or an unknown unit."""
    asked = _ONE_RANGE.fullmatch((header or "").replace(" ", ""))
    if asked is None or asked.groups() == ("", ""):
        return None
    first, last = asked.groups()
    if not first:
        return _suffix(int(last), size)
    start = int(first)
    if last and int(last) < start:
        return None
    if start >= size:
        raise Unsatisfiable
    return ByteRange(start, min(int(last) + 1, size) if last else size)


def _suffix(length: int, size: int) -> ByteRange:
    if length == 0 or size == 0:
        raise Unsatisfiable
    return ByteRange(max(0, size - length), size)
