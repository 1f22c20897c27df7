"""Work that follows what was announced: search, push, digests.

A listener acts inside the announcing transaction and makes everybody wait for it. A follower
reads the log afterwards, in batches and in the order of the transactions, and keeps its place in
the transaction of its own work: each event is worked off exactly once, whatever dies meanwhile.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

import asyncpg
import msgspec
import structlog

from parta.core import queries_followers as queries
from parta.core.bus import Hint, Nudge
from parta.core.db import Database, Tx

log = structlog.get_logger()

GATHER = 1.0  # seconds in which news gather, so that work under load is done in batches
IDLE_LOOK = 5.0  # seconds between looks when nothing calls
PATIENCE = 60.0  # most seconds between attempts at a batch that fails
MOST_AT_ONCE = 500  # events in a batch


class FollowedEvent(msgspec.Struct, frozen=True):
    """An event as its followers get it; `body` is its JSON."""

    stream: str
    seq: int
    kind: str
    body: str
    xid: str


class Place(msgspec.Struct, frozen=True):
    """How far a follower has come."""

    xid: str
    stream: str
    seq: int


Follow = Callable[[Tx, Sequence[FollowedEvent]], Awaitable[None]]


class Follower(msgspec.Struct, frozen=True):
    """Who follows, and which kinds of events."""

    name: str
    kinds: tuple[str, ...]
    follow: Follow


FOLLOWERS: dict[str, Follower] = {}


def follows(*kinds: str, name: str) -> Callable[[Follow], Follow]:
    """Call the function with batches of events of these kinds, oldest first; a failed batch is tried again whole."""

    def register(follow: Follow) -> Follow:
        FOLLOWERS[name] = Follower(name, kinds, follow)
        return follow

    return register


async def start_following(db: Database) -> None:
    """Let new followers begin here, and old ones find their place in a database that was restored elsewhere."""
    async with db.transaction() as tx:
        await tx.run(queries.LOCK_FOLLOWERS)
        await tx.run(queries.RENUMBER_EVENTS)
        await tx.run(queries.RESET_FOLLOWERS)
        await tx.run(queries.BEGIN_FOLLOWING, list(FOLLOWERS))


async def follow_forever(db: Database) -> None:
    """Let all followers work until cancelled; any number of nodes share them."""
    called = asyncio.Event()
    followed = {kind for follower in FOLLOWERS.values() for kind in follower.kinds}

    def hear(hint: Hint) -> None:
        if not called.is_set() and isinstance(hint, Nudge) and any(e.kind in followed for e in hint.events):
            called.set()

    db.bus.subscribe(hear)
    pause = 0.0
    while True:
        quiet = not called.is_set()
        called.clear()
        failed = not await _follow_each(db, quiet=quiet)
        pause = min(max(pause * 2, GATHER), PATIENCE) if failed else 0.0
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(called.wait(), pause or IDLE_LOOK)
        await asyncio.sleep(max(pause, GATHER))


async def follow_all(db: Database) -> None:
    """Work off everything that was announced; tests use it to be sure."""
    for follower in FOLLOWERS.values():
        while await follow_next(db, follower):
            pass


async def follow_next(db: Database, follower: Follower) -> bool:
    """Work off one batch; say whether more may wait."""
    async with db.transaction() as tx:
        place = await tx.row(queries.TAKE_PLACE, follower.name, into=Place)
        if place is None:  # another node is at it
            return False
        events = await tx.rows(
            queries.NEXT_EVENTS,
            place.xid,
            place.stream,
            place.seq,
            list(follower.kinds),
            MOST_AT_ONCE,
            into=FollowedEvent,
        )
        if events:
            await follower.follow(tx, events)
            last = events[-1]
            await tx.run(queries.KEEP_PLACE, follower.name, last.xid, last.stream, last.seq)
        return len(events) == MOST_AT_ONCE


async def _follow_each(db: Database, *, quiet: bool) -> bool:
    """One failing follower does not stop the others; in quiet times places move past what interests nobody."""
    well = True
    for follower in FOLLOWERS.values():
        try:
            while await follow_next(db, follower):
                pass
            if quiet:
                async with db.transaction() as tx:
                    await tx.run(queries.SKIP_SILENCE, follower.name, list(follower.kinds))
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            log.exception("followers.queue_unreachable", follower=follower.name)
            well = False
        except Exception:
            log.exception("followers.failed", follower=follower.name)
            well = False
    return well
