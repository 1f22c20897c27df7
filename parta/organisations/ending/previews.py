"""What will happen when an organisation ends: counted before anybody decides."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.access import administered_organisations
from parta.organisations.ending import queries
from parta.organisations.ending.access import Ending, find_governed, find_organisation
from parta.organisations.territories.access import governs, part_of

Belongings = Callable[[Tx, int], Awaitable[int]]

_BELONGINGS: dict[str, Belongings] = {}


def register_belongings(kind: str) -> Callable[[Belongings], Belongings]:
    """Let a higher room count what it keeps for an organisation, under a word that clients know."""

    def register(count: Belongings) -> Belongings:
        _BELONGINGS[kind] = count
        return count

    return register


class _Counts(msgspec.Struct, frozen=True):
    people: int
    pupils: int
    teachers: int
    parents: int
    classes: int
    invites: int


class EndingPreview(_Counts, frozen=True, kw_only=True):
    """What an organisation holds; `belongings` are counts of higher rooms: `chats`."""

    id: int
    name: str
    short_name: str
    belongings: dict[str, int]


class MergingPreview(EndingPreview, frozen=True, kw_only=True):
    """What joining it to another moves; `doubled` roles are in both, `same_titles` are classes called alike."""

    into_id: int
    into_name: str
    doubled: int
    same_titles: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How an organisation stands, and what the one who asks may decide about it."""

    id: int
    name: str
    short_name: str
    parent_id: int | None
    closed_at: datetime | None
    into_name: str | None
    reason: str
    may_rename: bool
    may_end: bool
    may_place: bool
    may_reopen: bool


class EndingRow(msgspec.Struct, frozen=True):
    """How an organisation ended."""

    into_id: int | None
    into_name: str | None
    reason: str
    ended_at: datetime


async def read_standing(tx: Tx, organisation_id: int, *, to: int) -> Standing:
    """How the organisation stands, for its administrators and for those who look after its territory."""
    may_end = await governs(tx, organisation_id, by=to)
    if not may_end and not (await administered_organisations(tx, to, right=None)).covers(organisation_id):
        organisation_id = 0  # whoever may neither end nor rename it learns nothing of it
    one = await find_organisation(tx, organisation_id)
    ending = await tx.row(queries.ENDING, organisation_id, into=EndingRow) if one.closed_at else None
    is_operator = (await part_of(tx, to)).is_operator
    return Standing(
        id=one.id,
        name=one.name,
        short_name=one.short_name,
        parent_id=one.parent_id,
        closed_at=one.closed_at,
        into_name=ending.into_name if ending else None,
        reason=ending.reason if ending else "",
        may_rename=one.closed_at is None,
        may_end=may_end and one.closed_at is None,
        may_place=is_operator and one.closed_at is None,
        may_reopen=is_operator and ending is not None and ending.into_id is None,
    )


async def preview_closing(tx: Tx, organisation_id: int, *, by: int) -> EndingPreview:
    """What closing the organisation would end."""
    one = await find_governed(tx, organisation_id, by=by)
    return EndingPreview(**await _held(tx, one))


async def preview_merging(tx: Tx, organisation_id: int, into_id: int, *, by: int) -> MergingPreview:
    """What joining the organisation to another would move; one must look after both."""
    one = await find_governed(tx, organisation_id, by=by)
    into = await find_governed(tx, into_id, by=by)
    if one.id == into.id:
        raise Invalid("organisation_itself", field="into_id")
    return MergingPreview(
        **await _held(tx, one),
        into_id=into.id,
        into_name=into.name,
        doubled=await tx.value(queries.IN_BOTH, one.id, into.id),
        same_titles=await tx.value(queries.SAME_TITLES, one.id, into.id),
    )


async def _held(tx: Tx, one: Ending) -> dict[str, Any]:
    counts = await tx.row(queries.COUNTS, one.id, now(), into=_Counts)
    held = msgspec.structs.asdict(counts or _Counts(0, 0, 0, 0, 0, 0))
    belongings = {kind: await count(tx, one.id) for kind, count in _BELONGINGS.items()}
    return {**held, "id": one.id, "name": one.name, "short_name": one.short_name, "belongings": belongings}
