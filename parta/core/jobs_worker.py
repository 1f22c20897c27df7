"""The worker that performs jobs; any number of them share one queue."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import asyncpg
import msgspec
import structlog

from parta.core import queries
from parta.core.clock import now
from parta.core.db import Database
from parta.core.jobs import PERFORMERS, WAITING_JOBS, Performer, backoff
from parta.core.metrics import JOBS

log = structlog.get_logger()

# A worker that is at a job says so several times in this term; one that died with it is believed gone afterwards.
HOLD = timedelta(seconds=20)
IDLE_LOOK = 5.0  # seconds between looks at the queue when nothing calls


class TakenJob(msgspec.Struct, frozen=True):
    """A job row in a worker's hands."""

    id: int
    kind: str
    body: str
    attempts: int


async def work(db: Database, *, heavy: bool = True) -> None:
    """Perform due jobs until cancelled; with `heavy=False` only those that are quickly done."""
    while True:
        WAITING_JOBS.clear()
        try:
            while await perform_next(db, heavy=heavy):
                pass
            pause = await _until_next(db, heavy=heavy)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            log.exception("jobs.queue_unreachable")
            pause = IDLE_LOOK
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(WAITING_JOBS.wait(), pause)


async def perform_next(db: Database, *, heavy: bool = True) -> bool:
    """Perform one due job, of either sort; say whether there was one."""
    return await _perform_in_transaction(db) or await _perform_with_lease(db, heavy=heavy)


async def perform_all(db: Database) -> int:
    """Perform everything that is due now; tests use it to be sure."""
    done = 0
    while await perform_next(db):
        done += 1
    return done


async def _perform_in_transaction(db: Database) -> bool:
    kinds = [kind for kind, performer in PERFORMERS.items() if performer.lease is None]
    failed: tuple[TakenJob, Exception] | None = None
    tx = await db.begin()
    try:
        job = await tx.row(queries.CLAIM_IN_TRANSACTION, kinds, now(), into=TakenJob)
        if job is None:
            await tx.rollback()
            return False
        performer = PERFORMERS[job.kind]
        try:
            await performer.perform(tx, msgspec.json.decode(job.body, type=performer.kind))
            await tx.run(queries.FINISH_JOB, job.id)
        except Exception as error:  # noqa: BLE001 any failure postpones the job
            failed = (job, error)
            await tx.rollback()
        else:
            await tx.commit()
            JOBS.labels(job.kind, "done").inc()
    finally:
        await db.finish(tx)
    if failed:
        await _postpone(db, *failed, attempts=failed[0].attempts + 1)
    return True


async def _perform_with_lease(db: Database, *, heavy: bool) -> bool:
    for kind, performer in PERFORMERS.items():
        if performer.lease is None or (performer.heavy and not heavy):
            continue
        async with db.transaction() as tx:
            job = await tx.row(queries.CLAIM_WITH_LEASE, kind, now(), HOLD, into=TakenJob)
        if job is None:
            continue
        await _perform_leased(db, performer, job, performer.lease)
        return True
    return False


async def _perform_leased(db: Database, performer: Performer, job: TakenJob, lease: timedelta) -> None:
    try:
        async with asyncio.timeout(lease.total_seconds()), _held(db, job):
            await performer.perform(db, msgspec.json.decode(job.body, type=performer.kind))
    except Exception as error:  # noqa: BLE001 any failure postpones the job
        await _postpone(db, job, error, attempts=job.attempts)
        return
    async with db.transaction() as tx:
        await tx.run(queries.FINISH_JOB, job.id)
    JOBS.labels(job.kind, "done").inc()


@contextlib.asynccontextmanager
async def _held(db: Database, job: TakenJob) -> AsyncIterator[None]:
    """Let nobody else take the job while we are at it, however long that is, and somebody soon after we die."""
    holding = asyncio.create_task(_hold(db, job))
    try:
        yield
    finally:
        holding.cancel()
        await asyncio.gather(holding, return_exceptions=True)


async def _hold(db: Database, job: TakenJob) -> None:
    while True:
        await asyncio.sleep(HOLD.total_seconds() / 4)
        try:
            async with db.transaction() as tx:
                await tx.run(queries.HOLD_JOB, job.id, now() + HOLD, job.attempts)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            log.warning("job.not_held", kind=job.kind, job=job.id, exc_info=True)


async def _postpone(db: Database, job: TakenJob, error: Exception, *, attempts: int) -> None:
    given_up = attempts >= PERFORMERS[job.kind].attempts
    log.warning(
        "job.failed",
        kind=job.kind,
        job=job.id,
        attempts=attempts,
        given_up=given_up,
        exc_info=error,
    )
    JOBS.labels(job.kind, "failed").inc()
    moment: datetime = now()
    async with db.transaction() as tx:
        await tx.run(
            queries.POSTPONE_JOB,
            job.id,
            moment + backoff(attempts),
            attempts,
            repr(error)[:2000],
            moment if given_up else None,
        )


async def _until_next(db: Database, *, heavy: bool) -> float:
    kinds = [kind for kind, performer in PERFORMERS.items() if heavy or not performer.heavy]
    async with db.transaction() as tx:
        due: datetime | None = await tx.value(queries.NEXT_DUE, kinds)
    if due is None:
        return IDLE_LOOK
    return min(max((due - now()).total_seconds(), 0.05), IDLE_LOOK)
