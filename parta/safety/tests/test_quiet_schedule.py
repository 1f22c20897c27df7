"""A week of silence on the clock of a place: nights, weekends, and the nights on which the clock is moved."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from parta.core.errors import Invalid
from parta.safety.quiet_schedule import (
    QuietPeriod,
    checked_periods,
    coming_spans,
    next_morning,
    quiet_until,
)

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
NIGHT = QuietPeriod(days=EVERY_DAY, starts="22:00", ends="07:00")
# «Будни после 18:00 и выходные».
AFTER_WORK = [
    QuietPeriod(days=EVERY_DAY, starts="18:00", ends="08:00"),
    QuietPeriod(days=(6, 7), starts="00:00", ends="00:00"),
]


def at(text, zone=MOSCOW):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def silence(periods, moment, zone=MOSCOW, **more):
    return quiet_until(coming_spans(periods, zone, moment, **more), moment)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-24T21:59:59", None),
        ("2026-11-24T22:00", "2026-11-25T07:00"),
        ("2026-11-25T03:00", "2026-11-25T07:00"),
        ("2026-11-25T06:59:59", "2026-11-25T07:00"),
        ("2026-11-25T07:00", None),
    ],
)
def test_a_night_begins_and_ends_to_the_second(moment, until):
    assert silence([NIGHT], at(moment)) == (until and at(until))


def test_evenings_and_the_weekend_are_one_silence_from_friday_to_monday():
    assert silence(AFTER_WORK, at("2026-11-27T17:59")) is None
    for moment in ("2026-11-27T18:00", "2026-11-28T12:00", "2026-11-29T23:00", "2026-11-30T07:59"):
        assert silence(AFTER_WORK, at(moment)) == at("2026-11-30T08:00")
    assert silence(AFTER_WORK, at("2026-11-30T08:00")) is None


def test_the_same_schedule_strikes_where_the_person_is():
    moment = at("2026-11-24T22:30", ZoneInfo("Asia/Vladivostok"))
    assert silence([NIGHT], moment, ZoneInfo("Asia/Vladivostok")) is not None
    assert silence([NIGHT], moment, MOSCOW) is None


def test_the_clock_is_moved_at_night_and_the_morning_comes_when_it_strikes():
    # 29 March 2026: 02:00 becomes 03:00; the night is nine hours on the clock and eight in truth.
    [spring, *_] = coming_spans([NIGHT], BERLIN, at("2026-03-28T22:00", BERLIN))
    assert (spring.ends - spring.starts, spring.ends.astimezone(BERLIN).hour) == (timedelta(hours=8), 7)
    # 25 October 2026: 03:00 becomes 02:00.
    [autumn, *_] = coming_spans([NIGHT], BERLIN, at("2026-10-24T22:00", BERLIN))
    assert (autumn.ends - autumn.starts, autumn.ends.astimezone(BERLIN).hour) == (timedelta(hours=10), 7)
    # An end in the hour that comes twice lets nobody disturb the second one.
    short = QuietPeriod(days=EVERY_DAY, starts="01:00", ends="02:30")
    [first, *_] = coming_spans([short], BERLIN, at("2026-10-25T01:00", BERLIN))
    assert first.ends - first.starts == timedelta(hours=2, minutes=30)
    # An hour that does not come at all makes no silence of negative length.
    skipped = QuietPeriod(days=EVERY_DAY, starts="02:10", ends="02:50")
    assert all(s.ends > s.starts for s in coming_spans([skipped], BERLIN, at("2026-03-28T12:00", BERLIN)))


def test_silence_without_end_is_one_span_and_a_snooze_joins_what_it_touches():
    always = QuietPeriod(days=EVERY_DAY, starts="00:00", ends="00:00")
    [span] = coming_spans([always], MOSCOW, at("2026-11-24T12:00"))
    assert span.ends >= at("2026-12-02T00:00")
    evening = at("2026-11-24T21:30")
    assert silence([NIGHT], evening, snoozed_until=at("2026-11-24T22:30")) == at("2026-11-25T07:00")
    assert silence([], evening, snoozed_until=at("2026-11-24T22:30")) == at("2026-11-24T22:30")
    assert silence([], evening, snoozed_until=at("2026-11-24T21:00")) is None


def test_morning_is_at_least_an_hour_away():
    assert next_morning(MOSCOW, at("2026-11-24T22:00"), hour=8) == at("2026-11-25T08:00")
    assert next_morning(MOSCOW, at("2026-11-24T06:59"), hour=8) == at("2026-11-24T08:00")
    assert next_morning(MOSCOW, at("2026-11-24T07:30"), hour=8) == at("2026-11-25T08:00")


@pytest.mark.parametrize("wrong", ["24:00", "7:00", "07:60", "", "ночь", "07:00\n"])
def test_a_time_that_no_clock_shows_is_refused(wrong):
    with pytest.raises(Invalid):
        checked_periods([QuietPeriod(days=(1,), starts=wrong, ends="07:00")])


def test_days_are_kept_once_and_in_order():
    assert checked_periods([msgspec.structs.replace(NIGHT, days=(3, 1, 3))])[0].days == (1, 3)
