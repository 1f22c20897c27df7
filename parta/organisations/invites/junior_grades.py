"""Pupils of grades 1 to 4 come only where their school has switched that on."""

import re

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.organisations.access import require_administrator
from parta.organisations.invites import queries

LAST_JUNIOR_GRADE = 4


class JoiningPolicy(msgspec.Struct, frozen=True):
    """Whom an organisation lets in."""

    junior_grades: bool


def is_junior(grade: str) -> bool:
    """Whether a class of this grade is one of the first four; a grade that is no number is none of them."""
    number = re.search(r"\d+", grade)
    return number is not None and 1 <= int(number[0]) <= LAST_JUNIOR_GRADE


async def may_come(tx: Tx, organisation_id: int, grade: str) -> bool:
    """Whether pupils of this grade come into the organisation by invites."""
    return not is_junior(grade) or bool(await tx.value(queries.JUNIOR_GRADES, organisation_id))


async def require_grade(tx: Tx, organisation_id: int, grade: str) -> None:
    """409 `junior_grades_off` for a grade whose pupils do not come."""
    if not await may_come(tx, organisation_id, grade):
        raise Conflict("junior_grades_off")


async def read_policy(tx: Tx, organisation_id: int, *, by: int) -> JoiningPolicy:
    """Read whom an organisation lets in; for its administrators."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    return JoiningPolicy(bool(await tx.value(queries.JUNIOR_GRADES, organisation_id)))


async def change_policy(tx: Tx, organisation_id: int, policy: JoiningPolicy, *, by: int) -> None:
    """Switch the junior grades on or off; those who are in stay in."""
    await require_administrator(tx, organisation_id, right="settings", by=by)
    if await tx.value(queries.ALLOW_JUNIOR_GRADES, organisation_id, policy.junior_grades):
        await tx.audit(
            "junior_grades_switched",
            actor_id=by,
            subject=f"organisation:{organisation_id}",
            organisation_id=organisation_id,
            details={"on": policy.junior_grades},
        )
