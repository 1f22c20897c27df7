"""A wrong role put right by an administrator, and a teacher's confirmation withdrawn."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.organisations.access import require_administrator
from parta.organisations.events import RolesChanged
from parta.organisations.invites import queries, queries_families
from parta.organisations.invites.access import find_family
from parta.organisations.invites.entering import Promise, enter, follow_places, tell_family
from parta.organisations.invites.junior_grades import require_grade
from parta.organisations.invites.naming import one_line
from parta.organisations.invites.shapes import Relation
from parta.organisations.roles import grant_role

SchoolRole = Literal["pupil", "parent", "teacher"]


class RoleChange(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody was by mistake, and what they are. A pupil needs `class_id`, a parent `child_id`."""

    old: SchoolRole
    new: SchoolRole
    class_id: int | None = None
    child_id: int | None = None
    relation: Relation = "parent"
    subject: Annotated[str, Meta(max_length=100)] = ""


class RoleHeld(msgspec.Struct, frozen=True):
    """A role somebody has in one organisation; what comes from the journal is corrected there."""

    role: str
    position: str
    subject: str
    confirmed: bool
    of_roster: bool


class _Held(msgspec.Struct, frozen=True):
    source: str
    confirmed: bool


class _Class(msgspec.Struct, frozen=True):
    id: int
    title: str
    grade: str


async def change_role(tx: Tx, organisation_id: int, person_id: int, change: RoleChange, *, by: int) -> None:
    """End the wrong role with all that hung on it here, and give the right one."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    if change.old == change.new:
        raise Invalid("role_same", field="new")
    if person_id == by:
        raise Conflict("own_role")
    await _find_role(tx, organisation_id, person_id, change.old)
    promise = await _promise(tx, organisation_id, person_id, change, by=by)
    await _end(tx, organisation_id, person_id, change.old, by=by)
    await enter(tx, person_id, promise)
    await tx.audit(
        "role_changed",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"old": change.old, "new": change.new},
    )


async def end_role(tx: Tx, organisation_id: int, person_id: int, role: SchoolRole, *, by: int) -> None:
    """Let somebody be here no more what they were: places, chats and the teacher's cap end with the role.

    409 `role_from_roster`: the journal would give it back; 409 `own_role`.
    """
    await require_administrator(tx, organisation_id, right="people", by=by)
    if person_id == by:
        raise Conflict("own_role")
    await _find_role(tx, organisation_id, person_id, role)
    await _end(tx, organisation_id, person_id, role, by=by)
    await tx.audit(
        "role.withdrawn",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"role": role},
    )
    tx.emit(RolesChanged(person_id=person_id))
    await follow_places(tx, [organisation_id], [person_id])


async def list_roles(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> list[RoleHeld]:
    """What somebody is in an organisation, for its administrators; nothing for a stranger."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    return await tx.rows(queries_families.ROLES_HELD, person_id, organisation_id, into=RoleHeld)


async def confirm_teacher(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> None:
    """Confirm that somebody is a teacher here: from now on they wear the cap."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    await _find_role(tx, organisation_id, person_id, "teacher", of_roster=True)
    await grant_role(tx, person_id, "teacher", organisation_id, by=by)


async def withdraw_confirmation(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> None:
    """Take the cap away: the person stays, without what only a confirmed teacher may do."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    await _find_role(tx, organisation_id, person_id, "teacher")
    if not await tx.value(queries_families.UNCONFIRM, person_id, organisation_id):
        return
    await tx.audit(
        "teacher_unconfirmed", actor_id=by, subject=f"person:{person_id}", organisation_id=organisation_id
    )
    tx.emit(RolesChanged(person_id=person_id))
    await follow_places(tx, [organisation_id], [])


async def _find_role(
    tx: Tx, organisation_id: int, person_id: int, role: SchoolRole, *, of_roster: bool = False
) -> None:
    held = await tx.row(queries_families.LOCK_ROLE, person_id, organisation_id, role, into=_Held)
    if held is None:
        raise NotFound
    if held.source == "roster" and not of_roster:
        raise Conflict("role_from_roster")


async def _promise(tx: Tx, organisation_id: int, person_id: int, change: RoleChange, *, by: int) -> Promise:
    if change.new == "pupil":
        if change.class_id is None:
            raise Invalid("invite_incomplete", field="class_id")
        found = await tx.row(queries.CLASS_HERE, change.class_id, organisation_id, into=_Class)
        if found is None:
            raise NotFound
        await require_grade(tx, organisation_id, found.grade)
    if change.new == "parent":
        if change.child_id in (None, person_id):
            raise Invalid("invite_incomplete", field="child_id")
        family = await find_family(tx, change.child_id or 0, by=by)
        if family.organisation_id != organisation_id or not family.is_staff:
            raise NotFound
    return Promise(
        organisation_id=organisation_id,
        role=change.new,
        class_id=change.class_id if change.new == "pupil" else None,
        child_id=change.child_id if change.new == "parent" else None,
        subject=one_line(change.subject) if change.new == "teacher" else "",
        relation=change.relation,
    )


async def _end(tx: Tx, organisation_id: int, person_id: int, role: SchoolRole, *, by: int) -> None:
    await tx.value(queries_families.END_ROLE, person_id, organisation_id, role, now())
    if role != "parent":
        await tx.values(queries_families.END_PLACES, person_id, organisation_id, role, now())
        return
    for child_id in await tx.values(queries_families.END_FAMILY_HERE, person_id, organisation_id, now(), by):
        await tell_family(tx, child_id, person_id, ended=True)
        tx.emit(RolesChanged(person_id=child_id))
