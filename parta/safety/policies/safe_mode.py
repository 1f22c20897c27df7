"""Safe mode («безопасный режим»): whoever keeps it hears nothing from strangers, and strangers do not find them.

Pupils keep it unasked, others when they choose to. A guardian may hold a child to it: as long as one of the guardians
does, neither the child nor another guardian can leave it.
"""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.safety.events import SafeModeChanged
from parta.safety.people import PersonBrief, briefs
from parta.safety.policies import queries


class SafeMode(msgspec.Struct, frozen=True, kw_only=True):
    """Whether somebody keeps it, and who holds them to it; `locked_by_me` for the guardian who looks."""

    kept: bool
    of_pupil: bool
    locked_by: list[PersonBrief]
    locked_by_me: bool


class _Row(msgspec.Struct, frozen=True):
    kept: bool
    of_pupil: bool
    locked_by_me: bool


async def is_safe(tx: Tx, person_id: int) -> bool:
    """Whether this person keeps safe mode now."""
    return bool(await tx.value(queries.IS_SAFE, person_id))


async def read_safe_mode(tx: Tx, person_id: int, *, to: int, locale: str) -> SafeMode:
    """How it stands with somebody, for themselves or for whoever has opened a door to them."""
    row = await tx.row(queries.SAFE_MODE_OF, person_id, to, into=_Row)
    if row is None:
        raise NotFound
    locking = await tx.values(queries.LOCKED_BY, person_id)
    return SafeMode(
        kept=row.kept,
        of_pupil=row.of_pupil,
        locked_by=await briefs(tx, locking, to=None, locale=locale),
        locked_by_me=row.locked_by_me,
    )


async def keep_safe_mode(tx: Tx, *, kept: bool, by: int) -> None:
    """Choose for oneself; Conflict when a guardian holds one to it."""
    if not kept and await tx.values(queries.LOCKED_BY, by):
        raise Conflict("safe_mode_locked")
    await _choose(tx, by, kept, by)


async def set_childs_safe_mode(tx: Tx, child_id: int, *, kept: bool, locked: bool, by: int) -> None:
    """Choose for one's child, and hold the child to it or no longer; of several guardians the stricter decides."""
    if by not in await tx.values(queries.GUARDIANS_OF, child_id):
        raise NotFound
    if kept and locked:
        await tx.run(queries.LOCK_SAFE_MODE, child_id, by, now())
    else:
        await tx.run(queries.UNLOCK_SAFE_MODE, child_id, by)
    if not kept and await tx.values(queries.LOCKED_BY, child_id):
        raise Conflict("safe_mode_locked")
    await _choose(tx, child_id, kept, by)
    for guardian_id in await tx.values(queries.GUARDIANS_OF, child_id):
        tx.emit(SafeModeChanged(person_id=guardian_id, about_id=child_id))


async def _choose(tx: Tx, person_id: int, kept: bool, by: int) -> None:
    await tx.run(queries.CHOOSE_SAFE_MODE, person_id, kept, by, now())
    tx.emit(SafeModeChanged(person_id=person_id, about_id=person_id))
