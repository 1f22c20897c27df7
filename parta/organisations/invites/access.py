"""The doors of invites: who may invite whom, and who decides about those who came."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.access import administered_organisations, has_every_right
from parta.organisations.invites import queries
from parta.organisations.invites.shapes import InviteRole
from parta.organisations.rights import Right


class Inviter(msgspec.Struct, frozen=True):
    """What somebody may do with invites of one organisation."""

    person_id: int
    organisation_id: int
    administers: bool
    # Only who has every right makes others administrators.
    appoints: bool
    # Classes whose class teacher the person is.
    class_ids: frozenset[int]

    def may_invite(self, role: InviteRole, class_id: int | None) -> bool:
        """An administrator invites everybody, a class teacher pupils and parents of the own class."""
        if role == "administrator":
            return self.appoints
        return self.administers or (role in ("pupil", "parent") and class_id in self.class_ids)

    def scope(self) -> list[int] | None:
        """The classes as a query takes them; None for the whole organisation."""
        return None if self.administers else sorted(self.class_ids)


class Family(msgspec.Struct, frozen=True):
    """A child's family as somebody may look at it."""

    child_id: int
    # Where the child is a pupil now, and the class there, if there is one.
    organisation_id: int
    class_id: int | None
    grade: str
    is_child: bool
    is_guardian: bool
    is_staff: bool


class _Place(msgspec.Struct, frozen=True):
    organisation_id: int
    class_id: int | None
    grade: str


async def inviter_in(
    tx: Tx, organisation_id: int, person_id: int, *, right: Right = "invites"
) -> Inviter | None:
    """What this person may do with invites there, an administrator by this right; None when nothing."""
    if not await tx.value(queries.ORGANISATION_IS_OPEN, organisation_id):
        return None
    administers = (await administered_organisations(tx, person_id, right=right)).covers(organisation_id)
    appoints = administers and await has_every_right(tx, organisation_id, by=person_id)
    led = frozenset(await tx.values(queries.LED_CLASSES, person_id, organisation_id))
    return Inviter(person_id, organisation_id, administers, appoints, led) if administers or led else None


async def find_inviter(tx: Tx, organisation_id: int, *, by: int) -> Inviter:
    """Like `inviter_in`; 404 for everybody else."""
    inviter = await inviter_in(tx, organisation_id, by)
    if inviter is None:
        raise NotFound
    return inviter


async def find_family(tx: Tx, child_id: int, *, by: int, right: Right = "people") -> Family:
    """A pupil's family, for the child, the guardians and the staff who answer for the child; 404 for all others.

    An administrator answers by this right.
    """
    places = await tx.rows(queries.PLACES_OF_CHILD, child_id, into=_Place)
    if not places:
        raise NotFound
    is_guardian = bool(await tx.value(queries.IS_GUARDIAN, by, child_id))
    for place in places:
        inviter = await inviter_in(tx, place.organisation_id, by, right=right)
        if inviter is not None and inviter.may_invite("parent", place.class_id):
            return _family(child_id, place, by, is_guardian=is_guardian, is_staff=True)
    if by != child_id and not is_guardian:
        raise NotFound
    return _family(child_id, places[0], by, is_guardian=is_guardian, is_staff=False)


def _family(child_id: int, place: _Place, by: int, *, is_guardian: bool, is_staff: bool) -> Family:
    return Family(
        child_id, place.organisation_id, place.class_id, place.grade, child_id == by, is_guardian, is_staff
    )
