"""An uploaded roster and its preview: nothing is changed until somebody has looked."""

import asyncio
from typing import IO
from uuid import uuid4

import msgspec

from parta.core.blobs import Blobs
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.sheets import Cell
from parta.identity.settings import IdentitySettings
from parta.organisations.access import Administration
from parta.organisations.jobs import ForgetBlob
from parta.organisations.roster import queries_imports as queries
from parta.organisations.roster.archive import Limits
from parta.organisations.roster.bundle import Bundle, read_bundle
from parta.organisations.roster.planning import Planned, plan_bundle
from parta.organisations.roster.told import (
    ChangeRow,
    ImportRow,
    RosterImport,
    ToldChange,
    refusal_cells,
    tell_change,
    tell_row,
)
from parta.organisations.settings import OrganisationsSettings
from parta.organisations.workbook.planning import plan_workbook
from parta.organisations.workbook.reading import Workbook

_MOST_REFUSALS = 10_000
_COLUMNS = (
    "import_id",
    "position",
    "entity",
    "kind",
    "sourced_id",
    "title",
    "file",
    "line",
    "fields",
    "reason",
    "value",
    "field",
)


async def preview_roster(
    tx: Tx,
    blobs: Blobs,
    source: IO[bytes],
    file_name: str,
    administration: Administration,
    settings: OrganisationsSettings,
    *,
    by: int | None,
) -> int:
    """Read a ZIP, keep what was read, and store what it would change; the import's id.

    A bundle that cannot be read raises `BundleRefused` and leaves nothing behind.
    """
    limits = Limits(rows=settings.roster_rows, all_bytes=settings.roster_unpacked)
    region = tx.configuration.get(IdentitySettings).phone_region
    bundle = await asyncio.to_thread(read_bundle, source, limits, region=region)
    return await keep_preview(tx, blobs, bundle, file_name, administration, settings, by=by)


async def keep_preview(
    tx: Tx,
    blobs: Blobs,
    said: Bundle | Workbook,
    file_name: str,
    administration: Administration,
    settings: OrganisationsSettings,
    *,
    by: int | None,
) -> int:
    """Store what was read and what it would change; the import's id."""
    encoded = await asyncio.to_thread(msgspec.msgpack.encode, said)
    key = f"rosters/{uuid4().hex}"
    kind, leavers = ("workbook", said.leavers) if isinstance(said, Workbook) else ("oneroster", True)
    import_id: int = await tx.value(
        queries.ADD_IMPORT, by, administration.scope(), _short(file_name), key, kind, leavers
    )
    await _store(tx, import_id, await _plan(tx, said, administration))
    await tx.audit("roster.previewed", actor_id=by, subject=f"roster:{import_id}")
    # Last, so that a bundle refused above leaves no blob.
    await blobs.put(key, encoded)
    await tx.run(queries.FORGET_OLD_CHANGES, now() - settings.roster_changes_kept)
    for old in await tx.values(queries.FORGET_OLD_PREVIEWS, now() - settings.roster_previews_kept):
        await tx.enqueue(ForgetBlob(old))
    return import_id


async def plan_again(tx: Tx, blobs: Blobs, row: ImportRow, administration: Administration) -> Planned:
    """Plan a stored roster on the base of this moment, and keep the preview of it."""
    size = await blobs.size(row.blob_key)
    if size is None:  # the file was lost with a disk; a new upload makes it good
        raise NotFound
    encoded = b"".join([chunk async for chunk in blobs.read(row.blob_key, 0, size)])
    shape: type[Bundle | Workbook] = Workbook if row.kind == "workbook" else Bundle
    said = await asyncio.to_thread(msgspec.msgpack.decode, encoded, type=shape)
    planned = await _plan(tx, said, administration)
    if planned.plan.fingerprint() != row.fingerprint:
        await tx.run(queries.FORGET_CHANGES, row.id)
        await _store(tx, row.id, planned)
    return planned


