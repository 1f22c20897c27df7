"""Which photograph of a person is shown. The photographs themselves lie in files, which is above."""

from parta.core.db import Tx
from parta.identity import queries
from parta.identity.events import PersonPortrayed


async def show_portrait(tx: Tx, person_id: int, version: int) -> None:
    """Show this version of somebody's photograph from now on; 0 shows none."""
    if await tx.run(queries.SHOW_PORTRAIT, person_id, version):
        tx.emit(PersonPortrayed(person_id=person_id, portrait=version))
