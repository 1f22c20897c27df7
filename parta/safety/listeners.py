"""What safety does when other rooms announce."""

from parta.core.db import Tx
from parta.core.events import listens
from parta.identity.events import PersonErased
from parta.safety import queries_erasing


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Who is erased keeps no hours."""
    await tx.run(queries_erasing.FORGET_QUIET_HOURS, event.person_id)
