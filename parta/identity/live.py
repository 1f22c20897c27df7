"""What identity does on the live socket."""

from parta.core.db import Database
from parta.core.live.rooms import departs
from parta.identity.sessions import mark_seen


@departs
async def note_departure(db: Database, person_id: int) -> None:
    """«Был в сети» is the moment the last device left, not the last request."""
    async with db.transaction() as tx:
        await mark_seen(tx, person_id)
