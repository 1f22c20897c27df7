"""The job of making a copy: it settles what belongs to it, lets a step be worked, and says what became of it."""

import errno
from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Database
from parta.core.errors import NotFound, Problem
from parta.core.jobs import performs
from parta.messaging.exporting import queries
from parta.messaging.exporting.asking import ExportRow, ForgetExport, MakeExport, discarding
from parta.messaging.exporting.work import Maker
from parta.messaging.settings import MessagingSettings

LEASE = timedelta(minutes=3)  # a step and one large file


@performs(MakeExport, lease=LEASE, heavy=True)
async def make_export(db: Database, job: MakeExport) -> None:
    """Work for a while; what a crash interrupts is done again from the last settled place."""
    row = await _begin(db, job.export_id)
    if row is None:
        return
    try:
        finished = await Maker(db, row).work()
    except NotFound:
        await _fail(db, row, "not_found")
    except Problem as problem:
        await _fail(db, row, problem.code)
    except OSError as failure:
        if failure.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        await _fail(db, row, "storage_full")
    else:
        if not finished:
            async with db.transaction() as tx:
                await tx.enqueue(job)


async def _begin(db: Database, export_id: int) -> ExportRow | None:
    """Settle what belongs to the copy; None when it was thrown away or is made already."""
    async with db.transaction() as tx:
        row = await tx.row(queries.ONE, export_id, into=ExportRow)
        if row is None or row.state not in ("waiting", "running"):
            return None
        if row.state == "running":
            return row
        first, last = 1, await tx.value(queries.LAST_NUMBER, row.conversation_id, row.until or now())
        if row.since is not None:
            first = await tx.value(queries.FIRST_NUMBER, row.conversation_id, row.since) or last + 1
        await tx.run(queries.BEGIN, row.id, first, last)
        return await tx.row(queries.ONE, export_id, into=ExportRow)


async def _fail(db: Database, row: ExportRow, code: str) -> None:
    """Keep the reason for the asker and nothing of the bytes; the note goes like a finished copy."""
    moment = now()
    expires_at = moment + db.configuration.get(MessagingSettings).export_kept
    async with db.transaction() as tx:
        if await tx.run(queries.FINISH, row.id, "failed", code, 0, moment, expires_at):
            await tx.enqueue(ForgetExport(export_id=row.id), due_at=expires_at)
            tx.emit(row.changed("failed"))
        await tx.enqueue(discarding(row.blob_key))
