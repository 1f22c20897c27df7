"""Making invites and revoking them; the code is told once, to whoever made it."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.organisations.invites import codes, queries
from parta.organisations.invites.access import Inviter, find_family, find_inviter
from parta.organisations.invites.junior_grades import require_grade
from parta.organisations.invites.listing import show
from parta.organisations.invites.naming import one_line
from parta.organisations.invites.shapes import InviteRole, InviteRow, MadeInvite, NewInvite, NewParentInvite

MOST_OF_FAMILY = 10  # by a child or a guardian
MOST_WORKING = 500  # by one person in one organisation, sheets aside


class Place(msgspec.Struct, frozen=True):
    """For whom one invite is."""

    role: InviteRole
    class_id: int | None = None
    child_id: int | None = None
    expected_id: int | None = None


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What invites made together have in common."""

    organisation_id: int
    days: int
    approval: bool
    most_uses: int = 1
    on_sheet: bool = False
    subject: str = ""
    note: str = ""


class _Class(msgspec.Struct, frozen=True):
    id: int
    title: str
    grade: str


async def make_invite(tx: Tx, organisation_id: int, new: NewInvite, host: str, *, by: int) -> MadeInvite:
    """Make an invite into an organisation; `host` is the address that stands in the link."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    place = await _place_of(tx, inviter, new)
    if new.role in ("teacher", "administrator") and new.most_uses > 1 and not new.approval:
        # A code that leaks would let strangers in among the staff.
        raise Invalid("staff_invite_open", field="approval")
    terms = Terms(
        organisation_id=organisation_id,
        days=new.days,
        approval=new.approval,
        most_uses=new.most_uses,
        subject=one_line(new.subject) if new.role == "teacher" else "",
        note=one_line(new.note),
    )
    return await _make_one(tx, terms, place, host, by=by)


async def make_parent_invite(
    tx: Tx, child_id: int, new: NewParentInvite, host: str, *, by: int
) -> MadeInvite:
    """Make an invite for one parent of a child. What the family itself makes always waits for the school's yes."""
    family = await find_family(tx, child_id, by=by, right="invites")
    working = await tx.value(queries.WORKING_BY, by, family.organisation_id, now())
    if not family.is_staff and working >= MOST_OF_FAMILY:
        raise Conflict("too_many_invites")
    terms = Terms(
        organisation_id=family.organisation_id, days=new.days, approval=new.approval or not family.is_staff
    )
    return await _make_one(tx, terms, Place("parent", family.class_id, child_id), host, by=by)


async def add_invites(tx: Tx, terms: Terms, places: Sequence[Place], *, by: int) -> list[tuple[int, str]]:
    """Write invites in one statement; their ids and codes in the order of the places."""
    made = [codes.new_code() for _ in places]
    moment = now()
    ids = await tx.values(
        queries.ADD_INVITE,
        terms.organisation_id,
        terms.subject,
        terms.note,
        terms.approval,
        terms.most_uses,
        terms.on_sheet,
        by,
        moment,
        moment + timedelta(days=terms.days),
        [place.role for place in places],
        [place.class_id for place in places],
        [place.child_id for place in places],
        [place.expected_id for place in places],
        [codes.digest_of(code) for code in made],
    )
    return list(zip(sorted(ids), made, strict=True))


async def revoke_invite(tx: Tx, organisation_id: int, invite_id: int, *, by: int) -> None:
    """Let an invite let nobody in any more; revoking twice is revoking once."""
    inviter = await find_inviter(tx, organisation_id, by=by)
    row = await tx.row(queries.INVITE, now(), invite_id, into=InviteRow)
    if (
        row is None
        or row.organisation_id != organisation_id
        or not inviter.may_invite(row.role, row.class_id)
    ):
        raise NotFound
    await _revoke(tx, row, by=by)


async def revoke_parent_invite(tx: Tx, child_id: int, invite_id: int, *, by: int) -> None:
    """Revoke an invite for a parent of the child: staff any, the family those that it made."""
    family = await find_family(tx, child_id, by=by, right="invites")
    row = await tx.row(queries.INVITE, now(), invite_id, into=InviteRow)
    if row is None or row.child_id != child_id or not (family.is_staff or row.made_by == by):
        raise NotFound
    await _revoke(tx, row, by=by)


async def _make_one(tx: Tx, terms: Terms, place: Place, host: str, *, by: int) -> MadeInvite:
    if await tx.value(queries.WORKING_BY, by, terms.organisation_id, now()) >= MOST_WORKING:
        raise Conflict("too_many_invites")
    [(invite_id, code)] = await add_invites(tx, terms, [place], by=by)
    await _audit(tx, "invite_made", invite_id, terms.organisation_id, place.role, by=by)
    row = await tx.row(queries.INVITE, now(), invite_id, into=InviteRow)
    if row is None:
        raise NotFound
    link = host.rstrip("/") + codes.path_of(code)
    [invite] = await show(tx, [row])
    return MadeInvite(invite=invite, code=codes.grouped(code), link=link, qr=codes.draw(link))


async def _place_of(tx: Tx, inviter: Inviter, new: NewInvite) -> Place:
    """For whom the invite is; a class or a child beyond the inviter's right is not there."""
    place = Place(new.role)
    if new.role == "pupil":
        found = await _class_of(tx, inviter.organisation_id, new.class_id)
        await require_grade(tx, inviter.organisation_id, found.grade)
        place = Place("pupil", found.id)
    elif new.role == "parent":
        if new.child_id is None:
            raise Invalid("invite_incomplete", field="child_id")
        family = await find_family(tx, new.child_id, by=inviter.person_id, right="invites")
        if family.organisation_id != inviter.organisation_id or not family.is_staff:
            raise NotFound
        place = Place("parent", family.class_id, new.child_id)
    if not inviter.may_invite(place.role, place.class_id):
        raise NotFound
    return place


async def _class_of(tx: Tx, organisation_id: int, class_id: int | None) -> _Class:
    if class_id is None:
        raise Invalid("invite_incomplete", field="class_id")
    found = await tx.row(queries.CLASS_HERE, class_id, organisation_id, into=_Class)
    if found is None:
        raise NotFound
    return found


async def _revoke(tx: Tx, row: InviteRow, *, by: int) -> None:
    if await tx.value(queries.REVOKE, row.id, now()):
        await _audit(tx, "invite_revoked", row.id, row.organisation_id, row.role, by=by)


async def _audit(
    tx: Tx, action: str, invite_id: int, organisation_id: int, role: InviteRole, *, by: int
) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=f"invite:{invite_id}",
        organisation_id=organisation_id,
        details={"role": role},
    )
