"""Taking a case, passing it on, and deciding it."""

from datetime import datetime, timedelta
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid
from parta.moderation import queries, queries_cases
from parta.moderation.access import CaseRow, Moderator, find_case, find_open_case
from parta.moderation.cases import Case, describe_case
from parta.moderation.events import MeasureKind, MeasureTaken, Outcome
from parta.moderation.measures import LASTING, carry_out, fitting, organisations_for
from parta.moderation.settings import ModerationSettings
from parta.moderation.telling import tell_moderators, tell_reporters
from parta.moderation.terms import CallOperators, EraseEvidence

SHORTEST, LONGEST = 3600, 366 * 24 * 3600  # seconds


class NewMeasure(msgspec.Struct, frozen=True):
    """What to do; bans and suspensions last so many seconds, or for good."""

    kind: MeasureKind
    seconds: int | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What is done (nothing: there was nothing wrong), why, and what reporters are told besides."""

    measures: Annotated[list[NewMeasure], Meta(max_length=6)] = []
    reason: Annotated[str, Meta(max_length=1000)] = ""
    answer: Annotated[str, Meta(max_length=1000)] = ""


async def take(tx: Tx, case_id: int, *, by: int) -> None:
    """Take a case upon oneself; the same one twice is once. Conflict while another has it."""
    case, _ = await find_open_case(tx, case_id, to=by)
    if case.taken_by not in (None, by):
        raise Conflict("case_taken")
    if case.taken_by is None:
        await tx.run(queries_cases.TAKE, case_id, by, now())
        await _audit(tx, "report_case_taken", case, by=by)
        await tell_moderators(tx, case_id)


async def give_back(tx: Tx, case_id: int, *, by: int) -> None:
    """Let others take a case: one's own, or that of somebody who does not get to it."""
    case, _ = await find_open_case(tx, case_id, to=by)
    if case.taken_by is not None:
        await tx.run(queries_cases.GIVE_BACK, case_id)
        await _audit(tx, "report_case_given_back", case, by=by)
        await tell_moderators(tx, case_id)


async def pass_to_operators(tx: Tx, case_id: int, *, by: int) -> None:
    """Ask the operators to decide; the organisation's moderators go on seeing the case."""
    case, _ = await find_open_case(tx, case_id, to=by)
    if not await tx.run(queries.GIVE_TO_OPERATORS, case_id):
        raise Conflict("case_with_operators")
    await tx.run(queries_cases.GIVE_BACK, case_id)
    await _audit(tx, "report_case_passed", case, by=by)
    await tell_moderators(tx, case_id)


async def decide(tx: Tx, case_id: int, decision: Decision, *, by: int) -> Case:
    """Do what is decided, all of it or nothing, and tell both sides.

    Raises Conflict when another has decided or has taken the case, Invalid for measures that do not fit.
    """
    case, who = await find_open_case(tx, case_id, to=by)
    if case.taken_by not in (None, by):
        raise Conflict("case_taken")
    reason, answer = _clean(decision.reason), _clean(decision.answer)
    _check(case, decision, reason)
    for measure in decision.measures:
        await _do(tx, case, measure, reason=reason, who=who)
    outcome: Outcome = "acted" if decision.measures else "dismissed"
    await tx.run(queries_cases.DECIDE, case_id, outcome, reason, answer, by, now())
    details = {"outcome": outcome, "measures": [measure.kind for measure in decision.measures]}
    await _audit(tx, "report_case_decided", case, by=by, details=details)
    await tx.cancel_job(CallOperators, str(case_id))
    kept = tx.configuration.get(ModerationSettings).evidence_kept
    await tx.enqueue(EraseEvidence(case_id), due_at=now() + kept, key=str(case_id))
    await tell_reporters(tx, case_id, outcome)
    await tell_moderators(tx, case_id)
    decided, who = await find_case(tx, case_id, to=by)
    return await describe_case(tx, decided, who)


async def _do(tx: Tx, case: CaseRow, measure: NewMeasure, *, reason: str, who: Moderator) -> None:
    until = _moment(measure)
    await carry_out(tx, case, measure.kind, until=until, reason=reason, who=who)
    person = case.accused_id or 0  # every measure that fits has somebody
    measure_id = await tx.value(
        queries_cases.ADD_MEASURE,
        case.id,
        measure.kind,
        person,
        case.conversation_id,
        case.target_id if case.target_kind == "message" else None,
        organisations_for(case, who),
        reason,
        until,
        who.id,
        now(),
    )
    tx.emit(
        MeasureTaken(
            person_id=person, measure_id=measure_id, measure=measure.kind, reason=reason, until=until
        )
    )
    details = {"case_id": case.id, "measure": measure.kind, "reason": reason}
    details |= {"until": until.isoformat()} if until else {}
    await tx.audit(
        "measure_taken",
        actor_id=who.id,
        subject=f"person:{person}",
        organisation_id=case.audited_in,
        details=details,
    )


def _check(case: CaseRow, decision: Decision, reason: str) -> None:
    kinds = [measure.kind for measure in decision.measures]
    if (
        not set(kinds) <= set(fitting(case))
        or len(set(kinds)) < len(kinds)
        or {"hide", "delete"} <= set(kinds)
    ):
        raise Invalid("measure_impossible", field="measures")
    if kinds and not reason:
        raise Invalid("measure_without_reason", field="reason")


def _moment(measure: NewMeasure) -> datetime | None:
    """When it ends; None for good, and for what is done at once."""
    if measure.kind not in LASTING or measure.seconds is None:
        return None
    if not SHORTEST <= measure.seconds <= LONGEST:
        raise Invalid("measure_term_invalid", field="measures")
    return now() + timedelta(seconds=measure.seconds)


def _clean(words: str) -> str:
    return words.replace("\x00", "").strip()


async def _audit(
    tx: Tx, action: str, case: CaseRow, *, by: int, details: dict[str, Any] | None = None
) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=f"report_case:{case.id}",
        organisation_id=case.audited_in,
        details=details,
    )
