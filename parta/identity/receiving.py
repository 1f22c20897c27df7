"""An expected profile received without its contact: by whoever holds the code the school printed for it."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity import queries_receiving as queries
from parta.identity.events import PersonClaimed
from parta.identity.sessions import end_sessions_of


async def receive_expected(tx: Tx, expected_id: int, *, newcomer_id: int) -> bool:
    """Make a newcomer the person the school expects; False when somebody has received that profile already.

    The contacts, keys, linked services and consents of the newcomer go over, the devices are signed out, and the profile made at sign-up
    is gone. The caller answers for the newcomer being nobody yet: what else they left behind stays with the old id.
    """
    await tx.values(queries.LOCK_BOTH, [expected_id, newcomer_id])
    if not await tx.value(queries.RECEIVE, expected_id, newcomer_id, now()):
        return False
    await tx.run(queries.MOVE_CONTACTS, expected_id, newcomer_id)
    await tx.run(queries.MOVE_PASSKEYS, expected_id, newcomer_id)
    await tx.run(queries.MOVE_CONSENTS, expected_id, newcomer_id)
    await tx.run(queries.MOVE_OUTSIDE, expected_id, newcomer_id)
    await tx.run(queries.FORGET_OUTSIDE, newcomer_id)
    await end_sessions_of(tx, newcomer_id)
    await tx.run(queries.EMPTY_PROFILE, newcomer_id, now())
    tx.emit(PersonClaimed(person_id=expected_id))
    return True
