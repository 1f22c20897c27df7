"""Giving what an invite promises: the role, and with it a place in a class or a child."""

from collections.abc import Iterable

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.organisations import queries as queries_roles
from parta.organisations.events import FamilyChanged, RolesChanged, RosterApplied
from parta.organisations.invites import queries_coming as queries
from parta.organisations.invites.naming import names_of
from parta.organisations.invites.shapes import InviteRole, Relation
from parta.organisations.settings import OrganisationsSettings


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is to become."""

    organisation_id: int
    role: InviteRole
    class_id: int | None = None
    child_id: int | None = None
    subject: str = ""
    relation: Relation = "parent"
    # A teacher wears the cap only after an administrator's yes.
    confirmed: bool = True


class Place(msgspec.Struct, frozen=True):
    """A class where somebody is a pupil."""

    organisation_id: int
    class_id: int


async def enter(tx: Tx, person_id: int, promise: Promise) -> None:
    """Make the person what was promised; chats and contact rules follow. 409 `too_many_guardians`."""
    if promise.role == "parent" and promise.child_id is not None:
        await _become_guardian(tx, person_id, promise.child_id, promise.relation)
    await tx.value(
        queries_roles.GRANT_ROLE,
        person_id,
        promise.organisation_id,
        promise.role,
        "",
        promise.subject,
        now() if promise.confirmed or promise.role != "teacher" else None,
    )
    if promise.role == "pupil" and promise.class_id is not None:
        await tx.run(queries.ENROL, promise.class_id, person_id)
    tx.emit(RolesChanged(person_id=person_id))
    await follow_places(tx, [promise.organisation_id], [person_id, promise.child_id])


async def tell_family(tx: Tx, child_id: int, guardian_id: int, *, ended: bool) -> None:
    """Tell the child and all guardians who has come or gone; the one it is about is among them."""
    told = {child_id, guardian_id, *await tx.values(queries.GUARDIANS, child_id)}
    names = await names_of(tx, [child_id, guardian_id])
    for person_id in sorted(told):
        tx.emit(
            FamilyChanged(
                person_id=person_id,
                child_id=child_id,
                child_name=_short(names[child_id].given_name, names[child_id].family_name),
                guardian_id=guardian_id,
                guardian_name=_short(names[guardian_id].given_name, names[guardian_id].family_name),
                ended=ended,
            )
        )


async def follow_places(tx: Tx, organisation_ids: Iterable[int], people: Iterable[int | None]) -> None:
    """Let chats follow wherever these people are pupils: parents are in the chats of their children's classes."""
    organisations, classes = set(organisation_ids), set[int]()
    for person_id in people:
        if person_id is not None:
            places = await tx.rows(queries.PLACES_OF, person_id, into=Place)
            organisations |= {place.organisation_id for place in places}
            classes |= {place.class_id for place in places}
    tx.emit(RosterApplied(organisation_ids=sorted(organisations), class_ids=sorted(classes)))


async def _become_guardian(tx: Tx, guardian_id: int, child_id: int, relation: Relation) -> None:
    # Two who come to one child at one moment are counted one after the other.
    await tx.values(queries.LOCK_CHILD, child_id)
    guardians = await tx.values(queries.GUARDIANS, child_id)
    most = tx.configuration.get(OrganisationsSettings).guardians_per_child
    if guardian_id not in guardians and len(guardians) >= most:
        raise Conflict("too_many_guardians")
    if await tx.value(queries.MAKE_GUARDIAN, guardian_id, child_id, relation):
        tx.emit(RolesChanged(person_id=child_id))
        await tell_family(tx, child_id, guardian_id, ended=False)


def _short(given_name: str, family_name: str) -> str:
    return f"{given_name} {family_name}"
