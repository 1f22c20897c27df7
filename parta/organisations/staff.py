"""Who is on the staff, said to identity, which has no roles: it asks staff for a second factor."""

from parta.core.db import Tx
from parta.identity.second_factor.staff import recognises_staff
from parta.organisations import queries


@recognises_staff
async def is_on_the_staff(tx: Tx, person_id: int) -> bool:
    """A confirmed teacher, administrator or operator, or somebody on the staff of a territory."""
    found: bool = await tx.value(queries.IS_ON_THE_STAFF, person_id)
    return found
