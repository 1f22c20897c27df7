"""What becomes of the chats of somebody who is erased.

What they said to others stays with those others, under no name. What was theirs alone goes.
"""

from parta.core.clock import now
from parta.core.db import Tx
from parta.messaging import queries_erasing_people as queries
from parta.messaging.erasing import Erased, erase
from parta.messaging.exporting.asking import ForgetExport
from parta.messaging.groups.membership import leave
from parta.messaging.timed.scheduling import forget_scheduled


async def forget_own(tx: Tx, person_id: int) -> None:
    """Leave all groups, which keep an owner; forget drafts, folders, plans, copies and the own store of messages."""
    for scheduled_id in await tx.values(queries.SCHEDULED, person_id):
        await forget_scheduled(tx, scheduled_id, by=person_id)
    for export_id in await tx.values(queries.EXPORTS, person_id):
        await tx.enqueue(ForgetExport(export_id=export_id))
    own = await tx.rows(queries.OWN_WORDS, person_id, now(), into=Erased)
    if own:
        await erase(tx, own)
    for conversation_id in await tx.values(queries.GROUPS_OF, person_id):
        await leave(tx, conversation_id, person_id)
    for statement in queries.FORGET:
        await tx.run(statement, person_id)
