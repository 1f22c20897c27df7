"""Who learns what: those who decide that something waits, the applicant what was decided."""

from parta.applications import queries
from parta.applications.events import ApplicationDecided, ApplicationsChanged, State
from parta.applications.letters import SendApplicationLetter
from parta.applications.shapes import ApplicationRow
from parta.core.clock import now
from parta.core.db import Tx
from parta.identity.letters import can_send_letters
from parta.identity.settings import IdentitySettings
from parta.organisations.territories.tree import governors_of


async def add_step(tx: Tx, application_id: int, state: State, reason: str = "", *, by: int) -> int:
    """Write a step into the application's history; its id."""
    step: int = await tx.value(queries.ADD_STEP, application_id, state, reason, by, now())
    return step


async def tell_deciders(tx: Tx, territory_id: int | None) -> None:
    """Let those who decide count anew."""
    if territory_id is not None and (deciders := await governors_of(tx, territory_id)):
        tx.emit(ApplicationsChanged(deciders=deciders))


async def tell_applicant(tx: Tx, row: ApplicationRow, state: State, reason: str, *, step_id: int) -> None:
    """Tell the applicant on all devices, and the address in the application by a letter where there is mail."""
    tx.emit(ApplicationDecided(person_id=row.applicant_id, application_id=row.id, state=state, reason=reason))
    if can_send_letters(tx.configuration.get(IdentitySettings)):
        await tx.enqueue(SendApplicationLetter(step_id), key=str(step_id))
