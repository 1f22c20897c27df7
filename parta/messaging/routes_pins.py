"""HTTP of pins."""

from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.identity.access import Person
from parta.messaging import pins


@put("/messages/{message_id:int}/pin", status_code=204)
async def pin_message(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> None:
    """Pin a message at the top of its chat."""
    await pins.pin_message(tx, message_id, by=me.id)


@delete("/messages/{message_id:int}/pin")
async def unpin_message(
    tx: NamedDependency[Tx], me: NamedDependency[Person], message_id: FromPath[int]
) -> None:
    """Take a pin off."""
    await pins.unpin_message(tx, message_id, by=me.id)


@get("/conversations/{conversation_id:int}/pins")
async def list_pins(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> pins.PinList:
    """List what is pinned in a chat, the newest message first."""
    return await pins.list_pins(tx, conversation_id, after=after, limit=limit, by=me.id)


handlers = [pin_message, unpin_message, list_pins]
