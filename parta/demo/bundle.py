"""Write an invented town as a OneRoster CSV bundle, so that it comes in by the road of any roster.

Columns and their order follow the 1EdTech specifications "OneRoster 1.1: CSV Tables" and "OneRoster 1.2: CSV Binding".
A bulk bundle leaves `status` and `dateLastModified` empty, as both specifications demand.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from parta.demo.people import Kind, Lesson, School, Town, Townsman
from parta.demo.subjects import all_subjects

Version = Literal["1.1", "1.2"]
Row = tuple[str, ...]

MANIFEST_TABLES = (
    "academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics",
    "enrollments", "lineItems", "orgs", "resources", "results", "users",
)  # fmt: skip
MANIFEST_TABLES_SINCE_1_2 = (
    "lineItemLearningObjectiveIds", "lineItemScoreScales", "resultLearningObjectiveIds", "resultScoreScales",
    "roles", "scoreScales", "userProfiles", "userResources",
)  # fmt: skip

COLUMNS = {
    "orgs": "name type identifier parentSourcedId",
    "academicSessions": "title type startDate endDate parentSourcedId schoolYear",
    "courses": "schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes",
    "classes": "title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects"
    " subjectCodes periods",
    "enrollments": "classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate",
    "roles": "userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId",
}
USERS_1_1 = (
    "enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier email sms phone"
    " agentSourcedIds grades password"
)
USERS_1_2 = (
    "enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades"
    " password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName"
    " primaryOrgSourcedId pronouns"
)
BULK = ("", "")
# 1.1 knows fewer roles.
BEFORE_1_2 = {"principal": "administrator", "siteAdministrator": "administrator", "counselor": "teacher"}


def write_bundle(town: Town, version: Version = "1.2", *, encoding: str = "utf-8") -> bytes:
    """Give the town as a zip; the same town gives the same bytes."""
    files: dict[str, tuple[str, Iterable[Row]]] = {
        "orgs": (COLUMNS["orgs"], _orgs(town)),
        "academicSessions": (COLUMNS["academicSessions"], _sessions(town)),
        "courses": (COLUMNS["courses"], _courses(town)),
        "classes": (COLUMNS["classes"], _classes(town)),
        "users": (USERS_1_2 if version == "1.2" else USERS_1_1, _users(town, version)),
        "enrollments": (COLUMNS["enrollments"], _enrollments(town)),
    }
    if version == "1.2":
        files["roles"] = (COLUMNS["roles"], _roles(town))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "manifest.csv", ("propertyName", "value"), _manifest(version, set(files)), encoding)
        for name, (columns, rows) in files.items():
            header = ("sourcedId", "status", "dateLastModified", *columns.split())
            _put(archive, f"{name}.csv", header, rows, encoding)
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, header: Row, rows: Iterable[Row], encoding: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    # A fixed time inside the archive keeps the bytes the same from day to day.
    archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), text.getvalue().encode(encoding))


def _manifest(version: Version, present: set[str]) -> Iterator[Row]:
    yield ("manifest.version", "1.0")
    yield ("oneroster.version", version)
    for table in MANIFEST_TABLES + (MANIFEST_TABLES_SINCE_1_2 if version == "1.2" else ()):
        yield (f"file.{table}", "bulk" if table in present else "absent")
    yield ("source.systemName", "Лукоморский журнал")
    yield ("source.systemCode", "lukomorsk")


def _orgs(town: Town) -> Iterator[Row]:
    yield (town.district_key, *BULK, town.district_name, "district", "lukomorsk", "")
    for number, school in enumerate(town.schools, start=1):
        yield (school.key, *BULK, school.name, "school", f"lukomorsk-{number}", town.district_key)


def _year(town: Town) -> tuple[str, str, str]:
    first = town.first_year
    return f"year-{first}", date(first, 9, 1).isoformat(), date(first + 1, 5, 31).isoformat()


def _sessions(town: Town) -> Iterator[Row]:
    key, start, end = _year(town)
    title = f"{town.first_year}/{town.first_year + 1}"
    yield (key, *BULK, f"{title} учебный год", "schoolYear", start, end, "", str(town.first_year + 1))


def _course_key(lesson: Lesson, school: School) -> str:
    number = [subject.title for subject in all_subjects()].index(lesson.subject.title) + 1
    return f"course-{school.key.removeprefix('school-')}-{number:02d}"


def _courses(town: Town) -> Iterator[Row]:
    year = _year(town)[0]
    for school in town.schools:
        number = school.key.removeprefix("school-")
        yield (f"course-{number}-00", *BULK, year, "Классное руководство", "", "", school.key, "", "")
        taught = {lesson.subject.title: lesson for room in school.classrooms for lesson in room.lessons}
        for title, lesson in taught.items():
            first, last = lesson.subject.grades
            grades = ",".join(f"{grade:02d}" for grade in range(first, last + 1))
            yield (_course_key(lesson, school), *BULK, year, title, "", grades, school.key, title, "")


def _classes(town: Town) -> Iterator[Row]:
    year = _year(town)[0]
    for school in town.schools:
        for room in school.classrooms:
            course = f"course-{school.key.removeprefix('school-')}-00"
            grade = f"{room.grade:02d}"
            yield (
                room.key,
                *BULK,
                room.title,
                grade,
                course,
                room.title,
                "homeroom",
                "",
                school.key,
                year,
                "",
                "",
                "",
            )
            for lesson in room.lessons:
                subject, title = lesson.subject.title, f"{lesson.subject.title}, {room.title}"
                course = _course_key(lesson, school)
                yield (
                    lesson.key, *BULK, title, grade, course, "", "scheduled", "", school.key, year, subject, "", "",
                )  # fmt: skip


def _enrollments(town: Town) -> Iterator[Row]:
    _, start, end = _year(town)
    number = 0
    for room in town.classrooms:
        groups = [(room.key, room.teacher), *((lesson.key, lesson.teacher) for lesson in room.lessons)]
        for group, teacher in groups:
            people = [(teacher, "teacher", "true"), *((pupil, "student", "false") for pupil in room.pupils)]
            for person, role, primary in people:
                number += 1
                yield (
                    f"enrollment-{number:06d}",
                    *BULK,
                    group,
                    room.school,
                    person,
                    role,
                    primary,
                    start,
                    end,
                )


def _users(town: Town, version: Version) -> Iterator[Row]:
    grades = {room.key: f"{room.grade:02d}" for room in town.classrooms}
    for person in town.people.values():
        name = person.name
        common = (
            person.email or person.key, "", name.given, name.family, name.patronymic, "",
            person.email, person.phone, "", ",".join(person.guardians), grades.get(person.classroom, ""), "",
        )  # fmt: skip
        if version == "1.2":
            yield (person.key, *BULK, "true", *common, "", "", "", "", "", person.school, "")
        else:
            role = roles_of(town, person)[0]
            yield (person.key, *BULK, "true", person.school, BEFORE_1_2.get(role, role), *common)


def roles_of(town: Town, person: Townsman) -> list[str]:
    """List a person's OneRoster 1.2 roles, the main one first; 1.1 has room for the main one only."""
    if person.kind is Kind.PUPIL:
        return ["student"]
    if person.kind is Kind.PARENT:
        return ["guardian" if person.relation == "бабушка" else "parent"]
    school = next(school for school in town.schools if school.key == person.school)
    roles = ["teacher"]
    if person.key == school.director:
        roles = ["principal", "teacher"]
    elif person.key == school.adviser:
        roles = ["counselor"]
    elif person.key == school.administrator:
        roles = ["siteAdministrator"]
    elif person.key == school.deputy:
        roles = ["teacher", "siteAdministrator"]
    return [*roles, "parent"] if person.children else roles


def _roles(town: Town) -> Iterator[Row]:
    _, start, end = _year(town)
    for person in town.people.values():
        for position, role in enumerate(roles_of(town, person)):
            kind = "primary" if position == 0 else "secondary"
            yield (
                f"role-{person.key}-{position + 1}", *BULK, person.key, kind, role, start, end, person.school, "",
            )  # fmt: skip
