"""Tables to take away: CSV that spreadsheets open as it is, and XLSX."""

import csv
import io
from collections.abc import Sequence
from typing import Literal

Format = Literal["csv", "xlsx"]
Cell = str | int

TYPES: dict[Format, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# A cell that begins so is run as a formula by whoever opens the table; names and answers are other people's words.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60  # characters


def write_sheet(format_: Format, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write a table with one line of heads; words stay words, whatever they begin with."""
    return _csv(heads, rows) if format_ == "csv" else _xlsx(heads, rows)


def _csv(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    text = io.StringIO()
    # Spreadsheets in Russian expect semicolons, and know UTF-8 by its mark.
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _xlsx(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 a start need not wait for it

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, bold)
            longest = max((len(str(row[column])) for row in rows), default=0)
            sheet.set_column(column, column, min(max(len(head), longest) + 2, _WIDEST))
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(line, column, cell)
                else:
                    sheet.write_string(line, column, cell)
    return packed.getvalue()
