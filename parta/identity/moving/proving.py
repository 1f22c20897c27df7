"""The two confirmations of a move."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.identity import codes
from parta.identity.codes import RequestedCode
from parta.identity.moving import queries
from parta.identity.moving.finishing import finish_if_confirmed
from parta.identity.moving.moves import KeptMove, Side
from parta.identity.settings import IdentitySettings


class EnteredCode(msgspec.Struct, frozen=True):
    """A code somebody typed, the secret of the browser that asked for it, and from where."""

    code_id: str
    code: str
    ip: str


async def send_code(tx: Tx, move: KeptMove, side: Side, *, ip: str, locale: str) -> RequestedCode:
    """Send a code that signs nobody in to one of the two contacts; the usual limits of codes hold."""
    settings = tx.configuration.get(IdentitySettings)
    return await codes.request_code(
        tx, move.side(side), ip=ip, locale=locale, settings=settings, purpose="move"
    )


async def prove_side(
    tx: Tx,
    move: KeptMove,
    side: Side,
    entered: EnteredCode,
    *,
    by: int,
    but: int | None = None,
    organisation_id: int | None = None,
) -> KeptMove:
    """Take a code as one of the confirmations; with the second the move is done. `but`: the session that stays.

    409 `move_contact_taken` when the new contact is somebody's: its owner, who has the code, is told what to do.
    """
    settings = tx.configuration.get(IdentitySettings)
    proven = await codes.prove_code(
        tx, entered.code_id, entered.code.strip(), ip=entered.ip, settings=settings, purpose="move"
    )
    if proven.contact != move.side(side):
        raise Invalid("code_wrong", field="code")
    if side == "new" and await tx.value(queries.HOLDER, move.new_kind, move.new_value) is not None:
        raise Conflict("move_contact_taken")
    await codes.use_code(tx, proven)
    if side == "new":
        noted = await tx.row(queries.NOTE_NEW, move.id, now(), into=KeptMove)
    else:
        noted = await tx.row(queries.NOTE_OLD, move.id, now(), None, into=KeptMove)
    return await finish_if_confirmed(tx, noted or move, by=by, but=but, organisation_id=organisation_id)


async def confirm_for_owner(tx: Tx, move: KeptMove, *, by: int, organisation_id: int) -> KeptMove:
    """Agree in place of the old contact's owner, who cannot answer.

    409 `move_second_person` for whoever began the move, or moves: two people on the staff, or the person and one.
    """
    if by in (move.started_by, move.person_id):
        raise Conflict("move_second_person")
    noted = await tx.row(queries.NOTE_OLD, move.id, now(), by, into=KeptMove)
    await tx.audit(
        "move_confirmed",
        actor_id=by,
        subject=f"person:{move.person_id}",
        organisation_id=organisation_id,
        details={"move": move.id},
    )
    return await finish_if_confirmed(tx, noted or move, by=by, organisation_id=organisation_id)
