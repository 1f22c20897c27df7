"""Who a bundle makes pupil, parent, teacher or administrator of what, and who studies or teaches where."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import msgspec

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.columns import ENROLLMENT_ROLES, GUARDIAN_ROLES, ROLES, File
from parta.organisations.roster.records import RoleRow, Row

RoleKey = tuple[str, str, str]  # person, organisation, our role
EnrollmentKey = tuple[str, str, str]  # class, person, "pupil" or "teacher"


class KnownRoles(msgspec.Struct, frozen=True):
    """What the database says of a person whom a partial bundle only mentions."""

    roles: frozenset[str]
    # Where the person is a pupil: that is where the guardians belong too.
    schools: frozenset[str] = frozenset()


class WantedRole(msgspec.Struct, frozen=True):
    """A role. `subject` None: the bundle cannot know it. `relation` is how a parent's row calls itself."""

    file: File
    line: int
    sourced_id: str
    position: str = ""
    subject: str | None = None
    relation: str = ""


class WantedEnrollment(msgspec.Struct, frozen=True):
    """A place in a class."""

    line: int
    sourced_id: str
    class_teacher: bool = False


def wanted_roles(bundle: Bundle, *, today: date) -> dict[RoleKey, WantedRole]:
    """Every role once; of two rows giving one role the first that names a position wins."""
    subjects = _subjects(bundle)
    found: dict[RoleKey, WantedRole] = {}
    for file, row, user, org, role in _said(bundle, today):
        meaning = ROLES[role]
        if meaning is None:
            bundle.warn(file, row, "role_without_rights", role)
            continue
        ours, position = meaning
        subject = subjects.get((user, org), "") if ours == "teacher" and subjects is not None else None
        if isinstance(row, RoleRow):
            position, subject = row.position or position, subject if row.subject is None else row.subject
        known = found.get((user, org, ours))
        if known is None or (position and not known.position):
            found[user, org, ours] = WantedRole(
                file,
                row.line,
                row.sourced_id,
                position,
                subject,
                role if role in GUARDIAN_ROLES else "",
            )
    return found


def _said(bundle: Bundle, today: date) -> Iterator[tuple[File, Row, str, str, str]]:
    """Roles of both versions in one form: 1.1 keeps them in users.csv, 1.2 in roles.csv."""
    disabled = {user.sourced_id for user in bundle.users.values() if not user.enabled}
    for sourced_id in disabled:
        bundle.warn("users", bundle.users[sourced_id], "user_disabled")
    for role in sorted(bundle.roles.values(), key=lambda one: not one.primary):
        if role.user not in disabled and (role.ends is None or role.ends >= today):
            yield "roles", role, role.user, role.org, role.role
    if "roles" in bundle.modes:
        return
    for user in bundle.users.values():
        if user.enabled and user.role:
            for org in user.orgs:
                yield "users", user, user.sourced_id, org, user.role


def _subjects(bundle: Bundle) -> dict[tuple[str, str], str] | None:
    """What each teacher teaches in each organisation; None when the bundle does not hold all classes."""
    if not (bundle.is_bulk("classes") and bundle.is_bulk("enrollments")):
        return None
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in bundle.enrollments.values():
        klass = bundle.classes.get(row.klass)
        if klass is None or klass.kind != "subject" or ENROLLMENT_ROLES[row.role] != "teacher":
            continue
        course = bundle.courses.get(klass.course)
        for subject in (
            klass.subjects or (course.subjects if course else ()) or ((course.title,) if course else ())
        ):
            found[row.user, klass.org][subject] = None
    return {key: ", ".join(sorted(subjects))[:200] for key, subjects in found.items()}


def wanted_enrollments(bundle: Bundle, *, today: date) -> dict[EnrollmentKey, WantedEnrollment]:
    """Every place in a class once. A homeroom's primary teacher, or its only one, is the class teacher."""
    found: dict[EnrollmentKey, WantedEnrollment] = {}
    teachers: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for row in bundle.enrollments.values():
        user = bundle.users.get(row.user)
        if (user is not None and not user.enabled) or (row.ends is not None and row.ends < today):
            continue
        role = ENROLLMENT_ROLES[row.role]
        if role is None:
            bundle.warn("enrollments", row, "role_without_rights", row.role)
            continue
        found.setdefault((row.klass, row.user, role), WantedEnrollment(row.line, row.sourced_id))
        if role == "teacher":
            teachers[row.klass][row.user] = teachers[row.klass].get(row.user, False) or row.primary
    for klass, them in teachers.items():
        for person in _class_teachers(bundle, klass, them):
            key = (klass, person, "teacher")
            found[key] = msgspec.structs.replace(found[key], class_teacher=True)
    return found


def _class_teachers(bundle: Bundle, klass: str, teachers: dict[str, bool]) -> list[str]:
    row = bundle.classes.get(klass)
    if row is not None and row.kind != "homeroom":
        return []
    primary = [user for user, is_primary in teachers.items() if is_primary]
    # In a partial bundle one teacher among the changes need not be the only one.
    alone = list(teachers) if len(teachers) == 1 and bundle.is_bulk("enrollments") else []
    return primary or alone