async def _plan(tx: Tx, said: Bundle | Workbook, administration: Administration) -> Planned:
    if isinstance(said, Workbook):
        return await plan_workbook(tx, said)
    return await plan_bundle(tx, said, administration)


async def _store(tx: Tx, import_id: int, planned: Planned) -> None:
    plan = planned.plan
    summary = msgspec.json.encode(plan.summary()).decode()
    notes = msgspec.json.encode(planned.notes).decode()
    await tx.run(queries.SET_PREVIEW, import_id, summary, notes, plan.fingerprint())
    records = [
        (
            import_id,
            position,
            one.entity,
            one.kind,
            one.sourced_id,
            one.title,
            one.file,
            one.line,
            msgspec.json.encode(one.fields).decode(),
            one.reason,
            one.value,
            one.field,
        )
        for position, one in enumerate(plan.changes, start=1)
    ]
    await tx.connection.copy_records_to_table("roster_changes", records=records, columns=_COLUMNS)


async def find_import(tx: Tx, import_id: int, administration: Administration) -> ImportRow:
    """An import within the administration; 404 for any other."""
    row = await tx.row(queries.IMPORTS, administration.scope(), import_id, None, 1, into=ImportRow)
    if row is None:
        raise NotFound
    return row


async def list_imports(
    tx: Tx, administration: Administration, *, language: str, after: str | None, limit: int
) -> Page[RosterImport]:
    """Uploaded rosters, newest first."""
    before = decode_key(after, tuple[int])[0] if after else None
    rows = await tx.rows(queries.IMPORTS, administration.scope(), None, before, limit + 1, into=ImportRow)
    items = [tell_row(row, [], language) for row in rows[:limit]]
    return Page(items, encode_key(rows[limit - 1].id) if len(rows) > limit else None)


async def tell_import(
    tx: Tx, import_id: int, administration: Administration, *, language: str
) -> RosterImport:
    """One import with its first refused rows; 404 outside the administration."""
    row = await find_import(tx, import_id, administration)
    refused = await tx.rows(queries.CHANGES, import_id, "refused", None, 0, 100, into=ChangeRow)
    return tell_row(row, [tell_change(one, language) for one in refused], language)


async def list_changes(
    tx: Tx,
    import_id: int,
    administration: Administration,
    *,
    kind: str | None,
    entity: str | None,
    language: str,
    after: str | None,
    limit: int,
) -> Page[ToldChange]:
    """The lines of a preview in order; 404 outside the administration."""
    await find_import(tx, import_id, administration)
    last = decode_key(after, tuple[int])[0] if after else 0
    rows = await tx.rows(queries.CHANGES, import_id, kind, entity, last, limit + 1, into=ChangeRow)
    items = [tell_change(row, language) for row in rows[:limit]]
    return Page(items, encode_key(rows[limit - 1].position) if len(rows) > limit else None)


async def table_of_refusals(
    tx: Tx, import_id: int, administration: Administration, *, language: str
) -> list[tuple[Cell, ...]]:
    """Refused rows, then warnings, as lines of a table; 404 outside the administration."""
    await find_import(tx, import_id, administration)
    rows: list[ChangeRow] = []
    for kind in ("refused", "warning"):
        rows += await tx.rows(
            queries.CHANGES, import_id, kind, None, 0, _MOST_REFUSALS - len(rows), into=ChangeRow
        )
    return [refusal_cells(row, language) for row in rows]


async def forget_import(tx: Tx, import_id: int, administration: Administration, *, by: int) -> None:
    """Throw a preview away; 409 `roster_applied` for one that has become history."""
    row = await find_import(tx, import_id, administration)
    if row.state == "applied":
        raise Conflict("roster_applied")
    await tx.run(queries.FORGET_IMPORT, import_id)
    await tx.audit("roster.forgotten", actor_id=by, subject=f"roster:{import_id}")
    await tx.enqueue(ForgetBlob(row.blob_key))


def _short(file_name: str) -> str:
    """A name to show: no folders, nothing invisible."""
    name = file_name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in name if sign.isprintable())[:200] or "roster.zip"
