"""What the core throws away in time: old events, answered idempotency keys. Jobs that call themselves again."""

from datetime import timedelta

from parta.core import queries
from parta.core.clock import now
from parta.core.config import CoreSettings
from parta.core.db import Database, Tx
from parta.core.jobs import Job, job_kind, performs

EVERY = timedelta(minutes=10)
KEYS_KEPT_FOR = timedelta(days=1)
EVENTS_AT_ONCE = 20_000


# Kinds of which one job always waits: each performance leaves the next one.
ROUNDS: list[type[Job]] = []


def goes_round(kind: type[Job]) -> type[Job]:
    """Make sure at every start that a job of this kind waits."""
    ROUNDS.append(kind)
    return kind


@goes_round
class KeepHouse(Job, frozen=True):
    """Sweep once."""


@performs(KeepHouse)
async def keep_house(tx: Tx, job: KeepHouse) -> None:
    """Sweep, and come again: sooner when there is more to do."""
    moment = now()
    term = timedelta(days=tx.configuration.get(CoreSettings).events_kept_days)
    forgotten = await tx.run(queries.FORGET_EVENTS, moment - term, EVENTS_AT_ONCE)
    await tx.run(queries.FORGET_OLD_KEYS, moment - KEYS_KEPT_FOR)
    pause = timedelta(seconds=1) if forgotten == EVENTS_AT_ONCE else EVERY
    await tx.enqueue(KeepHouse(), due_at=moment + pause, key=f"after {moment.timestamp():.0f}")


async def start_housekeeping(db: Database) -> None:
    """Make sure that the first job of every round waits; on many nodes it is still one job."""
    async with db.transaction() as tx:
        for kind in ROUNDS:
            if not await tx.value(queries.JOB_WAITS, job_kind(kind)):
                await tx.enqueue(kind(), key="first")
