"""HTTP of finding. People are found by safety's `/people/search`."""

from datetime import datetime
from typing import Annotated

import msgspec
from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, QueryParameter

from parta.core.clock import aware
from parta.core.db import Tx
from parta.identity.access import Person
from parta.search import messages, names
from parta.search.typed import Kind
from parta.search.walking import Filters

Typed = Annotated[str, QueryParameter(max_length=200)]
Limit = Annotated[int, QueryParameter(ge=1, le=50)]


def read_filters(
    *,
    chat: FromQuery[int | None] = None,
    author: FromQuery[int | None] = None,
    kind: FromQuery[Kind | None] = None,
    from_teachers: FromQuery[bool] = False,
    important: FromQuery[bool] = False,
    since: FromQuery[datetime | None] = None,
    until: FromQuery[datetime | None] = None,
) -> Filters:
    """What hits must be besides having the words."""
    return Filters(
        conversation_id=chat,
        author_id=author,
        kind=kind,
        from_teachers=from_teachers,
        important=important,
        since=aware(since),
        until=aware(until),
    )


FILTERS = {"filters": Provide(read_filters, sync_to_thread=False)}


@get("/search/messages", dependencies=FILTERS, tags=["search"])
async def search_messages(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    filters: NamedDependency[Filters],
    q: Typed = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> messages.FoundMessages:
    """Find messages by the stems of their words, «words in a row» in quotation marks, the newest first.

    The last word may be unfinished. `kind`: what is attached; `from_teachers`: by those who teach or lead a school;
    `important`: with my own mark. File names, transcripts and polls are searched as well.
    """
    return await messages.search_messages(
        tx, q, filters, after=after, limit=limit, by=me.id, locale=me.locale
    )


@get("/conversations/{conversation_id:int}/hits", dependencies=FILTERS, tags=["search"])
async def find_hits(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    filters: NamedDependency[Filters],
    q: Typed = "",
    after: FromQuery[str | None] = None,
) -> messages.Numbers:
    """Find where in a chat the hits stand: up to 100 numbers, the newest first, to step from one to the next."""
    here = msgspec.structs.replace(filters, conversation_id=conversation_id)
    return await messages.find_numbers(tx, q, here, after=after, limit=messages.MOST_NUMBERS, by=me.id)


@get("/search/chats", tags=["search"])
async def search_chats(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    q: Typed = "",
    after: FromQuery[str | None] = None,
    limit: Limit = 20,
) -> names.FoundChats:
    """Find my chats by the beginnings of the words of their names; typing errors are forgiven when nothing fits."""
    return await names.search_chats(tx, q, after=after, limit=limit, by=me.id, locale=me.locale)


handlers = [search_messages, find_hits, search_chats]
