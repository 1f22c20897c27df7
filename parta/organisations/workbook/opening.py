"""Opening somebody's XLSX or CSV without believing a word of it: sheets of texts, bounded in every direction."""

import csv
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any
from xml.etree.ElementTree import ParseError

import msgspec

from parta.organisations.roster.refusals import BundleRefused, Note
from parta.organisations.roster.table import decoded, open_table

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
# What the library says of files that no spreadsheet has written.
_BROKEN = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, ParseError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_CHUNK = 1 << 20
_ENCRYPTED = 0x1


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much a workbook may be; a large school is a tenth of it."""

    parts: int = 500
    all_bytes: int = 160 << 20
    sheets: int = 30
    rows: int = 30_000
    columns: int = 200
    cell: int = 2000


class RawSheet(msgspec.Struct):
    """A sheet as it stands: its rows with their numbers, counted from 1 as Excel does; None is a row that cannot be read."""

    title: str
    rows: list[tuple[int, list[str] | None]]


class Opened(msgspec.Struct):
    """The sheets that are seen, and remarks about those that are not."""

    sheets: list[RawSheet]
    notes: list[Note]


def open_workbook(source: IO[bytes], limits: Limits | None = None) -> Opened:
    """Read the cells of a file, whatever it is called; a broken one raises `BundleRefused`."""
    limits = limits or Limits()
    head = source.read(4)
    source.seek(0)
    if head == _OLD_EXCEL:
        raise BundleRefused("workbook_old")
    if head == b"PK\x03\x04":
        return _open_xlsx(source, limits)
    return Opened([_open_csv(source, limits)], [])


def _open_csv(source: IO[bytes], limits: Limits) -> RawSheet:
    data = source.read(limits.all_bytes // 8 + 1)
    if len(data) > limits.all_bytes // 8:
        raise BundleRefused("workbook_large")
    # A picture or a program decodes as some Windows-1251 too.
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BundleRefused("workbook_kind")
    decoded(data, file="CSV")
    try:
        # `open_table` gives the header in lower case; our headings do not care.
        table = open_table(data, file="CSV")
        rows: list[tuple[int, list[str] | None]] = [(0, [_storable(head) for head in table.header])]
        for line in table.lines:
            rows.append((line.number, line.cells and [_unquoted(cell) for cell in line.cells]))
            if len(rows) > limits.rows:
                raise BundleRefused("workbook_rows")
    except csv.Error as error:
        raise BundleRefused("workbook_damaged") from error
    if len(table.header) > limits.columns:
        raise BundleRefused("workbook_columns")
    return RawSheet("", rows)


def _storable(cell: str) -> str:
    """A zero byte is no sign of any language, and the database keeps none; its place shows."""
    return cell.replace("\x00", "\ufffd")


def _unquoted(cell: str) -> str:
    """Our own tables put an apostrophe before what Excel would take for a formula."""
    cell = _storable(cell)
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def _open_xlsx(source: IO[bytes], limits: Limits) -> Opened:
    from openpyxl import load_workbook  # noqa: PLC0415 a start need not wait for it

    _inspect(source, limits)
    try:
        book = load_workbook(source, read_only=True, data_only=True, keep_links=False)
        if len(book.worksheets) > limits.sheets:
            raise BundleRefused("workbook_sheets")
        return _sheets(book, limits)
    except _BROKEN as error:
        raise BundleRefused("workbook_damaged") from error


def _sheets(book: Any, limits: Limits) -> Opened:
    opened, left = Opened([], []), limits.rows
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            opened.notes.append(Note(reason="sheet_hidden", file=sheet.title[:100]))
            continue
        # The size a file claims for its sheet is often a lie, and would make every row that wide.
        sheet.reset_dimensions()
        rows = list(_rows(sheet, sheet.title, left, limits))
        left -= len(rows)
        opened.sheets.append(RawSheet(sheet.title[:100], rows))
    book.close()
    return opened


def _rows(sheet: Any, title: str, left: int, limits: Limits) -> Iterator[tuple[int, list[str] | None]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=1 << 20), start=1):
        if len(row) > limits.columns and any(cell is not None for cell in row[limits.columns :]):
            raise BundleRefused("workbook_columns", file=title, line=number)
        cells = [_text(cell) for cell in row[: limits.columns]]
        if not any(cells):
            continue
        left -= 1
        if left < 0:
            raise BundleRefused("workbook_rows", file=title)
        yield number, [cell[: limits.cell + 1] for cell in cells]


def _text(value: object) -> str:
    """A cell as its reader sees it: 79001234567.0 is a phone, a date is a day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return _storable(str(value)).strip()


def _inspect(source: IO[bytes], limits: Limits) -> None:
    """Look at the parts before anything parses them: how large they are really, and whether they carry programs."""
    try:
        with zipfile.ZipFile(source) as archive:
            infos = archive.infolist()
            names = {info.filename.casefold() for info in infos}
            if len(infos) > limits.parts:
                raise BundleRefused("workbook_bomb")
            if any(name.endswith("vbaproject.bin") for name in names):
                raise BundleRefused("workbook_macros")
            if any(info.flag_bits & _ENCRYPTED for info in infos):
                raise BundleRefused("workbook_old")
            if "xl/workbook.xml" not in names:
                raise BundleRefused("workbook_kind")
            left = limits.all_bytes
            for info in infos:
                left -= _measure(archive, info, left)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
        RuntimeError,
    ) as error:
        raise BundleRefused("workbook_damaged") from error
    source.seek(0)


def _measure(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> int:
    size, tail = 0, b""
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise BundleRefused("workbook_bomb")
            # No spreadsheet writes a document type; entities within one can grow without end.
            if any(mark in tail + chunk for mark in _DOCTYPE):
                raise BundleRefused("workbook_damaged")
            tail = chunk[-20:]
    return size
