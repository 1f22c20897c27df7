"""When a school talks: before lessons, in breaks, after lessons, in the evening, at weekends."""

from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

HOURS: dict[str, tuple[tuple[time, time], ...]] = {
    "morning": ((time(7, 5), time(8, 10)),),
    "break": (
        (time(9, 10), time(9, 20)),
        (time(10, 5), time(10, 20)),
        (time(11, 5), time(11, 25)),
        (time(12, 10), time(12, 20)),
    ),
    "day": ((time(13, 40), time(16, 40)),),
    "evening": ((time(17, 10), time(20, 50)),),
    "weekend": ((time(10, 30), time(20, 0)),),
    "forenoon": ((time(9, 40), time(11, 20)),),
}
# Slots of days without lessons; the others belong to school days.
DAYS_OFF = ("weekend", "forenoon")
QUIET_FROM = time(22, 15)
QUIET_TILL = time(6, 45)

WEEKDAYS = {
    "nom": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "gen": ("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"),
    "dat": ("понедельнику", "вторнику", "среде", "четвергу", "пятнице", "субботе", "воскресенью"),
    "acc": ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
}
# The preposition, its case, and the weekdays (Monday is 0) before which it grows a vowel.
PREPOSITIONS: dict[str, tuple[str, str, tuple[int, ...]]] = {
    "on": ("в", "acc", (1,)),
    "to": ("к", "dat", (1,)),
    "since": ("с", "gen", (1, 2)),
}
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


# (month, day) of public holidays, and holidays of schools from … to. Summer is left out on purpose:
# a demo started in July should talk as well.
PUBLIC_HOLIDAYS = {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
SCHOOL_HOLIDAYS = (((10, 26), (11, 1)), ((12, 31), (12, 31)), ((1, 1), (1, 10)), ((3, 27), (4, 2)))


def is_school_day(day: date) -> bool:
    """Tell whether lessons are held."""
    at = (day.month, day.day)
    if day.weekday() >= 5 or at in PUBLIC_HOLIDAYS:
        return False
    return not any(first <= at <= last for first, last in SCHOOL_HOLIDAYS)


def school_day_after(day: date, count: int) -> date:
    """Give the `count`-th school day after `day`."""
    while count:
        day += timedelta(days=1)
        count -= is_school_day(day)
    return day


def with_preposition(form: str, day: date) -> str:
    """Say «в среду», «ко вторнику» or «со среды»."""
    preposition, case, longer = PREPOSITIONS[form]
    vowel = "о" if day.weekday() in longer else ""
    return f"{preposition}{vowel} {WEEKDAYS[case][day.weekday()]}"


def spell_date(day: date) -> str:
    """Say «24 ноября»."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def moment(dice: Random, day: date, slot: str, zone: ZoneInfo) -> datetime:
    """Choose a moment of `day` inside a slot."""
    first, last = dice.choice(HOURS[slot])
    start = datetime.combine(day, first, zone)
    length = datetime.combine(day, last, zone) - start
    return start + timedelta(seconds=dice.randrange(int(length.total_seconds())))


def out_of_the_night(at: datetime) -> datetime:
    """Move a moment of the night to the next morning: the town sleeps."""
    clock = at.time()
    if QUIET_TILL <= clock < QUIET_FROM:
        return at
    day = at.date() + timedelta(days=1) if clock >= QUIET_FROM else at.date()
    return datetime.combine(day, time(7, 0), at.tzinfo) + timedelta(minutes=at.minute, seconds=at.second)
