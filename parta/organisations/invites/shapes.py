"""What invites and those who come by them look like."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.identity.names import FullName

InviteRole = Literal["pupil", "parent", "teacher", "administrator"]
InviteState = Literal["active", "used_up", "expired", "revoked"]
JoiningState = Literal["open", "waiting", "joined", "declined"]
Relation = Literal["parent", "guardian", "relative"]
# Why the account that is signed in cannot come by an invite.
Obstacle = Literal[
    "own_child", "pupil_session", "adult_session", "other_class", "not_new", "junior_grades_off", "too_many_guardians"
]  # fmt: skip


class Named(msgspec.Struct, frozen=True):
    """A person by name; `confirmed_teacher` wears the cap."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    confirmed_teacher: bool


class NewInvite(msgspec.Struct, frozen=True, kw_only=True):
    """An invite to make. A pupil needs `class_id`, a parent `child_id`."""

    role: InviteRole
    class_id: int | None = None
    child_id: int | None = None
    subject: Annotated[str, Meta(max_length=100)] = ""
    note: Annotated[str, Meta(max_length=200)] = ""
    days: Annotated[int, Meta(ge=1, le=365)] = 30
    most_uses: Annotated[int, Meta(ge=1, le=1000)] = 1
    approval: bool = True


class NewParentInvite(msgspec.Struct, frozen=True):
    """An invite for a parent of one child; without approval only by the staff who answer for the child."""

    days: Annotated[int, Meta(ge=1, le=60)] = 7
    approval: bool = True


class InviteRow(msgspec.Struct, frozen=True, kw_only=True):
    """An invite as stored, with what it is called by."""

    id: int
    organisation_id: int
    role: InviteRole
    class_id: int | None
    class_title: str | None
    child_id: int | None
    expected_id: int | None
    subject: str
    note: str
    approval: bool
    most_uses: int
    uses: int
    on_sheet: bool
    made_by: int
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    state: InviteState


class Invite(msgspec.Struct, frozen=True, kw_only=True):
    """An invite in a list; its code is not known any more."""

    id: int
    role: InviteRole
    class_title: str | None
    child: Named | None
    subject: str
    note: str
    approval: bool
    most_uses: int
    uses: int
    on_sheet: bool
    made_by: Named
    created_at: datetime
    expires_at: datetime
    state: InviteState


class MadeInvite(msgspec.Struct, frozen=True, kw_only=True):
    """A new invite with its code, which is told this one time; `qr` is an SVG as a data URI."""

    invite: Invite
    code: str
    link: str
    qr: str


class Comer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who came by an invite."""

    id: int
    person: Named
    state: Literal["waiting", "joined", "declined"]
    reason: str
    decided_by: Named | None
    created_at: datetime


class ExpectedMatch(Named, frozen=True, kw_only=True):
    """Somebody the school expects who may be the one who came, with what tells them apart."""

    role: InviteRole
    subject: str
    # Of a pupil.
    class_titles: list[str]
    guardians: int
    # Of a parent, at most ten.
    children: list[Named]
    # False: more comes with the profile than the one who decides may give.
    may_choose: bool


class WaitingNewcomer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who waits for a decision. Only the name of somebody who is nobody here yet may be corrected."""

    id: int
    person: Named
    may_rename: bool
    # A confirmed teacher or administrator here whose name could be taken for this one.
    resembles: Named | None
    role: InviteRole
    relation: Relation
    class_title: str | None
    child: Named | None
    subject: str
    note: str
    invited_by: Named
    created_at: datetime
    # While there are any, a yes says which of them it is, or that it is none.
    matches: list[ExpectedMatch]


class SchoolJoining(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody sees before coming in, and after."""

    organisation_name: str
    role: InviteRole
    class_title: str | None
    child: Named | None
    # Whose slip this is: who comes by it receives this pupil's profile.
    expected: Named | None
    subject: str
    invited_by: Named
    approval: bool
    state: JoiningState
    obstacle: Obstacle | None
    reason: str
    # The profile was received: the page begins anew as that person.
    received: bool = False


# As it is typed, with whatever dashes and spaces.
Code = Annotated[str, Meta(min_length=1, max_length=64)]


class CodeTyped(msgspec.Struct, frozen=True):
    """A code somebody holds; in the body, because addresses end up in logs."""

    code: Code


class Entry(msgspec.Struct, frozen=True):
    """What somebody says when coming in: as a parent, who they are to the child."""

    code: Code
    relation: Relation = "parent"


class JoiningApproval(msgspec.Struct, frozen=True, kw_only=True):
    """A yes, with the name put right if it needs it.

    «Это она»: `expected_id` of one of the matches. «Это другой человек»: `is_another`.
    """

    name: FullName | None = None
    expected_id: int | None = None
    is_another: bool = False


class JoiningRefusal(msgspec.Struct, frozen=True):
    """A no with the reason that the newcomer is told."""

    reason: Annotated[str, Meta(min_length=1, max_length=300)]
