"""A bundle as it was read: the good rows by sourcedId, the refused ones with their reasons."""

from collections.abc import Mapping
from typing import IO

import msgspec

from parta.organisations.roster import values
from parta.organisations.roster.archive import Archive, Limits
from parta.organisations.roster.columns import (
    ALIASES,
    COLUMNS_1_1,
    COLUMNS_1_2,
    FILES,
    REQUIRED,
    STATUSES,
    File,
)
from parta.organisations.roster.manifest import Mode, Version, read_manifest
from parta.organisations.roster.records import (
    PARSERS,
    ClassRow,
    CourseRow,
    EnrollmentRow,
    OrgRow,
    RoleRow,
    Row,
    SessionRow,
    UserRow,
)
from parta.organisations.roster.refusals import BundleRefused, Note, Refusal, RowRefused
from parta.organisations.roster.table import Line, open_table


class Bundle(msgspec.Struct, kw_only=True):
    """Everything one ZIP said. `deleted` are rows marked tobedeleted, `refused` are sourcedIds of refused rows."""

    version: Version
    modes: dict[File, Mode]
    orgs: dict[str, OrgRow] = {}
    sessions: dict[str, SessionRow] = {}
    courses: dict[str, CourseRow] = {}
    classes: dict[str, ClassRow] = {}
    users: dict[str, UserRow] = {}
    roles: dict[str, RoleRow] = {}
    enrollments: dict[str, EnrollmentRow] = {}
    deleted: dict[File, dict[str, int]] = msgspec.field(default_factory=lambda: {file: {} for file in FILES})
    refused: dict[File, set[str]] = msgspec.field(default_factory=lambda: {file: set() for file in FILES})
    # People of refused roles and enrolments: what the database knows of them is left alone.
    spared: dict[File, set[str]] = msgspec.field(default_factory=lambda: {file: set() for file in FILES})
    refusals: list[Refusal] = []
    warnings: list[Refusal] = []
    notes: list[Note] = []

    def rows(self, file: File) -> dict[str, Row]:
        """Return the good rows of one file, which may be changed in place."""
        found: dict[str, Row] = getattr(self, "sessions" if file == "academicSessions" else file, {})
        return found

    def is_bulk(self, file: File) -> bool:
        """Say whether what this file does not name is gone."""
        return self.modes.get(file) == "bulk"

    def refuse(self, file: File, row: Row, reason: str, value: str = "") -> None:
        """Take a row out again, because of what it refers to."""
        self.rows(file).pop(row.sourced_id, None)
        self.refused[file].add(row.sourced_id)
        if isinstance(row, RoleRow | EnrollmentRow):
            self.spared[file].add(row.user)
        self.refusals.append(_refusal(file, row.line, row.sourced_id, reason, value))

    def warn(self, file: File, row: Row, reason: str, value: str = "") -> None:
        """Say something about a row that was taken all the same."""
        self.warnings.append(_refusal(file, row.line, row.sourced_id, reason, value))


def read_bundle(source: IO[bytes], limits: Limits | None = None) -> Bundle:
    """Read a ZIP; a broken bundle raises `BundleRefused`, a broken row is only left out."""
    limits = limits or Limits()
    archive = Archive(source, limits)
    manifest = read_manifest(archive)
    bundle = Bundle(version=manifest.version, modes=manifest.modes, notes=manifest.notes)
    left = limits.rows
    for file, member in manifest.members.items():
        left = _read_file(bundle, file, archive.read(member), left)
    return bundle


def _read_file(bundle: Bundle, file: File, data: bytes, left: int) -> int:
    table = open_table(data, file=f"{file}.csv")
    header = [ALIASES.get(name, name) for name in table.header]
    _check_header(file, header)
    # Columns of the standard that this file lacks read as empty cells.
    blank = {column.casefold(): "" for column in (*COLUMNS_1_1.get(file, ()), *COLUMNS_1_2.get(file, ()))}
    if file in ("roles", "enrollments") and "sourcedid" not in header:
        del blank["sourcedid"]
    seen: set[str] = set()
    for line in table.lines:
        left -= 1
        if left < 0:
            raise BundleRefused("roster_too_many_rows", file=f"{file}.csv")
        _read_line(bundle, file, header, blank, line, seen)
    return left


def _check_header(file: File, header: list[str]) -> None:
    for column in REQUIRED[file]:
        if column.casefold() not in header:
            raise BundleRefused("roster_column_missing", file=f"{file}.csv", line=1, value=column)
    twice = {name for name in header if name and header.count(name) > 1}
    if twice:
        raise BundleRefused("roster_column_twice", file=f"{file}.csv", line=1, value=min(twice))


def _read_line(
    bundle: Bundle, file: File, header: list[str], blank: dict[str, str], line: Line, seen: set[str]
) -> None:
    cells = blank | dict(zip(header, line.cells or (), strict=False))
    sourced_id = cells.get("sourcedid", "").strip()
    try:
        if line.cells is None:
            raise RowRefused("row_broken")
        if any(cell.strip() for cell in line.cells[len(header) :]):
            raise RowRefused("too_many_cells")
        if sourced_id and sourced_id in seen:
            raise RowRefused("duplicate")
        seen.add(sourced_id)
        if _is_deleted(cells):
            bundle.deleted[file][values.identifier(sourced_id)] = line.number
            return
        row = PARSERS[file](cells, line.number)
        bundle.rows(file)[row.sourced_id] = row
    except RowRefused as refused:
        # A second row of one sourcedId changes nothing about the first.
        if refused.reason != "duplicate":
            _remember_refused(bundle, file, sourced_id, cells)
        bundle.refusals.append(_refusal(file, line.number, sourced_id, refused.reason, refused.value))


def _is_deleted(cells: Mapping[str, str]) -> bool:
    return values.one_of(cells["status"], STATUSES, default="active") == "tobedeleted"


def _remember_refused(bundle: Bundle, file: File, sourced_id: str, cells: Mapping[str, str]) -> None:
    if sourced_id:
        bundle.refused[file].add(sourced_id)
    if file in ("roles", "enrollments"):
        bundle.spared[file].add(cells["usersourcedid"].strip())


def _refusal(file: str, line: int, sourced_id: str, reason: str, value: str) -> Refusal:
    return Refusal(
        file=f"{file}.csv", line=line, sourced_id=sourced_id[:255].strip(), reason=reason, value=value[:100]
    )
