"""The register of consents of an organisation: who agreed to what, who took it back, for whom a guardian has not agreed."""

import datetime as dt
from typing import Literal, get_args

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.sheets import Cell
from parta.identity.stored_data import Words
from parta.organisations.access import require_administrator
from parta.organisations.events import MinorsRead
from parta.personal_data import queries

Show = Literal["all", "without", "minors", "withdrawn"]
SHOWS: tuple[Show, ...] = get_args(Show)
MOST_IN_SHEET = 20_000


class RegisterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One person: what they agreed to themselves, what a guardian did for them, and whether it is being taken back."""

    person_id: int
    family_name: str
    given_name: str
    patronymic: str
    roles: list[str]
    own_version: str | None
    own_given_at: dt.datetime | None
    guardian_version: str | None
    guardian_given_at: dt.datetime | None
    guardian_way: Literal["here", "paper"] | None
    signed_on: dt.date | None
    guardian_name: str
    withdrawn_at: dt.datetime | None
    erase_at: dt.datetime | None
    # The last paper that was noted here: "consent", "withdrawal" or nothing.
    paper: str
    paper_document: str
    paper_signed_by: str
    paper_signed_on: dt.date | None
    paper_remark: str


class _Row(RegisterLine, frozen=True, kw_only=True):
    search_name: str


async def list_register(
    tx: Tx, organisation_id: int, *, show: Show, after: str | None, limit: int, by: int
) -> Page[RegisterLine]:
    """A page of the register by surname, for the administrator."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    name, last_id = decode_key(after, tuple[str, int]) if after else ("", 0)
    rows = await tx.rows(queries.REGISTER, organisation_id, name, last_id, show, limit + 1, into=_Row)
    page = rows[:limit]
    _tell_looked_at(tx, page, "profile", organisation_id, by=by)
    more = encode_key(page[-1].search_name, page[-1].person_id) if len(rows) > limit else None
    return Page([_line(row) for row in page], more)


HEADS: list[Words] = [
    ("Фамилия", "Family name"),
    ("Имя", "Given name"),
    ("Отчество", "Patronymic"),
    ("Роли", "Roles"),
    ("Своё согласие, редакция", "Own consent, version"),
    ("Своё согласие, дата (UTC)", "Own consent, date (UTC)"),
    ("Согласие представителя, редакция", "Guardian's consent, version"),
    ("Кто дал", "Given by"),
    ("Как", "How"),
    ("Дата", "Date"),
    ("Отозвано (UTC)", "Withdrawn (UTC)"),
    ("Стирание (UTC)", "Erased on (UTC)"),
]
WAYS: dict[str | None, Words] = {
    "here": ("в Парте", "in Parta"),
    "paper": ("на бумаге", "on paper"),
    None: ("", ""),
}
ROLES: dict[str, Words] = {
    "pupil": ("ученик", "pupil"),
    "parent": ("родитель", "parent"),
    "teacher": ("учитель", "teacher"),
    "administrator": ("администратор", "administrator"),
}


async def register_sheet(
    tx: Tx, organisation_id: int, *, show: Show, language: str, by: int
) -> tuple[list[str], list[list[Cell]]]:
    """The register as a table: heads and rows. Taking it away is written to the audit log."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    rows = await tx.rows(queries.REGISTER, organisation_id, "", 0, show, MOST_IN_SHEET, into=_Row)
    await tx.audit(
        "consents_taken_away",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details={"rows": len(rows), "show": show},
    )
    _tell_looked_at(tx, rows, "table", organisation_id, by=by)
    number = 1 if language == "en" else 0
    return [head[number] for head in HEADS], [_cells(row, number) for row in rows]


def _tell_looked_at(tx: Tx, rows: list[_Row], sort: str, organisation_id: int, *, by: int) -> None:
    """Guardians read who of the staff looked at data of their children; a child's consents are such data."""
    people = [row.person_id for row in rows if "pupil" in row.roles]
    tx.emit(MinorsRead(reader_id=by, person_ids=people, sort=sort, organisation_id=organisation_id))


def _cells(row: _Row, number: int) -> list[Cell]:
    signed = row.signed_on.isoformat() if row.signed_on else _day(row.guardian_given_at)
    return [
        row.family_name,
        row.given_name,
        row.patronymic,
        ", ".join(ROLES.get(role, (role, role))[number] for role in row.roles),
        row.own_version or "",
        _day(row.own_given_at),
        row.guardian_version or "",
        row.guardian_name,
        WAYS[row.guardian_way][number],
        signed,
        _day(row.withdrawn_at),
        _day(row.erase_at),
    ]


def _day(moment: dt.datetime | None) -> str:
    return moment.astimezone(dt.UTC).date().isoformat() if moment else ""


def _line(row: _Row) -> RegisterLine:
    return RegisterLine(**{field: getattr(row, field) for field in RegisterLine.__struct_fields__})
