"""Work to do afterwards or at a due time: rows that survive any restart and fire once.

A performer without a lease runs inside the transaction that takes the job, so
its changes and the job's end are one. A performer with a lease runs outside,
may be run again seconds after a crash, and must be idempotent; the lease is the
longest that it may take.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar

import msgspec

from parta.core.events import snake_case


class Job(msgspec.Struct, frozen=True):
    """What to do; subclasses repeat `frozen=True`."""


class Performer(msgspec.Struct, frozen=True):
    """How a kind of job is done."""

    kind: type[Job]
    perform: Callable[[Any, Any], Awaitable[None]]
    lease: timedelta | None
    attempts: int
    heavy: bool


PERFORMERS: dict[str, Performer] = {}

# Set after a commit that left jobs, so that the worker of this node need not wait for its next look.
WAITING_JOBS = asyncio.Event()

J = TypeVar("J", bound=Job)
Perform = TypeVar("Perform", bound=Callable[..., Awaitable[None]])


def job_kind(job: type[Job]) -> str:
    """Name the kind under which jobs of this type are stored."""
    return snake_case(job.__name__)


def performs(
    kind: type[Job], *, lease: timedelta | None = None, attempts: int = 8, heavy: bool = False
) -> Callable[[Perform], Perform]:
    """Register the function as the performer of a kind: `(tx, job)`, or `(db, job)` with a lease.

    One worker of each node takes no `heavy` jobs, so that previews never delay sign-in codes.
    """

    def register(perform: Perform) -> Perform:
        PERFORMERS[job_kind(kind)] = Performer(kind, perform, lease, attempts, heavy)
        return perform

    return register


def backoff(attempts: int) -> timedelta:
    """Wait longer after every failure: 5 s, 10 s, 20 s … at most an hour."""
    return min(timedelta(seconds=5 * 2 ** min(attempts, 12)), timedelta(hours=1))
