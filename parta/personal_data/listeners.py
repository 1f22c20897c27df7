"""What this room does when a person is erased."""

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.events import listens
from parta.identity.events import PersonErased
from parta.personal_data import queries
from parta.personal_data.archive.asking import ForgetArchive


@listens(PersonErased)
async def forget_erased(tx: Tx, event: PersonErased) -> None:
    """Consents for them and by them end, a name on paper goes, and so do copies of their data."""
    moment = now()
    await tx.run(queries.END_FOR_ERASED, event.person_id, moment)
    await tx.run(queries.FORGET_NAMES_ON_PAPER, event.person_id)
    await tx.run(queries.FORGET_WORDS_ON_PAPERS, event.person_id)
    await tx.run(queries.CLOSE_OPEN, event.person_id, moment)
    for archive_id in await tx.values(queries.ARCHIVES, event.person_id):
        await tx.enqueue(ForgetArchive(archive_id=archive_id))
