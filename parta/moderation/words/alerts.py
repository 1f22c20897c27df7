"""Calls for help, for those alone whom an organisation has named: a psychologist, an adviser.

In Russian: «тревожные слова», «тихое оповещение». The one who wrote sees no sign of it, and an administrator who has
not been named sees nothing either. Every look at a sentence is written down.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.moderation.events import CrisisAlertsChanged
from parta.moderation.words import queries, queries_following
from parta.moderation.words import queries_alerts as own
from parta.moderation.words.lexicons import tell_of_change
from parta.organisations.access import require_administrator
from parta.safety.people import PersonBrief, briefs

AlertState = Literal["new", "taken", "closed"]
LONGEST_NOTE = 2000
MOST_STAFF = 20
LAST = 2**62


class AlertSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an organisation listens for calls for help, where, and who hears of them."""

    on: bool = False
    # Also in chats of no organisation, chats of two among them.
    in_direct: bool = False
    # Whether those named are called in their quiet hours, too.
    at_night: bool = False
    # Whether Parta's own list is used beside the organisation's.
    starter: bool = True
    staff_ids: Annotated[list[int], Meta(max_length=MOST_STAFF)] = []


class AlertSettingsShown(AlertSettings, frozen=True, kw_only=True):
    """The same, with those who are named."""

    staff: list[PersonBrief]


class AlertBrief(msgspec.Struct, frozen=True, kw_only=True):
    """An alert in a list: nobody's words yet."""

    id: int
    organisation_id: int
    author: PersonBrief | None
    said_at: datetime
    last_said_at: datetime
    more: int
    state: AlertState
    taken_by: PersonBrief | None


class Alert(AlertBrief, frozen=True, kw_only=True):
    """An alert with the sentence that raised it, and the last one since."""

    chat_kind: Literal["direct", "group"]
    sentence: str
    last_sentence: str
    taken_at: datetime | None
    closed_by: PersonBrief | None
    closed_at: datetime | None
    note: str


class WaitingAlerts(msgspec.Struct, frozen=True):
    """How many alerts nobody has taken, and how many somebody is busy with."""

    fresh: int
    taken: int


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    organisation_id: int
    author_id: int
    chat_kind: Literal["direct", "group"]
    sentence: str
    said_at: datetime
    more: int
    last_sentence: str
    last_said_at: datetime
    state: AlertState
    taken_by: int | None
    taken_at: datetime | None
    closed_by: int | None
    closed_at: datetime | None
    note: str


class _Settings(msgspec.Struct, frozen=True):
    on: bool = False
    in_direct: bool = False
    at_night: bool = False
    starter: bool = True


async def read_settings(tx: Tx, organisation_id: int, *, by: int) -> AlertSettingsShown:
    """What the organisation has decided, for its administrators."""
    await require_administrator(tx, organisation_id, by=by)
    settings = await tx.row(queries.ALERT_SETTINGS, organisation_id, into=_Settings) or _Settings()
    staff = await tx.values(queries_following.NAMED_STAFF, organisation_id)
    return AlertSettingsShown(
        **msgspec.structs.asdict(settings), staff_ids=staff, staff=await briefs(tx, staff, to=None)
    )


async def change_settings(
    tx: Tx, organisation_id: int, settings: AlertSettings, *, by: int
) -> AlertSettingsShown:
    """Listen or cease to, and name who hears. Raises Invalid for somebody who is not of the staff, or for nobody."""
    await require_administrator(tx, organisation_id, by=by)
    wanted = sorted(set(settings.staff_ids))
    if await tx.values(own.STAFF_AMONG, organisation_id, wanted) != wanted:
        raise Invalid("not_of_the_staff", field="staff_ids")
    if settings.on and not wanted:
        raise Invalid("nobody_to_alert", field="staff_ids")
    await tx.run(queries.MAKE_LIST, organisation_id)
    chosen = (settings.on, settings.in_direct, settings.at_night, settings.starter)
    await tx.run(queries.SET_ALERTS, organisation_id, *chosen)
    await tx.run(own.FORGET_STAFF, organisation_id)
    await tx.run(own.NAME_STAFF, organisation_id, wanted)
    tell_of_change(tx)
    await tx.audit(
        "crisis_alerts_changed",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details=msgspec.structs.asdict(settings) | {"staff_ids": wanted},
    )
    return await read_settings(tx, organisation_id, by=by)


