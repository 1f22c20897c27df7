"""Whether the account that is signed in is the one an invite is for: children and grown-ups share phones and tablets."""

from typing import Protocol

import msgspec

from parta.core.db import Tx
from parta.organisations.invites.junior_grades import may_come
from parta.organisations.invites.shapes import InviteRole, Obstacle
from parta.organisations.settings import OrganisationsSettings


class Standing(msgspec.Struct, frozen=True):
    """Who somebody is now, as far as it decides about an invite."""

    is_pupil: bool
    is_adult: bool
    # Has ever been anything anywhere, or has asked to be.
    has_history: bool
    has_role: bool
    in_class: bool
    in_other_class: bool
    is_guardian: bool
    guardians: int


class Invitation(Protocol):
    """What decides of an invite."""

    @property
    def organisation_id(self) -> int: ...
    @property
    def role(self) -> InviteRole: ...
    @property
    def grade(self) -> str: ...
    @property
    def child_id(self) -> int | None: ...
    @property
    def expected_id(self) -> int | None: ...


def has_already(invite: Invitation, standing: Standing, person_id: int) -> bool:
    """Whether the person is already what the invite would make them."""
    if invite.role == "parent":
        return standing.is_guardian
    if invite.role == "pupil":
        return standing.in_class and invite.expected_id in (None, person_id)
    return standing.has_role


async def find_obstacle(tx: Tx, invite: Invitation, standing: Standing, *, by: int) -> Obstacle | None:
    """Why this account cannot come by the invite; None when it can."""
    if invite.role == "parent":
        return _of_parent(tx, invite, standing, by)
    if invite.role == "pupil":
        return await _of_pupil(tx, invite, standing, by)
    return "pupil_session" if standing.is_pupil else None


def _of_parent(tx: Tx, invite: Invitation, standing: Standing, by: int) -> Obstacle | None:
    # The child would become its own parent.
    if by == invite.child_id:
        return "own_child"
    if standing.is_pupil:
        return "pupil_session"
    most = tx.configuration.get(OrganisationsSettings).guardians_per_child
    return "too_many_guardians" if standing.guardians >= most else None


async def _of_pupil(tx: Tx, invite: Invitation, standing: Standing, by: int) -> Obstacle | None:
    if standing.is_adult:
        return "adult_session"
    # A profile of the roster goes to somebody new: two lives are not made one by a slip of paper.
    if invite.expected_id not in (None, by) and standing.has_history:
        return "not_new"
    if standing.in_other_class:
        return "other_class"
    return None if await may_come(tx, invite.organisation_id, invite.grade) else "junior_grades_off"
