"""The door of support: whose way in somebody may mend. Forbidden and absent are one answer."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.identity.moving.moves import KeptMove
from parta.identity.moving.starting import find_move
from parta.organisations.access import Administration, administered_organisations
from parta.organisations.support import queries


class _Place(msgspec.Struct, frozen=True):
    organisation_id: int | None
    role: str


async def require_support(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> None:
    """404 unless this person is somebody here and `by` administers the place, and every place where they are staff.

    A way in is power: an administrator's is mended by an operator only, and nobody mends their own.
    """
    administration = await administered_organisations(tx, by, right="people")
    if by == person_id or not administration.covers(organisation_id):
        raise NotFound
    if not await tx.value(queries.IS_HERE, person_id, organisation_id):
        raise NotFound
    places = await tx.rows(queries.STAFF_PLACES, person_id, into=_Place)
    if not all(_may_mend(administration, place) for place in places):
        raise NotFound


def _may_mend(administration: Administration, place: _Place) -> bool:
    if administration.is_operator:
        return True
    return (
        place.role == "teacher"
        and place.organisation_id is not None
        and administration.covers(place.organisation_id)
    )


async def find_move_here(tx: Tx, organisation_id: int, move_id: int, *, by: int) -> KeptMove:
    """A move the staff have begun or were asked to help with; 404 for everybody who may not mend the way in."""
    person_id: int | None = await tx.value(queries.PERSON_OF_MOVE, move_id)
    if person_id is None:
        raise NotFound
    await require_support(tx, organisation_id, person_id, by=by)
    return await find_move(tx, move_id, of=person_id)
