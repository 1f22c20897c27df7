"""What the staff see of somebody's way in, and the moves that wait for them."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.identity.moving.moves import (
    ContactHere,
    FormerContact,
    Move,
    contacts_here,
    current_move,
    former_contacts,
    shown,
)
from parta.identity.second_factor.standing import standing_of
from parta.organisations.access import require_administrator
from parta.organisations.events import MinorsRead
from parta.organisations.support import queries
from parta.organisations.support.access import require_support

BEYOND = 2**62


class WayIn(msgspec.Struct, frozen=True):
    """How somebody comes in: enough to recognise and to help, too little to call them."""

    contacts: list[ContactHere]
    move: Move | None
    former: list[FormerContact]
    second_factor: bool
    passkeys: int


class WaitingMove(msgspec.Struct, frozen=True):
    """A move under way, whose it is and who began it."""

    id: int
    person_id: int
    family_name: str
    given_name: str
    patronymic: str
    starter_family_name: str
    starter_given_name: str


async def way_in_of(tx: Tx, organisation_id: int, person_id: int, *, by: int) -> WayIn:
    """The ways in of somebody here; of a pupil the look is written down."""
    await require_support(tx, organisation_id, person_id, by=by)
    tx.emit(MinorsRead(reader_id=by, person_ids=[person_id], sort="profile", organisation_id=organisation_id))
    move = await current_move(tx, person_id)
    standing = await standing_of(tx, person_id)
    visible = move is not None and (move.started_by != person_id or move.help_asked_at is not None)
    return WayIn(
        await contacts_here(tx, person_id),
        shown(move, to=by) if visible and move is not None else None,
        await former_contacts(tx, person_id),
        standing.on,
        standing.passkeys,
    )


async def list_moves(
    tx: Tx, organisation_id: int, *, after: str | None, limit: int, by: int
) -> Page[WaitingMove]:
    """Moves under way in an organisation, newest first."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    (before,) = decode_key(after, tuple[int]) if after else (BEYOND,)
    rows = await tx.rows(queries.MOVES_HERE, organisation_id, now(), before, limit + 1, into=WaitingMove)
    page = rows[:limit]
    return Page(page, encode_key(page[-1].id) if len(rows) > limit else None)
