"""What is announced of marks and pins."""

from datetime import datetime

from parta.messaging.events import ConversationEvent, PersonalEvent


class MessageMarked(PersonalEvent, frozen=True, kw_only=True):
    """The person marked a message as important, or took the mark off."""

    message_id: int
    number: int
    important: bool


class MessagePinned(ConversationEvent, frozen=True, kw_only=True):
    """A message was pinned; `pins` is how many there are now."""

    message_id: int
    number: int
    person_id: int
    at: datetime
    pins: int


class MessageUnpinned(ConversationEvent, frozen=True, kw_only=True):
    """A message is pinned no more; `pins` is how many are left."""

    message_id: int
    number: int
    pins: int
