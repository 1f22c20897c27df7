import io
import zipfile

import pytest
from openpyxl import Workbook

from parta.organisations.roster.refusals import BundleRefused
from parta.organisations.workbook.opening import Limits, open_workbook
from parta.organisations.workbook.refusals import SENTENCES
from parta.organisations.workbook.tests.books import PUPILS, book, packed, school
from parta.organisations.workbook.tests.conftest import counts


def rezipped(data: bytes, **changed: bytes) -> bytes:
    """The same workbook with parts replaced or added; `__` in a name is a slash."""
    buffer = io.BytesIO()
    parts = {name.replace("__", "/"): one for name, one in changed.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info.filename, old.read(info))
        for name, one in parts.items():
            new.writestr(name, one)
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(200):
                part.write(b" " * (1 << 20))
    return buffer.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
UNREADABLE = {
    "workbook_kind": (b"\x89PNG\r\n\x1a\n\x00\x00", rezipped(school(), **{"xl__workbook.xml": b""})[:0] + b"\x00\x01"),
    "workbook_old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,),
    "workbook_macros": (rezipped(school(), **{"xl__vbaProject.bin": b"program"}),),
    "workbook_damaged": (
        school()[:-300],
        rezipped(school(), **{"xl__worksheets__sheet1.xml": b"<worksheet><sheetData><row>"}),
        rezipped(school(), **{"xl__sharedStrings.xml": ENTITIES}),
        rezipped(school(), **{"xl__styles.xml": ENTITIES.decode().encode("utf-16")}),
    ),
    "workbook_bomb": (bomb(),),
    "workbook_unknown": (
rezipped(school(), **{"xl__workbook.xml": b"<nothing/>"}),
book(Покупки=[["Хлеб", "Молоко"], ["1", "2"]]), "просто текст".encode()),
    "workbook_columns_missing": (book(Ученики=[["ФИО", "Телефон"], ["Котов Лев", ""]]),),
    "workbook_column_twice": (book(Ученики=[["ФИО", "Класс", "Фио "], ["Котов Лев", "7", ""]]),),
    "workbook_twice": (book(Ученики=PUPILS, Учащиеся=PUPILS),),
    "workbook_empty": (book(Ученики=PUPILS[:1]),),
    "workbook_columns": (book(Ученики=[["ФИО", "Класс", *map(str, range(300))], ["Котов Лев", "7"]]),),
}  # fmt: skip


async def test_a_file_that_cannot_be_read_leaves_nothing(director, facts):
    for code, files in UNREADABLE.items():
        for data in files:
            response = await director.send(data)
            assert (response.status_code, response.json()["code"]) == (422, code)
            assert response.json()["title"] == SENTENCES[code][0]
    assert await facts("SELECT 1 FROM roster_imports") == []


def test_a_table_has_bounds():
    many = book(Ученики=[["ФИО", "Класс"], *[["Котов Лев", "7"]] * 40])
    for limits, code in ((Limits(rows=20), "workbook_rows"), (Limits(sheets=0), "workbook_sheets")):
        with pytest.raises(BundleRefused) as refused:
            open_workbook(io.BytesIO(many), limits)
        assert refused.value.code == code
    with pytest.raises(BundleRefused) as refused:
        open_workbook(io.BytesIO(("ФИО;Класс\n" + "Котов Лев;7\n" * 40).encode()), Limits(rows=20))
    assert refused.value.code == "workbook_rows"


async def test_unknown_columns_hidden_sheets_and_a_guide_are_skipped_and_told(director):
    made = Workbook()
    sheet = made.active
    sheet.title = "Ученики"
    sheet.append(["Школа на Озёрной, списки"])
    sheet.append([])
    sheet.append(["КЛАСС*", " фамилия,  имя, отчество ", *[f"Столбец {n}" for n in range(98)]])
    sheet.append(["7 «Б»", "Котов Лев", "что-то"])
    sheet.append([])
    sheet.append([None, None])
    sheet.append(["7б", "Котова Лия"])
    sheet.column_dimensions["XFD"].width = 3
    sheet.cell(row=1_048_576, column=1).number_format = "@"
    made.create_sheet("Родители").sheet_state = "hidden"
    made.create_sheet("Как заполнять").append(["ФИО", "Класс"])
    made.create_sheet("Заметки").append(["купить мел"])

    told = await director.show(packed(made))

    assert not told["refused"]
    assert counts(told, "new")["user"] == 2
    assert counts(told, "new")["class"] == 1
    reasons = [(one["reason"], one["file"]) for one in told["notes"]]
    assert reasons.count(("column_unknown", "Ученики")) == 20
    assert ("sheet_hidden", "Родители") in reasons
    assert ("sheet_unknown", "Заметки") in reasons


