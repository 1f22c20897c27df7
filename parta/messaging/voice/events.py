"""What is announced of spoken messages as text."""

from typing import Literal

from parta.messaging.events import ConversationEvent


class TranscriptChanged(ConversationEvent, frozen=True, kw_only=True):
    """The text of a spoken message: asked for, heard, failed or mended by its author."""

    message_id: int
    number: int
    state: Literal["waiting", "ready", "failed"]
    text: str = ""
    edited: bool = False

    def subject(self) -> str:
        """Deleting the message takes these words back."""
        return f"message:{self.message_id}"
