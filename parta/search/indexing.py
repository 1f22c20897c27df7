"""Keeping the index: entries are made from the messages as they are now, never from what was announced of them."""

from collections.abc import Sequence

from parta.core.clock import now
from parta.core.db import Tx
from parta.search import queries_indexing as queries

# Entries of a period. Smaller: common words are quicker, rare ones slower (docs/decisions/0013).
PERIOD = 16_384


async def index_messages(tx: Tx, message_ids: Sequence[int]) -> int:
    """Make or renew the entries of these messages; what is deleted gets none. Returns how many were made."""
    return await tx.run(queries.INDEX, sorted(message_ids))


async def index_news(tx: Tx, message_ids: Sequence[int]) -> None:
    """The same for messages that have just been said: they fill the newest period."""
    made = await index_messages(tx, message_ids)
    await tx.run(queries.TURN_PERIOD, made, now(), PERIOD)


async def erase_entries(tx: Tx, message_ids: Sequence[int]) -> None:
    """Forget the words of these messages."""
    await tx.run(queries.ERASE, sorted(message_ids))
