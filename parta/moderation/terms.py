"""What comes by itself: operators are called to what nobody has decided in time, and evidence is erased in time."""

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.jobs import Job, performs
from parta.files.attaching import release_files
from parta.messaging.order.moderating import forget_withdrawn
from parta.moderation import queries_cases as queries
from parta.moderation.telling import call_moderators, tell_moderators


class CallOperators(Job, frozen=True):
    """A case should be decided by now."""

    case_id: int


class EraseEvidence(Job, frozen=True):
    """What was kept of a decided case has served."""

    case_id: int


class _Late(msgspec.Struct, frozen=True):
    organisation_id: int | None


class _Erased(msgspec.Struct, frozen=True):
    file_ids: list[int]
    target_kind: str
    target_id: int


@performs(CallOperators)
async def call_operators(tx: Tx, job: CallOperators) -> None:
    """Mark a case that still waits, and show it to the operators, too."""
    late = await tx.row(queries.MARK_OVERDUE, job.case_id, now(), into=_Late)
    if late is None:
        return
    await tx.audit(
        "report_case_overdue",
        actor_id=None,
        subject=f"report_case:{job.case_id}",
        organisation_id=late.organisation_id,
    )
    await tell_moderators(tx, job.case_id)
    await call_moderators(tx, job.case_id, "overdue")


@performs(EraseEvidence)
async def erase_evidence(tx: Tx, job: EraseEvidence) -> None:
    """Forget the copies, the reporters' words, and the hidden message that could have been brought back."""
    erased = await tx.row(queries.ERASE_EVIDENCE, job.case_id, now(), into=_Erased)
    if erased is None:
        return
    await tx.run(queries.ERASE_WORDS, job.case_id)
    if erased.target_kind == "message":
        await forget_withdrawn(tx, erased.target_id)
    if erased.file_ids:
        await release_files(tx, erased.file_ids)
