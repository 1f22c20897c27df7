"""Renaming an organisation."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.organisations.access import require_administrator
from parta.organisations.ending import queries
from parta.organisations.ending.access import find_organisation, require_open
from parta.organisations.invites.naming import one_line
from parta.organisations.territories.access import governs


class NewNames(msgspec.Struct, frozen=True):
    """How an organisation is to be called; what is not given stays."""

    name: Annotated[str, Meta(min_length=1, max_length=300)] | UnsetType = UNSET
    short_name: Annotated[str, Meta(max_length=100)] | UnsetType = UNSET


async def rename_organisation(tx: Tx, organisation_id: int, names: NewNames, *, by: int) -> None:
    """Rename it: the full name is for operators and staff of the territory, the short one for its administrators, too."""
    if not await governs(tx, organisation_id, by=by):
        await require_administrator(tx, organisation_id, right="settings", by=by)
        if names.name is not UNSET:
            raise Invalid("full_name_of_staff", field="name")
    await tx.values(queries.LOCK, [organisation_id])
    one = await find_organisation(tx, organisation_id)
    require_open(one)
    name = one.name if names.name is UNSET else one_line(names.name)
    short = one.short_name if names.short_name is UNSET else one_line(names.short_name)
    if not name:
        raise Invalid("invalid", field="name")
    if (name, short) == (one.name, one.short_name):
        return
    await tx.run(queries.RENAME, one.id, name, short)
    await tx.audit(
        "organisation_renamed",
        actor_id=by,
        subject=f"organisation:{one.id}",
        organisation_id=one.id,
        details={"name": name, "short_name": short, "was": one.name, "was_short": one.short_name},
    )
