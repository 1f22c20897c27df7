"""Letting somebody who is erased go from everywhere they belonged."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.organisations import queries_erasing as queries
from parta.organisations.events import RolesChanged, RosterApplied


async def let_go(tx: Tx, person_id: int) -> None:
    """End roles, places in classes, guardianships and open invites; chats and rules follow."""
    organisations: list[int] = await tx.values(queries.PLACES, person_id)
    classes: list[int] = await tx.values(queries.CLASSES, person_id)
    family: list[int] = await tx.values(queries.FAMILY, person_id)
    moment = now()
    for statement in queries.END:
        await tx.run(statement, person_id, moment)
    await tx.run(queries.FORGET_LINKS, person_id)
    await tx.run(queries.FORGET_GUESSES, person_id)
    await tx.run(queries.FORGET_BIRTH_DATE, person_id)
    for one in sorted({person_id, *family}):
        tx.emit(RolesChanged(person_id=one))
    if organisations:
        tx.emit(RosterApplied(organisation_ids=sorted(organisations), class_ids=sorted(classes)))
