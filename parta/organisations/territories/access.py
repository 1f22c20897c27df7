"""The doors of territories: who looks after which part of the tree. Forbidden and absent are one answer."""

from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.territories import queries

TerritoryKind = Literal["country", "region", "district"]


class Part(msgspec.Struct, frozen=True):
    """What somebody looks after: these territories with all below them, or everything for an operator."""

    is_operator: bool
    territory_ids: frozenset[int]

    def __bool__(self) -> bool:
        return self.is_operator or bool(self.territory_ids)

    def covers(self, territory_id: int | None) -> bool:
        """Say whether this territory is among them; what stands nowhere is the operator's."""
        return self.is_operator or territory_id in self.territory_ids

    def scope(self) -> tuple[bool, list[int]]:
        """What a query about one's part asks first."""
        return self.is_operator, sorted(self.territory_ids)


class _Governed(msgspec.Struct, frozen=True):
    territory_id: int | None


async def part_of(tx: Tx, person_id: int) -> Part:
    """What this person looks after now; nothing for most."""
    rows = await tx.rows(queries.GOVERNED, person_id, into=_Governed)
    ids = [row.territory_id for row in rows]
    return Part(None in ids, frozenset(one for one in ids if one is not None))


async def require_part(tx: Tx, *, by: int) -> Part:
    """What this person looks after; 404 when that is nothing."""
    part = await part_of(tx, by)
    if not part:
        raise NotFound
    return part


async def governs(tx: Tx, organisation_id: int, *, by: int) -> bool:
    """Whether this person looks after a territory in which the organisation lies, or is that territory."""
    return bool(await tx.value(queries.GOVERNS, by, organisation_id))


async def require_governor(tx: Tx, organisation_id: int, *, by: int) -> None:
    """404 unless this person looks after that territory, or the one in which that organisation lies."""
    if not await governs(tx, organisation_id, by=by):
        raise NotFound


async def find_territory(tx: Tx, territory_id: int) -> "TerritoryRow":
    """A territory, locked for a change; 404 for what is none or is gone."""
    found = await tx.row(queries.TERRITORY_LOCKED, territory_id, into=TerritoryRow)
    if found is None:
        raise NotFound
    return found


class TerritoryRow(msgspec.Struct, frozen=True):
    """A territory as stored."""

    id: int
    kind: TerritoryKind
    name: str
    parent_id: int | None
    guide_url: str
