"""Filling the index from the messages: after the migration, and whenever somebody asks to make it anew.

Batches go from the newest message down, each in a transaction with its own progress, so a filling that
was cut goes on where it was and what was said lately is found first.
"""

from datetime import timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.search import queries_indexing as queries
from parta.search.indexing import PERIOD

AT_ONCE = 2_000  # messages in a batch
BREATH = timedelta(milliseconds=20)  # between batches, for those who wait
SAMPLE = 200_000  # messages that are looked at to divide the time


class FillSearch(Job, frozen=True):
    """Index one batch."""


class Filling(msgspec.Struct, frozen=True):
    """How far it has come: messages above `next_id`, up to `first_id`, are done."""

    next_id: int | None
    first_id: int
    finished: bool


# It is to be tried for ever: an index that gave up half-way would hide what was said.
@performs(FillSearch, attempts=30_000)
async def fill_search(tx: Tx, job: FillSearch) -> None:
    """Index one batch and leave the next one to be done."""
    filling = await fill_next(tx)
    if not filling.finished:
        await tx.enqueue(FillSearch(), due_at=now() + BREATH, key=f"from {filling.next_id}")


async def start_anew(tx: Tx) -> None:
    """Forget the whole index and leave the filling to be done; until then less is found."""
    await tx.row(queries.FILLING, into=Filling)
    await _plan(tx)
    await tx.enqueue(FillSearch(), key=f"anew {now().timestamp():.6f}")


async def read_filling(tx: Tx) -> Filling:
    """How far the index is filled."""
    filling = await tx.row(queries.FILLED, into=Filling)
    return filling or Filling(None, 0, finished=True)


async def fill_next(tx: Tx) -> Filling:
    """Index the next batch; whoever comes at the same time waits and takes the one after it."""
    filling = await tx.row(queries.FILLING, into=Filling)
    if filling is None or filling.finished:
        return Filling(None, 0, finished=True)
    if filling.next_id is None:
        # In a transaction of its own: it locks the whole index, and whoever deletes a message holds that message.
        newest = await _plan(tx)
        return Filling(newest, newest, finished=False)
    below = max(filling.next_id - AT_ONCE, 0)
    await tx.run(queries.INDEX_STRETCH, below + 1, filling.next_id)
    finished = below == 0
    await tx.run(queries.ADVANCE_FILLING, below, now() if finished else None)
    return Filling(below, filling.first_id, finished)


async def _plan(tx: Tx) -> int:
    """Begin with the newest message there is, over an empty index whose periods are about equally full."""
    # First the lock, then the look: what others indexed before it is below the newest message.
    await tx.run(queries.FORGET_ENTRIES)
    newest: int = await tx.value(queries.NEWEST_MESSAGE)
    periods = newest // PERIOD
    shares = [period / (periods + 1) for period in range(1, periods + 1)]
    await tx.run(queries.PLAN_PERIODS, min(100.0, 100.0 * SAMPLE / max(newest, 1)), shares)
    await tx.run(queries.BEGIN_FILLING, newest, now())
    return newest
