"""What safety does when other rooms announce."""

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.identity.events import NewcomerReceived, PersonErased
from parta.organisations.events import MinorsRead
from parta.safety import queries_erasing, queries_receiving
from parta.safety.families.accesses import record


@gathers(MinorsRead)
async def write_down_who_looked(tx: Tx, events: list[MinorsRead]) -> None:
    """Guardians learn who of the staff looked at a minor's data."""
    for event in events:
        if event.person_ids:
            await record(tx, event)


@listens(NewcomerReceived)
async def follow_the_newcomer(tx: Tx, event: NewcomerReceived) -> None:
    """Quiet hours and safe mode stay as the newcomer has chosen them."""
    for statement in queries_receiving.FOLLOW:
        await tx.run(statement, event.person_id, event.newcomer_id)


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Who is erased keeps no hours and no acquaintances; who of the staff looked at a minor's data stays to be read."""
    for statement in queries_erasing.FORGET:
        await tx.run(statement, event.person_id)
