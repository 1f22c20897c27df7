"""Keeping somebody out for a while, in Russian «приостановить вход».

Who is suspended has no session and gets none, by whatever way they come in: the door is where sessions begin.
"""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Problem
from parta.identity import queries_suspending as queries


class Suspension(msgspec.Struct, frozen=True):
    """Until when (None: until it is lifted) and why."""

    reason: str
    until: datetime | None


async def suspend(tx: Tx, person_id: int, *, until: datetime | None, reason: str, by: int) -> int:
    """Keep somebody out from this moment on; returns the suspension's id. Their sessions the caller ends."""
    # A device that is coming in at this moment holds the person's row: it is in time to be ended, or sees the ban.
    await tx.value(queries.LOCK_PERSON_WHOLLY, person_id)
    suspension_id: int = await tx.value(queries.SUSPEND, person_id, reason, until, by, now())
    return suspension_id


async def lift_suspensions(tx: Tx, person_id: int) -> bool:
    """Let somebody in again; says whether they were kept out."""
    return await tx.run(queries.LIFT_SUSPENSIONS, person_id, now()) > 0


async def refuse_suspended(tx: Tx, person_id: int) -> None:
    """Raise 403 `suspended`, with the reason and the moment it ends, for somebody who is kept out."""
    found = await tx.row(queries.SUSPENSION, person_id, now(), into=Suspension)
    if found is not None:
        raise Problem("suspended", status=403, reason=found.reason, until=found.until)
