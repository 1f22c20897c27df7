"""Erasing a person, in Russian «стереть профиль»: what names them goes, and higher rooms hear it and do their part."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity import queries_erasing as queries
from parta.identity.events import PersonErased
from parta.identity.sessions import end_sessions_of

# Lists put the given name first.
NAME = ("пользователь", "Удалённый")


async def erase_person(tx: Tx, person_id: int) -> bool:
    """Take the name, contacts and devices of a person for good; says whether they were there."""
    # A device that is coming in at this moment holds the row: it is in time to be ended, or finds nobody.
    if await tx.value(queries.LOCK_PERSON_WHOLLY, person_id) is None:
        return False
    await end_sessions_of(tx, person_id)
    for statement in queries.FORGET_TRACES:
        await tx.run(statement, person_id)
    await tx.run(queries.END_CONSENTS, person_id, now())
    await tx.run(queries.ERASE_PERSON, person_id, *NAME, now())
    tx.emit(PersonErased(person_id=person_id))
    return True
