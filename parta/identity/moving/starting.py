"""The beginning of a move."""

from datetime import timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.contacts import Contact, ContactKind
from parta.identity.moving import queries
from parta.identity.moving.moves import KeptMove
from parta.identity.notices import tell_person

LIVES = timedelta(days=3)


class OldContact(msgspec.Struct, frozen=True):
    """A contact that is to be left."""

    id: int
    kind: ContactKind
    value: str


async def own_contact(tx: Tx, person_id: int, contact: Contact) -> OldContact:
    """A contact of this person by its value; 404 for any other."""
    found = await tx.row(queries.FIND_OWN_CONTACT, person_id, contact.kind, contact.value, into=OldContact)
    if found is None:
        raise NotFound
    return found


async def contact_of(tx: Tx, person_id: int, contact_id: int) -> OldContact:
    """A contact of this person by its number; 404 for any other."""
    found = await tx.row(queries.FIND_CONTACT_BY_ID, person_id, contact_id, into=OldContact)
    if found is None:
        raise NotFound
    return found


async def start_move(
    tx: Tx,
    person_id: int,
    old: OldContact,
    new: Contact,
    *,
    reason: str,
    keeps_sessions: bool,
    by: int,
    organisation_id: int | None = None,
) -> KeptMove:
    """Begin a move; 409 `move_open` while there is one. Whose the new contact is shows only when it proves itself.

    So nobody learns by beginning moves which numbers are somebody's.
    """
    await tx.values(queries.LOCK_PEOPLE, [person_id])
    if await tx.value(queries.HOLDER, new.kind, new.value) == person_id:
        raise Invalid("move_same", field="to")
    moment = now()
    await tx.run(queries.CLOSE_EXPIRED, person_id, moment)
    move = await tx.row(
        queries.START,
        person_id,
        *msgspec.structs.astuple(old),
        new.kind,
        new.value,
        reason.strip(),
        keeps_sessions,
        by,
        moment,
        moment + LIVES,
        into=KeptMove,
    )
    if move is None:
        raise Conflict("move_open")
    await tx.audit(
        "move_started",
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"move": move.id},
    )
    await tell_person(tx, person_id, "move_started")
    return move


async def find_move(tx: Tx, move_id: int, *, of: int) -> KeptMove:
    """A person's move that is under way; 404 when it is over or somebody else's. Its person is locked."""
    await tx.values(queries.LOCK_PEOPLE, [of])
    move = await tx.row(queries.FIND, move_id, of, now(), into=KeptMove)
    if move is None:
        raise NotFound
    return move


async def ask_for_help(tx: Tx, move: KeptMove) -> None:
    """The old contact is lost: the staff of the person's organisation are asked to confirm instead."""
    await tx.run(queries.ASK_FOR_HELP, move.id, now())
