"""The new school year, said in the chats of the classes that went up."""

from collections.abc import Sequence
from uuid import uuid4

import msgspec

from parta.core.db import Tx
from parta.core.errors import Problem
from parta.messaging.drafts import Draft
from parta.messaging.groups import queries_automatic as queries
from parta.messaging.notices import Notice
from parta.messaging.sending import post_messages


class ChatOfClass(msgspec.Struct, frozen=True):
    """A chat of a class and somebody who owns it: a notice stands in somebody's name, though it names nobody."""

    id: int
    title: str
    owner_id: int


async def tell_new_year(tx: Tx, class_ids: Sequence[int]) -> None:
    """Tell each open chat of these classes how it is called now."""
    chats = await tx.rows(queries.CHATS_OF_CLASSES, list(class_ids), into=ChatOfClass)
    drafts = [
        Draft(
            conversation_id=chat.id,
            author_id=chat.owner_id,
            client_id=uuid4(),
            service=msgspec.to_builtins(Notice("new_year", title=chat.title)),
        )
        for chat in chats
    ]
    for outcome in await post_messages(tx, drafts) if drafts else []:
        if isinstance(outcome, Problem):
            raise outcome
