"""What safety does when other rooms announce."""

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.identity.events import PersonErased
from parta.organisations.events import MinorsRead
from parta.safety import queries_erasing
from parta.safety.families.accesses import record


@gathers(MinorsRead)
async def write_down_who_looked(tx: Tx, events: list[MinorsRead]) -> None:
    """Guardians learn who of the staff looked at a minor's data."""
    for event in events:
        if event.person_ids:
            await record(tx, event)


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Who is erased keeps no hours and no acquaintances; who of the staff looked at a minor's data stays to be read."""
    for statement in queries_erasing.FORGET:
        await tx.run(statement, event.person_id)
