"""What is forgotten in time: drafts nobody goes on with, and scans of signed documents."""

from datetime import datetime

import msgspec

from parta.applications import queries
from parta.applications.settings import ApplicationsSettings
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.files.attaching import release_files


class ForgetDraft(Job, frozen=True):
    """Look whether anybody has gone on with a draft."""

    application_id: int


class ForgetDocument(Job, frozen=True):
    """Let go of the scan of a decided application."""

    application_id: int


class _Draft(msgspec.Struct, frozen=True):
    changed_at: datetime
    file_id: int | None


@performs(ForgetDraft)
async def forget_draft(tx: Tx, job: ForgetDraft) -> None:
    """Remove the draft, or come again a term after its last change."""
    draft = await tx.row(queries.LOCK_DRAFT, job.application_id, into=_Draft)
    if draft is None:
        return
    due_at = draft.changed_at + tx.configuration.get(ApplicationsSettings).draft_kept
    if due_at > now():
        await tx.enqueue(job, due_at=due_at)
        return
    await tx.run(queries.REMOVE, job.application_id)
    await release_files(tx, [draft.file_id] if draft.file_id else [])


@performs(ForgetDocument)
async def forget_document(tx: Tx, job: ForgetDocument) -> None:
    """Only an application that is over loses its scan."""
    before = now() - tx.configuration.get(ApplicationsSettings).document_kept
    file_id = await tx.value(queries.FORGET_DOCUMENT, job.application_id, before)
    if file_id is not None:
        await release_files(tx, [file_id])
