"""The bus carries hints, never facts: a lost one delays, it never drops.

Implementations: `bus_memory` for one node.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from parta.core.event_log import LoggedEvent


class Nudge(msgspec.Struct, frozen=True):
    """These events were committed; carried along so that nobody need read them again."""

    events: Sequence[LoggedEvent]


class Whisper(msgspec.Struct, frozen=True):
    """A passing thing for those who hear a stream now: typing, reading, presence. Never stored."""

    stream: str
    frame: str
    except_person: int | None = None


Hint = Nudge | Whisper


class Bus(Protocol):
    """Publish to every node, this one too."""

    def publish(self, hint: Hint) -> None:
        """Hand the hint over without waiting."""

    def subscribe(self, hear: Callable[[Hint], None]) -> None:
        """Call `hear` with every hint from now on."""
