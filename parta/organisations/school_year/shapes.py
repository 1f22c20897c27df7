"""What is chosen and told about the change of the school year."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from parta.organisations.structure.shapes import Grade, Id, Title

LastGrade = Annotated[int, Meta(ge=1, le=12)]
StartsIn = Annotated[int, Meta(ge=2000, le=2200)]


class Retitled(msgspec.Struct, frozen=True):
    """A title other than the one that follows from the number."""

    id: Id
    title: Title


class NewClass(msgspec.Struct, frozen=True):
    """A class that begins with the year, usually a first one."""

    title: Title
    grade: Grade


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What is decided about the new year."""

    last_grade: LastGrade = 11
    # Classes below the last grade that leave, such as the ninth.
    leaving_ids: Annotated[list[Id], Meta(max_length=200)] = []
    # Study groups that go on.
    kept_ids: Annotated[list[Id], Meta(max_length=5000)] = []
    titles: Annotated[list[Retitled], Meta(max_length=500)] = []
    new_classes: Annotated[list[NewClass], Meta(max_length=30)] = []


class YearOrder(msgspec.Struct, frozen=True):
    """The choices, and the fingerprint of the preview that was looked at."""

    choices: Choices
    fingerprint: Annotated[str, Meta(min_length=32, max_length=32)]


class GoingUp(msgspec.Struct, frozen=True):
    """A class that goes up a grade."""

    id: int
    title: str
    grade: str
    new_title: str
    new_grade: str
    pupils: int
    of_roster: bool


class Leaving(msgspec.Struct, frozen=True):
    """A class whose pupils leave the school."""

    id: int
    title: str
    grade: str
    pupils: int
    # It would have gone up, but was chosen to leave.
    chosen: bool


class StudyGroup(msgspec.Struct, frozen=True):
    """A study group, which ends unless it is kept."""

    id: int
    title: str
    subject: str
    pupils: int
    kept: bool


class Nameless(msgspec.Struct, frozen=True):
    """A class without a grade, which stays as it is."""

    id: int
    title: str


class YearChange(msgspec.Struct, frozen=True):
    """A change that was made; `undoable_until` None: not any more."""

    id: int
    starts_in: int
    made_at: datetime
    undoable_until: datetime | None


class YearState(msgspec.Struct, frozen=True):
    """Where an organisation stands: the year that would begin, and the last change."""

    starts_in: int
    last_grade: int
    begun: bool
    last: YearChange | None


class YearPreview(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that would happen. `conflicts` are titles that two classes would bear."""

    starts_in: int
    going_up: list[GoingUp]
    leaving: list[Leaving]
    study_groups: list[StudyGroup]
    nameless: list[Nameless]
    new_classes: list[NewClass]
    conflicts: list[str]
    # How many pupils leave, and how many parents with them, who have no other child here.
    pupils_leaving: int
    parents_leaving: int
    fingerprint: str
