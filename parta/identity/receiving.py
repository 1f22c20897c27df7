"""An expected profile received without its contact: by a code the school printed for it, or by the school's word."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity import queries_receiving as queries
from parta.identity.events import NewcomerReceived, PersonClaimed
from parta.identity.sessions import end_sessions_of


async def hold_newcomer(tx: Tx, newcomer_id: int, *, expected_id: int | None = None) -> None:
    """Let nobody else decide who these are until the transaction ends; before anything else of theirs is locked."""
    if expected_id is not None:
        await tx.value(queries.LOCK_EXPECTED, expected_id)
    await tx.value(queries.LOCK_NEWCOMER, newcomer_id)


async def receive_expected(
    tx: Tx, expected_id: int, *, newcomer_id: int, keeps_devices: bool = False
) -> bool:
    """Make a newcomer the person the school expects; False when somebody has received that profile already.

    The contacts, keys, second factor, linked services and consents of the newcomer go over, and the profile made at
    sign-up is gone. The devices are signed out, unless they go over too, because the newcomer is not there to sign in
    anew. The caller answers for the newcomer being nobody yet; other rooms move what is theirs by `NewcomerReceived`.
    """
    await hold_newcomer(tx, newcomer_id, expected_id=expected_id)
    if not await tx.value(queries.RECEIVE, expected_id, newcomer_id, now()):
        return False
    await tx.run(queries.MOVE_CONTACTS, expected_id, newcomer_id)
    for statement in queries.MOVE:
        await tx.run(statement, expected_id, newcomer_id)
    await tx.run(queries.MOVE_OUTSIDE, expected_id, newcomer_id)
    await tx.run(queries.FORGET_OUTSIDE, newcomer_id)
    if keeps_devices:
        await tx.run(queries.MOVE_SESSIONS, expected_id, newcomer_id)
    else:
        await end_sessions_of(tx, newcomer_id)
    await tx.run(queries.EMPTY_PROFILE, newcomer_id, now())
    tx.emit(PersonClaimed(person_id=expected_id))
    tx.emit(NewcomerReceived(person_id=expected_id, newcomer_id=newcomer_id))
    return True
