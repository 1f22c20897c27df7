"""Words whose recording nobody can hear any more are forgotten."""

from parta.core.db import Tx
from parta.core.jobs import performs
from parta.files.attaching import used_files
from parta.speech import queries
from parta.speech.hearing_job import ForgetHearings


# A job of its own, so that a deletion never waits for whoever is writing words down.
@performs(ForgetHearings)
async def forget_unused(tx: Tx, job: ForgetHearings) -> None:
    """What is being heard right now is thrown away, too: its last piece finds no row."""
    used = await used_files(tx, list(job.file_ids))
    await tx.run(queries.FORGET, [file_id for file_id in job.file_ids if file_id not in used])
