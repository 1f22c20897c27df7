"""Clearing away: unfinished uploads after a day, finished files that nothing carries after some more."""

from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import performs
from parta.files import queries
from parta.files.attaching import used_files
from parta.files.expiry_job import Discard, ExpireFile
from parta.files.queries import StoredFile, Upload
from parta.files.storage import spool_of

STILL_WRITING = timedelta(hours=1)


@performs(ExpireFile)
async def expire_file(tx: Tx, job: ExpireFile) -> None:
    """Look whether the file's time is over; whoever attaches it meanwhile waits for the answer."""
    file = await tx.row(queries.LOCK_EXPIRING, job.file_id, into=Upload)
    if file is None or file.expires_at is None:
        return
    if file.expires_at > now():
        await tx.enqueue(job, due_at=file.expires_at)
    elif file.state == "uploading" and spool_of(tx.configuration).is_busy(file.blob_key):
        await tx.enqueue(job, due_at=now() + STILL_WRITING)
    elif await used_files(tx, [file.id]):
        await tx.run(queries.KEEP, file.id)
    else:
        await remove_file(tx, file.id)


async def remove_file(tx: Tx, file_id: int) -> None:
    """Forget the file now and delete its bytes right after the commit, or after the next start."""
    file = await tx.row(queries.STORED_FILE, file_id, into=StoredFile)
    if file is None:
        return
    await tx.run(queries.DELETE_FILE, file_id)
    previews = (file.preview_key,) if file.preview_key else ()
    await tx.enqueue(Discard(spooled=(file.blob_key,), blobs=(file.blob_key, *previews)))


@performs(Discard, lease=timedelta(minutes=5))
async def discard(db: Database, job: Discard) -> None:
    """Delete the bytes; what is gone already is no error, what is being written is tried again later."""
    for key in job.spooled:
        spool_of(db.configuration).discard(key)
    await db.blobs.delete(job.blobs)
