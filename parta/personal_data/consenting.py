"""What guardians agree to for their children: here, or on paper that the school has noted."""

import datetime as dt
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, NotFound
from parta.identity.documents import Documents
from parta.personal_data import queries
from parta.personal_data.withdrawing import Withdrawal, find_withdrawal, take_back, withdraw

Way = Literal["here", "paper"]


class ChildName(msgspec.Struct, frozen=True):
    """Whose consent it is about."""

    id: int
    family_name: str
    given_name: str
    patronymic: str


class GuardianConsent(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the register: who agreed for the child to which version, when and how."""

    document: str
    version: str
    given_at: dt.datetime
    way: Way
    signed_on: dt.date | None
    by_name: str
    mine: bool
    in_force: bool


class _ConsentRow(msgspec.Struct, frozen=True):
    document: str
    version: str
    given_at: dt.datetime
    way: Way
    signed_on: dt.date | None
    by_person: str
    guardian_name: str
    mine: bool


class ChildConsent(msgspec.Struct, frozen=True, kw_only=True):
    """How consent stands for a child; `given` when somebody has agreed to every document in force."""

    child: ChildName
    given: bool
    consents: list[GuardianConsent]
    withdrawal: Withdrawal | None


async def read_for_child(tx: Tx, child_id: int, *, documents: Documents, by: int) -> ChildConsent:
    """How consent stands, for a guardian of the child."""
    child = await _find_child(tx, child_id, by=by)
    in_force = documents.versions()
    rows = await tx.rows(queries.GUARDIAN_CONSENTS, child_id, by, into=_ConsentRow)
    given = {(row.document, row.version) for row in rows}
    return ChildConsent(
        child=child,
        given=in_force <= given,
        consents=[
            GuardianConsent(
                document=row.document,
                version=row.version,
                given_at=row.given_at,
                way=row.way,
                signed_on=row.signed_on,
                by_name=row.guardian_name or row.by_person,
                mine=row.mine,
                in_force=(row.document, row.version) in in_force,
            )
            for row in rows
        ],
        withdrawal=await find_withdrawal(tx, child_id),
    )


async def give_for_child(tx: Tx, child_id: int, *, documents: Documents, by: int) -> None:
    """Agree to the documents in force for a child; a withdrawal that was not carried out yet is taken back."""
    await _find_child(tx, child_id, by=by)
    for document, version in sorted(documents.versions()):
        await tx.run(queries.GIVE_FOR_CHILD, child_id, by, document, version, now())
    await take_back(tx, child_id, by=by)
    await tx.audit("childs_consent_given", actor_id=by, subject=f"person:{child_id}")


async def withdraw_for_child(tx: Tx, child_id: int, *, by: int) -> None:
    """Take one's consent for a child back: the child's profile is erased when the term is over."""
    await _find_child(tx, child_id, by=by)
    await tx.run(queries.WITHDRAW_FOR_CHILD, child_id, by, now())
    if not await withdraw(tx, child_id, by=by):
        raise Conflict("withdrawn_already")


async def _find_child(tx: Tx, child_id: int, *, by: int) -> ChildName:
    """The only door: a child of whom one is a guardian now."""
    child = await tx.row(queries.CHILD, child_id, into=ChildName)
    if child is None or not await tx.value(queries.IS_GUARDIAN, by, child_id):
        raise NotFound
    return child
