"""Uploaded rosters and the lines of their previews: as they are stored, and as they are told."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.core.errors import sentence as say
from parta.core.sheets import Cell
from parta.organisations.roster.plan import FieldChange
from parta.organisations.roster.refusals import Note

Kind = Literal["oneroster", "workbook"]


REFUSAL_HEADS = (
    ("Лист", "Строка", "Столбец", "Значение", "Что случилось", "Что не так"),
    ("Sheet", "Row", "Column", "Value", "What happened", "What is wrong"),
)
_KIND_WORDS = {"refused": ("строка не принята", "row not taken"), "warning": ("замечание", "warning")}


class ImportRow(msgspec.Struct, frozen=True):
    """An uploaded roster as it is stored."""

    id: int
    state: str
    file_name: str
    created_at: datetime
    applied_at: datetime | None
    summary: str
    notes: str
    organisation_ids: list[int] | None
    blob_key: str
    fingerprint: bytes
    uploaded_by: int | None
    kind: Kind
    leavers: bool


class ChangeRow(msgspec.Struct, frozen=True):
    """One line of a preview as it is stored."""

    position: int
    entity: str
    kind: str
    sourced_id: str
    title: str
    file: str
    line: int | None
    fields: str
    reason: str | None
    value: str
    field: str


class ToldChange(msgspec.Struct, frozen=True):
    """One line of a preview as it is told; `detail` says the reason in words, `column` is named as the file names it."""

    entity: str
    kind: str
    sourced_id: str
    title: str
    file: str
    line: int | None
    fields: list[FieldChange]
    reason: str | None
    value: str
    detail: str | None
    column: str


class ToldNote(msgspec.Struct, frozen=True):
    """A remark about the whole bundle."""

    reason: str
    file: str
    detail: str
    value: str


class RosterImport(msgspec.Struct, frozen=True):
    """An uploaded roster: how much would be new, changed, gone; the first refused rows; where to read the rest.

    `leavers`: whoever the file does not name leaves.
    """

    id: int
    kind: Kind
    leavers: bool
    state: str
    file_name: str
    created_at: datetime
    applied_at: datetime | None
    summary: dict[str, dict[str, int]]
    notes: list[ToldNote]
    refused: list[ToldChange]
    changes: str


def tell_change(row: ChangeRow, language: str) -> ToldChange:
    """A stored line in a language."""
    return ToldChange(
        row.entity,
        row.kind,
        row.sourced_id,
        row.title,
        row.file,
        row.line,
        msgspec.json.decode(row.fields, type=list[FieldChange]),
        row.reason,
        row.value,
        say(row.reason, language) if row.reason else None,
        row.field,
    )


def tell_row(row: ImportRow, refused: list[ToldChange], language: str) -> RosterImport:
    """A stored import in a language, with some of its refused rows."""
    notes = msgspec.json.decode(row.notes, type=list[Note])
    return RosterImport(
        row.id,
        row.kind,
        row.leavers,
        row.state,
        row.file_name,
        row.created_at,
        row.applied_at,
        msgspec.json.decode(row.summary, type=dict[str, dict[str, int]]),
        [ToldNote(note.reason, note.file, say(note.reason, language), note.value) for note in notes],
        refused,
        f"/api/rosters/{row.id}/changes",
    )


def refusal_cells(row: ChangeRow, language: str) -> tuple[Cell, ...]:
    """A refused row or a warning as a line of a table."""
    detail = say(row.reason, language) if row.reason else ""
    what = _KIND_WORDS[row.kind][language == "en"]
    return row.file, row.line or "", row.field or row.sourced_id, row.value, what, detail
