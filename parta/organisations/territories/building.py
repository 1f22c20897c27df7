"""Building the tree: territories made, renamed, moved and taken away, and organisations put into them."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.organisations.access import require_operator
from parta.organisations.events import RolesChanged
from parta.organisations.invites.naming import one_line
from parta.organisations.roster.sources import spoken_title
from parta.organisations.territories import queries
from parta.organisations.territories.access import TerritoryKind, TerritoryRow, find_territory

# Nothing stands in what ranks as high or lower, so there is no way to build a circle.
RANKS: dict[TerritoryKind, int] = {"country": 0, "region": 1, "district": 2}

Title = Annotated[str, Meta(min_length=1, max_length=300)]
GuideUrl = Annotated[str, Meta(max_length=500, pattern=r"^(https://[^\s]+)?$")]
OneOf = Annotated[int, Meta(ge=1, le=2**62)]


class NewTerritory(msgspec.Struct, frozen=True):
    """A territory to make; `guide_url` leads to its own instructions."""

    kind: TerritoryKind
    name: Title
    parent_id: OneOf | None = None
    guide_url: GuideUrl = ""


class TerritoryChanges(msgspec.Struct, frozen=True):
    """What to change; what is not given stays."""

    name: Title | UnsetType = UNSET
    parent_id: OneOf | UnsetType | None = UNSET
    guide_url: GuideUrl | UnsetType = UNSET


class _Namesake(msgspec.Struct, frozen=True):
    id: int
    name: str


async def create_territory(tx: Tx, new: NewTerritory, *, by: int | None) -> int:
    """Make a territory; 409 `territory_exists` beside one of the same name, 422 `territory_misplaced`."""
    await require_operator(tx, by=by)
    await tx.value(queries.LOCK_TREE)
    name = _title(new.name)
    await _check_parent(tx, new.kind, new.parent_id)
    await _refuse_namesake(tx, new.kind, name, new.parent_id)
    made: int = await tx.value(queries.ADD_TERRITORY, new.kind, name, new.parent_id, new.guide_url)
    await _audit(tx, "territory_made", made, {"kind": new.kind, "name": name}, by=by)
    return made


async def change_territory(tx: Tx, territory_id: int, changes: TerritoryChanges, *, by: int | None) -> None:
    """Rename a territory or move it with all below it; refusals are those of making one."""
    await require_operator(tx, by=by)
    await tx.value(queries.LOCK_TREE)
    old = await find_territory(tx, territory_id)
    new = TerritoryRow(
        old.id,
        old.kind,
        old.name if changes.name is UNSET else _title(changes.name),
        old.parent_id if changes.parent_id is UNSET else changes.parent_id,
        old.guide_url if changes.guide_url is UNSET else changes.guide_url,
    )
    if new == old:
        return
    if new.parent_id != old.parent_id:
        await _check_parent(tx, new.kind, new.parent_id)
    await _refuse_namesake(tx, new.kind, new.name, new.parent_id, besides=territory_id)
    await tx.run(queries.CHANGE_TERRITORY, territory_id, new.name, new.parent_id, new.guide_url)
    was: dict[str, object] = {
        "name": new.name,
        "was": old.name,
        "parent_id": new.parent_id,
        "was_in": old.parent_id,
    }
    await _audit(tx, "territory_changed", territory_id, was, by=by)


async def remove_territory(tx: Tx, territory_id: int, *, by: int) -> None:
    """Take an empty territory away with its staff; 409 `territory_not_empty`."""
    await require_operator(tx, by=by)
    await tx.value(queries.LOCK_TREE)
    old = await find_territory(tx, territory_id)
    if await tx.value(queries.HAS_BELOW, territory_id):
        raise Conflict("territory_not_empty")
    moment = now()
    await tx.run(queries.CLOSE_TERRITORY, territory_id, moment)
    for person_id in await tx.values(queries.DISMISS_ALL, territory_id, moment):
        tx.emit(RolesChanged(person_id=person_id))
    await _audit(tx, "territory_removed", territory_id, {"name": old.name}, by=by)


async def place_organisation(tx: Tx, organisation_id: int, territory_id: int | None, *, by: int) -> None:
    """Put an organisation into a territory, or into none."""
    await require_operator(tx, by=by)
    if not await tx.value(queries.ORGANISATION, organisation_id):
        raise NotFound
    if territory_id is not None:
        await find_territory(tx, territory_id)
    if await tx.value(queries.PLACE, organisation_id, territory_id):
        await tx.audit(
            "organisation_placed",
            actor_id=by,
            subject=f"organisation:{organisation_id}",
            organisation_id=organisation_id,
            details={"territory_id": territory_id},
        )


async def _check_parent(tx: Tx, kind: TerritoryKind, parent_id: int | None) -> None:
    if parent_id is None:
        return
    parent = await find_territory(tx, parent_id)
    if RANKS[parent.kind] >= RANKS[kind]:
        raise Invalid("territory_misplaced", field="parent_id")


async def _refuse_namesake(
    tx: Tx, kind: TerritoryKind, name: str, parent_id: int | None, *, besides: int | None = None
) -> None:
    rows = await tx.rows(queries.NAMESAKES, kind, parent_id, into=_Namesake)
    if any(row.id != besides and spoken_title(row.name) == spoken_title(name) for row in rows):
        raise Conflict("territory_exists")


def _title(text: str) -> str:
    name = one_line(text)
    if not name:
        raise Invalid("invalid", field="name")
    return name


async def _audit(
    tx: Tx, action: str, territory_id: int, details: dict[str, object], *, by: int | None
) -> None:
    await tx.audit(action, actor_id=by, subject=f"territory:{territory_id}", details=details)
