"""(j) A school's lists from Excel: 5000 rows shown before anything changes, then applied, over HTTP."""

import http.client
import io
import time
from typing import Any
from uuid import uuid4

import asyncpg
import msgspec
import xlsxwriter

from bench.corpus import SYLLABLES
from bench.people import make_people
from bench.server import Server
from parta.core.http.cookies import csrf_token

CLASSES, STAFF, PUPILS, PARENTS = 60, 140, 1600, 3200

Result = dict[str, Any]


async def lists(server: Server, db: asyncpg.Connection) -> Result:
    """Preview, apply, and the same file once more."""
    head = await make_people(db, 1, "j")
    school = await db.fetchval(
        "INSERT INTO organisations (type, name, short_name) VALUES ('school', 'Мерная', 'Мерная') RETURNING id"
    )
    await db.execute(
        "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
        " VALUES ($1, $2, 'administrator', now(), 'manual')",
        head.people[0],
        school,
    )
    data = workbook()
    figures: Result = {
        "name": f"j. lists of {CLASSES + STAFF + PUPILS + PARENTS} rows",
        "kB": len(data) // 1024,
    }
    told: Any = None
    for what in ("preview_s", "apply_s", "again_s"):
        began, busy = time.perf_counter(), server.processor_seconds()
        if what == "apply_s":
            told = _post(server, f"/api/rosters/{told['id']}/application", head.tokens[0])
        else:
            told = _post(server, f"/api/organisations/{school}/workbooks", head.tokens[0], data)
        figures[what] = round(time.perf_counter() - began, 2)
        figures[what.replace("_s", "_cpu_s")] = round(server.processor_seconds() - busy, 2)
        if what == "preview_s":
            figures["new_people"] = told["summary"]["user"]["new"]
    assert told["summary"]["user"]["unchanged"] == figures["new_people"], told
    return figures


def _post(server: Server, path: str, token: str, data: bytes | None = None) -> Any:
    line = http.client.HTTPConnection(server.host, server.port, timeout=120)
    headers = {"Cookie": f"parta_session={token}", "X-CSRF-Token": csrf_token(token)}
    body = b""
    if data is not None:
        edge = uuid4().hex
        headers["Content-Type"] = f"multipart/form-data; boundary={edge}"
        first = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="l.xlsx"\r\n\r\n'
        body = first.encode() + data + f"\r\n--{edge}--\r\n".encode()
    line.request("POST", path, body, headers)
    answer = line.getresponse()
    text = answer.read()
    if answer.status not in (200, 201):
        raise RuntimeError(text.decode())
    return msgspec.json.decode(text)


def workbook() -> bytes:
    """A large school: every name another, every grown-up with a phone, two parents for each child."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        titles = [f"{n % 11 + 1}{'АБВГДЕ'[n // 11]}" for n in range(CLASSES)]
        _sheet(book, "Классы", [("Класс",), *((title,) for title in titles)])
        staff = [(f"{_name(n)} Анна Ильинична", f"8912{n:07d}", "Учитель") for n in range(STAFF)]
        _sheet(book, "Сотрудники", [("ФИО", "Телефон", "Должность"), *staff])
        pupils = [(f"{_name(n)} Яна Олеговна", titles[n % CLASSES], f"P-{n}") for n in range(PUPILS)]
        _sheet(book, "Ученики", [("ФИО", "Класс", "ID"), *pupils])
        parents = [
            (f"{_name(n)} {('Ольга', 'Олег')[n % 2]}", f"8 (913) {n:07d}", f"P-{n // 2}")
            for n in range(PARENTS)
        ]
        _sheet(book, "Родители", [("ФИО", "Телефон", "ID ребёнка"), *parents])
    return packed.getvalue()


def _sheet(book: Any, title: str, rows: list[tuple[str, ...]]) -> None:
    sheet = book.add_worksheet(title)
    for line, row in enumerate(rows):
        sheet.write_row(line, 0, row)


def _name(number: int) -> str:
    some = len(SYLLABLES)
    return (SYLLABLES[number % some] + SYLLABLES[number // some % some] + "нов").capitalize()
