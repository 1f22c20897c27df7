"""Workbooks made in a test: rows in, XLSX out."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

Sheet = Sequence[Sequence[Any]]

STAFF: Sheet = [
    ["ФИО", "Телефон", "Почта", "Должность", "Предмет", "Классное руководство"],
    ["Ладогина Анна Сергеевна", "8 (912) 300-10-01", "", "Учитель", "География", "7 Б"],
    ["Озерцов Пётр Ильич", 79123001009.0, "ozertsov@school.example", "Завуч", "", ""],
]
PUPILS: Sheet = [
    ["Фамилия", "Имя", "Отчество", "Класс", "Телефон", "Родитель 1", "Телефон родителя 1", "Родитель 2", "Почта родителя 2"],
    ["Петров", "Иван", "Ильич", "7Б", "+7 912 300 10 05", "Петрова Ольга", "9123001002", "Петров Илья", "i@home.example"],
    ["Соколова", "Вера", "", "7-б", "", "Петрова Ольга", "8-912-300-10-02", "", ""],
]  # fmt: skip
GROUPS: Sheet = [
    ["Группа", "Вид", "Предмет", "Учитель", "Состав"],
    ["География, 7 Б", "предмет", "География", "Ладогина Анна Сергеевна", "7Б"],
]


def book(**sheets: Sheet) -> bytes:
    """A workbook of sheets by their Russian names."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return packed(made)


def packed(made: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def school(**changed: Sheet) -> bytes:
    """A small school: two of the staff, two pupils of one class, their parents, a subject group."""
    return book(**{"Сотрудники": STAFF, "Ученики": PUPILS, "Группы": GROUPS, **changed})
