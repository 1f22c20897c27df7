"""Bundles made in a test: rows in, ZIP out."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from parta.organisations.roster.columns import COLUMNS_1_1, COLUMNS_1_2, FILES

Rows = Sequence[Mapping[str, Any]]


def zipped(files: Mapping[str, str | bytes], *, encoding: str = "utf-8") -> bytes:
    """A ZIP of whole files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text if isinstance(text, bytes) else text.encode(encoding))
    return buffer.getvalue()


def csv_text(columns: Sequence[str], rows: Rows, *, separator: str = ",") -> str:
    """A header and rows, quoted where they must be."""
    lines = [separator.join(columns)]
    lines += [separator.join(_cell(row.get(column, ""), separator) for column in columns) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def _cell(value: Any, separator: str) -> str:
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in f'{separator}"\n') else text


def roster(
    version: str = "1.2",
    *,
    delta: Sequence[str] = (),
    manifest: bool = True,
    encoding: str = "utf-8",
    separator: str = ",",
    **files: Rows,
) -> bytes:
    """A bundle of one version; columns as the standard has them."""
    columns = COLUMNS_1_2 if version == "1.2" else COLUMNS_1_1
    texts = {
        f"{file}.csv": csv_text(columns[file], rows, separator=separator) for file, rows in files.items()
    }
    if manifest:
        modes = {file: "delta" if file in delta else "bulk" if file in files else "absent" for file in FILES}
        said = [{"propertyName": "manifest.version", "value": "1.0"}]
        said += [{"propertyName": "oneroster.version", "value": version}]
        said += [{"propertyName": f"file.{file}", "value": mode} for file, mode in modes.items()]
        texts["manifest.csv"] = csv_text(("propertyName", "value"), said, separator=separator)
    return zipped(texts, encoding=encoding)


def user(sourced_id: str, family_name: str, given_name: str, **other: Any) -> dict[str, Any]:
    """A row of users.csv."""
    return {
        "sourcedId": sourced_id, "enabledUser": "true", "username": sourced_id, "familyName": family_name,
        "givenName": given_name, **other,
    }  # fmt: skip


def role(person: str, role: str, org: str = "school", **other: Any) -> dict[str, Any]:
    """A row of roles.csv."""
    return {
        "sourcedId": f"{person}-{role}-{org}", "userSourcedId": person, "roleType": "primary", "role": role,
        "orgSourcedId": org, **other,
    }  # fmt: skip


def place(klass: str, person: str, role: str = "student", **other: Any) -> dict[str, Any]:
    """A row of enrollments.csv."""
    return {
        "sourcedId": f"{klass}-{person}-{role}", "classSourcedId": klass, "schoolSourcedId": "school",
        "userSourcedId": person, "role": role, **other,
    }  # fmt: skip


SCHOOL = {"sourcedId": "school", "name": "Школа на Озёрной", "type": "school"}
YEAR = {
    "sourcedId": "y26", "title": "2026/2027", "type": "schoolYear", "startDate": "2026-09-01",
    "endDate": "2027-05-31", "schoolYear": "2027",
}  # fmt: skip
TERM = {
    **YEAR,
    "sourcedId": "t1",
    "title": "I четверть",
    "type": "term",
    "endDate": "2026-10-24",
    "parentSourcedId": "y26",
}
GEOGRAPHY = {"sourcedId": "geo", "title": "География 7", "orgSourcedId": "school", "subjects": "География"}
CLASSES = [
    {"sourcedId": "7b", "title": "7 «Б»", "grades": "07", "classType": "homeroom", "schoolSourcedId": "school",
     "termSourcedIds": "t1"},
    {"sourcedId": "7b-geo", "title": "География, 7 «Б»", "grades": "07", "courseSourcedId": "geo",
     "classType": "scheduled", "schoolSourcedId": "school", "termSourcedIds": "t1"},
]  # fmt: skip
PEOPLE = [
    user(
        "anna",
        "Ладогина",
        "Анна",
        middleName="Сергеевна",
        email="Ladogina@School.example",
        phone="8 (912) 300-10-01",
    ),
    user("ivan", "Петров", "Иван", middleName="Ильич", agentSourcedIds="olga"),
    user("vera", "Соколова", "Вера", agentSourcedIds="olga"),
    user("olga", "Петрова", "Ольга", phone="+7 912 300-10-02"),
]
ROLES = [
    role("anna", "teacher"),
    role("anna", "principal", roleType="secondary"),
    role("ivan", "student"),
    role("vera", "student"),
    role("olga", "parent"),
]
PLACES = [
    place("7b", "anna", "teacher", primary="true"),
    place("7b", "ivan"),
    place("7b", "vera"),
    place("7b-geo", "anna", "teacher"),
    place("7b-geo", "ivan"),
]


def small_school(**changed: Any) -> bytes:
    """A whole school of one class: the teacher Анна, the pupils Иван and Вера, their mother Ольга."""
    files: dict[str, Any] = {
        "orgs": [SCHOOL],
        "academicSessions": [YEAR, TERM],
        "courses": [GEOGRAPHY],
        "classes": CLASSES,
        "users": PEOPLE,
        "roles": ROLES,
        "enrollments": PLACES,
    }
    return roster(**{**files, **changed})


def small_school_1_1(**changed: Any) -> bytes:
    """The same school by the older standard."""
    roles = {"anna": "teacher", "ivan": "student", "vera": "student", "olga": "parent"}
    people = [{**one, "role": roles[one["sourcedId"]], "orgSourcedIds": "school"} for one in PEOPLE]
    files: dict[str, Any] = {
        "orgs": [SCHOOL],
        "academicSessions": [YEAR, TERM],
        "courses": [GEOGRAPHY],
        "classes": CLASSES,
        "users": people,
        "enrollments": PLACES,
    }
    return roster("1.1", **{**files, **changed})
