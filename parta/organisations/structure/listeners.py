"""What the structure does when roles change, by hand or by a roster."""

from parta.core.db import Tx
from parta.core.events import gathers
from parta.organisations.events import RolesChanged
from parta.organisations.structure.members import end_orphaned_places


@gathers(RolesChanged)
async def end_places_without_roles(tx: Tx, events: list[RolesChanged]) -> None:
    """Whoever works or learns here no more is in no club either, and no guest elsewhere."""
    await end_orphaned_places(tx, {event.person_id for event in events})
