"""What files does when lower rooms announce, and what takes part in the house as soon as it is plugged in."""

from parta.core.db import Tx
from parta.core.events import listens
from parta.files import queries_receiving, stored_tables
from parta.files.expiry_job import Discard
from parta.files.portraits.portraits import key_of, remove_portraits
from parta.identity.events import NewcomerReceived, PersonErased

__all__ = ["forget_the_face", "give_files_on", "stored_tables"]


@listens(PersonErased)
async def forget_the_face(tx: Tx, event: PersonErased) -> None:
    """Who is erased is shown no more: the rows go now, the bytes right after the commit."""
    gone = await remove_portraits(tx, event.person_id)
    if gone:
        await tx.enqueue(
            Discard(blobs=tuple(key_of(key, size) for key in gone for size in ("large", "small")))
        )


@listens(NewcomerReceived)
async def give_files_on(tx: Tx, event: NewcomerReceived) -> None:
    """What a newcomer has sent is theirs also as the person the school expected."""
    await tx.run(queries_receiving.GIVE_ON, event.person_id, event.newcomer_id)
