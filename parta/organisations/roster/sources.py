"""Whose roster is it? sourcedIds mean something only within the system that gave them: many a school is «1»."""

from collections import defaultdict

import msgspec

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.access import Administration
from parta.organisations.roster import queries_current as queries
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.values import spoken

# A school may be renamed and people marry, but not half of them at once.
_ENOUGH = 0.5


class _OrgOfSource(msgspec.Struct, frozen=True):
    source_id: int
    sourced_id: str
    name: str


class _PeopleOfSource(msgspec.Struct, frozen=True):
    source_id: int
    matches: int


async def find_source(tx: Tx, bundle: Bundle, administration: Administration) -> int | None:
    """The source this bundle continues, or None for a new one.

    422 `roster_source_unclear` when only changes are given and several sources could be meant.
    """
    found = await _by_organisations(tx, bundle, administration.scope())
    if found is None and "orgs" not in bundle.modes:
        found = await _by_people(tx, bundle, administration.scope())
    return found


async def _by_organisations(tx: Tx, bundle: Bundle, scope: list[int] | None) -> int | None:
    named = {
        *bundle.orgs,
        *bundle.deleted["orgs"],
        *(one.org for one in bundle.classes.values()),
        *(one.org for one in bundle.roles.values()),
        *(org for one in bundle.users.values() for org in one.orgs),
    }
    candidates: defaultdict[int, list[_OrgOfSource]] = defaultdict(list)
    for row in await tx.rows(queries.SOURCES_OF_ORGS, list(named), scope, into=_OrgOfSource):
        candidates[row.source_id].append(row)
    by_name = {source_id: _count_names(bundle, rows) for source_id, rows in candidates.items()}
    best = max(by_name, key=lambda source_id: by_name[source_id], default=None)
    if best is not None and by_name[best]:
        return best
    likeness = {source_id: await _likeness(tx, bundle, source_id) for source_id in candidates}
    best = max(likeness, key=lambda source_id: likeness[source_id], default=None)
    return best if best is not None and likeness[best] >= _ENOUGH else None


def _count_names(bundle: Bundle, rows: list[_OrgOfSource]) -> int:
    return sum(
        row.sourced_id in bundle.orgs
        and spoken_title(bundle.orgs[row.sourced_id].name) == spoken_title(row.name)
        for row in rows
    )


async def _likeness(tx: Tx, bundle: Bundle, source_id: int) -> float:
    """Which part of the people known by these sourcedIds is called as the bundle calls them."""
    people = list(bundle.users.values())
    names = [spoken(one.family_name, one.given_name) for one in people]
    part: float = await tx.value(
        queries.COUNT_NAMESAKES, source_id, [one.sourced_id for one in people], names
    )
    return part


async def _by_people(tx: Tx, bundle: Bundle, scope: list[int] | None) -> int | None:
    named = {
        *bundle.users,
        *bundle.deleted["users"],
        *bundle.classes,
        *(one.user for one in bundle.roles.values()),
        *(one.user for one in bundle.enrollments.values()),
        *(one.klass for one in bundle.enrollments.values()),
    }
    rows = await tx.rows(queries.SOURCES_OF_PEOPLE, list(named), scope, into=_PeopleOfSource)
    if len(rows) > 1 and rows[1].matches >= rows[0].matches * _ENOUGH:
        raise Invalid("roster_source_unclear")
    return rows[0].source_id if rows else None


def spoken_title(name: str) -> str:
    """A name of an organisation as people compare names: case, quotes, spaces and ё do not matter."""
    plain = name.casefold().replace("ё", "е").translate(str.maketrans("«»„“”", '"' * 5))
    return " ".join(plain.split())
