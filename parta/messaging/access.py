"""The only doors to protected things: what somebody may not see does not exist."""

from datetime import datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound, Problem
from parta.messaging import queries_access as queries
from parta.messaging.order.chat_order import RIGHTS, OrderColumns, Right, may


class MyConversation(OrderColumns, frozen=True, kw_only=True):
    """A conversation together with the membership of the one who asks."""

    id: int
    kind: str
    title: str
    automatic: str | None
    organisation_id: int | None
    class_id: int | None
    parents_only: bool
    request_by: int | None
    request_state: str | None
    closed: bool
    last_number: int
    members_count: int
    role: str
    read_number: int
    # The stream's position, read before anything that is read next.
    seq: int

    @property
    def administered(self) -> bool:
        """Whether the one who asks keeps order here."""
        return self.role in ("owner", "administrator")

    @property
    def hides_members(self) -> bool:
        """Whether the one who asks sees only the administrators and themselves."""
        return self.members_hidden and not self.administered

    def may(self, right: Right) -> bool:
        """Whether the chat's order lets the one who asks do this."""
        return may(right, kind=self.kind, role=self.role, order=self)


class VisibleMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message that the one who asks may see."""

    id: int
    conversation_id: int
    number: int
    author_id: int
    kind: str
    created_at: datetime
    deleted: bool
    # When it disappears by itself, if it does.
    expires_at: datetime | None
    role: str
    members_hidden: bool

    @property
    def hides_members(self) -> bool:
        """Whether the one who asks sees only the administrators and themselves."""
        return self.members_hidden and self.role == "member"

    def told_to(self, person_id: int) -> dict[str, int]:
        """Name the message in an event that one person alone hears."""
        return {
            "person_id": person_id,
            "conversation_id": self.conversation_id,
            "message_id": self.id,
            "number": self.number,
        }


async def find_conversation(tx: Tx, conversation_id: int, *, to: int) -> MyConversation:
    """Find a conversation of somebody who is in it; NotFound otherwise."""
    found = await tx.row(queries.MY_CONVERSATION, conversation_id, to, into=MyConversation)
    if found is None:
        raise NotFound
    return found


async def find_administered_conversation(tx: Tx, conversation_id: int, *, to: int) -> MyConversation:
    """Find a group that somebody keeps order in, and lock it.

    Raises NotFound for strangers, 403 for its other members, Conflict for a direct chat.
    """
    found = await tx.row(queries.MY_CONVERSATION_LOCKED, conversation_id, to, into=MyConversation)
    if found is None:
        raise NotFound
    if found.kind != "group":
        raise Conflict("direct_chat")
    if not found.administered:
        raise Problem("not_an_administrator", status=403)
    return found


async def find_permitting_conversation(
    tx: Tx, conversation_id: int, right: Right, *, to: int
) -> MyConversation:
    """Find a conversation whose order lets somebody do this, and lock it.

    Raises NotFound for strangers, 403 for members without the right.
    """
    found = await tx.row(queries.MY_CONVERSATION_LOCKED, conversation_id, to, into=MyConversation)
    if found is None:
        raise NotFound
    require_right(found, right)
    return found


def require_right(conversation: MyConversation, right: Right) -> None:
    """Refuse what the chat's order keeps from the one who asks."""
    if not conversation.may(right):
        only_owner = getattr(conversation, RIGHTS[right]) == "owner"
        raise Problem("not_the_owner" if only_owner else "not_an_administrator", status=403)


async def find_visible_message(tx: Tx, message_id: int, *, to: int) -> VisibleMessage:
    """Find a message in a conversation of somebody; NotFound for strangers and for what they hid."""
    found = await tx.row(queries.VISIBLE_MESSAGE, message_id, to, now(), into=VisibleMessage)
    if found is None:
        raise NotFound
    return found


async def find_living_message(tx: Tx, message_id: int, *, to: int) -> VisibleMessage:
    """Find a visible message that was not deleted; Conflict when it was."""
    found = await find_visible_message(tx, message_id, to=to)
    if found.deleted:
        raise Conflict("message_deleted")
    return found
