"""HTTP of quiet hours: one's own, another's as far as it concerns who writes, and an organisation's exception."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.access import Person
from parta.safety import quiet_exceptions, quiet_hours
from parta.safety.quiet_hours import QuietHours
from parta.safety.quiet_schedule import QuietPeriod

MOST_PERIODS = 14


class NewQuietHours(msgspec.Struct, frozen=True, kw_only=True):
    """The schedule to keep; `shown` lets those who write know that it is quiet now."""

    kept: bool
    periods: Annotated[list[QuietPeriod], Meta(max_length=MOST_PERIODS)]
    shown: bool = True


class Snooze(msgspec.Struct, frozen=True):
    """Until when to be silent: a moment with its zone, "morning", or null to end it."""

    until: str | None

    def moment(self) -> datetime | None:
        """Read the moment; raises Invalid when it is none."""
        if self.until is None:
            return None
        try:
            moment: datetime = msgspec.convert(self.until, Annotated[datetime, Meta(tz=True)], strict=False)
        except msgspec.ValidationError as error:
            raise Invalid("snooze_wrong", field="until") from error
        return moment


class Silence(msgspec.Struct, frozen=True):
    """Until when somebody is not to be disturbed; null: they are."""

    quiet_until: datetime | None


class UrgentException(msgspec.Struct, frozen=True):
    """Whether «!!!» breaks the silence."""

    urgent_allowed: bool


@get("/me/quiet-hours", tags=["quiet hours"])
async def read_quiet_hours(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> QuietHours:
    """My quiet hours, and the silences of the coming week."""
    return await quiet_hours.read_quiet_hours(tx, of=me.id)


@put("/me/quiet-hours", tags=["quiet hours"])
async def set_quiet_hours(
    tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[NewQuietHours]
) -> QuietHours:
    """Keep these hours from now on."""
    await quiet_hours.set_quiet_hours(tx, kept=data.kept, periods=data.periods, shown=data.shown, by=me.id)
    return await quiet_hours.read_quiet_hours(tx, of=me.id)


@put("/me/quiet-hours/snooze", tags=["quiet hours"])
async def snooze(tx: NamedDependency[Tx], me: NamedDependency[Person], data: JSONBody[Snooze]) -> QuietHours:
    """Be silent for a while, or no longer."""
    if data.until == "morning":
        await quiet_hours.snooze_until_morning(tx, by=me.id)
    else:
        await quiet_hours.snooze(tx, data.moment(), by=me.id)
    return await quiet_hours.read_quiet_hours(tx, of=me.id)


@get("/people/{person_id:int}/quiet-hours", tags=["quiet hours"])
async def read_silence(
    tx: NamedDependency[Tx], me: NamedDependency[Person], person_id: FromPath[int]
) -> Silence:
    """Whether I write into somebody's quiet hours; only about those to whom I may write at once."""
    return Silence(await quiet_hours.silence_of(tx, person_id, to=me.id))


@get("/organisations/{organisation_id:int}/quiet-hours", tags=["quiet hours"])
async def read_exception(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> UrgentException:
    """Whether «!!!» breaks the silence of this organisation's people; for its administrators."""
    return UrgentException(await quiet_exceptions.is_urgent_allowed(tx, organisation_id, by=me.id))


@put("/organisations/{organisation_id:int}/quiet-hours", tags=["quiet hours"])
async def set_exception(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[UrgentException],
) -> UrgentException:
    """Decide whether «!!!» breaks the silence."""
    await quiet_exceptions.allow_urgent(tx, organisation_id, allowed=data.urgent_allowed, by=me.id)
    return data


handlers: list[Any] = [read_quiet_hours, set_quiet_hours, snooze, read_silence, read_exception, set_exception]
