"""The queue of those who decide, and one case with all that is known of it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.http.paging import Page, decode_key, encode_key
from parta.moderation import queries_cases as queries
from parta.moderation.access import (
    CaseRow,
    MeasureRow,
    Moderator,
    State,
    TargetKind,
    find_case,
    require_moderator,
)
from parta.moderation.events import MeasureKind, Outcome
from parta.moderation.evidence import Evidence, KeptMessage
from parta.moderation.measures import fitting
from parta.moderation.reporting import ReportKind
from parta.organisations.events import MinorsRead
from parta.safety.people import PersonBrief, briefs

View = Literal["open", "mine", "decided"]

FIRST = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
LAST = datetime.fromisoformat("9999-01-01T00:00:00+00:00")


class KindCount(msgspec.Struct, frozen=True):
    """How many complain for one reason."""

    kind: ReportKind
    count: int


class CaseBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A case in the queue."""

    id: int
    target: TargetKind
    state: State
    kinds: list[KindCount]
    reports: int
    accused: PersonBrief | None
    chat_title: str | None
    chat_kind: str | None
    excerpt: str
    opened_at: datetime
    due_at: datetime
    overdue: bool
    for_operators: bool
    taken_by: PersonBrief | None
    outcome: Outcome | None
    decided_at: datetime | None


class ReportInCase(msgspec.Struct, frozen=True, kw_only=True):
    """One complaint, with how many its author made before and how many of them found nothing."""

    id: int
    reporter: PersonBrief | None
    kind: ReportKind
    words: str
    created_at: datetime
    earlier: int
    dismissed: int


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was done."""

    id: int
    case_id: int
    kind: MeasureKind
    person: PersonBrief | None
    reason: str
    until: datetime | None
    taken_by: PersonBrief | None
    taken_at: datetime
    lifted_at: datetime | None


class Case(CaseBrief, frozen=True, kw_only=True):
    """A case with its evidence, both sides' history, and what can be done."""

    messages: list[KeptMessage]
    erased: bool
    complaints: list[ReportInCase]
    earlier: list[CaseBrief]
    earlier_measures: list[Measure]
    measures: list[Measure]
    fitting: list[MeasureKind]
    reason: str
    answer: str
    decided_by: PersonBrief | None


class WaitingCases(msgspec.Struct, frozen=True):
    """How many cases wait for somebody, how many of them too long, and how many they have taken."""

    open: int
    overdue: int
    mine: int


class _Kind(KindCount, frozen=True):
    case_id: int


class _Report(msgspec.Struct, frozen=True):
    id: int
    reporter_id: int
    kind: ReportKind
    words: str
    created_at: datetime
    earlier: int
    dismissed: int


People = dict[int, PersonBrief]


async def count_waiting(tx: Tx, *, by: int) -> WaitingCases:
    """Count what waits for somebody who decides; NotFound for anybody else."""
    who = await require_moderator(tx, by=by)
    return await tx.row(queries.COUNT_OPEN, *who.scope(), into=WaitingCases) or WaitingCases(0, 0, 0)


async def list_cases(
    tx: Tx, view: View, *, organisation_id: int | None, after: str | None, limit: int, by: int
) -> Page[CaseBrief]:
    """Open cases by their term, or decided ones from the newest."""
    who = await require_moderator(tx, by=by)
    if view == "decided":
        at, last = decode_key(after, tuple[datetime, int]) if after else (LAST, 0)
        where = (*who.scope(), organisation_id)
        rows = await tx.rows(queries.DECIDED_CASES, *where, at, last, limit, into=CaseRow)
    else:
        at, last = decode_key(after, tuple[datetime, int]) if after else (FIRST, 0)
        where = (*who.scope(), organisation_id)
        rows = await tx.rows(queries.OPEN_CASES, *where, view == "mine", at, last, limit, into=CaseRow)
    more = len(rows) == limit
    key = encode_key(rows[-1].decided_at or rows[-1].due_at, rows[-1].id) if more else None
    return Page(await _in_brief(tx, rows), key)


