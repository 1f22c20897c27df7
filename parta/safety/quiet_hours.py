"""Quiet hours («Не беспокоить»): kept here, so that they hold on every device of a person."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid, NotFound
from parta.safety import queries_quiet as queries
from parta.safety.events import QuietHoursChanged
from parta.safety.quiet_schedule import (
    QuietPeriod,
    QuietSpan,
    checked_periods,
    coming_spans,
    next_morning,
    quiet_until,
)
from parta.safety.reach import reach

MORNING = 8  # o'clock
LONGEST_SNOOZE = timedelta(days=31)


class QuietRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody asked for, as stored."""

    person_id: int
    time_zone: str
    kept: bool
    periods: str
    snoozed_until: datetime | None
    shown: bool
    # What the guardians of a child have set besides.
    guarded: str

    def schedule(self) -> list[QuietPeriod]:
        """The periods, whether they are kept or not."""
        return msgspec.json.decode(self.periods, type=list[QuietPeriod])

    def spans(self, moment: datetime) -> list[QuietSpan]:
        """The coming silences."""
        periods = self.schedule() if self.kept else []
        periods += msgspec.json.decode(self.guarded, type=list[QuietPeriod])
        return coming_spans(periods, _zone(self.time_zone), moment, snoozed_until=self.snoozed_until)


class QuietHours(msgspec.Struct, frozen=True, kw_only=True):
    """Quiet hours as their owner sees them; `coming` are the silences of a week, the present one first."""

    kept: bool
    periods: list[QuietPeriod]
    shown: bool
    snoozed_until: datetime | None
    time_zone: str
    quiet_until: datetime | None
    coming: list[QuietSpan]


async def read_quiet_hours(tx: Tx, *, of: int) -> QuietHours:
    """Somebody's own quiet hours."""
    row, moment = await _row(tx, of), now()
    spans = row.spans(moment)
    snoozed = row.snoozed_until is not None and row.snoozed_until > moment
    return QuietHours(
        kept=row.kept,
        periods=row.schedule(),
        shown=row.shown,
        snoozed_until=row.snoozed_until if snoozed else None,
        time_zone=row.time_zone,
        quiet_until=quiet_until(spans, moment),
        coming=spans,
    )


async def set_quiet_hours(
    tx: Tx, *, kept: bool, periods: Sequence[QuietPeriod], shown: bool, by: int
) -> None:
    """Keep these hours from now on; all devices of the person hear of it."""
    body = msgspec.json.encode(checked_periods(periods)).decode()
    await tx.run(queries.SET_QUIET_HOURS, by, kept, body, shown, now())
    tx.emit(QuietHoursChanged(person_id=by))


async def snooze(tx: Tx, until: datetime | None, *, by: int) -> None:
    """Be silent until a moment within a month, whatever the schedule says; None ends it."""
    moment = now()
    if until is not None and not moment < until <= moment + LONGEST_SNOOZE:
        raise Invalid("snooze_wrong", field="until")
    await tx.run(queries.SNOOZE, by, until, moment)
    tx.emit(QuietHoursChanged(person_id=by))


async def snooze_until_morning(tx: Tx, *, by: int) -> None:
    """Be silent until eight o'clock where the person is."""
    zone = _zone((await _row(tx, by)).time_zone)
    await snooze(tx, next_morning(zone, now(), hour=MORNING), by=by)


async def quiet_among(tx: Tx, people: Sequence[int]) -> dict[int, datetime]:
    """Of these people those whom nothing may disturb now, and until when."""
    moment = now()
    rows = await tx.rows(queries.QUIET_AMONG, list(people), moment, into=QuietRow) if people else []
    found = {row.person_id: quiet_until(row.spans(moment), moment) for row in rows}
    return {person: until for person, until in found.items() if until is not None}


async def silence_of(tx: Tx, person_id: int, *, to: int) -> datetime | None:
    """Until when somebody is silent, for those who may write to them at once; 404 alike for all others.

    None also when the person does not want it told.
    """
    if await reach(tx, to, person_id) != "open":
        raise NotFound
    row, moment = await _row(tx, person_id), now()
    return quiet_until(row.spans(moment), moment) if row.shown else None


async def _row(tx: Tx, person_id: int) -> QuietRow:
    row = await tx.row(queries.QUIET_HOURS_OF, person_id, into=QuietRow)
    if row is None:
        raise NotFound
    return row


def _zone(name: str) -> ZoneInfo:
    """A zone that the machine's tables no longer know must not stop everybody's notifications."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
