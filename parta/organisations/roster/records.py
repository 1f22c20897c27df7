"""The rows of a roster as structs: what each file says, before anything is compared with anything."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import msgspec

from parta.identity.contacts import Contact
from parta.organisations.roster import values
from parta.organisations.roster.columns import (
    CLASS_TYPES,
    ENROLLMENT_ROLES,
    ORG_TYPES,
    ROLE_TYPES,
    ROLES,
    SESSION_TYPES,
    File,
)
from parta.organisations.roster.refusals import RowRefused

Cells = Mapping[str, str]


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Any row: the physical line it stands on and its sourcedId."""

    line: int
    sourced_id: str


class OrgRow(Row, frozen=True, kw_only=True, gc=False):
    """orgs.csv: a school, or what schools belong to."""

    name: str
    type: str
    parent: str


class SessionRow(Row, frozen=True, kw_only=True, gc=False):
    """academicSessions.csv: a year, a term or a part of one."""

    title: str
    type: str
    starts: date
    ends: date
    parent: str
    year: str


class CourseRow(Row, frozen=True, kw_only=True, gc=False):
    """courses.csv: what is taught."""

    title: str
    session: str
    org: str
    subjects: tuple[str, ...]


class ClassRow(Row, frozen=True, kw_only=True, gc=False):
    """classes.csv: a homeroom or a group that studies a course."""

    title: str
    kind: str
    grade: str
    course: str
    org: str
    sessions: tuple[str, ...]
    subjects: tuple[str, ...]


class UserRow(Row, frozen=True, kw_only=True, gc=False):
    """users.csv: a person; `orgs` and `role` only in 1.1."""

    family_name: str
    given_name: str
    patronymic: str
    contacts: tuple[Contact, ...]
    # Phones and addresses that are none: the reason and what was typed. The person is no worse for them.
    doubts: tuple[tuple[str, str], ...] = ()
    agents: tuple[str, ...]
    enabled: bool
    orgs: tuple[str, ...]
    role: str


class RoleRow(Row, frozen=True, kw_only=True, gc=False):
    """roles.csv of 1.2: who is what where."""

    user: str
    role: str
    org: str
    primary: bool
    ends: date | None
    # Only a school's own table says these; of OneRoster they follow from the role and the classes.
    position: str = ""
    subject: str | None = None


class EnrollmentRow(Row, frozen=True, kw_only=True, gc=False):
    """enrollments.csv: who studies or teaches in which class."""

    klass: str
    user: str
    role: str
    primary: bool
    ends: date | None


class FamilyRow(Row, frozen=True, kw_only=True, gc=False):
    """Whose child is whose, said outright; an empty relation leaves the known one."""

    guardian: str
    child: str
    relation: str


class ProfileRow(Row, frozen=True, kw_only=True, gc=False):
    """userProfiles.csv of 1.2."""

    user: str


def _org(cells: Cells, line: int) -> OrgRow:
    return OrgRow(
        line=line,
        sourced_id=values.identifier(cells["sourcedid"]),
        name=values.required(cells["name"], longest=300),
        type=ORG_TYPES[values.one_of(cells["type"], ORG_TYPES)],
        parent=values.text(cells["parentsourcedid"], longest=255),
    )


def _session(cells: Cells, line: int) -> SessionRow:
    sourced_id = values.identifier(cells["sourcedid"])
    starts, ends = values.day(cells["startdate"]), values.day(cells["enddate"])
    if starts is None or ends is None:
        raise RowRefused("value_missing")
    if ends < starts:
        raise RowRefused("dates_reversed")
    return SessionRow(
        line=line,
        sourced_id=sourced_id,
        title=values.required(cells["title"], longest=200),
        type=values.one_of(cells["type"], SESSION_TYPES),
        starts=starts,
        ends=ends,
        parent=values.text(cells["parentsourcedid"], longest=255),
        year=values.text(cells["schoolyear"], longest=20),
    )


def _course(cells: Cells, line: int) -> CourseRow:
    return CourseRow(
        line=line,
        sourced_id=values.identifier(cells["sourcedid"]),
        title=values.required(cells["title"], longest=200),
        session=values.text(cells["schoolyearsourcedid"], longest=255),
        org=values.text(cells["orgsourcedid"], longest=255),
        subjects=values.many(cells["subjects"]),
    )


