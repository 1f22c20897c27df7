"""The one source of the current time, so that a test can be at any moment."""

from datetime import UTC, datetime, timedelta


class _Shift:
    by = timedelta(0)


def now() -> datetime:
    """Return the current moment, aware, in UTC."""
    return datetime.now(UTC) + _Shift.by


def shift(by: timedelta) -> None:
    """Move this process's clock; only tests do."""
    _Shift.by = by


def aware(moment: datetime | None) -> datetime | None:
    """A moment that somebody gave without a zone is one of UTC."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
