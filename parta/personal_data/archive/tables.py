"""Whatever rooms have declared about a person, read row by row, so that no number of them fills the memory.

A new table is in the copy as soon as its room declares it. A guardian gets what makes the child's profile and
nothing that the child has said, done or kept.
"""

from collections.abc import AsyncIterator

import msgspec

from parta.core.db import Database
from parta.identity.stored_data import REGISTRY, StoredTable
from parta.personal_data.archive import queries
from parta.personal_data.archive.words import language_number

ROWS_AT_ONCE = 500
CHUNK = 64 * 1024

FOR_GUARDIANS = ("people", "consents", "guardian_consents", "roles", "enrollments", "guardianships")


def tables_for(*, about: int, by: int) -> list[StoredTable]:
    """Everything that is declared, for the person; a part of it for a guardian."""
    return [table for name, table in REGISTRY.items() if about == by or name in FOR_GUARDIANS]


async def rows_about(db: Database, table: StoredTable, person_id: int) -> AsyncIterator[str]:
    """The person's rows of one table as JSON, with the columns that its person may see."""
    async with db.transaction() as tx:
        await tx.begin()
        sql = queries.rows_about(table)
        async for record in tx.connection.cursor(sql, person_id, prefetch=ROWS_AT_ONCE):
            yield record[0]


class Counted:
    """Rows on their way, and how many went by."""

    def __init__(self, rows: AsyncIterator[str]) -> None:
        self._rows, self.count = rows, 0

    async def __aiter__(self) -> AsyncIterator[str]:
        async for row in self._rows:
            self.count += 1
            yield row


async def as_json(table: StoredTable, rows: Counted, language: str) -> AsyncIterator[bytes]:
    """One JSON object for programs: what the table is, what its columns are for, and the rows."""
    number = language_number(language)
    head = {
        "table": table.table,
        "title": table.title[number],
        "columns": {
            name: {"name": shown.name[number], "purpose": shown.purpose[number]}
            for name, shown in table.shown.items()
        },
    }
    pending = msgspec.json.encode(head)[:-1] + b',"rows":['
    async for row in rows:
        pending += (b",\n" if rows.count > 1 else b"\n") + row.encode()
        if len(pending) > CHUNK:
            yield pending
            pending = b""
    yield pending + b"\n]}\n"
