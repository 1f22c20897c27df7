"""Writing a workbook in the format that is read: the same headings, words as words, lists to choose from."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from parta.organisations.workbook.layout import (
    COLUMNS,
    GROUP_KIND_WORDS,
    GUIDE,
    RELATION_WORDS,
    SHEETS,
    Kind,
    header,
)

# As a school thinks: the people it works with first.
ORDER: tuple[Kind, ...] = ("staff", "classes", "pupils", "parents", "groups")
_WIDTHS = {
    "number": 14, "id": 12, "grade": 12, "letter": 9, "klass": 9, "born": 15, "phone": 19, "email": 28, "name": 34,
    "members": 44, "teacher": 34, "title": 22, "child_name": 34,
}  # fmt: skip
_USUAL = 22
_ROWS = 5000
_CHOICES: dict[str, list[str]] = {
    "relation": sorted(RELATION_WORDS.values()),
    "parent1_relation": sorted(RELATION_WORDS.values()),
    "parent2_relation": sorted(RELATION_WORDS.values()),
    "kind": sorted(GROUP_KIND_WORDS.values()),
}
# What a sheet leaves out, because other columns of it say the same.
_LEFT_OUT: dict[Kind, frozenset[str]] = {
    "staff": frozenset({"name"}), "pupils": frozenset({"name"}), "parents": frozenset({"name"}),
    "classes": frozenset(), "groups": frozenset(),
}  # fmt: skip
_NEEDED = {"family_name", "given_name", "klass", "title", "child_name"}

Rows = Mapping[Kind, Sequence[Mapping[str, str]]]


def fields_of(kind: Kind) -> list[str]:
    """The columns of a sheet in the order they are written."""
    return [field for field in COLUMNS[kind] if field not in _LEFT_OUT[kind]]


def write_workbook(rows: Rows, guide: Sequence[Sequence[str]]) -> bytes:
    """Write all sheets, and one that says how to fill them in; every cell is a text, whatever it begins with."""
    import xlsxwriter  # noqa: PLC0415 a start need not wait for it

    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(packed, options) as book:
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "bg_color": "#E8F0FE", "bottom": 1, "num_format": "@"})
        needed = book.add_format({"bold": True, "bg_color": "#CFE2FF", "bottom": 1, "num_format": "@"})
        for kind in ORDER:
            sheet = book.add_worksheet(SHEETS[kind][0])
            sheet.freeze_panes(1, 0)
            for column, field in enumerate(fields_of(kind)):
                sheet.set_column(column, column, _WIDTHS.get(field.partition("_")[2] or field, _USUAL), text)
                sheet.write_string(0, column, header(field, kind), needed if field in _NEEDED else head)
                if (choice := _choice(field, kind)) is not None:
                    sheet.data_validation(1, column, _ROWS, column, choice)
            for line, cells in enumerate(rows.get(kind, ()), start=1):
                for column, field in enumerate(fields_of(kind)):
                    if cells.get(field):
                        sheet.write_string(line, column, cells[field], text)
        _write_guide(
            book.add_worksheet(GUIDE[0]), guide, book.add_format({"text_wrap": True, "valign": "top"})
        )
    return packed.getvalue()


def _choice(field: str, kind: Kind) -> dict[str, object] | None:
    """A list to choose from; one may still type, and is told when the row is read."""
    if field in ("klass", "child_class"):
        return {"validate": "list", "source": f"={SHEETS['classes'][0]}!$A$2:$A$400", "show_error": False}
    if field in _CHOICES and (field != "kind" or kind == "groups"):
        return {"validate": "list", "source": _CHOICES[field], "error_type": "warning"}
    return None


def _write_guide(sheet: Any, guide: Sequence[Sequence[str]], wrapped: Any) -> None:
    sheet.set_column(0, 0, 30, wrapped)
    sheet.set_column(1, 7, 24, wrapped)
    for line, cells in enumerate(guide):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(line, column, cell, wrapped)
