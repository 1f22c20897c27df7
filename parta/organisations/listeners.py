"""What must be there before anything is asked, and what organisations do when identity announces."""

from parta.core.db import Tx
from parta.core.events import listens
from parta.identity.events import NewcomerReceived, PersonErased
from parta.organisations import children_outside, staff, stored_tables
from parta.organisations.ending import stored_tables as stored_tables_of_ending
from parta.organisations.erasing import let_go
from parta.organisations.invites import queries_matching
from parta.organisations.invites import stored_tables as stored_tables_of_invites
from parta.organisations.structure import listeners as listeners_of_structure
from parta.organisations.structure import stored_tables as stored_tables_of_structure
from parta.organisations.territories import stored_tables as stored_tables_of_territories

__all__ = [
    "children_outside",
    "listeners_of_structure",
    "staff",
    "stored_tables",
    "stored_tables_of_ending",
    "stored_tables_of_invites",
    "stored_tables_of_structure",
    "stored_tables_of_territories",
]


@listens(PersonErased)
async def let_erased_go(tx: Tx, event: PersonErased) -> None:
    """Who is erased belongs nowhere."""
    await let_go(tx, event.person_id)


@listens(NewcomerReceived)
async def follow_the_newcomer(tx: Tx, event: NewcomerReceived) -> None:
    """Where somebody else is still to answer the newcomer, they answer the person the school expected."""
    await tx.run(queries_matching.MOVE_JOININGS, event.person_id, event.newcomer_id)
