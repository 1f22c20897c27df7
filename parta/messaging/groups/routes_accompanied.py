"""HTTP of chats with a second grown-up."""

from litestar import Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from parta.core.db import Tx
from parta.identity.access import Person
from parta.messaging import conversations
from parta.messaging.groups import accompanied
from parta.messaging.groups.accompanied import AccompaniedOffer
from parta.messaging.shapes import Conversation


@get("/conversations/accompanied/{person_id:int}")
async def read_offer(
    tx: NamedDependency[Tx], me: NamedDependency[Person], person_id: FromPath[int]
) -> AccompaniedOffer:
    """Who would sit in a chat of mine with this person."""
    return await accompanied.offer(tx, person_id, by=me.id, locale=me.locale)


@put("/conversations/accompanied/{person_id:int}")
async def open_accompanied(
    tx: NamedDependency[Tx], me: NamedDependency[Person], person_id: FromPath[int]
) -> Response[Conversation]:
    """Find or start the chat with somebody and the grown-ups that the school wants in it."""
    found, new = await accompanied.open_accompanied(tx, person_id, by=me.id)
    return Response(
        await conversations.read_conversation(tx, found, by=me.id), status_code=201 if new else 200
    )


handlers = [read_offer, open_accompanied]
