"""The event log: per stream without gaps, in one order for all.

Taking the next `seq` locks the stream's row until commit, and streams are
locked in sorted order, so a stream has neither holes nor deadlocks.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import msgspec
from asyncpg.pool import PoolConnectionProxy

from parta.core import queries
from parta.core.events import Event, kind_of

# What `queries.APPENDING` offers to rooms that build a statement around it.
APPENDING = queries.APPENDING

AnyConnection = asyncpg.Connection | PoolConnectionProxy


class LoggedEvent(msgspec.Struct, frozen=True):
    """One event as it lies in one stream; `body` is its JSON."""

    stream: str
    seq: int
    kind: str
    body: str

    def frame(self) -> str:
        """Build the text that live connections receive."""
        return f'{{"op":"event","stream":"{self.stream}","seq":{self.seq},"event":{self.body}}}'


async def append(connection: AnyConnection, events: Sequence[Event]) -> list[LoggedEvent]:
    """Write the events into their streams and number them; one round trip for any amount."""
    streams, kinds, subjects, bodies = [], [], [], []
    for event in events:
        audiences = event.streams()
        body = msgspec.json.encode(event).decode() if audiences else ""
        for stream in audiences:
            streams.append(stream)
            kinds.append(kind_of(type(event)))
            subjects.append(event.subject())
            bodies.append(body)
    if not streams:
        return []
    heads = {
        r[0]: r[1] for r in await connection.fetch(queries.APPEND_EVENTS, streams, kinds, subjects, bodies)
    }
    for stream in streams:
        heads[stream] -= 1
    logged = []
    for stream, kind, body in zip(streams, kinds, bodies, strict=True):
        heads[stream] += 1
        logged.append(LoggedEvent(stream, heads[stream], kind, body))
    return logged


async def heads(connection: AnyConnection, streams: Sequence[str]) -> dict[str, int]:
    """Read the last number of each stream; one nobody has written to is at 0."""
    found = {r[0]: r[1] for r in await connection.fetch(queries.STREAM_HEADS, streams)}
    return {stream: found.get(stream, 0) for stream in streams}


async def tails(
    connection: AnyConnection,
    after: dict[str, int],
    upto: dict[str, int],
    *,
    limit: int,
) -> list[LoggedEvent]:
    """Read what follows `after` up to `upto` for many streams at once, ordered by stream and number."""
    names = list(after)
    rows = await connection.fetch(
        queries.STREAM_TAILS,
        names,
        [after[n] for n in names],
        [upto[n] for n in names],
        limit,
    )
    return [LoggedEvent(*row) for row in rows]


async def take_back(connection: AnyConnection, stream: str, instead: Mapping[str, Event]) -> None:
    """Let the stored events about each subject tell of something else, all of one kind.

    The stream keeps its numbers, not the words.
    """
    if instead:
        kind = kind_of(type(next(iter(instead.values()))))
        bodies = [msgspec.json.encode(event).decode() for event in instead.values()]
        await connection.execute(queries.TAKE_BACK, stream, kind, list(instead), bodies)


async def mend(
    connection: AnyConnection,
    stream: str,
    kind: str,
    subjects: Sequence[str],
    *,
    path: Sequence[str],
    patch: Mapping[str, Any],
) -> None:
    """Change some fields of an object inside stored events; the rest of their words stays."""
    body = msgspec.json.encode(patch).decode()
    await connection.execute(queries.MEND, stream, kind, list(subjects), list(path), body)
