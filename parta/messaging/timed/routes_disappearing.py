"""HTTP of disappearing messages."""

import msgspec
from litestar import put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.identity.access import Person
from parta.messaging import conversations
from parta.messaging.shapes import Conversation
from parta.messaging.timed import disappearing


class Lifetime(msgspec.Struct, frozen=True):
    """How many seconds messages live, from a minute to 31 days; null for ever."""

    seconds: int | None


@put("/conversations/{conversation_id:int}/lifetime")
async def change_lifetime(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[Lifetime],
) -> Conversation:
    """Let messages sent from now on disappear after a time, or stay."""
    await disappearing.change_lifetime(tx, conversation_id, data.seconds, by=me.id)
    return await conversations.read_conversation(tx, conversation_id, by=me.id)


handlers = [change_lifetime]
