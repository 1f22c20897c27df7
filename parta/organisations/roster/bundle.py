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
    ClassRow,
    CourseRow,
    EnrollmentRow,
    FamilyRow,
    OrgRow,
    Parser,
    RoleRow,
    Row,
    SessionRow,
    UserRow,
    parsers,
)
from parta.organisations.roster.refusals import BundleRefused, Note, Refusal, RowRefused
from parta.organisations.roster.table import Line, open_table


class Ends(msgspec.Struct, kw_only=True):
    """What ends, named outright: roles by id, places (class, person, role) and families (guardian, child)."""

    roles: set[int] = msgspec.field(default_factory=set)
    places: set[tuple[int, int, str]] = msgspec.field(default_factory=set)
    families: set[tuple[int, int]] = msgspec.field(default_factory=set)


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
    families: list[FamilyRow] = []
    # Given, nothing else ends than what it names, whatever the bundle leaves out.
    ends: Ends | None = None
    deleted: dict[File, dict[str, int | None]] = msgspec.field(
        default_factory=lambda: {file: {} for file in FILES}
    )
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


def read_bundle(source: IO[bytes], limits: Limits | None = None, *, region: str = "RU") -> Bundle:
    """Read a ZIP; a broken bundle raises `BundleRefused`, a broken row is only left out.

    `region` is the country of phones written without one.
    """
    limits = limits or Limits()
    archive = Archive(source, limits)
    manifest = read_manifest(archive)
    bundle = Bundle(version=manifest.version, modes=manifest.modes, notes=manifest.notes)
    parse, left = parsers(region), limits.rows
    for file, member in manifest.members.items():
        left = _FileReader(bundle, file, parse[file]).read(archive.read(member), left)
    return bundle


class _FileReader:
    """Reads one file of a bundle, row by row."""

    def __init__(self, bundle: Bundle, file: File, parse: Parser) -> None:
        self.bundle, self.file, self.parse = bundle, file, parse
        self.header: list[str] = []
        # Columns of the standard that this file lacks read as empty cells.
        self.blank = {
            column.casefold(): "" for table in (COLUMNS_1_1, COLUMNS_1_2) for column in table.get(file, ())
        }
        self.seen: set[str] = set()

    def read(self, data: bytes, left: int) -> int:
        """Read all rows and return how many the bundle may still have."""
        table = open_table(data, file=f"{self.file}.csv")
        self.header = [ALIASES.get(name, name) for name in table.header]
        self._check_header()
        if self.file in ("roles", "enrollments") and "sourcedid" not in self.header:
            del self.blank["sourcedid"]
        for line in table.lines:
            left -= 1
            if left < 0:
                raise BundleRefused("roster_too_many_rows", file=f"{self.file}.csv")
            self._read_line(line)
        return left

    def _check_header(self) -> None:
        for column in REQUIRED[self.file]:
            if column.casefold() not in self.header:
                raise BundleRefused("roster_column_missing", file=f"{self.file}.csv", line=1, value=column)
        twice = {name for name in self.header if name and self.header.count(name) > 1}
        if twice:
            raise BundleRefused("roster_column_twice", file=f"{self.file}.csv", line=1, value=min(twice))

    def _read_line(self, line: Line) -> None:
        cells = self.blank | dict(zip(self.header, line.cells or (), strict=False))
        sourced_id = cells.get("sourcedid", "").strip()
        try:
            self._take(line, cells, sourced_id)
        except RowRefused as refused:
            # A second row of one sourcedId changes nothing about the first.
            if refused.reason != "duplicate":
                self._remember_refused(sourced_id, cells)
            refusal = _refusal(self.file, line.number, sourced_id, refused.reason, refused.value)
            self.bundle.refusals.append(refusal)

    def _take(self, line: Line, cells: Mapping[str, str], sourced_id: str) -> None:
        if line.cells is None:
            raise RowRefused("row_broken")
        if any(cell.strip() for cell in line.cells[len(self.header) :]):
            raise RowRefused("too_many_cells")
        if sourced_id and sourced_id in self.seen:
            raise RowRefused("duplicate")
        self.seen.add(sourced_id)
        if _is_deleted(cells):
            self.bundle.deleted[self.file][values.identifier(sourced_id)] = line.number
            return
        row = self.parse(cells, line.number)
        self.bundle.rows(self.file)[row.sourced_id] = row
        for reason, typed in row.doubts if isinstance(row, UserRow) else ():
            self.bundle.warn(self.file, row, reason, typed)

    def _remember_refused(self, sourced_id: str, cells: Mapping[str, str]) -> None:
        if sourced_id:
            self.bundle.refused[self.file].add(sourced_id)
        if self.file in ("roles", "enrollments"):
            self.bundle.spared[self.file].add(cells["usersourcedid"].strip())


def _is_deleted(cells: Mapping[str, str]) -> bool:
    return values.one_of(cells["status"], STATUSES, default="active") == "tobedeleted"


def _refusal(file: str, line: int, sourced_id: str, reason: str, value: str) -> Refusal:
    return Refusal(
        file=f"{file}.csv", line=line, sourced_id=sourced_id[:255].strip(), reason=reason, value=value[:100]
    )
