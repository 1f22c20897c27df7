"""From sheets of texts to a workbook that can be kept: which sheet is what, which column says what."""

from typing import IO

import msgspec

from parta.organisations.roster.refusals import BundleRefused, Note
from parta.organisations.workbook.layout import (
    FIELDS,
    GUIDES,
    KIND_OF_SHEET,
    KINDS,
    NEEDED,
    SHEETS,
    Kind,
    plain,
)
from parta.organisations.workbook.opening import Limits, RawSheet, open_workbook

# Above the headings people put the name of the school and the date.
_TITLES_ABOVE = 10
_UNKNOWN_TOLD = 20


class Line(msgspec.Struct, frozen=True):
    """A row: its number in the sheet and its cells that are not empty, by field; no cells when it cannot be read."""

    row: int
    cells: dict[str, str] | None


class Sheet(msgspec.Struct):
    """A sheet that was recognised; `headers` are its own words for the fields it has."""

    kind: Kind
    title: str
    headers: dict[str, str]
    lines: list[Line]


class Workbook(msgspec.Struct, kw_only=True):
    """What somebody's file says of one organisation. `leavers`: whoever is not in it has left."""

    organisation_id: int
    leavers: bool
    region: str
    sheets: list[Sheet]
    notes: list[Note] = []

    def sheet(self, kind: Kind) -> Sheet | None:
        """The sheet of a kind, if the file has it."""
        return next((one for one in self.sheets if one.kind == kind), None)


def read_workbook(
    source: IO[bytes],
    organisation_id: int,
    *,
    leavers: bool,
    region: str,
    kind: Kind | None = None,
    limits: Limits | None = None,
) -> Workbook:
    """Read a file; `kind` says what a single table holds when its headings do not tell."""
    opened = open_workbook(source, limits)
    book = Workbook(
        organisation_id=organisation_id, leavers=leavers, region=region, sheets=[], notes=opened.notes
    )
    for raw in opened.sheets:
        _take(book, raw, kind if len(opened.sheets) == 1 else None)
    if not book.sheets:
        raise BundleRefused("workbook_unknown")
    # A sheet of the template that nobody filled in says nothing, least of all that everybody left.
    book.sheets = [sheet for sheet in book.sheets if sheet.lines]
    if not book.sheets:
        raise BundleRefused("workbook_empty")
    if not leavers:
        book.notes.append(Note(reason="nobody_leaves"))
    book.sheets.sort(key=lambda one: KINDS.index(one.kind))
    return book


def _take(book: Workbook, raw: RawSheet, chosen: Kind | None) -> None:
    named = chosen or KIND_OF_SHEET.get(plain(raw.title))
    if plain(raw.title) in GUIDES or not raw.rows:
        return
    found = _headings(raw, named)
    if found is None:
        if named is not None:
            raise BundleRefused("workbook_columns_missing", file=raw.title)
        book.notes.append(Note(reason="sheet_unknown", file=raw.title))
        return
    kind, start = found
    title = raw.title or SHEETS[kind][0]
    if book.sheet(kind) is not None:
        raise BundleRefused("workbook_twice", file=title)
    heads = raw.rows[start][1] or []
    fields = [FIELDS[kind].get(plain(head), "") for head in heads]
    twice = next(
        (head for place, head in enumerate(heads) if fields[place] and fields[place] in fields[:place]), None
    )
    if twice is not None:
        raise BundleRefused("workbook_column_twice", file=title, value=twice)
    unknown = [head for head, field in zip(heads, fields, strict=True) if head and not field]
    book.notes += [
        Note(reason="column_unknown", file=title, value=head[:100]) for head in unknown[:_UNKNOWN_TOLD]
    ]
    # A CSV comes with its headings in lower case.
    headers = {field: head[:1].upper() + head[1:] for field, head in zip(fields, heads, strict=True) if field}
    book.sheets.append(
        Sheet(kind, title, headers, [_line(row, cells, fields) for row, cells in raw.rows[start + 1 :]])
    )


def _headings(raw: RawSheet, named: Kind | None) -> tuple[Kind, int] | None:
    """Which kind the sheet is and which of its rows are the headings: the kind that knows most of them."""
    best: tuple[int, Kind, int] | None = None
    for place, (_, cells) in enumerate(raw.rows[:_TITLES_ABOVE]):
        heads = {plain(cell) for cell in cells or ()}
        for kind in (named,) if named else KINDS:
            fields = {FIELDS[kind][head] for head in heads if head in FIELDS[kind]}
            if any(fields.issuperset(way) for way in NEEDED[kind]) and (
                best is None or len(fields) > best[0]
            ):
                best = (len(fields), kind, place)
    return (best[1], best[2]) if best else None


def _line(row: int, cells: list[str] | None, fields: list[str]) -> Line:
    if cells is None:
        return Line(row, None)
    return Line(
        row, {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell.strip()}
    )
