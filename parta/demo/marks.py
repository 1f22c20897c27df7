"""Whether a database is an invented one: told by two lines of the audit log that only `load` writes."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.demo import queries
from parta.demo.queries import Mark


class NotableMark(msgspec.Struct, frozen=True):
    """Whom to show first, by the ids of this database."""

    person_id: int
    russian: str
    english: str


class Filled(msgspec.Struct, frozen=True):
    """What the database was filled with."""

    seed: int
    people: int
    messages: int
    notable: list[NotableMark] = []


async def require_demo(tx: Tx) -> Filled:
    """Give what this database was filled with; NotFound when it was not the demo that filled it."""
    found = await read_filled(tx)
    if found is None:
        raise NotFound
    return found


async def read_filled(tx: Tx) -> Filled | None:
    """Give what the demo filled this database with, or None."""
    for mark in await tx.rows(queries.MARKS, into=Mark):
        if mark.action == queries.FILLED:
            return msgspec.json.decode(mark.details, type=Filled)
    return None


async def has_begun(tx: Tx) -> bool:
    """Tell whether the demo has begun to fill this database, perhaps without coming to the end."""
    return any(mark.action == queries.BEGUN for mark in await tx.rows(queries.MARKS, into=Mark))
