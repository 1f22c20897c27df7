"""Who is here now: told to those who asked, counted for those who look at a chat, never stored."""

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING

import structlog

from parta.core.live.connection import Connection
from parta.core.live.feed import Feed
from parta.core.live.rooms import DEPARTURES

if TYPE_CHECKING:
    from parta.core.live.hub import Hub

log = structlog.get_logger()

# A page that reloads, or a phone that changes networks, has not gone away.
GRACE = 4.0  # seconds

# However many come and go, a chat's count is told at most this often.
COUNT_EVERY = 1.0  # seconds


class Presence:
    """Watchers by person, and counts by stream."""

    def __init__(self, hub: "Hub") -> None:
        self._hub = hub
        self._watchers: dict[int, set[Connection]] = defaultdict(set)
        self._uncounted: set[str] = set()

    def is_online(self, person_id: int) -> bool:
        """Say whether the person has a socket on this node."""
        return bool(self._hub.people.get(person_id))

    def add(self, connection: Connection) -> None:
        """The person has come, with one more device."""
        connections = self._hub.people[connection.person_id]
        connections.add(connection)
        if len(connections) == 1:
            self._tell(connection.person_id, online=True)

    def remove(self, connection: Connection) -> None:
        """A device has gone; after a grace time perhaps the person, too."""
        self.watch(connection, frozenset(), None)
        connections = self._hub.people.get(connection.person_id)
        if connections is None:
            return
        connections.discard(connection)
        if not connections:
            asyncio.get_running_loop().call_later(GRACE, self._gone, connection.person_id)

    def _gone(self, person_id: int) -> None:
        if self._hub.closing or self._hub.people.get(person_id):
            return
        if self._hub.people.pop(person_id, None) is None:
            return
        self._tell(person_id, online=False)
        for depart in DEPARTURES:
            self._hub.spawn(depart(self._hub.db, person_id))

    def _tell(self, person_id: int, *, online: bool) -> None:
        for watcher in list(self._watchers.get(person_id, ())):
            watcher.say({"op": "presence", "people": {str(person_id): online}})

    def watch(self, connection: Connection, people: frozenset[int], stream: str | None) -> None:
        """Replace what the connection watches."""
        for person_id in connection.watching - people:
            self._watchers[person_id].discard(connection)
            if not self._watchers[person_id]:
                del self._watchers[person_id]
        for person_id in people:
            self._watchers[person_id].add(connection)
        connection.watching = people
        if connection.watched and (feed := self._hub.feeds.get(connection.watched)):
            feed.counted_by.discard(connection)
        connection.watched = None
        if stream and (heard := connection.feeds.get(stream)):
            connection.watched = stream
            heard.counted_by.add(connection)
            self._say_count(connection, heard)

    def recount(self, feed: Feed) -> None:
        """Somebody came to the stream or left it: tell the new count soon, if anybody looks."""
        if not feed.counted_by or feed.stream in self._uncounted:
            return
        self._uncounted.add(feed.stream)
        asyncio.get_running_loop().call_later(COUNT_EVERY, self._count, feed)

    def _count(self, feed: Feed) -> None:
        self._uncounted.discard(feed.stream)
        for connection in list(feed.counted_by):
            self._say_count(connection, feed)

    def _say_count(self, connection: Connection, feed: Feed) -> None:
        conversation_id = int(feed.stream.partition(":")[2])
        connection.say({"op": "online", "conversation_id": conversation_id, "count": feed.people()})
