"""Walking through what was said, the newest first, until there is enough.

Four ways lead to the same hits; which of them is short depends on how much of everything somebody sees
and on what is asked. The figures behind the choice are told in docs/decisions/0013.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.search import queries
from parta.search.indexing import PERIOD
from parta.search.typed import Kind, Question

THE_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
FAR_FUTURE = datetime(9998, 1, 1, tzinfo=UTC)

# Reading a chat's entry costs about four times what one of a period does, since they lie apart; walking by word
# visits `enough * all / mine` entries at most. Equal at mine² = 12 · all.
NARROW = 12
STRETCHES = 64  # periods in the first look, twice as many in each further one
MOST_PERIODS = 2_000
PATIENCE = 0.15  # seconds after which what was found so far is the answer, with a key to go on from


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What hits must be besides having the words."""

    conversation_id: int | None = None
    author_id: int | None = None
    kind: Kind | None = None
    from_teachers: bool = False
    important: bool = False
    since: datetime | None = None
    until: datetime | None = None


class Hit(msgspec.Struct, frozen=True):
    """A message that fits."""

    message_id: int
    conversation_id: int
    at: datetime


class Walked(msgspec.Struct, frozen=True):
    """Hits, the newest first; `key` says where to go on, None when there is nothing more."""

    hits: list[Hit]
    key: tuple[datetime, int] | None
    filling: bool


class _Scope(msgspec.Struct, frozen=True):
    mine: int
    periods: int
    filling: bool

    @property
    def narrow(self) -> bool:
        return self.mine * self.mine <= NARROW * self.periods * PERIOD


class _Period(msgspec.Struct, frozen=True):
    id: int
    starts_at: datetime
    ends_at: datetime


async def walk(
    tx: Tx, question: Question, filters: Filters, *, after: tuple[datetime, int] | None, limit: int, me: int
) -> Walked:
    """Find the newest hits older than `after` among what `me` may see at this moment."""
    scope = await tx.row(queries.SCOPE, me, filters.conversation_id, into=_Scope)
    if scope is None:
        raise AssertionError("a SELECT without FROM has one row")
    key = after or (filters.until or FAR_FUTURE, 0)
    arguments = (
        me,
        filters.conversation_id,
        *key,
        filters.since or THE_BEGINNING,
        question.everything,
        now(),
        filters.from_teachers,
        filters.important,
    )
    if filters.important or scope.narrow:
        sql = queries.BY_MARK if filters.important else queries.BY_CHAT
        return _page(await tx.rows(sql, *arguments, limit + 1, into=Hit), limit, None, scope)
    periods = await tx.rows(queries.PERIODS, *key, filters.since or THE_BEGINNING, MOST_PERIODS, into=_Period)
    hits, reached = await _walk_periods(tx, question, periods, arguments, limit + 1)
    return _page(hits, limit, reached, scope)


async def _walk_periods(
    tx: Tx, question: Question, periods: Sequence[_Period], arguments: Sequence[object], enough: int
) -> tuple[list[Hit], datetime | None]:
    """Look through stretches until there is enough, or patience ends: then say how far it went."""
    hits: list[Hit] = []
    began, done, some = time.monotonic(), 0, STRETCHES
    while done < len(periods) and len(hits) < enough:
        if done and time.monotonic() - began > PATIENCE:
            return hits, periods[done - 1].starts_at
        part = periods[done : done + some]
        hits += await _look(tx, question, part, arguments, enough - len(hits))
        done, some = done + len(part), some * 2
    full = len(periods) == MOST_PERIODS and len(hits) < enough
    return hits, periods[-1].starts_at if full else None


async def _look(
    tx: Tx, question: Question, periods: Sequence[_Period], arguments: Sequence[object], enough: int
) -> list[Hit]:
    if question.everything:
        ids = [period.id for period in periods]
        return await tx.rows(queries.BY_WORD, *arguments, enough, ids, question.keys, into=Hit)
    starts, ends = [p.starts_at for p in periods], [p.ends_at for p in periods]
    return await tx.rows(queries.BY_TIME, *arguments, enough, starts, ends, into=Hit)


def _page(hits: list[Hit], limit: int, reached: datetime | None, scope: _Scope) -> Walked:
    page = hits[:limit]
    if len(hits) > limit:
        return Walked(page, (page[-1].at, page[-1].message_id), scope.filling)
    return Walked(page, (reached, 0) if reached is not None else None, scope.filling)
