"""Infected files: kept for the operator for a term, let out after a false alarm, destroyed in the end."""

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import performs
from parta.files import queries as file_queries
from parta.files.events import PreviewMade
from parta.files.expiry_job import Discard
from parta.files.info import FileInfo
from parta.files.media_formats import decoder_of
from parta.files.preview_job import MakePreview
from parta.files.queries import StoredFile
from parta.files.scanning import queries
from parta.files.scanning.queries import Quarantined
from parta.files.scanning.scan_job import EndQuarantine
from parta.organisations.access import require_operator


async def list_quarantined(tx: Tx, *, after: str | None, limit: int, by: int) -> Page[Quarantined]:
    """Infected files, newest first; NotFound for all but operators."""
    await require_operator(tx, by=by)
    before = decode_key(after, tuple[int])[0] if after else None
    items = list(await tx.rows(queries.QUARANTINE, before, limit, into=Quarantined))
    return Page(items, encode_key(items[-1].id) if len(items) == limit else None)


async def release(tx: Tx, file_id: int, *, by: int) -> None:
    """A false alarm: the file opens to those who may see it."""
    file = await _find_quarantined(tx, file_id, by=by)
    previewed = decoder_of(file.content_type) is not None
    info = await tx.row(
        queries.RELEASE_FROM_QUARANTINE, file.id, "waiting" if previewed else "none", into=FileInfo
    )
    if info is None:
        raise NotFound
    tx.emit(PreviewMade(file_id=file.id, owner_id=file.owner_id, file=info))
    if previewed:
        await tx.enqueue(MakePreview(file_id=file.id))
    await tx.audit("file_released", actor_id=by, subject=f"file:{file.id}", details={"name": file.name})


async def destroy(tx: Tx, file_id: int, *, by: int) -> None:
    """Destroy the bytes now; messages go on saying that there was an infected file."""
    file = await _find_quarantined(tx, file_id, by=by)
    await _destroy(tx, file, by=by)


@performs(EndQuarantine)
async def end_quarantine(tx: Tx, job: EndQuarantine) -> None:
    """The term is over; a file that was released or deleted meanwhile is left alone."""
    file = await _lock(tx, job.file_id)
    if file is not None:
        await _destroy(tx, file, by=None)


async def _find_quarantined(tx: Tx, file_id: int, *, by: int) -> StoredFile:
    await require_operator(tx, by=by)
    file = await _lock(tx, file_id)
    if file is None:
        raise NotFound
    return file


async def _lock(tx: Tx, file_id: int) -> StoredFile | None:
    if await tx.value(queries.LOCK_QUARANTINED, file_id) is None:
        return None
    return await tx.row(file_queries.STORED_FILE, file_id, into=StoredFile)


async def _destroy(tx: Tx, file: StoredFile, *, by: int | None) -> None:
    await tx.run(queries.NOTE_DESTROYED, file.id)
    await tx.enqueue(Discard(blobs=(file.blob_key,)))
    await tx.audit("file_destroyed", actor_id=by, subject=f"file:{file.id}", details={"name": file.name})
