"""Taking consent back, in Russian «отзыв согласия»: a term in which it can be given again, then the person is erased.

152-ФЗ (статья 21, часть 5) gives the operator at most thirty days from the withdrawal.
"""

from datetime import datetime, timedelta
from typing import Literal

import msgspec
import structlog

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.core.jobs import Job, performs
from parta.identity.erasing import erase_person
from parta.personal_data import queries
from parta.personal_data.settings import PersonalDataSettings

log = structlog.get_logger()

PaperOf = Literal["person", "guardian"]

LOOK_AGAIN = timedelta(days=1)


class Withdrawal(msgspec.Struct, frozen=True):
    """When consent was taken back and when everything is erased; `by_guardian`: not by the person."""

    asked_at: datetime
    erase_at: datetime
    by_guardian: bool
    on_paper: bool


class _Row(msgspec.Struct, frozen=True):
    id: int
    asked_by: int
    asked_at: datetime
    erase_at: datetime
    by_guardian: bool
    on_paper: bool


class EraseWithdrawn(Job, frozen=True):
    """Erase who took consent back, unless it was given again."""

    withdrawal_id: int


async def find_withdrawal(tx: Tx, person_id: int) -> Withdrawal | None:
    """A withdrawal that is not carried out yet."""
    row = await tx.row(queries.WITHDRAWAL_OF, person_id, into=_Row)
    return None if row is None else Withdrawal(row.asked_at, row.erase_at, row.by_guardian, row.on_paper)


async def withdraw(tx: Tx, person_id: int, *, by: int, on_paper_of: PaperOf | None = None) -> bool:
    """Begin the term; says whether it begins now. Who may is asked elsewhere; `on_paper_of`: who signed it on paper."""
    await tx.value(queries.LOCK_PERSON, person_id)
    if await tx.value(queries.IS_LAST_OPERATOR, person_id):
        raise Conflict("last_operator")
    moment = now()
    erase_at = moment + tx.configuration.get(PersonalDataSettings).withdrawal_term
    withdrawal_id = await tx.value(queries.ADD_WITHDRAWAL, person_id, by, moment, erase_at, on_paper_of)
    if withdrawal_id is None:
        return False
    await tx.enqueue(EraseWithdrawn(withdrawal_id=withdrawal_id), due_at=erase_at)
    await tx.audit("consent_withdrawn", actor_id=by, subject=f"person:{person_id}")
    return True


async def withdraw_own(tx: Tx, *, by: int) -> Withdrawal:
    """Take one's own consent back; 409 `withdrawn_already` the second time."""
    if not await withdraw(tx, by, by=by):
        raise Conflict("withdrawn_already")
    found = await find_withdrawal(tx, by)
    if found is None:
        raise AssertionError("it was written a moment ago")
    return found


async def take_back_own(tx: Tx, *, by: int) -> None:
    """Give it again in time; what a guardian decided the guardian changes, so that is NotFound."""
    row = await tx.row(queries.WITHDRAWAL_OF, by, into=_Row)
    if row is None or row.by_guardian:
        raise NotFound
    await take_back(tx, by, by=by)


async def take_back(tx: Tx, person_id: int, *, by: int) -> None:
    """Stop the term, if one runs."""
    if await tx.run(queries.TAKE_BACK, person_id, now(), by):
        await tx.audit("withdrawal_taken_back", actor_id=by, subject=f"person:{person_id}")


@performs(EraseWithdrawn)
async def erase_withdrawn(tx: Tx, job: EraseWithdrawn) -> None:
    """Everything in one transaction: a crash leaves the person as they were, and the job to do."""
    person_id = await tx.value(queries.DUE_WITHDRAWAL, job.withdrawal_id, now())
    if person_id is None:
        return
    if await tx.value(queries.IS_LAST_OPERATOR, person_id):
        log.warning("personal_data.last_operator_withdrew", person=person_id)
        await tx.enqueue(job, due_at=now() + LOOK_AGAIN)
        return
    await erase_person(tx, person_id)
    await tx.run(queries.CARRIED_OUT, job.withdrawal_id, now())
    await tx.audit(
        "person_erased", actor_id=None, subject=f"person:{person_id}", details={"why": "withdrawn"}
    )
