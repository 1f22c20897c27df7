"""What is asked and told about classes and groups."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# «Класс», «предметная группа», «кружок», «секция», «объединение по интересам», «сообщество учителей».
Kind = Literal["homeroom", "subject", "club", "section", "interest", "community"]
KINDS: tuple[Kind, ...] = ("homeroom", "subject", "club", "section", "interest", "community")
# A teacher leads; pupils learn; members are the grown-ups of a community.
PlaceRole = Literal["pupil", "teacher", "member"]

Id = Annotated[int, Meta(ge=1, le=2**62)]
Title = Annotated[str, Meta(min_length=1, max_length=100)]
Grade = Annotated[str, Meta(pattern="^([1-9]|1[0-2])?$")]
Subject = Annotated[str, Meta(max_length=100)]
MOST_AT_ONCE = 100


class Leader(msgspec.Struct, frozen=True):
    """Who leads a group, in a class the class teacher first."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    class_teacher: bool
    confirmed_teacher: bool


class Group(msgspec.Struct, frozen=True):
    """A class or group in a list; one of the roster is renamed and closed in the journal."""

    id: int
    kind: Kind
    title: str
    grade: str
    subject: str
    of_roster: bool
    pupils: int
    adults: int
    leaders: list[Leader]


class GroupToMake(msgspec.Struct, frozen=True, kw_only=True):
    """A class or group to be made. Of a class the first leader becomes the class teacher."""

    kind: Kind
    title: Title
    grade: Grade = ""
    subject: Subject = ""
    leader_ids: Annotated[list[Id], Meta(max_length=10)] = []


class GroupChange(msgspec.Struct, frozen=True, kw_only=True):
    """What a group is called from now on; None leaves as it is."""

    title: Title | None = None
    grade: Grade | None = None
    subject: Subject | None = None


class GroupMember(msgspec.Struct, frozen=True):
    """Somebody in a group; `guest_of` names the other organisation somebody in a community comes from."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    role: PlaceRole
    class_teacher: bool
    of_roster: bool
    confirmed_teacher: bool
    guest_of: str | None


class PlacesToGive(msgspec.Struct, frozen=True, kw_only=True):
    """People to be put into a group. `transfer` takes pupils out of the class they are in now."""

    person_ids: Annotated[list[Id], Meta(min_length=1, max_length=MOST_AT_ONCE)]
    role: PlaceRole
    transfer: bool = False


class NewClassTeacher(msgspec.Struct, frozen=True):
    """Who is class teacher from now on; None for nobody."""

    person_id: Id | None


# Asked; in it; said no; no longer in it, or the invitation was taken back.
GuestState = Literal["waiting", "accepted", "declined", "left"]


class GuestOrganisation(msgspec.Struct, frozen=True):
    """Another organisation in a community, as the community's own organisation sees it."""

    id: int
    name: str
    short_name: str
    settlement: str
    state: GuestState
    invited_at: datetime
    decided_at: datetime | None
    people: int


class GuestCandidate(msgspec.Struct, frozen=True):
    """An organisation that can be invited; `state` says whether it was already."""

    id: int
    name: str
    short_name: str
    settlement: str
    inn: str
    state: GuestState | None


class GuestToInvite(msgspec.Struct, frozen=True):
    """The organisation to invite into a community."""

    organisation_id: Id


class VisitedCommunity(msgspec.Struct, frozen=True):
    """A community of another organisation, as the guests' administrators see it; `people` are their own in it."""

    id: int
    title: str
    host_name: str
    host_short_name: str
    state: Literal["waiting", "accepted"]
    invited_at: datetime
    people: int


class GuestAnswer(msgspec.Struct, frozen=True):
    """Whether an organisation comes into the community it is invited to."""

    accept: bool


class PeopleToSend(msgspec.Struct, frozen=True):
    """Teachers and administrators who take part for their organisation."""

    person_ids: Annotated[list[Id], Meta(min_length=1, max_length=MOST_AT_ONCE)]
