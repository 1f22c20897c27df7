"""Taking a key away from its person."""

from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.identity.notices import tell_person
from parta.identity.outside.ways import has_way
from parta.identity.passkeys import queries
from parta.identity.second_factor.standing import refuse_last


async def remove(tx: Tx, passkey_id: int, *, by: int) -> None:
    """Forget an own key; 409 `second_factor_last` when its owner must have a factor and has no other.

    409 `passkey_last_way` when nothing else would let its owner in.
    """
    await tx.value(queries.LOCK_PERSON, by)
    if not await tx.value(queries.IS_OF, passkey_id, by):
        raise NotFound
    await refuse_last(tx, by, totp=False)
    await tx.run(queries.REMOVE, passkey_id, by)
    if not await has_way(tx, by):
        raise Conflict("passkey_last_way")
    await tx.audit("passkey_removed", actor_id=by, subject=f"person:{by}")
    await tell_person(tx, by, "passkey_removed")
