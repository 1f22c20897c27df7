"""Reading a CSV file as people really save them: two encodings, three separators, physical line numbers."""

import csv
import io
from collections.abc import Iterator

import msgspec

from parta.organisations.roster.refusals import BundleRefused

# A row of OneRoster is one line; a forgotten quote must not swallow the rest of the school.
_LINES_IN_A_ROW = 20
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Line(msgspec.Struct, frozen=True):
    """One row: its physical line (from 1) and its cells, or no cells when it cannot be read."""

    number: int
    cells: list[str] | None


class Table(msgspec.Struct, frozen=True):
    """A header in lower case and the rows below it."""

    header: list[str]
    lines: Iterator[Line]


def open_table(data: bytes, *, file: str) -> Table:
    """Find the encoding and the separator of a file, and read its header."""
    text = decoded(data, file=file)
    lines = list(io.StringIO(text, newline=""))
    start, separator = 0, None
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) == 5:
        start, separator = 1, lines[0].strip()[4]
    while start < len(lines) and not lines[start].strip(" \t\r\n,;"):
        start += 1
    if start == len(lines):
        return Table([], iter(()))
    rows = _rows(lines, start, separator or _separator(lines[start]))
    header = next(rows).cells or []
    return Table([name.strip().casefold() for name in header], rows)


def decoded(data: bytes, *, file: str) -> str:
    """UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1251."""
    try:
        if data.startswith(_BYTE_ORDER_MARKS):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1251")
    except UnicodeDecodeError as error:
        raise BundleRefused("roster_encoding", file=file) from error


def _separator(header: str) -> str:
    return max(",;\t", key=header.count)


def _rows(lines: list[str], start: int, separator: str) -> Iterator[Line]:
    """Go on after a broken row at the next physical line, so that one bad quote costs one row."""
    feed = _Feed(lines, start)
    reader = csv.reader(feed, delimiter=separator, strict=True)
    while feed.position < len(lines):
        first = feed.position
        feed.until = first + _LINES_IN_A_ROW
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Line(first + 1, None)
            feed.position = first + 1
            reader = csv.reader(feed, delimiter=separator, strict=True)
            continue
        if any(cell.strip() for cell in cells):
            yield Line(first + 1, cells)


class _Feed:
    """Gives physical lines to the CSV reader, and knows how many it took."""

    def __init__(self, lines: list[str], position: int) -> None:
        self.lines, self.position, self.until = lines, position, len(lines)

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.position >= len(self.lines):
            raise StopIteration
        if self.position >= self.until:
            raise csv.Error("the row has too many lines")
        line = self.lines[self.position]
        self.position += 1
        return line