def _class(cells: Cells, line: int) -> ClassRow:
    sourced_id = values.identifier(cells["sourcedid"])
    grades = values.many(cells["grades"])
    return ClassRow(
        line=line,
        sourced_id=sourced_id,
        title=values.required(cells["title"], longest=200),
        kind=CLASS_TYPES[values.one_of(cells["classtype"], CLASS_TYPES)],
        # «07» and «7» are one year of study; a mixed group has no single one.
        grade=(grades[0].lstrip("0") or grades[0])[:20] if len(grades) == 1 else "",
        course=values.text(cells["coursesourcedid"], longest=255),
        org=values.required(cells["schoolsourcedid"], longest=255),
        sessions=values.many(cells["termsourcedids"]),
        subjects=values.many(cells["subjects"]),
    )


def _user(cells: Cells, line: int, region: str) -> UserRow:
    sourced_id = values.identifier(cells["sourcedid"])
    role = cells["role"].strip()
    phones, no_phones = values.contacts("phone", cells["phone"], cells["sms"], region=region)
    emails, no_emails = values.contacts("email", cells["email"])
    return UserRow(
        line=line,
        sourced_id=sourced_id,
        family_name=values.name(cells["familyname"]),
        given_name=values.name(cells["givenname"]),
        patronymic=values.name(cells["middlename"], optional=True),
        contacts=(*phones, *emails),
        doubts=(*(("phone_wrong", one) for one in no_phones), *(("email_wrong", one) for one in no_emails)),
        agents=values.many(cells["agentsourcedids"]),
        enabled=values.flag(cells["enableduser"], default=True),
        orgs=values.many(cells["orgsourcedids"]),
        role=values.one_of(role, ROLES) if role else "",
    )


def _role(cells: Cells, line: int) -> RoleRow:
    user = values.text(cells["usersourcedid"], longest=255)
    org = values.text(cells["orgsourcedid"], longest=255)
    return RoleRow(
        line=line,
        sourced_id=values.identifier(cells.get("sourcedid", f"{user}|{cells['role']}|{org}")),
        user=_referred(user),
        role=values.one_of(cells["role"], ROLES),
        org=_referred(org),
        primary=values.one_of(cells["roletype"], ROLE_TYPES, default="primary") == "primary",
        ends=_ends(cells),
    )


def _enrollment(cells: Cells, line: int) -> EnrollmentRow:
    user = values.text(cells["usersourcedid"], longest=255)
    klass = values.text(cells["classsourcedid"], longest=255)
    return EnrollmentRow(
        line=line,
        sourced_id=values.identifier(cells.get("sourcedid", f"{klass}|{user}|{cells['role']}")),
        klass=_referred(klass),
        user=_referred(user),
        role=values.one_of(cells["role"], ENROLLMENT_ROLES),
        primary=values.flag(cells["primary"], default=False),
        ends=_ends(cells),
    )


def _profile(cells: Cells, line: int) -> ProfileRow:
    # Names and passwords of other systems: only checked, never kept.
    return ProfileRow(
        line=line,
        sourced_id=values.identifier(cells["sourcedid"]),
        user=values.required(cells["usersourcedid"], longest=255),
    )


def _referred(sourced_id: str) -> str:
    if not sourced_id:
        raise RowRefused("value_missing")
    return sourced_id


def _ends(cells: Cells) -> date | None:
    begins, ends = values.day(cells["begindate"]), values.day(cells["enddate"])
    if begins and ends and ends < begins:
        raise RowRefused("dates_reversed")
    return ends


Parser = Callable[[Cells, int], Row]


def parsers(region: str) -> dict[File, Parser]:
    """How each file's rows are read; `region` is the country of phones written without one."""
    return {
        "orgs": _org,
        "academicSessions": _session,
        "courses": _course,
        "classes": _class,
        "users": partial(_user, region=region),
        "roles": _role,
        "enrollments": _enrollment,
        "userProfiles": _profile,
    }
