"""Who looks after a territory: appointed and dismissed by the operator, known by their phone."""

from typing import Annotated

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.contacts import normalise
from parta.identity.names import FullName, checked
from parta.identity.settings import IdentitySettings
from parta.organisations.access import require_operator
from parta.organisations.events import RolesChanged
from parta.organisations.roles import expect_by_contact
from parta.organisations.territories import queries
from parta.organisations.territories.access import find_territory

MOST_STAFF = 100

NamePart = Annotated[str, Meta(max_length=60)]


class NewStaff(msgspec.Struct, frozen=True):
    """Whom to appoint: by full name and phone."""

    family_name: NamePart
    given_name: NamePart
    phone: Annotated[str, Meta(min_length=5, max_length=40)]
    patronymic: NamePart = ""


async def appoint(tx: Tx, territory_id: int, new: NewStaff, *, by: int | None) -> int:
    """Let this person look after the territory, once they sign in with the phone; appointing twice changes nothing.

    409 `contact_of_another` (with `holder`) when somebody with another name has the phone.
    """
    await require_operator(tx, by=by)
    await find_territory(tx, territory_id)
    name = checked(FullName(new.family_name, new.given_name, new.patronymic))
    contact = normalise(new.phone, region=tx.configuration.get(IdentitySettings).phone_region)
    if contact.kind != "phone":
        raise Invalid("contact_wrong", field="phone")
    if await tx.value(queries.COUNT_STAFF, territory_id) >= MOST_STAFF:
        raise Conflict("territory_staff_full")
    person_id = await expect_by_contact(tx, name, contact)
    if await tx.value(queries.APPOINT, territory_id, person_id, by, now()):
        await _announce(tx, "territory_staff_appointed", territory_id, person_id, by=by)
    return person_id


async def dismiss(tx: Tx, territory_id: int, person_id: int, *, by: int) -> None:
    """Let this person look after the territory no longer; 404 when they do not."""
    await require_operator(tx, by=by)
    if not await tx.value(queries.DISMISS, territory_id, person_id, now()):
        raise NotFound
    await _announce(tx, "territory_staff_dismissed", territory_id, person_id, by=by)


async def _announce(tx: Tx, action: str, territory_id: int, person_id: int, *, by: int | None) -> None:
    details = {"territory_id": territory_id}
    await tx.audit(action, actor_id=by, subject=f"person:{person_id}", details=details)
    tx.emit(RolesChanged(person_id=person_id))
