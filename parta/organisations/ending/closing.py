"""Closing an organisation and, within a month, opening it again."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.organisations.access import require_operator
from parta.organisations.ending import queries
from parta.organisations.ending.access import find_governed, find_organisation, require_open, require_typed
from parta.organisations.ending.previews import EndingRow
from parta.organisations.events import OrganisationReopened, RolesChanged, RosterApplied
from parta.organisations.invites.naming import one_line

UNDONE_WITHIN = timedelta(days=30)


async def close_organisation(tx: Tx, organisation_id: int, *, name: str, reason: str, by: int) -> None:
    """End the organisation's roles; its chats are read on and written in no more. `name` is typed to confirm."""
    await tx.values(queries.LOCK, [organisation_id])
    one = await find_governed(tx, organisation_id, by=by)
    require_open(one)
    require_typed(one, name)
    moment = now()
    await tx.run(queries.CLOSE, one.id, moment)
    people = await tx.values(queries.END_ROLES, one.id, moment)
    await tx.run(queries.FORGET_ENDING, one.id, moment, by)
    await tx.run(queries.ADD_ENDING, one.id, None, one_line(reason), by, moment)
    await tx.audit(
        "organisation_closed",
        actor_id=by,
        subject=f"organisation:{one.id}",
        organisation_id=one.id,
        details={"name": one.name, "reason": one_line(reason), "roles": len(people)},
    )
    tell_of_change(tx, one.id, people)


async def reopen_organisation(tx: Tx, organisation_id: int, *, by: int) -> None:
    """Give the roles back that ended with the organisation, and let its chats be written in again.

    409 `organisation_open`, `organisation_joined`, or `reopening_too_late` after thirty days.
    """
    await require_operator(tx, by=by)
    await tx.values(queries.LOCK, [organisation_id])
    one = await find_organisation(tx, organisation_id)
    ending = await tx.row(queries.ENDING, one.id, into=EndingRow)
    moment = now()
    if one.closed_at is None or ending is None or ending.ended_at != one.closed_at:
        raise Conflict("organisation_open")
    if ending.into_id is not None:
        raise Conflict("organisation_joined")
    if ending.ended_at + UNDONE_WITHIN < moment:
        raise Conflict("reopening_too_late")
    await tx.run(queries.REOPEN, one.id)
    people = await tx.values(queries.BEGIN_ROLES, one.id, ending.ended_at)
    await tx.run(queries.FORGET_ENDING, one.id, moment, by)
    await tx.audit(
        "organisation_reopened",
        actor_id=by,
        subject=f"organisation:{one.id}",
        organisation_id=one.id,
        details={"name": one.name, "roles": len(people)},
    )
    tx.emit(OrganisationReopened(organisation_id=one.id, closed_at=ending.ended_at))
    tell_of_change(tx, one.id, people)


def tell_of_change(tx: Tx, organisation_id: int, people: list[int], classes: tuple[int, ...] = ()) -> None:
    """Everybody concerned asks again who they are, and the chats of the organisation follow."""
    for person_id in sorted(set(people)):
        tx.emit(RolesChanged(person_id=person_id))
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=sorted(classes)))
