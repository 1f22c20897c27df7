"""The job of making a copy of somebody's data: it lets a step be worked, and says what became of it."""

import errno
from datetime import timedelta

from parta.core.clock import now
from parta.core.db import Database
from parta.core.errors import NotFound, Problem
from parta.core.jobs import performs
from parta.personal_data.archive import queries
from parta.personal_data.archive.asking import ArchiveRow, ForgetArchive, MakeArchive, discarding
from parta.personal_data.archive.tables import tables_for
from parta.personal_data.archive.work import Maker
from parta.personal_data.settings import PersonalDataSettings

LEASE = timedelta(minutes=3)  # a step and one large file


@performs(MakeArchive, lease=LEASE, heavy=True)
async def make_archive(db: Database, job: MakeArchive) -> None:
    """Work for a while; what a crash interrupts is done again from the last settled place."""
    row = await _begin(db, job.archive_id)
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


async def _begin(db: Database, archive_id: int) -> ArchiveRow | None:
    """Settle how many tables there are; None when the copy was thrown away or is made already."""
    async with db.transaction() as tx:
        row = await tx.row(queries.ONE, archive_id, into=ArchiveRow)
        if row is None or row.state not in ("waiting", "running"):
            return None
        if row.state == "running":
            return row
        await tx.run(queries.BEGIN, row.id, len(tables_for(about=row.about_id, by=row.person_id)))
        return await tx.row(queries.ONE, archive_id, into=ArchiveRow)


async def _fail(db: Database, row: ArchiveRow, code: str) -> None:
    """Keep the reason for the asker and nothing of the bytes; the note goes like a finished copy."""
    moment = now()
    expires_at = moment + db.configuration.get(PersonalDataSettings).archive_kept
    async with db.transaction() as tx:
        if await tx.run(queries.FINISH, row.id, "failed", code, 0, moment, expires_at):
            await tx.enqueue(ForgetArchive(archive_id=row.id), due_at=expires_at)
        await tx.enqueue(discarding(row.blob_key))
