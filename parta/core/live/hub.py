"""The hub of one node: takes hints from the bus to the feeds, and reads the log where hints do not suffice."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Iterable

import msgspec
import structlog

from parta.core import event_log
from parta.core.bus import Hint, Nudge
from parta.core.db import Database
from parta.core.event_log import LoggedEvent
from parta.core.events import Event, controlling_kinds
from parta.core.live.connection import SESSION_ENDED, TOO_SLOW, Connection
from parta.core.live.feed import Feed
from parta.core.live.presence import Presence
from parta.core.live.protocol import text_frame
from parta.core.live.rooms import PARTINGS
from parta.core.metrics import CATCH_UPS, DELIVERIES

log = structlog.get_logger()

MOST_IN_ONE_READ = 1000


class Hub:
    """Feeds by stream, connections by person."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.feeds: dict[str, Feed] = {}
        self.people: dict[int, set[Connection]] = defaultdict(set)
        self.presence = Presence(self)
        self.closing = False  # the database is about to go: nothing more is noted
        self._controls: dict[str, type[Event]] = controlling_kinds()
        self._tasks: set[asyncio.Future[None]] = set()
        self._gap = False
        self._closing_gaps: asyncio.Future[None] | None = None
        db.bus.subscribe(self.hear)

    def hear(self, hint: Hint) -> None:
        """Take one hint from the bus."""
        if isinstance(hint, Nudge):
            for stream, events in _by_stream(hint.events).items():
                self._tell(stream, events)
            return
        feed = self.feeds.get(hint.stream)
        if feed is not None:
            frame = text_frame(hint.frame)
            for connection in list(feed.connections):
                if connection.person_id != hint.except_person:
                    connection.write(frame)

    def _tell(self, stream: str, events: list[LoggedEvent]) -> None:
        feed = self.feeds.get(stream)
        if feed is None:
            return
        if not feed.known:
            feed.hinted = max(feed.hinted, events[-1].seq)
            return
        fresh = [event for event in events if event.seq > feed.seq]
        if not fresh:
            return
        if fresh[0].seq != feed.seq + 1:
            feed.hinted = max(feed.hinted, events[-1].seq)
            self._notice_gap()
            return
        frames = b"".join([text_frame(event.frame()) for event in fresh])
        DELIVERIES.inc(feed.tell(frames, fresh[-1].seq) * len(fresh))
        for event in fresh:
            if event.kind in self._controls:
                self._obey(feed, event)

    def _obey(self, feed: Feed, event: LoggedEvent) -> None:
        """Change what the person's connections hear, as the event says."""
        fact = msgspec.json.decode(event.body, type=self._controls[event.kind])
        ended, closed, opened = fact.ends_session(), fact.closes(), fact.opens()
        for connection in list(feed.connections):
            if ended is not None and connection.session_id == ended:
                connection.close(SESSION_ENDED)
            if closed is not None:
                self._lose(connection, closed)
            if opened is not None:
                connection.lost.discard(opened)
                self.spawn(self._open(connection, opened))

    def _lose(self, connection: Connection, stream: str) -> None:
        """Stop hearing at once, also where joining is still under way."""
        connection.lost.add(stream)
        if connection.leave(stream):
            connection.say({"op": "closed", "stream": stream})
            self.drop_if_idle(stream)

    async def _open(self, connection: Connection, stream: str) -> None:
        await self.subscribe(connection, [stream])
        if stream in connection.feeds:
            connection.say({"op": "opened", "stream": stream, "seq": connection.feeds[stream].seq})

    def _notice_gap(self) -> None:
        """A hint was lost, and nobody knows of which streams: also of one that ends somebody's hearing of this one."""
        self._gap = True
        if self._closing_gaps is None:
            self._closing_gaps = self.spawn(self._close_gaps())

    async def _close_gaps(self) -> None:
        try:
            while self._gap:
                self._gap = False
                await self.poll()
        finally:
            self._closing_gaps = None

    async def catch_up(self, feed: Feed, head: int | None = None) -> None:
        """Read from the log, up to the head, what the hints left out."""
        CATCH_UPS.inc()
        while feed.connections and feed.known and (head is None or feed.seq < head):
            after = feed.seq
            async with self.db.pool.acquire() as connection:
                upto = head or (await event_log.heads(connection, [feed.stream]))[feed.stream]
                events = await event_log.tails(
                    connection, {feed.stream: after}, {feed.stream: upto}, limit=MOST_IN_ONE_READ
                )
            if upto > after and (not events or events[0].seq != after + 1):
                self._give_up(feed, upto)
            if not events:
                return
            self._tell(feed.stream, events)

    def _give_up(self, feed: Feed, head: int) -> None:
        """The log has forgotten what these connections missed: they come back and are told to refetch."""
        feed.seq = head
        for connection in list(feed.connections):
            connection.close(TOO_SLOW)

    async def subscribe(self, connection: Connection, streams: Iterable[str]) -> None:
        """Join the streams at their present positions, reading unknown positions in one query."""
        feeds = [self.feeds.setdefault(stream, Feed(stream)) for stream in streams]
        for feed in feeds:
            feed.pins += 1
        try:
            while unknown := [feed for feed in feeds if not feed.known]:
                await self._learn_positions(unknown)
            for feed in feeds:
                connection.join(feed)
                self.presence.recount(feed)
        finally:
            for feed in feeds:
                feed.pins -= 1
                self.drop_if_idle(feed.stream)

    async def _learn_positions(self, feeds: list[Feed]) -> None:
        mine = [feed for feed in feeds if feed.loading is None]
        if not mine:
            await asyncio.gather(*(feed.loading for feed in feeds if feed.loading is not None))
            return
        loading: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        for feed in mine:
            feed.loading = loading
        try:
            async with self.db.pool.acquire() as connection:
                heads = await event_log.heads(connection, [feed.stream for feed in mine])
            for feed in mine:
                feed.seq = heads[feed.stream]
                if feed.hinted > feed.seq:
                    self.spawn(self.catch_up(feed))
        finally:
            for feed in mine:
                feed.loading = None
            loading.set_result(None)

    def remove(self, connection: Connection) -> None:
        """Forget a connection and the feeds that nobody hears any more."""
        for stream in list(connection.feeds):
            feed = connection.feeds[stream]
            connection.leave(stream)
            self.presence.recount(feed)
            self.drop_if_idle(stream)
        self.presence.remove(connection)
        for part in PARTINGS:
            part(self, connection)

    def drop_if_idle(self, stream: str) -> None:
        """Free the feed when its last listener is gone."""
        feed = self.feeds.get(stream)
        if feed is not None and feed.idle:
            del self.feeds[stream]

    async def poll(self) -> None:
        """Cover lost hints: compare the positions of the feeds in use with the log.

        People's own streams come first, and nothing is read beyond the positions compared,
        so that who has left a conversation is gone before the rest of it is told.
        """
        feeds = sorted(
            (feed for feed in self.feeds.values() if feed.known),
            key=lambda feed: not feed.stream.startswith("person:"),
        )
        if not feeds:
            return
        async with self.db.pool.acquire() as connection:
            heads = await event_log.heads(connection, [feed.stream for feed in feeds])
        for feed in feeds:
            if heads[feed.stream] > feed.seq:
                await self.catch_up(feed, heads[feed.stream])

    async def poll_forever(self, every: float = 5.0) -> None:
        """Poll until cancelled; the work grows with those who are online."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.poll()
            except Exception:
                log.exception("live.poll_failed")

    def spawn(self, work: Awaitable[None]) -> asyncio.Future[None]:
        """Run something beside, holding a reference so that it is not collected."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _by_stream(events: Iterable[LoggedEvent]) -> dict[str, list[LoggedEvent]]:
    """Group by stream; people's own streams first, so that who was removed is gone before the rest is told."""
    grouped: dict[str, list[LoggedEvent]] = {}
    for event in sorted(events, key=lambda e: not e.stream.startswith("person:")):
        grouped.setdefault(event.stream, []).append(event)
    return grouped
