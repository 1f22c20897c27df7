"""Who lives in the invented town: the shapes everything else is told with."""

from enum import StrEnum
from typing import Literal

import msgspec

from parta.demo.names import Name


class Kind(StrEnum):
    """The main side of a person; a teacher may have children of her own as well."""

    PUPIL = "pupil"
    PARENT = "parent"
    TEACHER = "teacher"
    ADMINISTRATOR = "administrator"


class Townsman(msgspec.Struct, kw_only=True):
    """One invented person. `key` is the roster's sourcedId and stays the same for the same seed."""

    key: str
    kind: Kind
    name: Name
    school: str = ""
    position: str = ""
    subject: str = ""
    phone: str = ""
    email: str = ""
    classroom: str = ""
    guardians: list[str] = []
    children: list[str] = []
    relation: str = ""
    # Those who have not signed up yet are expected: the roster knows them, and they say nothing.
    claimed: bool = True


class Subject(msgspec.Struct, frozen=True):
    """A school subject with what is said about it."""

    title: str
    area: str
    grades: tuple[int, int]
    cases: tuple[str, str, str, str, str, str]
    teacher: str
    topics: tuple[str, ...]
    tasks: tuple[str, ...]


class Lesson(msgspec.Struct, kw_only=True):
    """One subject group: a class that takes a subject with a teacher."""

    key: str
    classroom: str
    subject: Subject
    teacher: str


class Classroom(msgspec.Struct, kw_only=True):
    """A class such as «7Б»."""

    key: str
    school: str
    grade: int
    letter: str
    teacher: str = ""
    pupils: list[str] = []
    lessons: list[Lesson] = []

    @property
    def title(self) -> str:
        return f"{self.grade}{self.letter}"


class School(msgspec.Struct, kw_only=True):
    """A school with its classes and staff (keys of people)."""

    key: str
    name: str
    short_name: str
    classrooms: list[Classroom] = []
    staff: list[str] = []
    director: str = ""
    deputy: str = ""
    adviser: str = ""
    administrator: str = ""


Post = Literal["region", "district", "lyceum"]


class Official(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the town who stands in no roster: of the region, of the municipality, or the head of a school to be."""

    name: Name
    phone: str
    email: str


class Town(msgspec.Struct, kw_only=True):
    """The whole town; `people` keeps the order in which they were invented."""

    seed: int
    first_year: int
    district_key: str
    district_name: str
    time_zone: str
    mail_domain: str
    schools: list[School] = []
    people: dict[str, Townsman] = {}
    # Empty in a town of one class.
    officials: dict[Post, Official] = {}

    def add(self, person: Townsman) -> Townsman:
        self.people[person.key] = person
        return person

    @property
    def classrooms(self) -> list[Classroom]:
        return [classroom for school in self.schools for classroom in school.classrooms]

    def guardians_of(self, classroom: Classroom) -> list[str]:
        """List the guardians of a class once each, in the order of their children."""
        keys = [guardian for pupil in classroom.pupils for guardian in self.people[pupil].guardians]
        return list(dict.fromkeys(keys))

    def school_of(self, classroom: Classroom) -> School:
        return next(school for school in self.schools if school.key == classroom.school)


class Notable(msgspec.Struct, frozen=True):
    """Somebody a visitor of the demo is led to first, with a line about them in both languages."""

    person: str
    russian: str
    english: str
