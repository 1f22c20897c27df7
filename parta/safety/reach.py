"""How far one person reaches to another, by the rules."""

from collections.abc import Sequence

from parta.core.db import Tx
from parta.safety import queries
from parta.safety.rules import Reach

__all__ = ["Reach", "reach", "reach_many"]


async def reach(tx: Tx, me: int, other: int) -> Reach | None:
    """'open' to write at once, 'request' to ask first, None when nothing joins them; nobody reaches themselves."""
    return (await reach_many(tx, me, [other])).get(other)


async def reach_many(tx: Tx, me: int, ids: Sequence[int]) -> dict[int, Reach]:
    """The same for many at once; those out of reach are absent."""
    if not ids:
        return {}
    return {
        row.id: row.reach for row in await tx.rows(queries.REACH_MANY, me, list(ids), into=queries.Reached)
    }
