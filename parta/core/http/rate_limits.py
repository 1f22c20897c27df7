"""Limits against floods, per node; limits that must hold everywhere (sign-in codes) live in the database."""

import time
from collections import OrderedDict

from parta.core.errors import TooMany

MOST_REMEMBERED = 50_000


class Bucket:
    """A token bucket: `rate` a second on average, `burst` at once."""

    __slots__ = ("_burst", "_rate", "_tokens", "_touched")

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst, self._tokens = rate, burst, burst
        self._touched = time.monotonic()

    def take(self) -> float:
        """Take one; return 0, or the seconds to wait until there is one."""
        moment = time.monotonic()
        self._tokens = min(self._burst, self._tokens + (moment - self._touched) * self._rate)
        self._touched = moment
        if self._tokens >= 1:
            self._tokens -= 1
            return 0.0
        return (1 - self._tokens) / self._rate


class Limits:
    """How often one session, and one address, may ask.

    A whole school may sit behind one address, so an address may ask much more
    often; it is limited all the same, because a made-up session costs nothing.
    """

    SESSIONS_BEHIND_ADDRESS = 50
    BURST = 10.0  # seconds' worth at once

    def __init__(self, rate: float) -> None:
        """`rate` in requests a second for each session; 0 for no limit."""
        self._on = rate > 0
        self._sessions = RateLimiter(rate, rate * self.BURST)
        many = rate * self.SESSIONS_BEHIND_ADDRESS
        self._addresses = RateLimiter(many, many * self.BURST)

    def refuse_flood(self, session: str | None, address: str) -> None:
        """Raise TooMany when this caller asks too often."""
        if not self._on:
            return
        pause = self._sessions.take(session) if session else 0.0
        pause = pause or self._addresses.take(address)
        if pause > 0:
            raise TooMany(retry_after=int(pause) + 1)


class RateLimiter:
    """A bucket for each caller; those longest silent are forgotten first."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst = rate, burst
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, caller: str) -> float:
        """Take one for this caller; return 0 or the seconds to wait."""
        bucket = self._buckets.get(caller)
        if bucket is None:
            bucket = self._buckets[caller] = Bucket(self._rate, self._burst)
            if len(self._buckets) > MOST_REMEMBERED:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(caller)
        return bucket.take()
