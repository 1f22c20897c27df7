"""What speech announces."""

from typing import Literal

from parta.core.events import Event


class SpeechHeard(Event, frozen=True, kw_only=True):
    """A recording was heard to its end, or cannot be heard; higher rooms tell those who asked."""

    file_id: int
    state: Literal["ready", "failed"]
