"""Joining one organisation to another: everything of the first is of the second, and nothing is lost."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.ending import queries
from parta.organisations.ending.access import Ending, find_governed, require_open, require_typed
from parta.organisations.ending.closing import tell_of_change
from parta.organisations.events import OrganisationsMerged
from parta.organisations.invites.naming import one_line
from parta.organisations.structure.parting import merge_parts


class _SameYear(msgspec.Struct, frozen=True):
    old_id: int
    new_id: int


async def merge_organisations(
    tx: Tx, organisation_id: int, into_id: int, *, name: str, reason: str, by: int
) -> None:
    """Move people, classes, invites, chats and the numbers of rosters; `name`, of the first, is typed to confirm.

    Who has one role in both keeps one. A later roster of the first goes on filling the second.
    """
    await tx.values(queries.LOCK, [organisation_id, into_id])
    one = await find_governed(tx, organisation_id, by=by)
    into = await find_governed(tx, into_id, by=by)
    if one.id == into.id:
        raise Invalid("organisation_itself", field="into_id")
    require_open(one)
    require_open(into)
    require_typed(one, name)
    moment = now()
    await tx.run(queries.ENRICH_DOUBLES, one.id, into.id)
    people = await tx.values(queries.END_DOUBLES, one.id, into.id, moment)
    people += await tx.values(queries.MOVE_ROLES, one.id, into.id)
    classes = await _move_places(tx, one, into)
    await tx.run(queries.CLOSE, one.id, moment)
    await tx.run(queries.FORGET_ENDING, one.id, moment, by)
    await tx.run(queries.ADD_ENDING, one.id, into.id, one_line(reason), by, moment)
    for audited in (one.id, into.id):
        await tx.audit(
            "organisations_merged",
            actor_id=by,
            subject=f"organisation:{one.id}",
            organisation_id=audited,
            details={"name": one.name, "into": into.name, "roles": len(people), "classes": len(classes)},
        )
    tx.emit(OrganisationsMerged(organisation_id=one.id, into_id=into.id))
    tell_of_change(tx, into.id, people, classes)


async def _move_places(tx: Tx, one: Ending, into: Ending) -> tuple[int, ...]:
    """Years, classes, invites, branches and what rosters know; the ids of the classes that moved."""
    years = await tx.rows(queries.SAME_YEARS, one.id, into.id, into=_SameYear)
    old, new = [year.old_id for year in years], [year.new_id for year in years]
    await tx.run(queries.REPOINT_CLASSES, old, new)
    await tx.run(queries.REPOINT_YEAR_LINKS, old, new)
    await tx.run(queries.MOVE_YEARS, one.id, into.id, old)
    classes = await tx.values(queries.MOVE_CLASSES, one.id, into.id)
    await merge_parts(tx, one.id, into.id)
    await tx.run(queries.MOVE_INVITES, one.id, into.id)
    await tx.run(queries.MOVE_JOININGS, one.id, into.id)
    await tx.run(queries.MOVE_LINKS, one.id, into.id)
    await tx.run(queries.MOVE_IMPORTS, one.id, into.id)
    await tx.run(queries.MOVE_BRANCHES, one.id, into.id)
    return tuple(classes)
