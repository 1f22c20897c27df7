"""The doors applications open for the files they carry."""

from collections.abc import Sequence

from parta.applications import queries, queries_receiving, stored_tables
from parta.applications.access import scope_of
from parta.core.db import Tx
from parta.core.events import listens
from parta.files.access import register_door
from parta.files.attaching import register_use
from parta.identity.events import NewcomerReceived

__all__ = ["carried", "follow_the_newcomer", "open_to_deciders", "stored_tables"]


@register_use
async def carried(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Scans of applications are in use."""
    return set(await tx.values(queries.CARRIED_FILES, list(ids)))


@register_door
async def open_to_deciders(tx: Tx, file_id: int, person_id: int) -> bool:
    """Those who decide see the scan of what they decide about; the applicant sees it as its owner."""
    return bool(await tx.value(queries.SHOWS_FILE, *await scope_of(tx, person_id), file_id))


@listens(NewcomerReceived)
async def follow_the_newcomer(tx: Tx, event: NewcomerReceived) -> None:
    """An application stays with whoever made it."""
    for statement in queries_receiving.FOLLOW:
        await tx.run(statement, event.person_id, event.newcomer_id)
