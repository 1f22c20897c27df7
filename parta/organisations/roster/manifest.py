"""manifest.csv: which files are complete, which hold changes only, and the version of the standard."""

from typing import Literal

import msgspec

from parta.organisations.roster.archive import Archive
from parta.organisations.roster.columns import FILES, LEFT_ALONE, File
from parta.organisations.roster.refusals import BundleRefused, Note
from parta.organisations.roster.table import open_table

Mode = Literal["bulk", "delta"]
Version = Literal["1.1", "1.2"]


class Manifest(msgspec.Struct, frozen=True):
    """What is in the bundle: the mode of each file we read, and where it lies in the archive."""

    version: Version
    modes: dict[File, Mode]
    members: dict[File, str]
    notes: list[Note]


def read_manifest(archive: Archive) -> Manifest:
    """Read the manifest, or infer one from the files that are there."""
    present = {name.casefold(): name for name in archive.names()}
    notes = [Note(reason="file_unknown", file=name) for name in archive.strangers()]
    said = _properties(archive, present.pop("manifest", None))
    if not said:
        notes.append(Note(reason="manifest_inferred"))
    modes: dict[File, Mode] = {}
    members: dict[File, str] = {}
    for file in FILES:
        member = present.pop(file.casefold(), None)
        mode = said.get(f"file.{file}".casefold(), "bulk" if member else "absent")
        if mode not in ("bulk", "delta", "absent"):
            raise BundleRefused("roster_manifest", file="manifest.csv", value=f"file.{file} = {mode}")
        if mode == "absent":
            notes += [Note(reason="file_absent_in_manifest", file=f"{file}.csv")] if member else []
            continue
        if member is None:
            raise BundleRefused("roster_file_missing", file=f"{file}.csv")
        modes[file], members[file] = ("delta" if mode == "delta" else "bulk"), member
        notes += [Note(reason="delta", file=f"{file}.csv")] if mode == "delta" else []
    notes += [Note(reason=_why_skipped(name), file=f"{name}.csv") for name in present.values()]
    if not modes:
        raise BundleRefused("roster_empty")
    return Manifest(_version(said, modes), modes, members, notes)


def _properties(archive: Archive, member: str | None) -> dict[str, str]:
    if member is None:
        return {}
    table = open_table(archive.read(member), file="manifest.csv")
    if table.header[:2] != ["propertyname", "value"]:
        raise BundleRefused("roster_manifest", file="manifest.csv", line=1)
    said: dict[str, str] = {}
    for line in table.lines:
        if line.cells is None or len(line.cells) < 2:
            raise BundleRefused("roster_manifest", file="manifest.csv", line=line.number)
        name, value = line.cells[0].strip().casefold(), line.cells[1].strip()
        said[name] = value.casefold() if name.startswith("file.") else value
    return said


def _version(said: dict[str, str], modes: dict[File, Mode]) -> Version:
    stated = said.get("oneroster.version", "")
    # A spreadsheet may have turned 1.1 into 1,1 or a date; roles.csv tells the versions apart anyway.
    stated = stated.replace(",", ".")
    if stated.startswith("1.2"):
        return "1.2"
    if stated.startswith("1.1"):
        return "1.1"
    if stated in ("", "1.0") or not stated[:1].isdecimal():
        return "1.2" if "roles" in modes else "1.1"
    raise BundleRefused("roster_version", file="manifest.csv", value=stated)


def _why_skipped(name: str) -> str:
    known = {file.casefold(): reason for file, reason in LEFT_ALONE.items()}
    return known.get(name.casefold(), "file_unknown")
