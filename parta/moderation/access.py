"""The doors of moderation: who decides about which cases. What one may not decide does not exist."""

from datetime import datetime
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.moderation import queries_cases as queries
from parta.moderation.events import MeasureKind, Outcome
from parta.organisations.access import administered_organisations

TargetKind = Literal["message", "person", "chat"]
State = Literal["open", "decided"]


class Moderator(msgspec.Struct, frozen=True):
    """Somebody who decides: about cases of these organisations, as an operator about what came to operators."""

    id: int
    organisation_ids: list[int]
    is_operator: bool

    def scope(self) -> tuple[int, list[int], bool]:
        """What every query about cases asks first."""
        return self.id, self.organisation_ids, self.is_operator


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A case as stored, without its evidence."""

    id: int
    target_kind: TargetKind
    target_id: int
    state: State
    accused_id: int | None
    conversation_id: int | None
    organisation_ids: list[int]
    for_operators: bool
    opened_at: datetime
    due_at: datetime
    overdue_at: datetime | None
    taken_by: int | None
    outcome: Outcome | None
    decided_at: datetime | None
    decided_by: int | None
    reason: str
    answer: str
    erased: bool
    # Whether those the case is hidden from could read of it in the organisation's log.
    about_administrator: bool
    chat_title: str | None
    chat_kind: str | None
    excerpt: str

    @property
    def audited_in(self) -> int | None:
        """Whose log tells of the case: the organisation's, but only the operators' where it is about an administrator."""
        return None if self.about_administrator else next(iter(self.organisation_ids), None)


class MeasureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A measure as stored."""

    id: int
    case_id: int
    kind: MeasureKind
    person_id: int
    conversation_id: int | None
    message_id: int | None
    organisation_ids: list[int]
    reason: str
    until: datetime | None
    taken_by: int
    taken_at: datetime
    lifted_by: int | None
    lifted_at: datetime | None
    about_administrator: bool

    @property
    def audited_in(self) -> int | None:
        """As of a case."""
        return None if self.about_administrator else next(iter(self.organisation_ids), None)


async def moderator(tx: Tx, person_id: int) -> Moderator | None:
    """Who moderates: administrators with that right, and operators."""
    administration = await administered_organisations(tx, person_id, right="moderation")
    if not administration.is_operator and not administration.organisation_ids:
        return None
    return Moderator(person_id, sorted(administration.organisation_ids), administration.is_operator)


async def require_moderator(tx: Tx, *, by: int) -> Moderator:
    """Whoever moderates something; 404 for everybody else."""
    found = await moderator(tx, by)
    if found is None:
        raise NotFound
    return found


async def find_case(tx: Tx, case_id: int, *, to: int) -> tuple[CaseRow, Moderator]:
    """Find a case for one of those who decide it, with what they administer; NotFound otherwise."""
    return await _find(tx, queries.VISIBLE_CASE, case_id, to)


async def find_open_case(tx: Tx, case_id: int, *, to: int) -> tuple[CaseRow, Moderator]:
    """Find a case that waits, and lock it; NotFound for those who do not decide it, Conflict when it is decided."""
    case, who = await _find(tx, queries.VISIBLE_CASE_LOCKED, case_id, to)
    if case.state != "open":
        raise Conflict("case_decided")
    return case, who


async def find_measure(tx: Tx, measure_id: int, *, to: int) -> MeasureRow:
    """Find a measure of a case that somebody decides, and lock it; NotFound otherwise."""
    who = await require_moderator(tx, by=to)
    found = await tx.row(queries.MEASURE_OF_VISIBLE_CASE, *who.scope(), measure_id, into=MeasureRow)
    if found is None:
        raise NotFound
    return found


async def _find(tx: Tx, sql: str, case_id: int, to: int) -> tuple[CaseRow, Moderator]:
    who = await require_moderator(tx, by=to)
    found = await tx.row(sql, *who.scope(), case_id, into=CaseRow)
    if found is None:
        raise NotFound
    return found, who
