"""The audit log for those who answer for an organisation. In Russian: «журнал действий»."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from parta.core.audit import action_words
from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.core.sheets import Cell
from parta.organisations.access import require_administrator, require_operator
from parta.organisations.events import MinorsRead
from parta.safety import queries_journal as queries
from parta.safety.people import PersonBrief, briefs

MOST_IN_TABLE = 10_000
NEWEST = 2**63 - 1


class JournalFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries: what was done, by or about whom, from when, until when."""

    action: str | None = None
    person_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


class JournalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom; `actor_id` is null for the server itself, `about_id` for what is no person."""

    id: int
    at: datetime
    actor_id: int | None
    action: str
    words: str
    about_id: int | None
    subject: str
    details: dict[str, Any]


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the log, the newest first, with the people it names."""

    items: list[JournalEntry]
    people: list[PersonBrief]
    next: str | None = None


class ActionName(msgspec.Struct, frozen=True):
    """Something that was done, for the filter."""

    action: str
    words: str


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    at: datetime
    actor_id: int | None
    action: str
    subject: str
    details: str


async def read_journal(
    tx: Tx,
    organisation_id: int | None,
    filters: JournalFilters,
    *,
    after: str | None,
    limit: int,
    by: int,
    locale: str,
) -> Journal:
    """Read a page; of everything for an operator with `organisation_id` None. 404 for everybody else."""
    await _require(tx, organisation_id, by)
    _note(tx, organisation_id, filters, by)
    before = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await _rows(tx, organisation_id, filters, before, limit)
    items = [_told(row, locale) for row in rows]
    named = {one for item in items for one in (item.actor_id, item.about_id) if one is not None}
    return Journal(
        items=items,
        # What they did is theirs to answer for: the log names them to whoever may read it.
        people=await briefs(tx, sorted(named), to=None, locale=locale),
        next=encode_key(items[-1].id) if len(items) == limit else None,
    )


async def list_actions(tx: Tx, organisation_id: int | None, *, by: int, locale: str) -> list[ActionName]:
    """List what was done lately, by name."""
    await _require(tx, organisation_id, by)
    sql = queries.ACTIONS_OF_ALL if organisation_id is None else queries.ACTIONS
    found = await tx.values(sql, organisation_id)
    return sorted((ActionName(one, action_words(one, locale)) for one in found), key=lambda a: a.words)


async def journal_table(
    tx: Tx, organisation_id: int | None, filters: JournalFilters, *, by: int, locale: str
) -> list[list[Cell]]:
    """Read at most 10 000 entries as rows of a table; taking them away is written down itself."""
    await _require(tx, organisation_id, by)
    _note(tx, organisation_id, filters, by)
    rows = await _rows(tx, organisation_id, filters, NEWEST, MOST_IN_TABLE)
    items = [_told(row, locale) for row in rows]
    named = sorted({one for item in items for one in (item.actor_id, item.about_id) if one is not None})
    names = {
        person.id: " ".join(filter(None, (person.family_name, person.given_name, person.patronymic)))
        for person in await briefs(tx, named, to=None, locale=locale)
    }
    tx.emit(MinorsRead(reader_id=by, person_ids=named, sort="table", organisation_id=organisation_id))
    subject = "installation" if organisation_id is None else f"organisation:{organisation_id}"
    await tx.audit("audit_exported", actor_id=by, subject=subject, organisation_id=organisation_id)
    return [_cells(item, names) for item in items]


def _note(tx: Tx, organisation_id: int | None, filters: JournalFilters, by: int) -> None:
    """Asking the log about one person is looking at that person's data."""
    if filters.person_id is not None:
        tx.emit(
            MinorsRead(
                reader_id=by,
                person_ids=[filters.person_id],
                sort="journal",
                organisation_id=organisation_id,
            )
        )


async def _require(tx: Tx, organisation_id: int | None, by: int) -> None:
    if organisation_id is None:
        await require_operator(tx, by=by)
    else:
        await require_administrator(tx, organisation_id, right="personal_data", by=by)


async def _rows(
    tx: Tx, organisation_id: int | None, filters: JournalFilters, before: int, limit: int
) -> Sequence[_Row]:
    return await tx.rows(
        queries.PAGE_OF_ALL if organisation_id is None else queries.PAGE,
        organisation_id,
        filters.action,
        filters.person_id,
        filters.since,
        filters.until,
        before,
        limit,
        into=_Row,
    )


def _told(row: _Row, locale: str) -> JournalEntry:
    kind, _, number = row.subject.partition(":")
    return JournalEntry(
        id=row.id,
        at=row.at,
        actor_id=row.actor_id,
        action=row.action,
        words=action_words(row.action, locale),
        about_id=int(number) if kind == "person" and number.isdigit() else None,
        subject=row.subject,
        details=msgspec.json.decode(row.details, type=dict[str, Any]),
    )


def _cells(item: JournalEntry, names: dict[int, str]) -> list[Cell]:
    return [
        item.at.isoformat(timespec="seconds"),
        names.get(item.actor_id or 0, "" if item.actor_id is None else str(item.actor_id)),
        item.words,
        names.get(item.about_id or 0, item.subject),
        msgspec.json.encode(item.details).decode(),
    ]
