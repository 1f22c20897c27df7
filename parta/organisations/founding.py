"""An organisation that begins here, without a roster."""

from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.organisations import queries


class NewOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an organisation when it begins; its numbers were checked by the caller."""

    type: Literal["school", "vocational", "additional"]
    name: str
    short_name: str
    territory_id: int
    settlement: str
    inn: str
    kpp: str
    ogrn: str


async def found_organisation(tx: Tx, new: NewOrganisation, *, by: int) -> int:
    """Make an organisation in its territory; the caller has let `by` decide that."""
    values = msgspec.structs.astuple(new)
    organisation_id: int = await tx.value(queries.FOUND_ORGANISATION, *values)
    await tx.audit(
        "organisation_founded",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details={"name": new.name},
    )
    return organisation_id