async def read_case(tx: Tx, case_id: int, *, by: int) -> Case:
    """One case whole, for those who decide about it; every look is written down."""
    case, who = await find_case(tx, case_id, to=by)
    await tx.audit(
        "report_case_read",
        actor_id=by,
        subject=f"report_case:{case_id}",
        organisation_id=case.audited_in,
    )
    case_told = await describe_case(tx, case, who)
    authors = {message.author_id for message in case_told.messages}
    people = sorted({*authors, *(one.reporter.id for one in case_told.complaints if one.reporter)})
    tx.emit(MinorsRead(reader_id=by, person_ids=people, sort="report", organisation_id=case.audited_in))
    return case_told


async def describe_case(tx: Tx, case: CaseRow, who: Moderator) -> Case:
    """Put together what is known of a case."""
    complaints = await tx.rows(queries.REPORTS_IN, case.id, into=_Report)
    earlier = await _earlier(tx, case, who)
    measures = await tx.rows(queries.MEASURES_IN, [case.id, *(one.id for one in earlier)], into=MeasureRow)
    people = await _people(tx, case, complaints, measures)
    kept = await tx.value(queries.EVIDENCE, case.id)
    [brief, *before] = await _in_brief(tx, [case, *earlier])
    told = [_measure(measure, people) for measure in measures]
    return Case(
        **{name: getattr(brief, name) for name in CaseBrief.__struct_fields__},
        messages=msgspec.json.decode(kept, type=Evidence).messages if kept else [],
        erased=case.erased,
        complaints=[_complaint(one, people) for one in complaints],
        earlier=before,
        earlier_measures=[one for one in told if one.case_id != case.id],
        measures=[one for one in told if one.case_id == case.id],
        fitting=fitting(case),
        reason=case.reason,
        answer=case.answer,
        decided_by=people.get(case.decided_by or 0),
    )


async def _earlier(tx: Tx, case: CaseRow, who: Moderator) -> list[CaseRow]:
    """Other cases about the same person, as far as the one who asks decides about them, too."""
    if case.accused_id is None:
        return []
    return await tx.rows(queries.EARLIER_CASES, *who.scope(), case.accused_id, case.id, into=CaseRow)


async def _people(
    tx: Tx, case: CaseRow, complaints: Sequence[_Report], measures: Sequence[MeasureRow]
) -> People:
    ids = {one.reporter_id for one in complaints} | {case.decided_by or 0}
    ids |= {person for one in measures for person in (one.person_id, one.taken_by)}
    return {one.id: one for one in await briefs(tx, sorted(ids), to=None)}


async def _in_brief(tx: Tx, rows: Sequence[CaseRow]) -> list[CaseBrief]:
    kinds: dict[int, list[KindCount]] = defaultdict(list)
    for kind in await tx.rows(queries.KINDS_OF, [row.id for row in rows], into=_Kind):
        kinds[kind.case_id].append(KindCount(kind.kind, kind.count))
    ids = {person or 0 for row in rows for person in (row.accused_id, row.taken_by)}
    people = {one.id: one for one in await briefs(tx, sorted(ids), to=None)}
    return [_brief(row, kinds[row.id], people) for row in rows]


def _brief(row: CaseRow, kinds: list[KindCount], people: People) -> CaseBrief:
    return CaseBrief(
        id=row.id,
        target=row.target_kind,
        state=row.state,
        kinds=kinds,
        reports=sum(kind.count for kind in kinds),
        accused=people.get(row.accused_id or 0),
        chat_title=row.chat_title,
        chat_kind=row.chat_kind,
        excerpt=row.excerpt,
        opened_at=row.opened_at,
        due_at=row.due_at,
        overdue=row.overdue_at is not None,
        for_operators=row.for_operators,
        taken_by=people.get(row.taken_by or 0),
        outcome=row.outcome,
        decided_at=row.decided_at,
    )


def _complaint(row: _Report, people: People) -> ReportInCase:
    return ReportInCase(
        id=row.id,
        reporter=people.get(row.reporter_id),
        kind=row.kind,
        words=row.words,
        created_at=row.created_at,
        earlier=row.earlier,
        dismissed=row.dismissed,
    )


def _measure(row: MeasureRow, people: People) -> Measure:
    return Measure(
        id=row.id,
        case_id=row.case_id,
        kind=row.kind,
        person=people.get(row.person_id),
        reason=row.reason,
        until=row.until,
        taken_by=people.get(row.taken_by),
        taken_at=row.taken_at,
        lifted_at=row.lifted_at,
    )
