"""Complaining of a message, a person or a chat, and reading what became of one's complaints."""

import math
from datetime import datetime, timedelta
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, TooMany
from parta.core.http.paging import Page, decode_key, encode_key
from parta.moderation import queries
from parta.moderation.access import State, TargetKind
from parta.moderation.events import MeasureKind, Outcome
from parta.moderation.settings import ModerationSettings
from parta.moderation.targets import Target, find_target
from parta.moderation.telling import call_moderators, moderators_of, tell_moderators
from parta.moderation.terms import CallOperators
from parta.safety.people import PersonBrief, briefs

ReportKind = Literal["insult", "threat", "indecent", "spam", "personal_data", "self_harm", "other"]

DAY, LATELY = timedelta(days=1), timedelta(days=30)
NEWEST = 2**62


class NewReport(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody complains of, and why."""

    target: TargetKind
    target_id: Annotated[int, Meta(ge=1, le=2**62)]
    kind: ReportKind
    words: Annotated[str, Meta(max_length=1000)] = ""


class OwnReport(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint of mine and what came of it."""

    id: int
    target: TargetKind
    kind: ReportKind
    words: str
    person: PersonBrief | None
    chat_title: str | None
    created_at: datetime
    state: State
    outcome: Outcome | None
    answer: str
    decided_at: datetime | None


class OwnMeasure(msgspec.Struct, frozen=True, kw_only=True):
    """What was done about me or my words, and why."""

    id: int
    kind: MeasureKind
    reason: str
    chat_title: str | None
    until: datetime | None
    taken_at: datetime
    lifted_at: datetime | None


class _Case(msgspec.Struct, frozen=True):
    id: int
    organisation_ids: list[int]
    due_at: datetime
    fresh: bool


class _ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    target_kind: TargetKind
    kind: ReportKind
    words: str
    created_at: datetime
    state: State
    outcome: Outcome | None
    answer: str
    decided_at: datetime | None
    accused_id: int | None
    chat_title: str | None


async def report(tx: Tx, new: NewReport, *, by: int) -> OwnReport:
    """Complain of something one sees. What others complain of already becomes one case with this.

    Raises NotFound for what one does not see, Conflict for oneself and for the second complaint of one thing while
    the first is open, TooMany beyond the day's measure.
    """
    target = await find_target(tx, new.target, new.target_id, by=by)
    # Two devices at once must not both find room for one.
    await tx.run(queries.ONE_AT_A_TIME, by)
    await _refuse_flood(tx, by)
    case = await _open_case(tx, target)
    report_id = await tx.value(queries.ADD_REPORT, case.id, by, new.kind, _clean(new.words), now())
    if report_id is None:
        raise Conflict("already_reported")
    # The administrator complains, or is complained of, and there is no other.
    if not await moderators_of(tx, case.id):
        await tx.run(queries.GIVE_TO_OPERATORS, case.id)
    if case.fresh:
        await tx.enqueue(CallOperators(case.id), due_at=case.due_at, key=str(case.id))
        await call_moderators(tx, case.id, "report")
    await tell_moderators(tx, case.id)
    return (await list_reports(tx, of=by, after=encode_key(report_id + 1), limit=1)).items[0]


async def list_reports(tx: Tx, *, of: int, after: str | None, limit: int) -> Page[OwnReport]:
    """My complaints, newest first."""
    before = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await tx.rows(queries.REPORTS_OF, of, before, limit, into=_ReportRow)
    accused = [row.accused_id for row in rows if row.accused_id is not None and row.target_kind != "chat"]
    people = {one.id: one for one in await briefs(tx, accused, to=None)}
    items = [_own(row, people) for row in rows]
    return Page(items, encode_key(items[-1].id) if len(items) == limit else None)


async def list_measures(tx: Tx, *, of: int, after: str | None, limit: int) -> Page[OwnMeasure]:
    """What was done about me, newest first; never who complained, nor who decided."""
    before = decode_key(after, tuple[int])[0] if after else NEWEST
    items = await tx.rows(queries.MEASURES_OF, of, before, limit, into=OwnMeasure)
    return Page(items, encode_key(items[-1].id) if len(items) == limit else None)


async def _open_case(tx: Tx, target: Target) -> _Case:
    moment = now()
    case = await tx.row(
        queries.OPEN_CASE,
        target.kind,
        target.id,
        target.conversation_id,
        target.accused_id,
        target.organisation_ids,
        moment,
        moment + tx.configuration.get(ModerationSettings).decision_term,
        msgspec.json.encode(target.evidence).decode(),
        target.evidence.file_ids(),
        into=_Case,
    )
    if case is None:
        raise LookupError("a case is always returned: it is new, or its row is there")
    return case


async def _refuse_flood(tx: Tx, by: int) -> None:
    """So many complaints a day; few for those whose complaints mostly find nothing."""
    settings = tx.configuration.get(ModerationSettings)
    doubtful = await tx.value(queries.DOUBTFUL, by, now() - LATELY)
    most = settings.doubtful_reports_per_day if doubtful else settings.reports_per_day
    oldest = await tx.value(queries.REPORTED_BEFORE, by, now() - DAY, most - 1)
    if oldest is not None:
        wait = (oldest + DAY - now()).total_seconds()
        raise TooMany("too_many_reports", retry_after=max(1, math.ceil(wait)))


def _clean(words: str) -> str:
    return words.replace("\x00", "").strip()


def _own(row: _ReportRow, people: dict[int, PersonBrief]) -> OwnReport:
    return OwnReport(
        id=row.id,
        target=row.target_kind,
        kind=row.kind,
        words=row.words,
        person=people.get(row.accused_id or 0) if row.target_kind != "chat" else None,
        chat_title=row.chat_title or None,
        created_at=row.created_at,
        state=row.state,
        outcome=row.outcome,
        answer=row.answer,
        decided_at=row.decided_at,
    )
