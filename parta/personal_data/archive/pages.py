"""The copy for people: pages that any browser shows without a network, and in which nothing can run."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import msgspec

from parta.identity.stored_data import StoredTable
from parta.messaging.exporting.page_html import POLICY, STYLE
from parta.messaging.exporting.words import size_text
from parta.personal_data.archive.tables import CHUNK, Counted
from parta.personal_data.archive.words import language_number, say

OWN_STYLE = """
main{max-width:1080px}.wide{overflow-x:auto;background:var(--bubble);border-radius:14px;padding:4px 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--line)}
th{font-size:14px;font-weight:500;color:var(--soft)}td{white-space:pre-wrap;overflow-wrap:anywhere;min-width:90px}
tr:last-child td{border-bottom:0}.number{text-align:right}th small{display:block;font-weight:400;max-width:220px}
"""


class CopiedFile(msgspec.Struct, frozen=True):
    """A file of the copy: what it was called, its place and its size in bytes."""

    name: str
    path: str
    size: int


def page_of(table: StoredTable) -> str:
    """Where the readable page of a table lies."""
    return f"pages/{table.table}.html"


def data_of(table: StoredTable) -> str:
    """Where the same lies for programs."""
    return f"data/{table.table}.json"


async def as_page(
    table: StoredTable, rows: Counted, *, language: str, zone: ZoneInfo
) -> AsyncIterator[bytes]:
    """A page with the rows of one table."""
    number = language_number(language)
    title = escape(table.title[number])
    back = f'<nav><a href="../index.html">{say(language, "back")}</a></nav>'
    heads = "".join(
        f"<th>{escape(shown.name[number])}<small>{escape(shown.purpose[number])}</small></th>"
        for shown in table.shown.values()
    )
    pending = f'{_head(title, language)}{back}<div class="wide"><table><tr>{heads}</tr>'
    async for row in rows:
        values: dict[str, Any] = msgspec.json.decode(row)
        cells = (f"<td>{escape(_said(values[column], language, zone))}</td>" for column in table.shown)
        pending += f"<tr>{''.join(cells)}</tr>\n"
        if len(pending) > CHUNK:
            yield pending.encode()
            pending = ""
    end = "" if table.shown else f"<p>{say(language, 'only_numbers')} {rows.count}</p>"
    if not rows.count:
        end = f"<p>{say(language, 'nothing')}</p>"
    yield f"{pending}</table></div>{end}</main></body></html>\n".encode()


def write_files_page(files: Sequence[CopiedFile], language: str) -> bytes:
    """The list of one's files."""
    lines = "".join(
        f'<tr><td><a href="{escape(quote(file.path), quote=True)}">{escape(file.name)}</a></td>'
        f'<td class="number">{size_text(file.size, language)}</td></tr>'
        for file in files
    )
    back = f'<nav><a href="index.html">{say(language, "back")}</a></nav>'
    title = say(language, "files")
    return (
        f'{_head(title, language)}{back}<div class="wide"><table>{lines}</table></div></main></body></html>\n'
    ).encode()


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What the opening page tells."""

    name: str
    own: bool
    made_at: datetime
    zone: ZoneInfo
    language: str
    tables: Sequence[StoredTable]
    counts: Mapping[str, int]
    files: int
    left_out: int


def write_index(contents: Contents) -> bytes:
    """The opening page: whose data it is, and a line for every table."""
    language, number = contents.language, language_number(contents.language)
    title = say(language, "title" if contents.own else "child")
    made = say(language, "made", f"{contents.made_at:%d.%m.%Y %H:%M}", contents.zone.key)
    lines = "".join(
        f'<tr><td><a href="{page_of(table)}">{escape(table.title[number])}</a></td>'
        f'<td class="number">{contents.counts.get(table.table, 0)}</td>'
        f'<td><a href="{data_of(table)}">{table.table}.json</a></td></tr>\n'
        for table in contents.tables
    )
    left_out = f"<p>{say(language, 'files_left_out', contents.left_out)}</p>" if contents.left_out else ""
    files = (
        f'<p><a href="files.html">{say(language, "files")}</a>: {contents.files}</p>{left_out}'
        if contents.own
        else ""
    )
    heads = "".join(f"<th>{say(language, key)}</th>" for key in ("section", "rows", "for_programs"))
    return (
        f'{_head(title, language)}<p><b>{escape(contents.name)}</b></p><p class="about">{escape(made)}</p>'
        f"<p>{say(language, 'intro' if contents.own else 'intro_child')} {say(language, 'programs')}</p>{files}"
        f'<div class="wide"><table><tr>{heads}</tr>{lines}</table></div></main></body></html>\n'
    ).encode()


def _head(title: str, language: str) -> str:
    return f"""<!doctype html>
<html lang="{"en" if language == "en" else "ru"}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>{title}</title><style>{STYLE}{OWN_STYLE}</style></head>
<body><main><h1>{title}</h1>
"""


def _said(value: Any, language: str, zone: ZoneInfo) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return say(language, "yes" if value else "no")
    if isinstance(value, (dict, list)):
        return msgspec.json.encode(value).decode()
    return _by_the_clock(str(value), zone)


def _by_the_clock(value: str, zone: ZoneInfo) -> str:
    """Moments as PostgreSQL writes them into JSON are told by the asker's clock; other words stay as they are."""
    if len(value) < len("2026-01-01T00:00:00") or value[4:5] != "-" or value[10:11] != "T":
        return value
    try:
        return f"{datetime.fromisoformat(value).astimezone(zone):%d.%m.%Y %H:%M:%S}"
    except ValueError:
        return value
