"""Having every new file looked at: first the scanner, then previews, then other people."""

from datetime import timedelta

import structlog

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import performs
from parta.files import queries as file_queries
from parta.files.events import PreviewMade
from parta.files.info import FileInfo
from parta.files.preview_job import MakePreview
from parta.files.queries import StoredFile
from parta.files.scanning import queries
from parta.files.scanning.scan_job import EndQuarantine, ScanFile
from parta.files.scanning.scanner import Clean, Infected, ScannerUnavailable, Verdict
from parta.files.scanning.scanner_choice import scanner_of
from parta.files.storage import settings_of

log = structlog.get_logger()

# A scanner that is away comes back in minutes, after its update; a file never gives up waiting for it.
AGAIN = timedelta(seconds=30)


# The lease is longer than the longest scan that settings allow.
@performs(ScanFile, lease=timedelta(minutes=40), heavy=True)
async def scan_file(db: Database, job: ScanFile) -> None:
    """Ask the scanner about one file. Done twice after a crash it is as if done once."""
    async with db.transaction() as tx:
        file = await tx.row(file_queries.STORED_FILE, job.file_id, into=StoredFile)
    if file is None or file.scan_state != "waiting":
        return
    scanner = scanner_of(settings_of(db.configuration))
    try:
        # Switched off meanwhile: what waits is let through, or it would wait for ever.
        verdict = None if scanner is None else await scanner.scan(db.blobs.read(file.blob_key, 0, file.size))
    except FileNotFoundError:  # removed by its owner in this very moment
        return
    except ScannerUnavailable as failure:
        log.warning("files.scanner_unavailable", file=file.id, reason=str(failure))
        async with db.transaction() as tx:
            await tx.enqueue(job, due_at=now() + AGAIN)
        return
    async with db.transaction() as tx:
        await _note(tx, file, verdict)


async def _note(tx: Tx, file: StoredFile, verdict: Verdict | None) -> None:
    found = verdict.name if isinstance(verdict, Infected) else None
    until = now() + settings_of(tx.configuration).quarantine_kept if found is not None else None
    info = await tx.row(queries.NOTE_VERDICT, file.id, _state(verdict), found, until, into=FileInfo)
    if info is None:
        return
    tx.emit(PreviewMade(file_id=file.id, owner_id=file.owner_id, file=info))
    if found is None:
        if file.preview_state == "waiting":
            await tx.enqueue(MakePreview(file_id=file.id))
        return
    log.warning("files.infected", file=file.id, found=found)
    await tx.enqueue(EndQuarantine(file_id=file.id), due_at=until)
    await tx.audit(
        "file_quarantined",
        actor_id=None,
        subject=f"file:{file.id}",
        details={"found": found, "name": file.name, "owner_id": file.owner_id},
    )


def _state(verdict: Verdict | None) -> str:
    if verdict is None:
        return "none"
    if isinstance(verdict, Infected):
        return "infected"
    return "clean" if isinstance(verdict, Clean) else "unscanned"
