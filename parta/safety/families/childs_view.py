"""What a guardian sees of a child: with whom, never what was said. The child reads the same page about themselves."""

from datetime import UTC, datetime

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.safety.events import QuietHoursChanged
from parta.safety.families import queries
from parta.safety.families.access import require_family, require_guardian
from parta.safety.people import PersonBrief, briefs
from parta.safety.policies.safe_mode import SafeMode, read_safe_mode
from parta.safety.quiet_hours import QuietHours, read_quiet_hours
from parta.safety.quiet_schedule import QuietPeriod, checked_periods

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
LARGEST_ID = 2**63 - 1


class GuardianQuietHours(msgspec.Struct, frozen=True, kw_only=True):
    """The silence that one guardian has set for a child."""

    guardian: PersonBrief
    periods: list[QuietPeriod]


class ChildSafety(msgspec.Struct, frozen=True, kw_only=True):
    """A child's safe mode and quiet hours: what the child chose and what the guardians set."""

    child: PersonBrief
    guardians: list[PersonBrief]
    safe_mode: SafeMode
    quiet_hours: QuietHours
    set_by_guardians: list[GuardianQuietHours]


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who asked the child for a chat, or has one with the child; and since when."""

    person: PersonBrief
    at: datetime


class _Set(msgspec.Struct, frozen=True):
    guardian_id: int
    periods: str


class _Partner(msgspec.Struct, frozen=True):
    person_id: int
    at: datetime


async def read_child(tx: Tx, child_id: int, *, by: int, locale: str) -> ChildSafety:
    """What holds for a child, for the guardians and the child."""
    await require_family(tx, child_id, by=by)
    guardians = await tx.values(queries.GUARDIANS_OF, child_id)
    people = {one.id: one for one in await briefs(tx, [child_id, *guardians], to=None, locale=locale)}
    rows = await tx.rows(queries.GUARDIAN_QUIET_HOURS, child_id, into=_Set)
    return ChildSafety(
        child=people[child_id],
        guardians=[people[one] for one in guardians if one in people],
        safe_mode=await read_safe_mode(tx, child_id, to=by, locale=locale),
        quiet_hours=await read_quiet_hours(tx, of=child_id),
        set_by_guardians=[
            GuardianQuietHours(
                guardian=people[row.guardian_id],
                periods=msgspec.json.decode(row.periods, type=list[QuietPeriod]),
            )
            for row in rows
            if row.guardian_id in people
        ],
    )


async def set_quiet_hours(tx: Tx, child_id: int, periods: list[QuietPeriod], *, by: int) -> None:
    """Add these silences to the child's own; several guardians' hold together, the child cannot end them."""
    await require_guardian(tx, child_id, by=by)
    checked = checked_periods(periods)
    if checked:
        body = msgspec.json.encode(checked).decode()
        await tx.run(queries.SET_GUARDIAN_QUIET_HOURS, child_id, by, body, now())
    else:
        await tx.run(queries.FORGET_GUARDIAN_QUIET_HOURS, child_id, by)
    tx.emit(QuietHoursChanged(person_id=child_id))


async def list_requests(
    tx: Tx, child_id: int, *, after: str | None, limit: int, by: int, locale: str
) -> Page[Partner]:
    """Who asked the child for a chat, the latest first."""
    await require_family(tx, child_id, by=by)
    return await _partners(tx, queries.REQUESTS_TO, child_id, after, limit, locale)


async def list_contacts(
    tx: Tx, child_id: int, *, after: str | None, limit: int, by: int, locale: str
) -> Page[Partner]:
    """With whom the child has a chat of their own, the latest first."""
    await require_family(tx, child_id, by=by)
    return await _partners(tx, queries.CONTACTS_OF, child_id, after, limit, locale)


async def _partners(
    tx: Tx, sql: str, child_id: int, after: str | None, limit: int, locale: str
) -> Page[Partner]:
    key = decode_key(after, tuple[datetime, int]) if after else (FAR_FUTURE, LARGEST_ID)
    rows = await tx.rows(sql, child_id, *key, limit, into=_Partner)
    people = {
        one.id: one for one in await briefs(tx, [row.person_id for row in rows], to=None, locale=locale)
    }
    return Page(
        [Partner(person=people[row.person_id], at=row.at) for row in rows if row.person_id in people],
        encode_key(rows[-1].at, rows[-1].person_id) if len(rows) == limit else None,
    )