async def count_alerts(tx: Tx, *, by: int) -> WaitingAlerts:
    """Count what waits for somebody who is named; NotFound for everybody else."""
    await _require_named(tx, by)
    return await tx.row(own.COUNT, by, into=WaitingAlerts) or WaitingAlerts(0, 0)


async def list_alerts(tx: Tx, *, closed: bool, after: str | None, limit: int, by: int) -> Page[AlertBrief]:
    """Alerts from the newest: those that wait, or those that are closed."""
    await _require_named(tx, by)
    last = decode_key(after, tuple[int])[0] if after else LAST
    rows = await tx.rows(own.PAGE, by, closed, last, limit, into=_Row)
    people = await _people(tx, rows)
    return Page(
        [_brief(row, people) for row in rows], encode_key(rows[-1].id) if len(rows) == limit else None
    )


async def read_alert(tx: Tx, alert_id: int, *, by: int) -> Alert:
    """An alert with its sentence; the look is written down."""
    row = await _find(tx, own.FIND, alert_id, by)
    await _audit(tx, "crisis_alert_read", row, by=by)
    return await _whole(tx, row)


async def take(tx: Tx, alert_id: int, *, by: int) -> None:
    """Take an alert upon oneself, also from somebody else; a closed one stays closed."""
    row = await _find(tx, own.LOCK, alert_id, by)
    if row.state == "closed":
        raise Conflict("alert_closed")
    if row.taken_by == by:
        return
    await tx.run(own.TAKE, alert_id, by, now())
    await _audit(tx, "crisis_alert_taken", row, by=by)
    await _tell(tx, row.organisation_id)


async def close(tx: Tx, alert_id: int, note: str, *, by: int) -> Alert:
    """Close an alert with a note for colleagues; closing it twice keeps the first note."""
    row = await _find(tx, own.LOCK, alert_id, by)
    note = note.replace("\x00", "").strip()
    if not note:
        raise Invalid("note_missing", field="note")
    if row.state == "closed":
        raise Conflict("alert_closed")
    await tx.run(own.CLOSE, alert_id, by, now(), note)
    await _audit(tx, "crisis_alert_closed", row, by=by)
    await _tell(tx, row.organisation_id)
    return await _whole(tx, await _find(tx, own.FIND, alert_id, by))


async def _require_named(tx: Tx, person_id: int) -> None:
    if not await tx.value(own.IS_NAMED, person_id):
        raise NotFound


async def _find(tx: Tx, sql: str, alert_id: int, by: int) -> _Row:
    row = await tx.row(sql, by, alert_id, into=_Row)
    if row is None:
        raise NotFound
    return row


async def _tell(tx: Tx, organisation_id: int) -> None:
    staff = await tx.values(queries_following.NAMED_STAFF, organisation_id)
    tx.emit(CrisisAlertsChanged(staff=staff))


async def _audit(tx: Tx, action: str, row: _Row, *, by: int) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=f"person:{row.author_id}",
        organisation_id=row.organisation_id,
        details={"alert_id": row.id},
    )


async def _people(tx: Tx, rows: list[_Row]) -> dict[int, PersonBrief]:
    ids = {one or 0 for row in rows for one in (row.author_id, row.taken_by, row.closed_by)}
    return {one.id: one for one in await briefs(tx, sorted(ids), to=None)}


async def _whole(tx: Tx, row: _Row) -> Alert:
    people = await _people(tx, [row])
    return Alert(
        **msgspec.structs.asdict(_brief(row, people)),
        chat_kind=row.chat_kind,
        sentence=row.sentence,
        last_sentence=row.last_sentence,
        taken_at=row.taken_at,
        closed_by=people.get(row.closed_by or 0),
        closed_at=row.closed_at,
        note=row.note,
    )


def _brief(row: _Row, people: dict[int, PersonBrief]) -> AlertBrief:
    return AlertBrief(
        id=row.id,
        organisation_id=row.organisation_id,
        author=people.get(row.author_id),
        said_at=row.said_at,
        last_said_at=row.last_said_at,
        more=row.more,
        state=row.state,
        taken_by=people.get(row.taken_by or 0),
    )
