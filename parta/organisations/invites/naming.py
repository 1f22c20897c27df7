"""Names of people whom a door has already opened to the one who asks."""

from collections.abc import Iterable

from parta.core.db import Tx
from parta.organisations.invites import queries
from parta.organisations.invites.shapes import Named


async def names_of(tx: Tx, ids: Iterable[int | None]) -> dict[int, Named]:
    """People by their ids, in one query; None among the ids is nobody."""
    wanted = sorted({one for one in ids if one is not None})
    rows = await tx.rows(queries.NAMED, wanted, into=Named) if wanted else []
    return {row.id: row for row in rows}
