"""What is announced about the order of a chat."""

from datetime import datetime

from parta.messaging.events import ConversationEvent, PersonalEvent
from parta.messaging.order.chat_order import ChatSettings


class SettingsChanged(ConversationEvent, frozen=True, kw_only=True):
    """The chat's settings are these from now on."""

    settings: ChatSettings


class WriteBanChanged(PersonalEvent, frozen=True, kw_only=True):
    """The person may not write here until then, or may again (`until` is None)."""

    until: datetime | None
    reason: str = ""


class WaitingChanged(PersonalEvent, frozen=True, kw_only=True):
    """So much waits here for the person's decision; for a member so many own messages wait."""

    held: int
    joins: int


class ReactionMarked(PersonalEvent, frozen=True, kw_only=True):
    """One's own reaction, for one's devices, in chats that tell nobody who reacted."""

    message_id: int
    number: int
    emoji: str
    on: bool
