"""PostgreSQL: one pool, transactions that announce, plain SQL with typed rows."""

import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

import asyncpg
import msgspec
from asyncpg.pool import PoolConnectionProxy

from parta.core import event_log, queries
from parta.core.blobs import Blobs
from parta.core.bus import Bus, Nudge
from parta.core.clock import now
from parta.core.config import Configuration, CoreSettings
from parta.core.events import GATHERERS, LISTENERS, Event
from parta.core.jobs import WAITING_JOBS, Job, job_kind

Row = TypeVar("Row", bound=msgspec.Struct)


class PooledConnection(asyncpg.Connection):
    """A connection whose return to the pool costs no round trip: we never change session state."""

    def get_reset_query(self) -> str:
        return ""


# A plain SELECT; whatever locks rows or calls the database's own functions may do more than read.
_READING = re.compile(
    r"\s*SELECT\b(?!.*\b(?:FOR\s+(?:NO\s+KEY\s+)?(?:UPDATE|SHARE|KEY)|pg_\w+\())", re.DOTALL
)


@lru_cache(maxsize=4096)
def only_reads(sql: str) -> bool:
    """Whether a statement means the same inside a transaction and outside: each sees its own snapshot anyway."""
    return _READING.match(sql) is not None


class Tx:
    """One transaction. What it emits is heard only after it has committed.

    A transaction that was not begun begins by itself at the first statement that does more than read,
    so a request that only reads costs no BEGIN and no COMMIT.
    """

    def __init__(self, connection: PoolConnectionProxy, db: "Database") -> None:
        self.connection = connection
        self.configuration = db.configuration
        self.bus = db.bus
        self._transaction = connection.transaction()
        self._begun = False
        self._emitted: list[Event] = []
        self._afterwards: list[Callable[[], None]] = []
        self._has_jobs = False

    async def rows(self, sql: str, *args: Any, into: type[Row]) -> list[Row]:
        """Return all rows as structs; columns and fields match by name."""
        await self._begin_unless_reading(sql)
        return [into(**record) for record in await self.connection.fetch(sql, *args)]

    async def row(self, sql: str, *args: Any, into: type[Row]) -> Row | None:
        """Return the first row as a struct, or None."""
        await self._begin_unless_reading(sql)
        record = await self.connection.fetchrow(sql, *args)
        return None if record is None else into(**record)

    async def value(self, sql: str, *args: Any) -> Any:
        """Return the first column of the first row, or None."""
        await self._begin_unless_reading(sql)
        return await self.connection.fetchval(sql, *args)

    async def values(self, sql: str, *args: Any) -> list[Any]:
        """Return the first column of all rows."""
        await self._begin_unless_reading(sql)
        return [record[0] for record in await self.connection.fetch(sql, *args)]

    async def run(self, sql: str, *args: Any) -> int:
        """Run a statement and return how many rows it touched."""
        await self.begin()
        status = await self.connection.execute(sql, *args)
        last = status.rpartition(" ")[2]
        return int(last) if last.isdecimal() else 0

    def emit(self, event: Event) -> None:
        """Announce a fact: to its streams after the commit, to listeners just before."""
        self._emitted.append(event)

    def after_commit(self, act: Callable[[], None]) -> None:
        """Run something cheap once the commit is certain."""
        self._afterwards.append(act)

    async def enqueue(self, job: Job, *, due_at: datetime | None = None, key: str | None = None) -> None:
        """Leave work for a worker; with a key, one waiting job of the kind is enough."""
        body = msgspec.json.encode(job).decode()
        await self.begin()
        await self.connection.execute(queries.ENQUEUE, job_kind(type(job)), body, due_at or now(), key)
        self._has_jobs = True

    async def cancel_job(self, kind: type[Job], key: str) -> None:
        """Forget the waiting job with this key."""
        await self.run(queries.CANCEL_JOB, job_kind(kind), key)

    async def audit(
        self,
        action: str,
        *,
        actor_id: int | None,
        subject: str,
        organisation_id: int | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        """Write to the audit log, which nobody can change."""
        body = msgspec.json.encode(details or {}).decode()
        await self.begin()
        await self.connection.execute(queries.AUDIT, actor_id, action, subject, organisation_id, body)

    async def begin(self) -> None:
        """Start the transaction, unless it has begun."""
        if not self._begun:
            await self._transaction.start()
            self._begun = True

    async def _begin_unless_reading(self, sql: str) -> None:
        if not self._begun and not only_reads(sql):
            await self.begin()

    async def commit(self) -> None:
        """Let listeners act, log the events, commit, and only then tell the world."""
        try:
            events = await self._settle()
            if events:
                await self.begin()
            logged = await event_log.append(self.connection, events)
        except BaseException:
            await self.rollback()
            raise
        if self._begun:
            await self._transaction.commit()
        if logged:
            self.bus.publish(Nudge(logged))
        if self._has_jobs:
            WAITING_JOBS.set()
        for act in self._afterwards:
            act()

    async def rollback(self) -> None:
        """Undo everything; nothing was announced."""
        if self._begun:
            await self._transaction.rollback()

    async def _settle(self) -> Sequence[Event]:
        """Run listeners until nothing new is announced."""
        heard = 0
        gathered: dict[type[Event], list[Event]] = {}
        while heard < len(self._emitted) or gathered:
            if heard == len(self._emitted):
                kind, events = gathered.popitem()
                for gatherer in GATHERERS[kind]:
                    await gatherer(self, events)
                continue
            event = self._emitted[heard]
            heard += 1
            for listener in LISTENERS.get(type(event), ()):
                await listener(self, event)
            if type(event) in GATHERERS:
                gathered.setdefault(type(event), []).append(event)
        return self._emitted


_SESSION: dict[str, Any] = {
    "command_timeout": 60,
    "server_settings": {"application_name": "parta", "jit": "off"},
}


class Database:
    """The pool and the way into transactions; carries what performers of jobs need besides."""

    def __init__(
        self, dsn: str, pool: asyncpg.Pool, configuration: Configuration, blobs: Blobs, bus: Bus
    ) -> None:
        self._dsn, self.pool, self.bus = dsn, pool, bus
        self.configuration, self.blobs = configuration, blobs
        self._line: asyncpg.Connection | None = None

    @classmethod
    async def connect(cls, dsn: str, bus: Bus, configuration: Configuration, blobs: Blobs) -> "Database":
        """Open the pool; raises OSError or PostgresError when the database cannot be reached."""
        pool = await asyncpg.create_pool(
            dsn,
            min_size=1,
            max_size=configuration.get(CoreSettings).database_connections,
            connection_class=PooledConnection,
            **_SESSION,
        )
        return cls(dsn, pool, configuration, blobs, bus)

    async def close(self) -> None:
        """Close the pool after the work in progress."""
        await self.pool.close()
        if self._line is not None:
            await self._line.close(timeout=10)

    async def fetch_alone(self, sql: str, *args: Any) -> list[asyncpg.Record]:
        """Run a statement that is a transaction of its own, for a caller that never asks for two at a time.

        It has a connection to itself: for a lone message the pool's lending costs a tenth of the whole way.
        """
        if self._line is None or self._line.is_closed():
            self._line = await asyncpg.connect(self._dsn, timeout=10, **_SESSION)
        return list(await self._line.fetch(sql, *args))

    async def begin(self) -> Tx:
        """Take a connection and start a transaction; give it back with `finish`."""
        tx = await self.prepare()
        try:
            await tx.begin()
        except BaseException:
            await self.finish(tx)
            raise
        return tx

    async def prepare(self) -> Tx:
        """Take a connection for a transaction that begins when something is written; give it back with `finish`."""
        return Tx(await self.pool.acquire(), self)

    async def finish(self, tx: Tx) -> None:
        """Return the connection of an ended transaction to the pool."""
        await self.pool.release(tx.connection)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """Commit at the end of the block, roll back on any error."""
        tx = await self.begin()
        try:
            try:
                yield tx
            except BaseException:
                await tx.rollback()
                raise
            await tx.commit()
        finally:
            await self.finish(tx)
