"""The audit log: what its actions are called, and the seals by which a later change of it shows.

The database refuses changes to the log. Against somebody who owns the database, stretches of entries are sealed in a
chain of SHA-256 hashes: changing or removing a sealed entry breaks its seal and all seals after it. Every new seal is
told in the server's log, so that a chain that was made anew as a whole differs from what stands in the old logs.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

import asyncpg
import msgspec
import structlog

from parta.core import queries_audit as queries
from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.errors import Sentences
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs

log = structlog.get_logger()

EVERY = timedelta(minutes=10)
AT_ONCE = 20_000  # entries under one seal
WAIT = "2s"  # who writes to the log waits no longer for the seal than this

ACTIONS: Sentences = {}


def register_actions(actions: Mapping[str, tuple[str, str]]) -> None:
    """Say in Russian and English what a room's actions are; two rooms may not mean different things by one."""
    for action, words in actions.items():
        if ACTIONS.setdefault(action, words) != words:
            raise ValueError(f"two meanings of the action {action!r}")


def action_words(action: str, language: str) -> str:
    """What an action is called; one without words calls itself."""
    words = ACTIONS.get(action)
    return action if words is None else words[1 if language == "en" else 0]


class Seal(msgspec.Struct, frozen=True):
    """A sealed stretch of the log, up to this entry."""

    last_id: int
    entries: int
    hash: str


class BrokenSeal(msgspec.Struct, frozen=True):
    """A stretch that is not what it was when it was sealed."""

    first_id: int
    last_id: int
    entries: int
    found: int
    sealed_at: datetime


class LogState(msgspec.Struct, frozen=True):
    """How much there is, how much of it is sealed, and the newest seal's hash; `known`: an expected hash is among them."""

    entries: int
    sealed: int
    hash: str | None
    known: bool


@goes_round
class SealAudit(Job, frozen=True):
    """Seal what was written since the last time."""


@performs(SealAudit, lease=timedelta(minutes=2))
async def seal_audit(db: Database, job: SealAudit) -> None:
    """Seal, and come again; when somebody holds the log for long, a little later."""
    try:
        full = await seal(db)
    except asyncpg.LockNotAvailableError:
        full = True
    moment = now()
    async with db.transaction() as tx:
        pause = timedelta(seconds=5) if full else EVERY
        await tx.enqueue(SealAudit(), due_at=moment + pause, key=f"after {moment.timestamp():.0f}")


async def seal(db: Database) -> bool:
    """Seal the next stretch; say whether there may be more of it."""
    async with db.transaction() as tx:
        await tx.value(queries.WAIT_AT_MOST, WAIT)
        await tx.run(queries.HOLD_WRITERS)
        made = await tx.row(queries.SEAL, now(), AT_ONCE, into=Seal)
    if made is not None:
        log.info("audit.sealed", last_id=made.last_id, entries=made.entries, hash=made.hash)
    return made is not None and made.entries == AT_ONCE


async def broken_seals(tx: Tx) -> list[BrokenSeal]:
    """Compare the whole log with its seals; the first twenty that do not fit, none when all is as it was."""
    return await tx.rows(queries.BROKEN, into=BrokenSeal)


async def log_state(tx: Tx, expected: str | None = None) -> LogState:
    """How much there is; `expected` is a hash from an old log of the server."""
    state = await tx.row(queries.STATE, expected, into=LogState)
    if state is None:
        raise AssertionError("a SELECT without FROM has one row")
    return state
