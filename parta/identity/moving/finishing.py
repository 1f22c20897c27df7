"""The end of a move: done, or left as it was."""

from datetime import datetime

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.moving import queries
from parta.identity.moving.moves import KeptMove
from parta.identity.notices import tell, tell_person
from parta.identity.queries_notices import LOCALE_OF
from parta.identity.second_factor.enrolling import forget_devices
from parta.identity.sessions import end_sessions_of


async def finish_if_confirmed(
    tx: Tx, move: KeptMove, *, by: int, but: int | None = None, organisation_id: int | None = None
) -> KeptMove:
    """With both confirmations the person has the new contact; whoever the school listed for the old one gets that."""
    if move.new_proven_at is None or move.old_confirmed_at is None:
        return move
    awaiting: int | None = await tx.value(queries.WHO_AWAITS, move.old_kind, move.old_value)
    if awaiting is not None:
        await tx.values(queries.LOCK_PEOPLE, [awaiting])
    await _change_contact(tx, move, by=by)
    if awaiting is not None:
        await tx.run(queries.GIVE_AWAITED, awaiting, move.old_kind, move.old_value)
    if not move.keeps_sessions:
        await end_sessions_of(tx, move.person_id, but=but)
        await forget_devices(tx, move.person_id)
    done = await tx.row(queries.NOTE_DONE, move.id, now(), into=KeptMove)
    await tx.audit(
        "contact_moved",
        actor_id=by,
        subject=f"person:{move.person_id}",
        organisation_id=organisation_id,
        details={"move": move.id, "confirmed_by": move.confirmed_by},
    )
    locale: str = await tx.value(LOCALE_OF, move.person_id)
    await tell(tx, move.old, "moved", locale=locale)
    await tell_person(tx, move.person_id, "moved")
    return done or move


async def cancel_move(tx: Tx, move: KeptMove, *, by: int, organisation_id: int | None = None) -> None:
    """Leave everything as it was, and tell the person."""
    await tx.run(queries.CANCEL, move.id, now(), by)
    await tx.audit(
        "move_cancelled",
        actor_id=by,
        subject=f"person:{move.person_id}",
        organisation_id=organisation_id,
        details={"move": move.id},
    )
    await tell_person(tx, move.person_id, "move_cancelled")


async def _change_contact(tx: Tx, move: KeptMove, *, by: int) -> None:
    moment = now()
    held_from: datetime | None = await tx.value(
        queries.LEAVE_OLD, move.contact_id, move.person_id, move.old_kind, move.old_value
    )
    if held_from is None:
        raise Conflict("move_stale")
    taken = await tx.value(queries.TAKE_NEW, move.person_id, move.new_kind, move.new_value, moment)
    if taken is None:
        raise Conflict("move_contact_taken")
    await tx.run(queries.NOTE_FORMER, move.person_id, move.old_kind, move.old_value, held_from, moment, by)
