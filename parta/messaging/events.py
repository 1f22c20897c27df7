"""What messaging announces."""

from datetime import datetime
from typing import Literal

from parta.core.events import Event, person_stream
from parta.files.info import FileInfo
from parta.messaging.shapes import Message, Role


def conversation_stream(conversation_id: int) -> str:
    """Name the stream that all members hear."""
    return f"conversation:{conversation_id}"


# Stands for somebody whom not all members of a conversation may know of.
NOBODY = 0


class ConversationEvent(Event, frozen=True, kw_only=True):
    """Something all members of a conversation hear."""

    conversation_id: int

    def streams(self) -> tuple[str, ...]:
        return (conversation_stream(self.conversation_id),)


class MessageAdded(ConversationEvent, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody said something; `absent` authors have read no further than before, unless it was the next message."""

    message: Message
    absent: bool = False

    def subject(self) -> str:
        """Deleting the message takes these words back."""
        return f"message:{self.message.id}"


class MessageEdited(ConversationEvent, frozen=True, kw_only=True):
    """An author changed the text."""

    message_id: int
    number: int
    body: str
    mentions: list[int]
    edited_at: datetime

    def subject(self) -> str:
        """Deleting the message takes these words back."""
        return f"message:{self.message_id}"


class MessageDeleted(ConversationEvent, frozen=True, kw_only=True):
    """A message was deleted for all."""

    message_id: int
    number: int


class MessageBroughtBack(ConversationEvent, frozen=True, kw_only=True):
    """A moderator shows a message again that was taken down."""

    message: Message

    def subject(self) -> str:
        """Deleting the message takes these words back."""
        return f"message:{self.message.id}"


class MessagesRestored(Event, frozen=True, kw_only=True):
    """Old talk was brought in; nobody hears of it, but rooms that keep something about messages do."""

    conversation_id: int
    message_ids: list[int]


class ReactionAdded(ConversationEvent, frozen=True, kw_only=True):
    """Somebody reacted."""

    message_id: int
    number: int
    person_id: int
    emoji: str


class ReactionRemoved(ConversationEvent, frozen=True, kw_only=True):
    """Somebody took a reaction back."""

    message_id: int
    number: int
    person_id: int
    emoji: str


class FileReady(ConversationEvent, frozen=True, kw_only=True, tag="file_ready"):
    """A file of a message was looked at: its preview and sizes are known."""

    message_id: int
    number: int
    file: FileInfo


class MemberJoined(ConversationEvent, frozen=True, kw_only=True):
    """Somebody became a member."""

    person_id: int
    role: Role


class MemberLeft(ConversationEvent, frozen=True, kw_only=True):
    """Somebody is a member no more."""

    person_id: int


class MemberChanged(ConversationEvent, frozen=True, kw_only=True):
    """Somebody's role in the conversation changed."""

    person_id: int
    role: Role


class ConversationChanged(ConversationEvent, frozen=True, kw_only=True):
    """The conversation was renamed, closed, or opened again."""

    title: str
    closed: bool = False
    opened: bool = False


class LifetimeChanged(ConversationEvent, frozen=True, kw_only=True):
    """Messages sent from now on live so many seconds; None for ever."""

    lifetime: int | None


class RequestAnswered(ConversationEvent, frozen=True, kw_only=True):
    """The other side confirmed a direct chat, or declined it."""

    accepted: bool


class PersonalEvent(Event, frozen=True, kw_only=True):
    """Something that concerns one person, on all their devices."""

    person_id: int
    conversation_id: int

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class ConversationJoined(PersonalEvent, frozen=True, kw_only=True):
    """The person hears this conversation from now on."""

    def opens(self) -> str:
        return conversation_stream(self.conversation_id)


class ConversationLeft(PersonalEvent, frozen=True, kw_only=True):
    """The person hears this conversation no more."""

    def closes(self) -> str:
        return conversation_stream(self.conversation_id)


class ReadingMoved(PersonalEvent, frozen=True, kw_only=True):
    """The person has read up to here, on some device."""

    number: int


class MessageHidden(PersonalEvent, frozen=True, kw_only=True):
    """The person deleted a message for themselves."""

    message_id: int
    number: int


class ExportChanged(PersonalEvent, frozen=True, kw_only=True):
    """A copy of the chat that the person asked for is ready, or could not be made."""

    export_id: int
    state: Literal["ready", "failed"]


class ScheduledChanged(PersonalEvent, frozen=True, kw_only=True):
    """The person has so many messages for later here."""

    count: int


class ScheduledRefused(PersonalEvent, frozen=True, kw_only=True):
    """A message for later had its moment and was not let through; it is kept with the reason."""

    scheduled_id: int
    code: str


class ReminderChanged(PersonalEvent, frozen=True, kw_only=True):
    """The person will be reminded of a message at that moment; None when the reminder was put away."""

    message_id: int
    number: int
    at: datetime | None


class ReminderDue(PersonalEvent, frozen=True, kw_only=True):
    """The person asked to be reminded of this message now."""

    message_id: int
    number: int


class Muted(PersonalEvent, frozen=True, kw_only=True):
    """The person muted the conversation, or let it sound again."""

    until: datetime | None
    mentions_pass: bool = False


class MemberPortrayed(ConversationEvent, frozen=True, kw_only=True):
    """A member's photograph is another one now; 0 for none."""

    person_id: int
    portrait: int
