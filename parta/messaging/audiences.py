"""Words to everybody at once: «@все» and «@учителя», by those who may call them.

However many are called, it is one flag on the message and one pointer of the chat, compared with everybody's
own reading pointer: calling a thousand people costs what calling one does.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from parta.core.db import Tx
from parta.messaging import queries_audiences as queries
from parta.messaging.content import Audience
from parta.messaging.drafts import Draft
from parta.messaging.order.chat_order import OrderColumns, may
from parta.messaging.shapes import Message

if TYPE_CHECKING:
    from parta.messaging.places import Place

T = TypeVar("T")

WORDS: dict[str, Audience] = {"все": "all", "all": "all", "учителя": "teachers", "teachers": "teachers"}
CALL = re.compile(rf"(?<![^\s(«\"])@({'|'.join(WORDS)})(?!\w)", re.IGNORECASE)


def audience_in(body: str) -> Audience | None:
    """Say who is called by these words; everybody, when both are."""
    if "@" not in body:
        return None
    called = {WORDS[word.lower()] for word in CALL.findall(body)}
    return "all" if "all" in called else "teachers" if called else None


def may_mention_all(
    *, kind: str, role: str, order: OrderColumns, class_id: int | None, teaches: bool
) -> bool:
    """Whether somebody may call everybody: those whom the chat's order lets, and teachers in the chats of a class.

    A chat that leaves it to its owner leaves it to nobody else.
    """
    if kind != "group":
        return False
    in_class = class_id is not None and teaches and order.who_mentions_all != "owner"
    return in_class or may("mention_all", kind=kind, role=role, order=order)


async def call_audiences(
    tx: Tx, accepted: Sequence[tuple[Draft, "Place", T]]
) -> list[tuple[Draft, "Place", T]]:
    """Set the flag on drafts that call many and may; for the others it stays mere words."""
    return [(await _called(tx, draft, place), place, rest) for draft, place, rest in accepted]


async def _called(tx: Tx, draft: Draft, place: "Place") -> Draft:
    audience = audience_in(draft.body)
    if audience is None or draft.forwarded is not None or draft.service is not None:
        return draft
    teaches = place.class_id is not None and await tx.value(queries.TEACHES, draft.author_id)
    allowed = may_mention_all(
        kind=place.kind, role=place.role, order=place, class_id=place.class_id, teaches=bool(teaches)
    )
    return msgspec.structs.replace(draft, audience=audience) if allowed else draft


async def point_at(tx: Tx, messages: Iterable[Message]) -> None:
    """Move the pointers of the chats in which many were called."""
    for message in messages:
        audience = None if message.content is None else message.content.audience
        if audience is not None:
            statement = queries.POINT_ALL if audience == "all" else queries.POINT_TEACHERS
            await tx.run(statement, message.conversation_id, message.number)
