"""Whom one may step into: everybody in the invented town, the notable first."""

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import decode_key, encode_key
from parta.demo import queries
from parta.demo.marks import Filled
from parta.demo.queries import PersonRow, SchoolRow
from parta.safety.people import PersonBrief, briefs


class DemoPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to step into; `about` says in a line why, for the notable only."""

    person: PersonBrief
    organisation: str | None = None
    about: str = ""


class DemoPeople(msgspec.Struct, frozen=True):
    """A page of people; the notable and the schools come with the first page only."""

    notable: list[DemoPerson]
    organisations: list[SchoolRow]
    items: list[DemoPerson]
    next: str | None


class Wanted(msgspec.Struct, frozen=True):
    """What the visitor looks for."""

    text: str = ""
    role: str | None = None
    organisation_id: int | None = None


async def list_people(
    tx: Tx, filled: Filled, wanted: Wanted, *, after: str | None, limit: int, locale: str
) -> DemoPeople:
    """Give people by name; who may ask has been decided at the door."""
    last = decode_key(after, tuple[str, int]) if after else ("", 0)
    words = wanted.text.lower().replace("ё", "е").replace("-", " ").split()
    rows = await tx.rows(
        queries.PEOPLE, words, wanted.role, wanted.organisation_id, *last, limit + 1, into=PersonRow
    )
    page = rows[:limit]
    abouts = {one.person_id: one.english if locale == "en" else one.russian for one in filled.notable}
    first = after is None and wanted == Wanted()
    shown = await briefs(tx, [*abouts, *(row.id for row in page)], to=None, locale=locale)
    by_id = {brief.id: brief for brief in shown}
    return DemoPeople(
        [
            DemoPerson(person=by_id[key], about=about)
            for key, about in abouts.items()
            if first and key in by_id
        ],
        await tx.rows(queries.SCHOOLS, into=SchoolRow) if after is None else [],
        [DemoPerson(person=by_id[row.id], organisation=row.organisation) for row in page if row.id in by_id],
        encode_key(page[-1].search_name, page[-1].id) if len(rows) > limit else None,
    )
