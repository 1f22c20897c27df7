"""New messages reach the index about a second after they were said."""

from collections.abc import Sequence

import msgspec

from parta.core.db import Tx
from parta.core.followers import FollowedEvent, follows
from parta.messaging.announced import announced
from parta.search.indexing import index_messages, index_news


class _Said(msgspec.Struct, frozen=True):
    id: int


class _Changed(msgspec.Struct, frozen=True):
    message_id: int


@follows("message_added", "transcript_changed", "file_ready", name="search")
async def follow(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Index what was said, and again what got its transcript or whose file was looked at."""
    news = {said.id for said in announced(events, _Said)}
    changed = {event.read(_Changed).message_id for event in events if event.kind != "message_added"}
    if news:
        await index_news(tx, list(news))
    if older := changed - news:
        await index_messages(tx, list(older))
