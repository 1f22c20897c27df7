"""A child's family: who the guardians are, which invites wait for one, and the end of a guardianship by the school."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.events import MinorsRead, RolesChanged
from parta.organisations.invites import queries, queries_families
from parta.organisations.invites.access import find_family
from parta.organisations.invites.entering import follow_places, tell_family
from parta.organisations.invites.listing import show
from parta.organisations.invites.naming import reason_of
from parta.organisations.invites.shapes import Invite, InviteRow, Named, Relation
from parta.organisations.settings import OrganisationsSettings


class Guardian(Named, frozen=True, kw_only=True):
    """A guardian of a child; `claimed` once they have signed in."""

    relation: Relation
    of_roster: bool
    claimed: bool


class FamilyHere(msgspec.Struct, frozen=True):
    """A child's family, and what the one who looks may do about it."""

    child: Named
    guardians: list[Guardian]
    most_guardians: int
    invites: list[Invite]
    # Invites of the family wait for the school's yes; those of the staff need not.
    needs_approval: bool
    may_end: bool


async def read_family(tx: Tx, child_id: int, *, by: int) -> FamilyHere:
    """A pupil's family, for the child, the guardians and the staff who answer for the child."""
    family = await find_family(tx, child_id, by=by)
    if family.is_staff:
        tx.emit(
            MinorsRead(
                reader_id=by,
                person_ids=[child_id],
                sort="family",
                organisation_id=family.organisation_id,
            )
        )
    [child] = await tx.rows(queries.NAMED, [child_id], into=Named)
    rows = await tx.rows(queries.INVITES_OF_CHILD, now(), child_id, into=InviteRow)
    mine = [row for row in rows if family.is_staff or row.made_by == by]
    return FamilyHere(
        child=child,
        guardians=await tx.rows(queries_families.GUARDIANS_SHOWN, child_id, into=Guardian),
        most_guardians=tx.configuration.get(OrganisationsSettings).guardians_per_child,
        invites=await show(tx, mine),
        needs_approval=not family.is_staff,
        may_end=family.is_staff,
    )


async def end_guardianship(tx: Tx, child_id: int, guardian_id: int, reason: str, *, by: int) -> None:
    """End a guardianship by the school: the child and all guardians are told, open invites for parents are revoked.

    No roster begins it anew; an invite that the staff makes afterwards may.
    """
    family = await find_family(tx, child_id, by=by)
    if not family.is_staff:
        raise NotFound
    await finish(tx, child_id, guardian_id, family.organisation_id, by=by)
    await tx.audit(
        "guardianship_ended",
        actor_id=by,
        subject=f"person:{child_id}",
        organisation_id=family.organisation_id,
        details={"guardian_id": guardian_id, "reason": reason_of(reason)},
    )


async def finish(tx: Tx, child_id: int, guardian_id: int, organisation_id: int | None, *, by: int) -> None:
    """End a guardianship for a school: both sides are told, chats and contact rules follow with the commit."""
    if not await tx.value(queries_families.END_GUARDIANSHIP, guardian_id, child_id, now(), by):
        raise NotFound
    # Who was a guardian may still hold a code.
    await tx.run(queries.REVOKE_OF_CHILD, child_id, now())
    places = [] if organisation_id is None else [organisation_id]
    for place in places:
        if await tx.value(queries_families.CHILDLESS_HERE, guardian_id, place):
            await tx.run(queries_families.END_MANUAL_PARENTHOOD, guardian_id, place, now())
    await tell_family(tx, child_id, guardian_id, ended=True)
    for person_id in (guardian_id, child_id):
        tx.emit(RolesChanged(person_id=person_id))
    await follow_places(tx, places, [child_id])
