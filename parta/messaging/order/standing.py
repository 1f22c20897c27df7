"""What somebody may do to their words in a chat: the same rules as for saying new ones."""

from datetime import datetime

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.messaging.order import queries
from parta.messaging.order.chat_order import OrderColumns
from parta.messaging.order.chat_rules import is_slowed, needs_approval, refuse_by_order


class Membership(OrderColumns, frozen=True, kw_only=True):
    """Somebody's standing in a chat."""

    kind: str
    role: str
    write_ban_until: datetime | None
    write_ban_by: int | None
    write_ban_reason: str
    said_at: datetime | None


async def require_changing(tx: Tx, conversation_id: int, *, by: int) -> None:
    """Refuse a change where new words would be refused, or would wait for approval; it takes one's turn in slow mode."""
    standing = await tx.row(queries.STANDING, conversation_id, by, into=Membership)
    if standing is None:
        raise NotFound
    if (problem := refuse_by_order(standing)) is not None:
        raise problem
    if needs_approval(standing):
        raise Conflict("edit_needs_approval")
    if is_slowed(standing):
        await tx.run(queries.NOTE_SPEAKERS, [conversation_id], [by], now())
