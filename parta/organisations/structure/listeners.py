"""What the structure does when roles change, by hand or by a roster."""

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.structure.members import end_orphaned_places
from parta.organisations.structure.parting import end_parts_of_closed


@gathers(RolesChanged)
async def end_places_without_roles(tx: Tx, events: list[RolesChanged]) -> None:
    """Whoever works or learns here no more is in no club either, and no guest elsewhere."""
    await end_orphaned_places(tx, {event.person_id for event in events})


@listens(RosterApplied)
async def end_parts_with_organisations(tx: Tx, event: RosterApplied) -> None:
    """Nobody is a guest of what is closed, nor a guest from there."""
    await end_parts_of_closed(tx, event.organisation_ids)
