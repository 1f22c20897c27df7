"""Which organisations let a message that must be confirmed («!!!») break the silence."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.organisations.access import require_administrator
from parta.safety import queries_quiet as queries


async def is_urgent_allowed(tx: Tx, organisation_id: int, *, by: int) -> bool:
    """What the organisation has decided, for its administrators."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    allowed: bool = await tx.value(queries.IS_URGENT_ALLOWED, organisation_id)
    return allowed


async def allow_urgent(tx: Tx, organisation_id: int, *, allowed: bool, by: int) -> None:
    """Let «!!!» break the silence of this organisation's people, or no longer; it is written down who did."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    if allowed:
        changed = await tx.run(queries.ALLOW_URGENT, organisation_id, by, now())
    else:
        changed = await tx.run(queries.FORBID_URGENT, organisation_id)
    if changed:
        await tx.audit(
            "quiet_exception_changed",
            actor_id=by,
            subject=f"organisation:{organisation_id}",
            organisation_id=organisation_id,
            details={"allowed": allowed},
        )


async def may_break_silence(tx: Tx, organisation_id: int | None, *, author_id: int) -> bool:
    """Whether an urgent message of this author in a chat of this organisation (or of none) passes quiet hours."""
    passes: bool = await tx.value(queries.MAY_BREAK_SILENCE, organisation_id, author_id)
    return passes
