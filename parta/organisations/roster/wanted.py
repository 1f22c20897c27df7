"""What a bundle wants of Parta: organisations, classes, people and what they are to each other."""

from collections.abc import Mapping
from datetime import date

import msgspec

from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.records import ClassRow, OrgRow
from parta.organisations.roster.wanted_guardians import WantedGuardianship, wanted_guardianships
from parta.organisations.roster.wanted_roles import (
    EnrollmentKey,
    KnownRoles,
    RoleKey,
    WantedEnrollment,
    WantedRole,
    wanted_enrollments,
    wanted_roles,
)
from parta.organisations.roster.wanted_years import WantedYear, year_of_class


class WantedOrg(msgspec.Struct, frozen=True):
    """An organisation; `parent` is a sourcedId or empty."""

    line: int
    type: str
    name: str
    parent: str


class WantedClass(msgspec.Struct, frozen=True):
    """A class (homeroom) or a group that studies a subject; `org` and `year` are sourcedIds."""

    line: int
    org: str
    kind: str
    title: str
    grade: str
    subject: str
    year: str


class WantedPerson(msgspec.Struct, frozen=True):
    """A person with the contacts the file gives, before anybody asks whose they are."""

    line: int
    name: FullName
    contacts: tuple[Contact, ...]


class Wanted(msgspec.Struct, kw_only=True):
    """The whole wish; everything is keyed by sourcedIds."""

    orgs: dict[str, WantedOrg]
    years: dict[str, WantedYear]
    classes: dict[str, WantedClass]
    people: dict[str, WantedPerson]
    roles: dict[RoleKey, WantedRole]
    enrollments: dict[EnrollmentKey, WantedEnrollment]
    guardianships: dict[tuple[str, str], WantedGuardianship]


def wanted_of(bundle: Bundle, known_roles: Mapping[str, KnownRoles], *, today: date) -> Wanted:
    """Translate the standard's words into ours. `known_roles` are those of people an earlier bundle named."""
    years: dict[str, WantedYear] = {}
    classes: dict[str, WantedClass] = {}
    for sourced_id, row in bundle.classes.items():
        year = year_of_class(bundle, row)
        if year is not None:
            years.setdefault(year.key, year)
        classes[sourced_id] = _class(bundle, row, year)
    roles = wanted_roles(bundle, today=today)
    guardianships = wanted_guardianships(bundle, roles, known_roles)
    return Wanted(
        orgs={sourced_id: _org(bundle, row) for sourced_id, row in bundle.orgs.items()},
        years=years,
        classes=classes,
        people={
            sourced_id: WantedPerson(
                row.line, FullName(row.family_name, row.given_name, row.patronymic), row.contacts
            )
            for sourced_id, row in bundle.users.items()
        },
        roles=roles,
        enrollments=wanted_enrollments(bundle, today=today),
        guardianships=guardianships,
    )


def _org(bundle: Bundle, row: OrgRow) -> WantedOrg:
    return WantedOrg(row.line, row.type, row.name, row.parent)


def _class(bundle: Bundle, row: ClassRow, year: WantedYear | None) -> WantedClass:
    course = bundle.courses.get(row.course)
    subject = ""
    if row.kind == "subject":
        subjects = row.subjects or (course.subjects if course else ()) or ((course.title,) if course else ())
        subject = ", ".join(subjects)[:200] or row.title
    return WantedClass(row.line, row.org, row.kind, row.title, row.grade, subject, year.key if year else "")
