"""New messages reach the index about a second after they were said."""

from collections.abc import Sequence

import msgspec

from parta.core.db import Tx
from parta.core.followers import FollowedEvent, follows
from parta.messaging.announced import announced
from parta.search.indexing import index_messages, index_news
from parta.search.staff import mark_staff


class _Said(msgspec.Struct, frozen=True):
    id: int


class _Promoted(msgspec.Struct, frozen=True):
    person_id: int


class _Changed(msgspec.Struct, frozen=True):
    message_id: int


ABOUT_MESSAGES = ("transcript_changed", "file_ready")


@follows("message_added", "transcript_changed", "file_ready", "roles_changed", name="search")
async def follow(tx: Tx, events: Sequence[FollowedEvent]) -> None:
    """Index what was said, and again what got its transcript, whose file was looked at, or whose author became staff."""
    news = {said.id for said in announced(events, _Said)}
    changed = {event.read(_Changed).message_id for event in events if event.kind in ABOUT_MESSAGES}
    if news:
        await index_news(tx, list(news))
    if older := changed - news:
        await index_messages(tx, list(older))
    if people := {event.read(_Promoted).person_id for event in events if event.kind == "roles_changed"}:
        await mark_staff(tx, sorted(people))
