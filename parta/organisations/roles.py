"""Giving and withdrawing roles by hand. Only those who administer do it; a roster does it in its own way."""

from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.contacts import Contact
from parta.identity.expected import expect_people, set_expected_contacts
from parta.identity.names import FullName
from parta.organisations import queries
from parta.organisations.access import require_administrator, require_operator
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.rights import Right
from parta.organisations.roster.values import spoken

Role = Literal["pupil", "parent", "teacher", "administrator", "operator"]


class _Holder(msgspec.Struct, frozen=True):
    id: int
    family_name: str
    given_name: str
    patronymic: str
    proven: bool


async def grant_role(
    tx: Tx,
    person_id: int,
    role: Role,
    organisation_id: int | None,
    *,
    position: str = "",
    subject: str = "",
    by: int | None,
) -> None:
    """Give a confirmed role, or confirm the one there is; doing it twice changes nothing.

    `by` None is the command line of the server itself.
    """
    _check_place(role, organisation_id)
    await _require_right(tx, organisation_id, role, by)
    if not await tx.value(queries.PERSON_EXISTS, person_id):
        raise NotFound
    await _grant(tx, person_id, role, organisation_id, position, subject, by=by)


async def _grant(
    tx: Tx,
    person_id: int,
    role: Role,
    organisation_id: int | None,
    position: str = "",
    subject: str = "",
    *,
    by: int | None,
) -> None:
    if await tx.value(queries.GRANT_ROLE, person_id, organisation_id, role, position, subject, now()):
        await _announce(tx, "role.granted", person_id, role, organisation_id, by)


async def withdraw_role(
    tx: Tx, person_id: int, role: Role, organisation_id: int | None, *, by: int | None
) -> None:
    """End a role; 404 when there is none, 409 `last_operator` when nobody would be left to run the installation.

    409 `last_chief` when nobody would be left with every right in the organisation.
    """
    _check_place(role, organisation_id)
    await _require_right(tx, organisation_id, role, by)
    if role == "operator" and set(await tx.values(queries.LOCK_OPERATORS)) == {person_id}:
        raise Conflict("last_operator")
    if role == "administrator" and organisation_id is not None:
        await keep_a_chief(tx, organisation_id, without=person_id)
    if not await tx.value(queries.WITHDRAW_ROLE, person_id, organisation_id, role, now()):
        raise NotFound
    await _announce(tx, "role.withdrawn", person_id, role, organisation_id, by)


async def appoint_first_administrator(
    tx: Tx, name: FullName, contact: Contact, organisation_id: int | None = None
) -> int:
    """Expect a person by this contact and make them operator, or administrator of the organisation; the person's id.

    409 `contact_of_another` (with `holder`) when somebody with another name has the contact.
    """
    if organisation_id is not None and not await tx.value(queries.ORGANISATION_EXISTS, organisation_id):
        raise NotFound
    person_id = await expect_by_contact(tx, name, contact)
    role: Role = "operator" if organisation_id is None else "administrator"
    await grant_role(tx, person_id, role, organisation_id, by=None)
    return person_id


async def appoint_proven(tx: Tx, name: FullName, phone: Contact, organisation_id: int, *, by: int) -> int:
    """Make whoever signs in with this phone, proved a moment ago, administrator; the caller has let `by` decide that.

    409 `administrator_is_pupil`; 409 `contact_of_another` when a roster expects somebody else by the phone, who
    has never signed in: nothing tells then whose it is. It names nobody.
    """
    holder = await tx.row(queries.HOLDER, phone.kind, phone.value, into=_Holder)
    if holder is not None and not holder.proven and not _alike(holder, name):
        raise Conflict("contact_of_another")
    person_id = holder.id if holder is not None else await expect_by_contact(tx, name, phone)
    if await tx.value(queries.IS_PUPIL, person_id):
        raise Conflict("administrator_is_pupil")
    await _grant(tx, person_id, "administrator", organisation_id, by=by)
    return person_id


async def expect_by_contact(tx: Tx, name: FullName, contact: Contact) -> int:
    """The person of this name and contact, expected if nobody has it; 409 `contact_of_another` (with `holder`)."""
    holder = await tx.row(queries.HOLDER, contact.kind, contact.value, into=_Holder)
    if holder is None:
        [person_id] = await expect_people(tx, [name])
        await set_expected_contacts(tx, {person_id: [contact]})
        return person_id
    if not _alike(holder, name):
        raise Conflict("contact_of_another", holder=f"{holder.family_name} {holder.given_name}")
    return holder.id


def _alike(holder: _Holder, name: FullName) -> bool:
    return spoken(holder.family_name, holder.given_name) == spoken(name.family_name, name.given_name)


async def keep_a_chief(tx: Tx, organisation_id: int, *, without: int) -> None:
    """409 `last_chief` when nobody but this person has every right there; two who step down at once wait for each other."""
    if set(await tx.values(queries.LOCK_CHIEFS, organisation_id)) == {without}:
        raise Conflict("last_chief")


def _check_place(role: Role, organisation_id: int | None) -> None:
    if (role == "operator") != (organisation_id is None):
        raise Invalid("role_of_organisation", field="organisation_id")


async def _require_right(tx: Tx, organisation_id: int | None, role: Role, by: int | None) -> None:
    if by is None:
        return
    if organisation_id is None:
        await require_operator(tx, by=by)
    else:
        right: Right = "everything" if role == "administrator" else "people"
        await require_administrator(tx, organisation_id, right=right, by=by)


async def _announce(
    tx: Tx, action: str, person_id: int, role: Role, organisation_id: int | None, by: int | None
) -> None:
    await tx.audit(
        action,
        actor_id=by,
        subject=f"person:{person_id}",
        organisation_id=organisation_id,
        details={"role": role},
    )
    tx.emit(RolesChanged(person_id=person_id))
    if organisation_id is not None:
        classes = await tx.values(queries.CLASSES_OF_PERSON, person_id, organisation_id)
        tx.emit(RosterApplied(organisation_ids=[organisation_id], class_ids=sorted(set(classes))))
