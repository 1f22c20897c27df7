"""Words that are taken back or changed leave the index in the very transaction."""

from parta.core.db import Tx
from parta.core.events import gathers, listens
from parta.messaging.events import MessageDeleted, MessageEdited, MessagesRestored
from parta.search.indexing import erase_entries, index_messages


@gathers(MessageDeleted)
async def forget_deleted(tx: Tx, events: list[MessageDeleted]) -> None:
    """Deleted or disappeared: nobody finds it any more."""
    await erase_entries(tx, [event.message_id for event in events])


@listens(MessageEdited)
async def renew_edited(tx: Tx, event: MessageEdited) -> None:
    """The old words are gone, the new ones are there."""
    await index_messages(tx, [event.message_id])


@listens(MessagesRestored)
async def index_restored(tx: Tx, event: MessagesRestored) -> None:
    """Old talk that was brought in is found as if it had been said here."""
    await index_messages(tx, event.message_ids)
