"""A week of quiet hours as spans of real time: pure, in the person's time zone, through changes of the clock."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from parta.core.errors import Invalid

TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
LOOK_AHEAD = timedelta(days=8)  # a week and a day: whatever repeats weekly is in it

Weekday = Annotated[int, Meta(ge=1, le=7)]
Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM")]


class QuietPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """Silence that begins on these days (Monday is 1). An end not later than the start is on the next day."""

    days: Annotated[tuple[Weekday, ...], Meta(min_length=1, max_length=7)]
    starts: Clock
    ends: Clock


class QuietSpan(msgspec.Struct, frozen=True):
    """Silence between two moments."""

    starts: datetime
    ends: datetime


def checked_periods(periods: Sequence[QuietPeriod]) -> list[QuietPeriod]:
    """Periods in one spelling; raises Invalid for a time that no clock shows."""
    for period in periods:
        if not (TIME.fullmatch(period.starts) and TIME.fullmatch(period.ends)):
            raise Invalid("quiet_time_wrong", field="periods")
    return [msgspec.structs.replace(p, days=tuple(sorted(set(p.days)))) for p in periods]


def coming_spans(
    periods: Iterable[QuietPeriod], zone: ZoneInfo, moment: datetime, *, snoozed_until: datetime | None = None
) -> list[QuietSpan]:
    """The silences of the coming week, the present one included; what touches is one."""
    spans = [span for period in periods for span in _spans(period, zone, moment)]
    if snoozed_until is not None and snoozed_until > moment:
        spans.append(QuietSpan(moment, snoozed_until))
    merged: list[QuietSpan] = []
    for span in sorted(spans, key=lambda s: s.starts):
        if merged and span.starts <= merged[-1].ends:
            merged[-1] = QuietSpan(merged[-1].starts, max(merged[-1].ends, span.ends))
        else:
            merged.append(span)
    return [span for span in merged if span.ends > moment]


def quiet_until(spans: Sequence[QuietSpan], moment: datetime) -> datetime | None:
    """When the silence that reigns at the moment ends; None when there is none."""
    return next((span.ends for span in spans if span.starts <= moment < span.ends), None)


def next_morning(zone: ZoneInfo, moment: datetime, *, hour: int) -> datetime:
    """The next time the clock strikes the hour, at least an hour from now."""
    day = (moment + timedelta(hours=1)).astimezone(zone).date()
    morning = _moment(day, time(hour), zone, fold=0)
    return (
        morning if morning >= moment + timedelta(hours=1) else _moment(_after(day), time(hour), zone, fold=0)
    )


def _spans(period: QuietPeriod, zone: ZoneInfo, moment: datetime) -> Iterable[QuietSpan]:
    starts, ends = time.fromisoformat(period.starts), time.fromisoformat(period.ends)
    today = moment.astimezone(zone).date()
    for offset in range(-1, LOOK_AHEAD.days + 1):
        day = today + timedelta(days=offset)
        if day.isoweekday() in period.days:
            last = _after(day) if ends <= starts else day
            # An hour that comes twice in autumn is quiet both times.
            span = QuietSpan(_moment(day, starts, zone, fold=0), _moment(last, ends, zone, fold=1))
            if span.ends > span.starts:
                yield span


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _moment(day: date, clock: time, zone: ZoneInfo, *, fold: int) -> datetime:
    return datetime.combine(day, clock, zone).replace(fold=fold).astimezone(UTC)
