"""The one source of the current time, so that a test can be at any moment."""

from datetime import UTC, datetime, timedelta

_shift = timedelta(0)


def now() -> datetime:
    """Return the current moment, aware, in UTC."""
    return datetime.now(UTC) + _shift


def shift(by: timedelta) -> None:
    """Move this process's clock; only tests do."""
    global _shift
    _shift = by
