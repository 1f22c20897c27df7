"""What «!!!» and polls announce. Nothing that differs between viewers goes to a conversation's stream."""

from datetime import datetime

from parta.messaging.events import ConversationEvent, PersonalEvent


class OnMessage(PersonalEvent, frozen=True, kw_only=True):
    """Something about one message that concerns one person."""

    message_id: int
    number: int


class ConfirmationGiven(OnMessage, frozen=True, kw_only=True):
    """The person has confirmed that they read a message."""

    at: datetime


class ConfirmationsCounted(OnMessage, frozen=True, kw_only=True):
    """How many have confirmed: for the author and those who run the chat, at most once a second."""

    confirmed: int
    total: int


class ConfirmationReminded(OnMessage, frozen=True, kw_only=True):
    """Somebody asks the person once more to confirm a message."""

    by: int


class PollVoted(OnMessage, frozen=True, kw_only=True):
    """The person has voted in an open poll, or taken the vote back (no options)."""

    options: list[int]


class PollReminded(OnMessage, frozen=True, kw_only=True):
    """Somebody asks the person once more to vote."""

    by: int


class PollCounted(ConversationEvent, frozen=True, kw_only=True):
    """How a poll stands now; at most once a second while people vote, and once when it closes."""

    message_id: int
    number: int
    counts: list[int] | None
    voters: int | None
    closed: bool
    right: int | None = None
    explanation: str = ""

    def subject(self) -> str:
        """Deleting the message takes this back."""
        return f"message:{self.message_id}"
