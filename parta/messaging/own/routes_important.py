"""HTTP of one's own marks."""

from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.identity.access import Person
from parta.messaging.own import important


@put("/messages/{message_id:int}/important", status_code=204)
async def mark_important(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> None:
    """Mark a message as important for me."""
    await important.mark_important(tx, message_id, by=me.id)


@delete("/messages/{message_id:int}/important")
async def unmark_important(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> None:
    """Take my mark off."""
    await important.unmark_important(tx, message_id, by=me.id)


@get("/important")
async def list_important(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> important.ImportantList:
    """List what I marked, in all my chats, the newest mark first."""
    return await important.list_important(tx, after=after, limit=limit, by=me.id)


handlers = [mark_important, unmark_important, list_important]
