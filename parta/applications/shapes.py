"""Applications as stored and as people see them."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.applications.events import State
from parta.core.errors import FieldProblem
from parta.files.info import FileInfo
from parta.organisations.territories.tree import Above

OrganisationType = Literal["school", "vocational", "additional"]
Outcome = Literal["approved", "returned", "declined"]

Number = Annotated[str, Meta(max_length=30)]
NamePart = Annotated[str, Meta(max_length=60)]
Typed = Annotated[str, Meta(max_length=254)]
Id = Annotated[int, Meta(ge=1, le=2**62)]


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """What an applicant types. A draft takes anything that fits; submitting asks for all of it to be right."""

    type: OrganisationType = "school"
    name: Annotated[str, Meta(max_length=300)] = ""
    short_name: Annotated[str, Meta(max_length=100)] = ""
    territory_id: Id | None = None
    settlement: Annotated[str, Meta(max_length=200)] = ""
    inn: Number = ""
    kpp: Number = ""
    ogrn: Number = ""
    family_name: NamePart = ""
    given_name: NamePart = ""
    patronymic: NamePart = ""
    phone: Typed = ""
    email: Typed = ""
    file_id: Id | None = None


class ApplicationRow(Fields, frozen=True, kw_only=True):
    """An application as stored; `decides` is about the one who asks."""

    id: int
    applicant_id: int
    state: State
    proven_phone: str | None
    proven_email: str | None
    created_at: datetime
    changed_at: datetime
    submitted_at: datetime | None
    due_at: datetime | None
    decided_at: datetime | None
    organisation_id: int | None
    decides: bool


class Person(msgspec.Struct, frozen=True):
    """Whoever did something, by name."""

    id: int
    family_name: str
    given_name: str
    patronymic: str


class Step(msgspec.Struct, frozen=True):
    """A step of an application; its author is named only to those who decide."""

    state: State
    reason: str
    at: datetime
    by_applicant: bool
    by: Person | None


class SameOrganisation(msgspec.Struct, frozen=True):
    """An organisation with this ИНН; the names of organisations are public."""

    id: int
    name: str
    closed: bool


class SameApplication(msgspec.Struct, frozen=True):
    """Another application with this ИНН, of one's own part."""

    id: int
    name: str
    state: State
    submitted_at: datetime | None


class Doubles(msgspec.Struct, frozen=True):
    """What has this ИНН besides; an applicant learns only the name and that there is an application."""

    organisations: list[SameOrganisation]
    applications: list[SameApplication]
    elsewhere: int


class ApplicationBrief(msgspec.Struct, frozen=True, kw_only=True):
    """An application in a list."""

    id: int
    state: State
    type: OrganisationType
    name: str
    place: list[str]
    inn: str
    submitted_at: datetime | None
    due_at: datetime | None
    overdue: bool
    changed_at: datetime


class Application(Fields, frozen=True, kw_only=True):
    """One application, for its applicant or for those who decide. `problems` is all that keeps it from submitting."""

    id: int
    state: State
    mine: bool
    decides: bool
    phone_proven: bool
    email_proven: bool
    path: list[Above]
    file: FileInfo | None
    doubles: Doubles
    problems: list[FieldProblem]
    history: list[Step]
    applicant: Person | None
    submitted_at: datetime | None
    due_at: datetime | None
    overdue: bool
    organisation_id: int | None


class Waiting(msgspec.Struct, frozen=True):
    """How many applications wait for somebody, and how many of them too long."""

    waiting: int
    overdue: int


class Decision(msgspec.Struct, frozen=True):
    """What is decided; a reason is needed unless it is approved."""

    outcome: Outcome
    reason: Annotated[str, Meta(max_length=1000)] = ""
