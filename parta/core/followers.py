"""Work that follows what was announced: search, push, digests.

A listener acts inside the announcing transaction and makes everybody wait for it. A follower
reads the log afterwards, in batches and in the order of the transactions, and keeps its place in
the transaction of its own work: each event is worked off exactly once, whatever dies meanwhile.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import msgspec
import structlog

from parta.core import queries_followers as queries
from parta.core.bus import Hint, Nudge
from parta.core.db import Database, Tx

log = structlog.get_logger()
T = TypeVar("T")

GATHER = 1.0  # seconds in which news gather, so that work under load is done in batches
IDLE_LOOK = 5.0  # seconds between looks when nothing calls
PATIENCE = 60.0  # most seconds between attempts at a batch that fails
MOST_AT_ONCE = 500  # events in a batch
LONG_SILENCE = 5000  # transactions after which a place moves on although nothing of interest came


class FollowedEvent(msgspec.Struct, frozen=True):
    """An event as its followers get it; `body` is its JSON."""

    stream: str
    seq: int
    kind: str
    body: str
    xid: str

    def read(self, shape: type[T]) -> T:
        """The body, as far as this shape names it."""
        return msgspec.json.decode(self.body, type=shape)


class Place(msgspec.Struct, frozen=True):
    """How far somebody has come in the log."""

    xid: str
    stream: str = ""
    seq: int = 0


class TakenPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A follower's place in our hands; below `settled` nothing new can appear."""

    name: str
    xid: str
    stream: str
    seq: int
    settled: str


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
        called.clear()
        well = await _follow_on(db)
        pause = 0.0 if well else min(max(pause * 2, GATHER), PATIENCE)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(called.wait(), pause or IDLE_LOOK)
        await asyncio.sleep(max(pause, GATHER))


async def follow_all(db: Database) -> None:
    """Work off everything that was announced; tests use it to be sure."""
    while await follow_next(db, list(FOLLOWERS.values())):
        pass


async def follow_next(db: Database, followers: Sequence[Follower]) -> bool:
    """Let the followers work off one batch in one transaction; say whether more waits. Those busy elsewhere are left out."""
    more = False
    async with db.transaction() as tx:
        together: dict[Place, list[str]] = defaultdict(list)
        settled = ""
        for taken in await tx.rows(queries.TAKE_PLACES, [f.name for f in followers], into=TakenPlace):
            together[Place(taken.xid, taken.stream, taken.seq)].append(taken.name)
            settled = taken.settled
        for place, names in together.items():
            some = [follower for follower in followers if follower.name in names]
            more |= await _follow_from(tx, some, place, settled)
    return more


async def _follow_from(tx: Tx, followers: Sequence[Follower], place: Place, settled: str) -> bool:
    """Those who stand at one place read the log once for all of them."""
    kinds = sorted({kind for follower in followers for kind in follower.kinds})
    events = await tx.rows(
        queries.NEXT_EVENTS,
        place.xid,
        place.stream,
        place.seq,
        settled,
        kinds,
        MOST_AT_ONCE,
        into=FollowedEvent,
    )
    for follower in followers if events else ():
        if own := [event for event in events if event.kind in follower.kinds]:
            await follower.follow(tx, own)
    more = len(events) == MOST_AT_ONCE
    if events or int(settled) - int(place.xid) > LONG_SILENCE:
        last = events[-1] if more else Place(settled)
        names = [follower.name for follower in followers]
        await tx.run(queries.KEEP_PLACES, names, last.xid, last.stream, last.seq)
    return more


async def _follow_on(db: Database) -> bool:
    """Follow until nothing waits; say whether all went well. Where one fails, each goes on alone."""
    try:
        await follow_all(db)
    except Exception:
        log.exception("followers.failed_together")
    else:
        return True
    for follower in FOLLOWERS.values():
        try:
            while await follow_next(db, [follower]):
                pass
        except Exception:
            log.exception("followers.failed", follower=follower.name)
    return False
