"""What a chat's order says to somebody who wants to write: not you, not now, or not before somebody has looked.

The same rules hold for changing what was said: an edit is no way around them.
"""

import math
from datetime import datetime, timedelta
from typing import Protocol

from parta.core.clock import now
from parta.core.errors import Conflict, Problem, TooMany
from parta.messaging.order.chat_order import Slowness, Who, WriteBan


class Standing(Protocol):
    """What is known of somebody who wants to write in a chat."""

    @property
    def kind(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def who_writes(self) -> Who: ...
    @property
    def silent_until(self) -> datetime | None: ...
    @property
    def silence_reason(self) -> str: ...
    @property
    def slow_mode(self) -> Slowness: ...
    @property
    def approval(self) -> bool: ...
    @property
    def write_ban_until(self) -> datetime | None: ...
    @property
    def write_ban_by(self) -> int | None: ...
    @property
    def write_ban_reason(self) -> str: ...
    @property
    def said_at(self) -> datetime | None: ...


def refuse_by_order(standing: Standing) -> Problem | None:
    """Say why somebody may not write here now, and where that ends by itself, when; administrators always may."""
    return _ban(standing) or (None if is_exempt(standing) else _silence(standing) or _haste(standing))


def needs_approval(standing: Standing) -> bool:
    """Whether an administrator looks at this person's words first."""
    return standing.approval and not is_exempt(standing)


def is_exempt(standing: Standing) -> bool:
    """Administrators keep the order; in chats of two there is none to keep."""
    return standing.kind != "group" or standing.role != "member"


def is_slowed(standing: Standing) -> bool:
    """Whether this person has to wait between two messages."""
    return standing.slow_mode > 0 and not is_exempt(standing)


def slow_down(seconds: float) -> Problem:
    """Tell when the next message may be said."""
    return TooMany("slow_mode", retry_after=max(1, math.ceil(seconds)))


def write_ban_of(standing: Standing) -> WriteBan | None:
    """The ban that holds now, if there is one: it ends by itself."""
    if standing.write_ban_until is None or standing.write_ban_until <= now():
        return None
    return WriteBan(standing.write_ban_until, standing.write_ban_reason)


def _ban(standing: Standing) -> Problem | None:
    ban = write_ban_of(standing)
    if ban is None:
        return None
    if standing.write_ban_by is None:
        return TooMany("too_many_chats_at_once", retry_after=_seconds_until(ban.until))
    return Conflict("write_banned", until=ban.until, reason=ban.reason)


def _silence(standing: Standing) -> Problem | None:
    if standing.who_writes != "all":
        return Conflict("only_administrators_write")
    if standing.silent_until is not None and standing.silent_until > now():
        return Conflict("chat_silent", until=standing.silent_until, reason=standing.silence_reason)
    return None


def _haste(standing: Standing) -> Problem | None:
    if not is_slowed(standing) or standing.said_at is None:
        return None
    wait = standing.said_at + timedelta(seconds=standing.slow_mode) - now()
    return slow_down(wait.total_seconds()) if wait > timedelta(0) else None


def _seconds_until(moment: datetime) -> int:
    return max(1, math.ceil((moment - now()).total_seconds()))
