"""Who becomes a teacher or leads a school is found as one by all they ever said."""

from collections.abc import Sequence

from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.search import queries_indexing as queries
from parta.search.indexing import index_messages

AT_ONCE = 1_000  # messages in a transaction


class MarkStaff(Job, frozen=True):
    """Index somebody's messages anew, those after this one."""

    person_id: int
    after: int = 0


async def mark_staff(tx: Tx, people: Sequence[int]) -> None:
    """Leave the work to be done for those of them who are staff now; who no longer is needs none."""
    for person_id in await tx.values(queries.STAFF_AMONG, list(people)):
        await tx.enqueue(MarkStaff(person_id), key=str(person_id))


@performs(MarkStaff)
async def mark_next(tx: Tx, job: MarkStaff) -> None:
    """One batch, and the rest as a new job."""
    ids = await tx.values(queries.OF_AUTHOR, job.person_id, job.after, AT_ONCE)
    await index_messages(tx, ids)
    if len(ids) == AT_ONCE:
        await tx.enqueue(MarkStaff(job.person_id, ids[-1]))
