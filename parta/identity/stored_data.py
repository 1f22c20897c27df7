"""«Передаваемые данные»: one registry of every table that holds somebody's data, and the page built from it.

Each column is either shown to its person or kept back for a reason that is shown. A test reads the real
schema: a table that refers to people, or a column of one, that is not declared here fails it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from parta.core.db import Tx

# Russian, English.
Words = tuple[str, str]

MOST_ROWS = 200


class Shown(msgspec.Struct, frozen=True):
    """A column its person sees: its name and what it is for."""

    name: Words
    purpose: Words


class StoredTable(msgspec.Struct, frozen=True):
    """A table with somebody's rows. `owner` is an SQL condition on the row, with the person's id as $1."""

    table: str
    title: Words
    owner: str
    shown: Mapping[str, Shown]
    # Columns that are stored too but say nothing by themselves, or must not be read off a screen; and why.
    technical: tuple[str, ...] = ()
    technical_purpose: Words = ("служебные номера, связывающие строки", "internal numbers that join rows")
    order: str = "1"


class StoredItem(msgspec.Struct, frozen=True):
    """One stored value."""

    name: str
    value: str
    purpose: str


class StoredSection(msgspec.Struct, frozen=True):
    """What one table holds about the person."""

    section: str
    title: str
    items: list[StoredItem]


REGISTRY: dict[str, StoredTable] = {}


def register(*tables: StoredTable) -> None:
    """Declare tables that hold data of people; a room calls this when it is imported."""
    for table in tables:
        if REGISTRY.setdefault(table.table, table) != table:
            raise ValueError(f"{table.table} is declared twice")


async def describe_stored_data(tx: Tx, person_id: int, *, locale: str) -> list[StoredSection]:
    """Everything the declared tables hold about the person; long tables by their newest rows."""
    language = 1 if locale == "en" else 0
    return [await _section(tx, table, person_id, language) for table in REGISTRY.values()]


async def _section(tx: Tx, table: StoredTable, person_id: int, language: int) -> StoredSection:
    items: list[StoredItem] = []
    columns = ", ".join(f't."{column}"' for column in table.shown) or "1"
    # Names come from the registry, never from a request.
    records = await tx.connection.fetch(
        f"SELECT {columns} FROM {table.table} t WHERE {table.owner} ORDER BY {table.order} LIMIT {MOST_ROWS}",
        person_id,
    )
    for record in records:
        items += [
            StoredItem(shown.name[language], _said(record[column], language), shown.purpose[language])
            for column, shown in table.shown.items()
        ]
    if records and table.technical:
        name = ("Служебные поля", "Internal fields")[language]
        items.append(StoredItem(name, ", ".join(table.technical), table.technical_purpose[language]))
    return StoredSection(table.table, table.title[language], items)


def _said(value: Any, language: int) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return (("нет", "no"), ("да", "yes"))[value][language]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return str(value)


# Tables whose columns name people by their ids, found in the real schema.
COLUMNS_OF_PEOPLE = """
    SELECT DISTINCT c.table_name::text AS table_name, c.column_name::text AS column_name
      FROM information_schema.columns c
     WHERE c.table_schema = 'public'
       AND c.table_name IN (
           SELECT conrelid::regclass::text FROM pg_constraint
            WHERE contype = 'f' AND confrelid = 'people'::regclass
           UNION SELECT unnest($1::text[]))
     ORDER BY 1, 2
"""


async def find_undeclared(tx: Tx) -> list[str]:
    """Every `table.column` that holds people's data and is not declared, and every declared one that is gone."""
    records = await tx.connection.fetch(COLUMNS_OF_PEOPLE, list(REGISTRY))
    real = {f"{record['table_name']}.{record['column_name']}" for record in records}
    declared = {f"{t.table}.{column}" for t in REGISTRY.values() for column in (*t.shown, *t.technical)}
    return sorted(real ^ declared)
