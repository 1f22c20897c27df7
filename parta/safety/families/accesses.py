"""Who of the staff looked at a minor's data: one row for a person, a minor, a sort of look and a day.

Rooms say it by the event `MinorsRead`; who is a minor and who looked by office is decided here. The guardians and the
child read who it was and what they looked at; the log of the organisation has the first look of a day.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.housekeeping import goes_round
from parta.core.http.paging import Page, decode_key, encode_key
from parta.core.jobs import Job, performs
from parta.organisations.events import MinorsRead
from parta.safety.families import queries
from parta.safety.families.access import require_family
from parta.safety.people import PersonBrief, briefs
from parta.safety.settings import SafetySettings

AccessKind = Literal["profile", "table", "report", "journal", "contact_rules", "family"]
# These are written to the log where they happen, each time.
LOGGED_ELSEWHERE = ("profile", "report", "contact_rules")
FAR_FUTURE, LARGEST_ID = date(9999, 1, 1), 2**63 - 1
AT_ONCE = 5_000
EVERY = timedelta(hours=6)


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody looked, on a day and how often; the reader is null when they are no more."""

    day: date
    reader: PersonBrief | None
    kind: AccessKind
    times: int
    place: str


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    day: date
    reader_id: int
    kind: AccessKind
    organisation_id: int
    times: int
    place: str


async def record(tx: Tx, looked: MinorsRead) -> None:
    """Write down a look; the log of the organisation has the first one of a day."""
    today = now().astimezone(UTC).date()
    firsts = await tx.values(
        queries.RECORD, looked.person_ids, today, looked.reader_id, looked.sort, looked.organisation_id
    )
    if any(firsts) and looked.sort not in LOGGED_ELSEWHERE:
        one = looked.person_ids[0] if len(looked.person_ids) == 1 else None
        await tx.audit(
            "minors_read",
            actor_id=looked.reader_id,
            subject=f"person:{one}" if one else f"organisation:{looked.organisation_id or 0}",
            organisation_id=looked.organisation_id,
            details={"kind": looked.sort, "people": len(firsts)},
        )


async def list_accesses(
    tx: Tx, child_id: int, *, after: str | None, limit: int, by: int, locale: str
) -> Page[Access]:
    """Who looked at a child's data, the latest day first, for the guardians and the child."""
    await require_family(tx, child_id, by=by)
    key = decode_key(after, tuple[date, int, str, int]) if after else (FAR_FUTURE, LARGEST_ID, "", LARGEST_ID)
    rows = await tx.rows(queries.ACCESSES_TO, child_id, *key, limit, into=_Row)
    people = await _readers(tx, rows, locale)
    last = rows[-1] if len(rows) == limit else None
    return Page(
        [
            Access(
                day=row.day,
                reader=people.get(row.reader_id),
                kind=row.kind,
                times=row.times,
                place=row.place,
            )
            for row in rows
        ],
        encode_key(last.day, last.reader_id, last.kind, last.organisation_id) if last else None,
    )


async def _readers(tx: Tx, rows: Sequence[_Row], locale: str) -> dict[int, PersonBrief]:
    shown = await briefs(tx, sorted({row.reader_id for row in rows}), to=None, locale=locale)
    return {one.id: one for one in shown}


@goes_round
class ForgetLooks(Job, frozen=True):
    """Throw away records that are older than the owner of the server keeps them."""


@performs(ForgetLooks)
async def forget_looks(tx: Tx, job: ForgetLooks) -> None:
    """Throw away some, and come again: at once when there is more to do."""
    moment: datetime = now()
    terms = tx.configuration.get(SafetySettings)
    gone = await tx.run(
        queries.FORGET_ACCESSES, (moment - terms.minor_accesses_kept).astimezone(UTC).date(), AT_ONCE
    )
    gone = max(gone, await tx.run(queries.FORGET_REQUESTS, moment - terms.first_requests_kept, AT_ONCE))
    pause = timedelta(seconds=1) if gone == AT_ONCE else EVERY
    await tx.enqueue(ForgetLooks(), due_at=moment + pause, key=f"after {moment.timestamp():.0f}")
