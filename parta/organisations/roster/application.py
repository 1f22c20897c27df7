"""Applying a roster that somebody has looked at: in one transaction, and only what was shown."""

from parta.core.blobs import Blobs
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.organisations.access import Administration, administered_organisations
from parta.organisations.jobs import ForgetBlob
from parta.organisations.roster import queries_imports, queries_writes
from parta.organisations.roster.previews import find_import, plan_again
from parta.organisations.roster.writes import write_plan


async def apply_roster(
    tx: Tx, blobs: Blobs, import_id: int, administration: Administration, *, by: int | None
) -> None:
    """Do what the preview shows. Applying the same import again does nothing.

    409 `roster_outdated` when the data has changed since: then the preview is made anew, and kept.
    """
    await tx.run(queries_imports.LOCK_ROSTERS)
    if not await tx.value(queries_imports.LOCK_IMPORT, import_id):
        raise NotFound
    row = await find_import(tx, import_id, administration)
    if row.state == "applied":
        return
    # Planned with the rights of the preview: an operator applying a school's roster adds nothing to it.
    ids = row.organisation_ids
    scope = Administration(True, frozenset()) if ids is None else Administration(False, frozenset(ids))
    planned = await plan_again(tx, blobs, row, scope)
    if planned.plan.fingerprint() != row.fingerprint:
        raise Conflict("roster_outdated", keeps_changes=True)
    source_id = planned.source_id
    if source_id is None:
        source_id = await tx.value(queries_writes.NEW_SOURCE, planned.source_title, planned.workbook_of)
    appoints = None if by is None else (await administered_organisations(tx, by, right="everything")).scope()
    await write_plan(tx, planned.plan, source_id, appoints=appoints)
    await tx.run(queries_imports.SET_APPLIED, import_id, now(), by)
    await tx.audit(
        "roster.applied", actor_id=by, subject=f"roster:{import_id}", details=planned.plan.summary()
    )
    # Only the history of what changed is kept; the people of the file are in the database now.
    await tx.enqueue(ForgetBlob(row.blob_key))
