"""Taking the change of the year back, while nothing has been built upon it."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.organisations.access import require_administrator
from parta.organisations.roster.queries_imports import LOCK_ROSTERS
from parta.organisations.school_year import queries
from parta.organisations.school_year.changing import UNDOABLE_FOR, ChangeRow, Done, announce
from parta.organisations.structure.queries_groups import CLOSE_GROUP, LOCK_STRUCTURE


async def undo_year(tx: Tx, organisation_id: int, change_id: int, *, by: int) -> None:
    """Put classes, places and roles back as they were before the change.

    409 `school_year_too_old` after seven days, `school_year_built_upon` once a roster was applied, a class was
    renamed or filled, a title given away or a role given anew. What people left by themselves meanwhile, and groups
    in chats that they were let go from, are not brought back.
    """
    await require_administrator(tx, organisation_id, right="people", by=by)
    await tx.run(LOCK_ROSTERS)
    await tx.value(LOCK_STRUCTURE, organisation_id)
    row = await tx.row(queries.CHANGES, organisation_id, change_id, into=ChangeRow)
    if row is None:
        raise NotFound
    moment = now()
    if row.made_at + UNDOABLE_FOR <= moment:
        raise Conflict("school_year_too_old")
    done = msgspec.json.decode(row.done, type=Done)
    await _refuse_if_built_upon(tx, organisation_id, done, row)
    await _lower_classes(tx, done)
    await tx.run(queries.REOPEN_CLASSES, done.closed_ids)
    people = set(await tx.values(queries.REOPEN_ROLES, organisation_id, row.made_at))
    people |= set(await tx.values(queries.REOPEN_PLACES, organisation_id, row.made_at))
    for class_id in done.added_ids:
        await tx.run(CLOSE_GROUP, class_id, moment)
    await tx.run(queries.NOTE_UNDONE, change_id, by, moment)
    await tx.audit(
        "school_year_undone",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details={"starts_in": row.starts_in},
    )
    announce(tx, organisation_id, done, people)


async def _refuse_if_built_upon(tx: Tx, organisation_id: int, done: Done, row: ChangeRow) -> None:
    if await tx.value(
        queries.BUILT_UPON,
        organisation_id,
        [one.id for one in done.raised],
        [one.new_title for one in done.raised],
        [one.new_grade for one in done.raised],
        done.closed_ids,
        done.added_ids,
        row.made_at,
        [one.title.lower() for one in done.raised],
    ):
        raise Conflict("school_year_built_upon")


async def _lower_classes(tx: Tx, done: Done) -> None:
    await tx.run(
        queries.LOWER_CLASSES,
        [one.id for one in done.raised],
        [one.title for one in done.raised],
        [one.grade for one in done.raised],
        [one.year_id for one in done.raised],
    )
