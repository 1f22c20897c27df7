"""Jobs: once, at their time, whoever works and whatever breaks."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from parta.core import clock, jobs_worker
from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.jobs import PERFORMERS, Job, backoff, job_kind, performs
from parta.core.jobs_worker import perform_all, perform_next, work


class WriteDown(Job, frozen=True):
    """Leave a mark in the database."""

    mark: int
    breaks: bool = False


class CallOut(Job, frozen=True):
    """Work outside, for a while."""

    mark: int


class Told:
    """What the performers did, in this process."""

    def __init__(self) -> None:
        self.calls: list[int] = []
        self.breaks = 0
        self.hold: asyncio.Event | None = None


@pytest.fixture
def told() -> Iterator[Told]:
    """The two performers, registered for one test."""
    told = Told()

    @performs(WriteDown, attempts=3)
    async def write_down(tx: Tx, job: WriteDown) -> None:
        await tx.audit("marked", actor_id=None, subject=f"mark:{job.mark}")
        told.calls.append(job.mark)
        await asyncio.sleep(0)
        if job.breaks:
            raise RuntimeError("broken")

    @performs(CallOut, lease=timedelta(seconds=30), attempts=3)
    async def call_out(db: Database, job: CallOut) -> None:
        told.calls.append(job.mark)
        if told.hold:
            await told.hold.wait()
        if told.breaks:
            told.breaks -= 1
            raise RuntimeError("broken")

    yield told
    for kind in (WriteDown, CallOut):
        del PERFORMERS[job_kind(kind)]
    clock.shift(timedelta(0))


async def marks(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return await tx.values("SELECT subject FROM audit_log WHERE action = 'marked' ORDER BY id")


async def waiting(database: Database) -> int:
    async with database.transaction() as tx:
        return int(await tx.value("SELECT count(*) FROM jobs WHERE failed_at IS NULL"))


async def test_many_workers_do_every_job_exactly_once(database: Database, told: Told) -> None:
    async with database.transaction() as tx:
        for mark in range(40):
            await tx.enqueue(WriteDown(mark))
            await tx.enqueue(CallOut(100 + mark))

    done = await asyncio.gather(*(perform_all(database) for _ in range(6)))

    assert sum(done) == 80
    assert sum(n > 0 for n in done) > 1
    assert sorted(told.calls) == [*range(40), *range(100, 140)]
    assert sorted(await marks(database)) == sorted(f"mark:{n}" for n in range(40))
    assert await waiting(database) == 0


async def test_a_job_of_a_rolled_back_transaction_never_was(database: Database, told: Told) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 the block is the transaction
        async with database.transaction() as tx:
            await tx.enqueue(WriteDown(1))
            raise ZeroDivisionError

    assert await perform_all(database) == 0


async def test_a_job_waits_for_its_time_and_fires_once(database: Database, told: Told) -> None:
    async with database.transaction() as tx:
        await tx.enqueue(WriteDown(1), due_at=now() + timedelta(hours=2))

    assert await perform_all(database) == 0
    clock.shift(timedelta(hours=2, seconds=1))
    assert await perform_all(database) == 1
    assert await perform_all(database) == 0


async def test_jobs_with_one_key_are_one_at_the_earliest_time(database: Database, told: Told) -> None:
    async with database.transaction() as tx:
        await tx.enqueue(WriteDown(1), key="a", due_at=now() + timedelta(hours=2))
        await tx.enqueue(WriteDown(2), key="a", due_at=now())
        await tx.enqueue(WriteDown(3), key="b")
        await tx.enqueue(WriteDown(4), key="c")
        await tx.cancel_job(WriteDown, "c")

    await perform_all(database)

    assert sorted(told.calls) == [2, 3]


async def test_a_broken_job_leaves_nothing_and_is_tried_again_until_given_up(
    database: Database, told: Told
) -> None:
    async with database.transaction() as tx:
        await tx.enqueue(WriteDown(1, breaks=True))
        await tx.enqueue(WriteDown(2))

    assert await perform_all(database) == 2
    assert await marks(database) == ["mark:2"]
    assert await perform_all(database) == 0
    moment = timedelta(0)
    for attempt in (1, 2):
        moment += backoff(attempt) + timedelta(seconds=1)
        clock.shift(moment)
        assert await perform_all(database) == 1
    clock.shift(timedelta(days=30))
    assert await perform_all(database) == 0
    assert told.calls.count(1) == 3
    async with database.transaction() as tx:
        assert (
            await tx.value("SELECT last_error FROM jobs WHERE failed_at IS NOT NULL")
            == "RuntimeError('broken')"
        )


async def test_a_leased_job_is_not_taken_twice_and_comes_back_after_a_crash(
    database: Database, told: Told
) -> None:
    told.hold = asyncio.Event()
    async with database.transaction() as tx:
        await tx.enqueue(CallOut(1))
    crashing = asyncio.create_task(perform_next(database))
    while not told.calls:
        await asyncio.sleep(0.01)

    assert await perform_next(database) is False
    crashing.cancel()
    await asyncio.gather(crashing, return_exceptions=True)
    assert await perform_next(database) is False
    told.hold = None
    clock.shift(timedelta(seconds=31))

    assert await perform_next(database) is True
    assert told.calls == [1, 1]
    assert await waiting(database) == 0


async def test_long_work_is_held_by_who_is_at_it_and_by_the_dead_no_longer_than_a_moment(
    database: Database, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_worker, "HOLD", timedelta(seconds=0.8))
    told.hold = asyncio.Event()
    async with database.transaction() as tx:
        await tx.enqueue(CallOut(1))
    at_it = asyncio.create_task(perform_next(database))

    await asyncio.sleep(2)
    assert (told.calls, await perform_next(database)) == ([1], False)
    at_it.cancel()
    await asyncio.gather(at_it, return_exceptions=True)
    told.hold = None
    await asyncio.sleep(1)

    # Its lease, half a minute, is not nearly over.
    assert await perform_next(database) is True
    assert told.calls == [1, 1]


async def test_a_broken_leased_job_is_tried_again(database: Database, told: Told) -> None:
    told.breaks = 1
    async with database.transaction() as tx:
        await tx.enqueue(CallOut(1))

    assert await perform_all(database) == 1
    assert await waiting(database) == 1
    clock.shift(backoff(1) + timedelta(seconds=31))
    assert await perform_all(database) == 1
    assert (told.calls, await waiting(database)) == ([1, 1], 0)


async def test_a_worker_starts_at_once_when_work_comes(database: Database, told: Told) -> None:
    worker = asyncio.create_task(work(database))
    await asyncio.sleep(0.2)

    async with database.transaction() as tx:
        await tx.enqueue(WriteDown(1))
    async with asyncio.timeout(4):  # an idle worker looks by itself every five seconds
        while not told.calls:
            await asyncio.sleep(0.01)

    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
