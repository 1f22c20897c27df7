"""At eighteen a child is one no more: guardianships end by themselves where the school has told the birth date."""

from datetime import UTC, date, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid, NotFound
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs
from parta.organisations.families import queries
from parta.organisations.invites.access import find_family
from parta.organisations.invites.families import finish

EVERY = timedelta(hours=6)
AT_ONCE = 100
OLDEST = 120  # years


class BirthDate(msgspec.Struct, frozen=True):
    """When a child was born; null where nobody has told."""

    born_on: date | None


class _Grown(msgspec.Struct, frozen=True):
    child_id: int
    guardian_id: int
    told_by: int
    organisation_id: int | None


@goes_round
class EndWithAge(Job, frozen=True):
    """Look who has come of age."""


async def read_birth_date(tx: Tx, child_id: int, *, by: int) -> BirthDate:
    """What the school knows, for the staff who answer for the child."""
    family = await find_family(tx, child_id, by=by)
    if not family.is_staff:
        raise NotFound
    return BirthDate(await tx.value(queries.BORN_ON, child_id))


async def tell_birth_date(tx: Tx, child_id: int, born_on: date, *, by: int) -> None:
    """Tell when a pupil was born; guardianships end at eighteen, at once when that is past."""
    family = await find_family(tx, child_id, by=by)
    if not family.is_staff:
        raise NotFound
    today = now().astimezone(UTC).date()
    if not today - timedelta(days=366 * OLDEST) <= born_on <= today:
        raise Invalid("birth_date_wrong", field="born_on")
    if await tx.run(queries.SET_BIRTH_DATE, child_id, born_on, by):
        await tx.audit(
            "birth_date_told",
            actor_id=by,
            subject=f"person:{child_id}",
            organisation_id=family.organisation_id,
        )
        await _end_grown(tx, child_id)


@performs(EndWithAge)
async def end_with_age(tx: Tx, job: EndWithAge) -> None:
    """End some guardianships, tell both sides, and come again: at once when there are more."""
    moment = now()
    ended = await _end_grown(tx, None)
    pause = timedelta(seconds=1) if ended == AT_ONCE else EVERY
    await tx.enqueue(EndWithAge(), due_at=moment + pause, key=f"after {moment.timestamp():.0f}")


async def _end_grown(tx: Tx, only: int | None) -> int:
    today = now().astimezone(UTC).date()
    grown = await tx.rows(queries.CAME_OF_AGE, today, AT_ONCE, only, into=_Grown)
    for one in grown:
        await finish(tx, one.child_id, one.guardian_id, one.organisation_id, by=one.told_by)
        await tx.audit(
            "guardianship_came_of_age",
            actor_id=None,
            subject=f"person:{one.child_id}",
            organisation_id=one.organisation_id,
            details={"guardian_id": one.guardian_id},
        )
    return len(grown)
