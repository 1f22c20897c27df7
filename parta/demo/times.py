"""The demo's past: what happened before the visit happens at its own time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from parta.core import clock


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at another moment."""
    # The doors are still closed: nobody else looks at the clock meanwhile.
    clock.shift(moment - clock.now())
    try:
        yield
    finally:
        clock.shift(timedelta(0))