async def test_formulas_errors_and_merged_cells_are_refused_where_they_say_nothing(director):
    made = Workbook()
    sheet = made.active
    sheet.title = "Ученики"
    sheet.append(["ФИО", "Класс", "Дата рождения", "Телефон", "Номер в Парте"])
    sheet.append(['=HYPERLINK("http://evil.example","Котов Лев")', "7Б"])
    sheet.append(["Котов Лев", "7Б", "#REF!"])
    sheet.append(["Котова Лия", "7А"])
    sheet.append(["Львов Пётр", None])
    sheet.append(["Рысев Яков", "7А", "31.02.2014"])
    sheet.append(["Рысева Ева", "7А", "", "7,9E+10"])
    sheet.append(["Барсов Ян", "7А", "", "+7 912"])
    sheet.append(["Барсова\u202eЯна Ян", "7А"])
    sheet.append(["Один", "7А"])
    sheet.append(["Тигров Лев", "Первоклашки"])
    sheet.append(["Тигров Ким", "7А", "", "", "первый"])
    sheet.append(["Я" * 3000, "7А"])
    sheet.merge_cells("B4:B5")

    refused = await director.refused(packed(made))

    assert refused == [
        ("Ученики", 2, "ФИО", "value_missing"),
        ("Ученики", 3, "Дата рождения", "cell_is_error"),
        ("Ученики", 5, "Класс", "value_missing"),
        ("Ученики", 6, "Дата рождения", "day_wrong"),
        ("Ученики", 7, "Телефон", "number_mangled"),
        ("Ученики", 8, "Телефон", "phone_wrong"),
        ("Ученики", 9, "ФИО", "control_characters"),
        ("Ученики", 10, "ФИО", "name_incomplete"),
        ("Ученики", 11, "Класс", "class_not_understood"),
        ("Ученики", 12, "Номер в Парте", "number_unknown"),
        ("Ученики", 13, "ФИО", "cell_too_long"),
    ]


async def test_one_id_twice_is_refused_once(director):
    rows = [["ID", "ФИО", "Класс"], ["1047", "Котов Лев", "7Б"], [1047.0, "Котова Лия", "7Б"]]

    told = await director.show(book(Ученики=rows))

    assert [(one["line"], one["reason"]) for one in told["refused"]] == [(3, "row_repeated")]
    assert counts(told, "new")["user"] == 1


async def test_one_csv_of_pupils_is_enough(director):
    rows = [
        ["ФИО", "Класс", "Телефон родителя", "Родитель"],
        ['"Котов Лев\u00a0Львович"', "7-б", '"+7 (912) 300-10-03"', "Котова Мария"],
        ["Котова Лия", "7б", "'+79123001003", "Котова Мария"],
    ]
    for encoding, separator in (
        ("utf-8", ";"),
        ("utf-8-sig", ","),
        ("utf-16", "\t"),
        ("cp1251", ";"),
        ("cp1251", ","),
    ):
        text = "\r\n".join(separator.join(row) for row in rows)

        told = await director.show(text.encode(encoding), "дети.csv")

        assert not told["refused"]
        assert counts(told, "new") == {"class": 1, "user": 3, "role": 3, "enrollment": 2, "guardianship": 2}


async def test_zero_bytes_are_told_and_not_stored(director):
    data = "ФИО;Класс;Сто\x00лбец;Номер в Парте\nКо\x00тов Лев;7Б;;\nКотов Лев;7Б;;\x007\n".encode("utf-16")

    told = await director.show(data, "дети.csv")

    assert [(one["line"], one["column"]) for one in told["refused"]] == [(2, "Фио"), (3, "Номер в парте")]
    assert "column_unknown" in [one["reason"] for one in told["notes"]]


async def test_a_csv_of_names_is_what_one_says_it_is(director):
    data = "ФИО\nЛадогина Анна\n".encode()

    assert counts(await director.show(data, "люди.csv"), "new")["role"] == 1
    wrong = await director.send(data, "люди.csv", kind="pupils")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "workbook_columns_missing")
    assert (await director.send(data, "люди.csv", kind="cats")).status_code == 422
