"""What moderation announces; each of these is for one person's devices, or for those who decide."""

from datetime import datetime
from typing import Literal

from parta.core.events import Event, person_stream

Outcome = Literal["dismissed", "acted"]
MeasureKind = Literal["hide", "delete", "warn", "write_ban", "wide_write_ban", "remove", "suspend"]


class ReportDecided(Event, frozen=True, kw_only=True):
    """What the person complained of is decided."""

    person_id: int
    report_id: int
    outcome: Outcome

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class MeasureTaken(Event, frozen=True, kw_only=True):
    """Something was done about the person or their words; who complained is never told."""

    person_id: int
    measure_id: int
    measure: MeasureKind
    reason: str
    until: datetime | None

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class MeasureLifted(Event, frozen=True, kw_only=True):
    """What was done about the person holds no more."""

    person_id: int
    measure_id: int
    measure: MeasureKind

    def streams(self) -> tuple[str, ...]:
        return (person_stream(self.person_id),)


class ReportCasesChanged(Event, frozen=True, kw_only=True):
    """Those who decide count anew what waits for them."""

    moderators: list[int]

    def streams(self) -> tuple[str, ...]:
        return tuple(person_stream(person_id) for person_id in self.moderators)


class CrisisAlertsChanged(Event, frozen=True, kw_only=True):
    """Those whom an organisation has named count anew what waits for them."""

    staff: list[int]

    def streams(self) -> tuple[str, ...]:
        return tuple(person_stream(person_id) for person_id in self.staff)
