"""Reading the tree: the names anybody may pick from, and what lies in one's own part."""

from datetime import datetime
from typing import Literal, TypeVar

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations.territories import queries
from parta.organisations.territories.access import TerritoryKind, part_of, require_governor

T = TypeVar("T", bound=msgspec.Struct)


class TerritoryBrief(msgspec.Struct, frozen=True):
    """A territory in a list; `parted` says whether there are territories below it."""

    id: int
    kind: TerritoryKind
    name: str
    parent_id: int | None
    guide_url: str
    parted: bool


class _BriefRow(TerritoryBrief, frozen=True):
    sort: str


class Above(msgspec.Struct, frozen=True):
    """A step of the way down from the country."""

    id: int
    kind: TerritoryKind
    name: str


class TerritoryCounts(msgspec.Struct, frozen=True):
    """How much lies below; pupils and teachers are counted once for each organisation they are in."""

    territories: int
    schools: int
    vocational: int
    additional: int
    pupils: int
    teachers: int


class StaffMember(msgspec.Struct, frozen=True):
    """Who looks after a territory."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    appointed_at: datetime


class Territory(TerritoryBrief, frozen=True):
    """One territory for those who look after it; `path` ends with itself, `editable` is about the one who asks."""

    path: list[Above]
    counts: TerritoryCounts
    staff: list[StaffMember]
    editable: bool


class OrganisationBelow(msgspec.Struct, frozen=True):
    """An organisation of somebody's part, with numbers and without people."""

    id: int
    type: Literal["school", "vocational", "additional"]
    name: str
    short_name: str
    parent_id: int
    territory: str
    inn: str
    settlement: str
    closed: bool
    pupils: int
    teachers: int


class _BelowRow(OrganisationBelow, frozen=True):
    sort: str


class MyPart(msgspec.Struct, frozen=True):
    """What the one who asks looks after."""

    is_operator: bool
    territories: list[TerritoryBrief]


class _Path(msgspec.Struct, frozen=True):
    of: int
    names: list[str]


async def list_territories(
    tx: Tx, parent_id: int | None, *, after: str | None, limit: int
) -> Page[TerritoryBrief]:
    """Territories right below one, or those above which nothing stands. Their names are no secret."""
    name, last = decode_key(after, tuple[str, int]) if after else ("", 0)
    if parent_id is None:
        rows = await tx.rows(queries.ROOTS, name, last, limit + 1, into=_BriefRow)
    else:
        rows = await tx.rows(queries.CHILDREN, name, last, limit + 1, parent_id, into=_BriefRow)
    more = encode_key(rows[limit - 1].sort, rows[limit - 1].id) if len(rows) > limit else None
    return Page([_as(TerritoryBrief, row) for row in rows[:limit]], more)


async def read_part(tx: Tx, *, of: int) -> MyPart:
    """What somebody looks after, from the top; empty for most."""
    part = await part_of(tx, of)
    rows = await tx.rows(queries.MINE, of, into=_BriefRow)
    return MyPart(part.is_operator, [_as(TerritoryBrief, row) for row in rows])


async def find_territory(tx: Tx, territory_id: int, *, to: int) -> Territory:
    """One territory with its numbers and staff; 404 for those who do not look after it."""
    await require_governor(tx, territory_id, by=to)
    row = await tx.row(queries.TERRITORY, territory_id, into=_BriefRow)
    counts = await tx.row(queries.COUNTS, territory_id, into=TerritoryCounts)
    if row is None or counts is None:
        raise NotFound
    return Territory(
        **msgspec.structs.asdict(_as(TerritoryBrief, row)),
        path=await path_of(tx, territory_id),
        counts=counts,
        staff=await tx.rows(queries.STAFF, territory_id, into=StaffMember),
        editable=(await part_of(tx, to)).is_operator,
    )


async def list_organisations(
    tx: Tx, territory_id: int, *, q: str, after: str | None, limit: int, to: int
) -> Page[OrganisationBelow]:
    """Organisations anywhere below a territory, by name; 404 for those who do not look after it."""
    await require_governor(tx, territory_id, by=to)
    name, last = decode_key(after, tuple[str, int]) if after else ("", 0)
    wanted = " ".join(q.replace("\x00", "").upper().replace("Ё", "Е").split())
    rows = await tx.rows(
        queries.ORGANISATIONS_BELOW, territory_id, wanted, name, last, limit + 1, into=_BelowRow
    )
    more = encode_key(rows[limit - 1].sort, rows[limit - 1].id) if len(rows) > limit else None
    return Page([_as(OrganisationBelow, row) for row in rows[:limit]], more)


async def governors_of(tx: Tx, territory_id: int) -> list[int]:
    """Everybody who looks after a territory: its staff, the staff of all above it, and operators."""
    found: list[int] = await tx.values(queries.GOVERNORS, territory_id)
    return found


async def path_of(tx: Tx, territory_id: int) -> list[Above]:
    """The way down from the country to this territory; names of territories are no secret."""
    return await tx.rows(queries.PATH, territory_id, into=Above)


async def paths_of(tx: Tx, territory_ids: set[int]) -> dict[int, list[str]]:
    """The names of these territories, each after those above it, in one query."""
    rows = await tx.rows(queries.PATHS, sorted(territory_ids), into=_Path) if territory_ids else []
    return {row.of: row.names for row in rows}


def _as(shape: type[T], row: msgspec.Struct) -> T:
    return msgspec.convert(row, shape, from_attributes=True)
