"""Uploads from the first byte announced to the last byte kept.

No transaction is open while bytes come: the row says whose upload it is and how large, the spool says how
much of it is here. Every step can be repeated after a crash.
"""

import asyncio
import errno
from collections.abc import AsyncIterator

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.errors import Conflict, NotFound, Problem
from parta.files import queries
from parta.files.attaching import used_files
from parta.files.events import FileReady
from parta.files.expiry import remove_file
from parta.files.expiry_job import Discard, ExpireFile
from parta.files.media_formats import decoder_of
from parta.files.preview_job import MakePreview
from parta.files.queries import StoredFile, Upload
from parta.files.quota import require_room
from parta.files.recordings import Purpose, require_recording, require_recording_size
from parta.files.scanning.scan_job import ScanFile
from parta.files.sniffing import Sniffed, sniff
from parta.files.spool import Busy, Interrupted, Writer
from parta.files.storage import new_key, settings_of, spool_of

PATIENCE = 60.0  # seconds of silence after which a connection is taken for dead


async def begin_upload(
    db: Database, *, name: str, size: int, purpose: Purpose | None = None, by: int
) -> Upload:
    """Announce a file: from now on its size counts, and an empty one is ready at once."""
    if purpose is not None:
        require_recording_size(purpose, size)
    async with db.transaction() as tx:
        await require_room(tx, size, by=by)
        key, expires_at = new_key(), now() + settings_of(db.configuration).upload_lifetime
        [upload] = await tx.rows(queries.BEGIN_UPLOAD, by, name, size, key, expires_at, purpose, into=Upload)
        await tx.enqueue(ExpireFile(file_id=upload.id), due_at=expires_at)
        await spool_of(db.configuration).create(key)
    if size == 0:
        await _finish(db, upload)
    return upload


async def find_upload(db: Database, upload_id: int, *, by: int) -> Upload:
    """One's own upload; another person's is NotFound."""
    async with db.transaction() as tx:
        upload = await tx.row(queries.OWN_UPLOAD, upload_id, by, into=Upload)
    if upload is None:
        raise NotFound
    return upload


async def measure(db: Database, upload: Upload) -> int:
    """How many bytes are safely here; who asks is about to resume, so an older connection is told to stop."""
    if upload.state == "ready":
        return upload.size
    spool = spool_of(db.configuration)
    await spool.interrupt(upload.blob_key)
    offset = await spool.durable_size(upload.blob_key)
    if offset is None and not await db.blobs.exists(upload.blob_key):
        raise NotFound
    if offset is None or offset == upload.size:
        # The server died between the last byte and the end; nobody will send that byte again.
        await _finish(db, upload)
        return upload.size
    return offset


async def receive(
    db: Database, upload: Upload, body: AsyncIterator[bytes], *, offset: int, announced: int | None
) -> int:
    """Append to the upload and return how far it has come; the last byte makes the file ready.

    Whatever came before a cut is kept. Raises Conflict at another offset, 423 while another request writes,
    413 when more comes than was announced, 507 when the disk is full.
    """
    if upload.state == "ready":
        _require_offset(upload.size, offset)
        return upload.size
    try:
        async with spool_of(db.configuration).writer(upload.blob_key) as writer:
            _require_offset(writer.offset, offset)
            if offset + (announced or 0) > upload.size:
                raise Problem("upload_longer_than_announced", status=413)
            try:
                await _append(writer, body, limit=upload.size)
            finally:
                await _note_progress(db, upload, writer.offset)
            if writer.offset == upload.size:
                await _finish(db, upload)
            return writer.offset
    except Busy as busy:
        raise Problem("upload_busy", status=423) from busy
    except FileNotFoundError as gone:
        raise NotFound from gone


async def cancel_upload(db: Database, upload: Upload) -> None:
    """Give an upload up, or a finished file that nothing carries yet; Conflict when something does."""
    await spool_of(db.configuration).interrupt(upload.blob_key)
    async with db.transaction() as tx:
        if await tx.row(queries.LOCK_OWN_FILE, upload.id, upload.owner_id, into=StoredFile) is None:
            raise NotFound
        if await used_files(tx, [upload.id]):
            raise Conflict("file_in_use")
        await remove_file(tx, upload.id)


def _require_offset(here: int, given: int) -> None:
    if here != given:
        raise Conflict("offset_mismatch", offset=here)


async def _append(writer: Writer, body: AsyncIterator[bytes], *, limit: int) -> None:
    try:
        await writer.receive(body, limit=limit, patience=PATIENCE)
    except OverflowError as overflow:
        raise Problem("upload_longer_than_announced", status=413) from overflow
    except Interrupted as interrupted:
        raise Problem("upload_busy", status=423) from interrupted
    except TimeoutError as silence:
        raise Problem("upload_cut", status=408) from silence
    except ConnectionError as cut:
        raise Problem("upload_cut", status=400) from cut
    except OSError as failure:
        if failure.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise Problem("storage_full", status=507) from failure


async def _note_progress(db: Database, upload: Upload, offset: int) -> None:
    expires_at = now() + settings_of(db.configuration).upload_lifetime
    async with db.transaction() as tx:
        await tx.run(queries.NOTE_PROGRESS, upload.id, offset, expires_at)


async def _finish(db: Database, upload: Upload) -> None:
    """All bytes are here: see what they are, move them to the blobs, and only then say that the file is ready."""
    path = spool_of(db.configuration).path(upload.blob_key)
    try:
        sniffed = await asyncio.to_thread(sniff, path, upload.name)
        require_recording(upload.purpose, sniffed.content_type)
        await db.blobs.take(upload.blob_key, path)
    except FileNotFoundError:
        # Moved already, before the row could say so.
        async with db.blobs.as_file(upload.blob_key) as moved:
            sniffed = await asyncio.to_thread(sniff, moved, upload.name)
    async with db.transaction() as tx:
        await _announce(tx, upload, sniffed)


async def _announce(tx: Tx, upload: Upload, sniffed: Sniffed) -> None:
    looked_at = decoder_of(sniffed.content_type) is not None
    unused_until = now() + settings_of(tx.configuration).unused_lifetime
    preview = "waiting" if looked_at else "none"
    # A scanner sees the bytes before any of our own decoders does, and before anybody else.
    scan = "waiting" if settings_of(tx.configuration).scanner and upload.size else "none"
    known = (sniffed.content_type, sniffed.kind, preview, unused_until, scan)
    if not await tx.run(queries.FINISH_UPLOAD, upload.id, *known):
        # Finished by another request, or given up meanwhile: then nobody names these bytes any more.
        if await tx.row(queries.STORED_FILE, upload.id, into=StoredFile) is None:
            await tx.enqueue(Discard(blobs=(upload.blob_key,)))
        return
    tx.emit(FileReady(file_id=upload.id, owner_id=upload.owner_id))
    if scan == "waiting":
        await tx.enqueue(ScanFile(file_id=upload.id))
    elif looked_at:
        await tx.enqueue(MakePreview(file_id=upload.id))
