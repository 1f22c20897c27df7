"""Applications as their applicant and those who decide see them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from parta.applications import queries
from parta.applications.access import find_application, require_decider, scope_of
from parta.applications.checking import is_proven, problems_of
from parta.applications.events import State
from parta.applications.requisites import inn_problem, plain
from parta.applications.shapes import (
    Application,
    ApplicationBrief,
    ApplicationRow,
    Doubles,
    Fields,
    Person,
    SameApplication,
    SameOrganisation,
    Step,
    Waiting,
)
from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import sentence
from parta.core.http.paging import Page, decode_key, encode_key
from parta.files.info import file_infos
from parta.organisations.invites.naming import names_of
from parta.organisations.territories.tree import path_of, paths_of

NEWEST = 2**62
FIRST = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
LAST = datetime.fromisoformat("9999-01-01T00:00:00+00:00")


class _StepRow(msgspec.Struct, frozen=True):
    id: int
    state: State
    reason: str
    done_by: int
    done_at: datetime
    family_name: str
    given_name: str
    patronymic: str


class _SameApplication(SameApplication, frozen=True):
    seen: bool


async def list_mine(tx: Tx, *, of: int, after: str | None, limit: int) -> Page[ApplicationBrief]:
    """One's own applications, the newest first."""
    last = decode_key(after, tuple[int])[0] if after else NEWEST
    rows = await tx.rows(queries.MINE, of, last, limit, into=ApplicationRow)
    return Page(await _in_brief(tx, rows), encode_key(rows[-1].id) if len(rows) == limit else None)


async def list_applications(
    tx: Tx,
    state: State,
    *,
    overdue: bool,
    submitted_before: datetime | None,
    after: str | None,
    limit: int,
    by: int,
) -> Page[ApplicationBrief]:
    """Applications of one's part: what waits by its term, the rest from the last changed; 404 for those without a part."""
    scope = await require_decider(tx, by=by)
    waits = state == "submitted"
    at, last = decode_key(after, tuple[datetime, int]) if after else (FIRST if waits else LAST, 0)
    if waits:
        late = (overdue, now(), submitted_before)
        rows = await tx.rows(queries.WAITING, *scope, *late, at, last, limit, into=ApplicationRow)
    else:
        other = (state, submitted_before)
        rows = await tx.rows(queries.OF_STATE, *scope, *other, at, last, limit, into=ApplicationRow)
    more = len(rows) == limit
    key = encode_key(rows[-1].due_at if waits else rows[-1].changed_at, rows[-1].id) if more else None
    return Page(await _in_brief(tx, rows), key)


async def count_waiting(tx: Tx, *, by: int) -> Waiting:
    """How much waits for somebody who decides; 404 for anybody else."""
    scope = await require_decider(tx, by=by)
    return await tx.row(queries.COUNT_WAITING, *scope, now(), into=Waiting) or Waiting(0, 0)


async def read_application(tx: Tx, application_id: int, *, language: str, to: int) -> Application:
    """One application; a look by those who decide is written down."""
    row = await find_application(tx, application_id, to=to)
    mine = row.applicant_id == to
    if not mine:
        await tx.audit("application_read", actor_id=to, subject=f"application:{row.id}")
    files = await file_infos(tx, [row.file_id] if row.file_id else [])
    names = await names_of(tx, [row.applicant_id])
    applicant = names[row.applicant_id]
    editable = mine and row.state in ("draft", "returned")
    problems = await problems_of(tx, row) if editable else []
    return Application(
        **{field: getattr(row, field) for field in Fields.__struct_fields__},
        id=row.id,
        state=row.state,
        mine=mine,
        decides=row.decides,
        phone_proven=is_proven(tx, row, "phone"),
        email_proven=is_proven(tx, row, "email"),
        path=await path_of(tx, row.territory_id) if row.territory_id else [],
        file=files.get(row.file_id or 0),
        doubles=await _doubles(tx, row, to=to),
        problems=[msgspec.structs.replace(one, detail=sentence(one.code, language)) for one in problems],
        history=await _history(tx, row),
        applicant=Person(applicant.id, applicant.family_name, applicant.given_name, applicant.patronymic)
        if row.decides
        else None,
        submitted_at=row.submitted_at,
        due_at=row.due_at,
        overdue=_is_overdue(row),
        organisation_id=row.organisation_id,
    )


async def _history(tx: Tx, row: ApplicationRow) -> list[Step]:
    """An applicant hears what was decided, not by whom: it is the office that decides."""
    steps = await tx.rows(queries.STEPS, row.id, into=_StepRow)
    return [
        Step(
            state=one.state,
            reason=one.reason,
            at=one.done_at,
            by_applicant=one.done_by == row.applicant_id and one.state in ("submitted", "withdrawn"),
            by=Person(one.done_by, one.family_name, one.given_name, one.patronymic) if row.decides else None,
        )
        for one in steps
    ]


async def _doubles(tx: Tx, row: ApplicationRow, *, to: int) -> Doubles:
    """What has the same ИНН. An applicant learns an organisation's name and that somebody has applied, no more."""
    inn = plain(row.inn)
    if inn_problem(inn):
        return Doubles([], [], 0)
    same = await tx.rows(queries.SAME_INN, inn, into=SameOrganisation)
    organisations = [one for one in same if one.id != row.organisation_id]
    if not row.decides:
        names = [SameOrganisation(0, one.name, one.closed) for one in organisations]
        return Doubles(names, [], int(await tx.value(queries.IS_APPLIED_FOR, inn, row.id)))
    scope = await scope_of(tx, to)
    others = await tx.rows(queries.SAME_INN_APPLICATIONS, *scope, inn, row.id, into=_SameApplication)
    seen = [SameApplication(one.id, one.name, one.state, one.submitted_at) for one in others if one.seen]
    return Doubles(organisations, seen, len(others) - len(seen))


async def _in_brief(tx: Tx, rows: Sequence[ApplicationRow]) -> list[ApplicationBrief]:
    places = await paths_of(tx, {row.territory_id for row in rows if row.territory_id is not None})
    return [
        ApplicationBrief(
            id=row.id,
            state=row.state,
            type=row.type,
            name=row.name,
            place=[*places.get(row.territory_id or 0, []), *([row.settlement] if row.settlement else [])],
            inn=row.inn,
            submitted_at=row.submitted_at,
            due_at=row.due_at,
            overdue=_is_overdue(row),
            changed_at=row.changed_at,
        )
        for row in rows
    ]


def _is_overdue(row: ApplicationRow) -> bool:
    return row.state == "submitted" and row.due_at is not None and row.due_at < now()
