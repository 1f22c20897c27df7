"""The new school year is begun: all of what the preview shows in one transaction, or nothing."""

from datetime import date, datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.organisations.access import require_administrator
from parta.organisations.events import RolesChanged, RosterApplied, SchoolYearBegan
from parta.organisations.roster.queries_imports import LOCK_ROSTERS
from parta.organisations.school_year import queries
from parta.organisations.school_year.planning import Plan, make_plan, year_to_begin
from parta.organisations.school_year.shapes import YearChange, YearOrder, YearState
from parta.organisations.structure.queries_groups import LOCK_STRUCTURE

UNDOABLE_FOR = timedelta(days=7)


class Raised(msgspec.Struct, frozen=True):
    """A class before and after."""

    id: int
    title: str
    grade: str
    year_id: int | None
    new_title: str
    new_grade: str


class Done(msgspec.Struct, frozen=True):
    """What was done, as undoing needs it; whose places and roles ended is found by the moment."""

    raised: list[Raised]
    closed_ids: list[int]
    added_ids: list[int]


class ChangeRow(msgspec.Struct, frozen=True):
    """A change that was made and not taken back."""

    id: int
    organisation_id: int
    starts_in: int
    done: str
    made_at: datetime


async def read_state(tx: Tx, organisation_id: int, *, by: int) -> YearState:
    """Tell which year would begin and what was done last; for who administers people."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    starts_in = year_to_begin(now().date())
    return YearState(
        starts_in,
        await tx.value(queries.LAST_GRADE, organisation_id),
        bool(await tx.value(queries.BEGUN, organisation_id, starts_in)),
        await _last(tx, organisation_id),
    )


async def begin_year(tx: Tx, organisation_id: int, order: YearOrder, *, by: int) -> YearChange:
    """Do what the preview shows.

    409 `school_year_outdated` when the data has changed since, `school_year_conflicts` while two classes would bear
    one title, `school_year_begun` when this year's change was made already.
    """
    await require_administrator(tx, organisation_id, right="people", by=by)
    # In this order everywhere: rosters first, then the structure.
    await tx.run(LOCK_ROSTERS)
    await tx.value(LOCK_STRUCTURE, organisation_id)
    plan = await make_plan(tx, organisation_id, order.choices)
    starts_in = plan.preview.starts_in
    if await tx.value(queries.BEGUN, organisation_id, starts_in):
        raise Conflict("school_year_begun")
    if plan.preview.fingerprint != order.fingerprint:
        raise Conflict("school_year_outdated")
    if plan.preview.conflicts:
        raise Conflict("school_year_conflicts", titles=plan.preview.conflicts)
    moment = now()
    done = await _write(tx, organisation_id, plan, moment)
    await tx.run(queries.SET_LAST_GRADE, organisation_id, order.choices.last_grade)
    body = msgspec.json.encode(done).decode()
    change_id = await tx.value(queries.KEEP_CHANGE, organisation_id, starts_in, body, by, moment)
    await tx.audit(
        "school_year_changed",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details=_told(plan),
    )
    return YearChange(change_id, starts_in, moment, moment + UNDOABLE_FOR)


async def _write(tx: Tx, organisation_id: int, plan: Plan, moment: datetime) -> Done:
    year_id = await _year(tx, organisation_id, plan.preview.starts_in)
    before = {row.id: row for row in plan.classes}
    raised = [
        Raised(one.id, one.title, one.grade, before[one.id].school_year_id, one.new_title, one.new_grade)
        for one in plan.preview.going_up
    ]
    await tx.run(
        queries.RAISE_CLASSES,
        [one.id for one in raised],
        [one.new_title for one in raised],
        [one.new_grade for one in raised],
        year_id,
        moment,
    )
    await tx.run(queries.CLOSE_CLASSES, plan.closed_ids, moment)
    told = set(await tx.values(queries.END_PLACES_IN, plan.closed_ids, moment))
    await tx.run(queries.END_PLACES_OF, organisation_id, plan.leavers, moment)
    # Guardians are asked for while they still have something to lose here.
    told.update(await tx.values(queries.GUARDIANS, sorted(told | set(plan.leavers))))
    await tx.run(queries.END_ROLES, organisation_id, plan.leavers, "pupil", moment)
    await tx.run(queries.END_ROLES, organisation_id, plan.parents, "parent", moment)
    fresh = plan.preview.new_classes
    added = await tx.values(
        queries.ADD_CLASSES,
        organisation_id,
        [one.title for one in fresh],
        [one.grade for one in fresh],
        year_id,
    )
    done = Done(raised, plan.closed_ids, added)
    announce(tx, organisation_id, done, told | set(plan.leavers) | set(plan.parents))
    tx.emit(SchoolYearBegan(organisation_id=organisation_id, class_ids=[one.id for one in raised]))
    return done


def announce(tx: Tx, organisation_id: int, done: Done, people: set[int]) -> None:
    """Let chats follow, and tell everybody whose place, role or teachers are others now."""
    classes = [*(one.id for one in done.raised), *done.closed_ids, *done.added_ids]
    tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=sorted(classes)))
    for person_id in sorted(people):
        tx.emit(RolesChanged(person_id=person_id))


async def _year(tx: Tx, organisation_id: int, starts_in: int) -> int:
    starts, ends = date(starts_in, 9, 1), date(starts_in + 1, 8, 31)
    found: int | None = await tx.value(queries.YEAR, organisation_id, starts)
    if found is not None:
        return found
    title = f"{starts_in}/{(starts_in + 1) % 100:02}"
    made: int = await tx.value(queries.ADD_YEAR, organisation_id, title, starts, ends)
    return made


async def _last(tx: Tx, organisation_id: int) -> YearChange | None:
    row = await tx.row(queries.CHANGES, organisation_id, None, into=ChangeRow)
    if row is None:
        return None
    until = row.made_at + UNDOABLE_FOR
    return YearChange(row.id, row.starts_in, row.made_at, until if until > now() else None)


def _told(plan: Plan) -> dict[str, int]:
    preview = plan.preview
    return {
        "starts_in": preview.starts_in,
        "going_up": len(preview.going_up),
        "leaving": len(preview.leaving),
        "pupils_leaving": preview.pupils_leaving,
        "parents_leaving": preview.parents_leaving,
        "groups_closed": sum(not one.kept for one in preview.study_groups),
        "new_classes": len(preview.new_classes),
    }
