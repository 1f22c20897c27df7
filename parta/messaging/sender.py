"""Group commit: what comes in while one batch is being written goes into the next one.

Alone, a message takes one short transaction. Under load the commits, the locks
and the round trips are shared by everything that waited meanwhile, so the server
slows down evenly instead of falling over.
"""

import asyncio
import contextlib
from collections import deque
from weakref import WeakKeyDictionary

import structlog

from parta.core.db import Database
from parta.core.errors import Problem
from parta.messaging.drafts import Draft, checked
from parta.messaging.order.watching import find_suspects
from parta.messaging.places import Outcome
from parta.messaging.sending import post_messages
from parta.messaging.sending_at_once import are_plain, post_at_once
from parta.messaging.shapes import Message

log = structlog.get_logger()

MOST_IN_BATCH = 128
MOST_WAITING = 4096

Waiting = tuple[Draft, "asyncio.Future[Message]"]


class Sender:
    """One queue for each process; first come, first written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: deque[Waiting] = deque()
        self._writing: asyncio.Task[None] | None = None

    def submit(self, draft: Draft) -> "asyncio.Future[Message]":
        """Queue a draft; the future has the durable message, or raises the Problem.

        Raises Problem at once when the draft is malformed or the queue is full.
        """
        draft = checked(draft)
        if len(self._waiting) >= MOST_WAITING:
            raise Problem("sending_overloaded", status=503, retry_after=2)
        future: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._waiting.append((draft, future))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return future

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_IN_BATCH))]
                await self._write(batch)
        finally:
            self._writing = None

    async def _write(self, batch: list[Waiting]) -> None:
        """Write a batch; if the database refuses it whole, each draft gets a transaction of its own."""
        try:
            outcomes = await self._post([draft for draft, _ in batch])
        except Exception as error:
            if len(batch) == 1:
                log.exception("sending.failed", conversation=batch[0][0].conversation_id)
                _settle(batch[0][1], error)
                return
            log.warning("sending.batch_failed", size=len(batch), exc_info=error)
            for waiting in batch:
                await self._write([waiting])
            return
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            _settle(future, outcome)

    async def _post(self, drafts: list[Draft]) -> list[Outcome]:
        """Go the short way where it suffices, and with what is left the long one."""
        done = await self._post_plain(drafts) if are_plain(drafts) else {}
        left = [i for i in range(len(drafts)) if i not in done]
        outcomes: dict[int, Outcome] = dict(done)
        if left:
            async with self._db.transaction() as tx:
                outcomes |= zip(left, await post_messages(tx, [drafts[i] for i in left]), strict=True)
        return [outcomes[i] for i in range(len(drafts))]

    async def _post_plain(self, drafts: list[Draft]) -> dict[int, Message]:
        """The short way for all whose words nobody has to judge."""
        suspects = await find_suspects(self._db, drafts)
        if not suspects:
            return await post_at_once(self._db, drafts)
        free = [i for i in range(len(drafts)) if i not in suspects]
        posted = await post_at_once(self._db, [drafts[i] for i in free]) if free else {}
        return {free[place]: message for place, message in posted.items()}


def _settle(future: "asyncio.Future[Message]", outcome: Outcome | Exception) -> None:
    if future.done():  # the one who asked has gone; the message is sent all the same
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
        with contextlib.suppress(Exception):
            future.exception()  # nobody may be waiting any more, which is no fault
    else:
        future.set_result(outcome)


_SENDERS: WeakKeyDictionary[Database, Sender] = WeakKeyDictionary()


def sender_of(db: Database) -> Sender:
    """Return the sender of this process's database."""
    return _SENDERS.setdefault(db, Sender(db))
