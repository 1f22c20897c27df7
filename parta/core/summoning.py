"""Calling people to something that waits for them: the rooms that have it and the room that tells are neighbours.

Whoever has something that waits emits `Summoned`; notifications listen and tell, as each person wants to be told.
"""

from typing import Literal

from parta.core.events import Event

Cause = Literal["report", "overdue", "held", "alert"]


class Summoned(Event, frozen=True, kw_only=True):
    """These people are needed. It is on no stream: what waits has events of its own."""

    people: list[int]
    cause: Cause
    conversation_id: int = 0
    # It cannot wait for the end of quiet hours.
    at_night: bool = False
