"""What safety does on the live socket."""

from datetime import datetime

from parta.core.db import Tx
from parta.core.live.rooms import watchable
from parta.safety import queries
from parta.safety.visibility import visible


@watchable
async def whose_presence(tx: Tx, person_id: int, ids: list[int]) -> dict[int, datetime | None]:
    """Only people one may see are seen coming and going."""
    seen = await visible(tx, person_id, ids)
    rows = await tx.rows(queries.LAST_SEEN, list(seen), into=queries.Seen)
    return {row.id: row.last_seen_at for row in rows}
