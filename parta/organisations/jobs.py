"""Work this room leaves for later."""

from datetime import timedelta

from parta.core.db import Database
from parta.core.jobs import Job, performs


class ForgetBlob(Job, frozen=True):
    """Remove a blob once it is certain that nothing needs it: a rolled-back transaction must still find it."""

    key: str


@performs(ForgetBlob, lease=timedelta(minutes=1))
async def forget_blob(db: Database, job: ForgetBlob) -> None:
    """Removing it twice is no error."""
    await db.blobs.delete([job.key])
