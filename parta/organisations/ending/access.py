"""The doors of endings: an organisation whose end somebody decides. Forbidden and absent are one answer."""

from datetime import datetime

import msgspec

from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.organisations.ending import queries
from parta.organisations.roster.sources import spoken_title
from parta.organisations.territories.access import require_governor


class Ending(msgspec.Struct, frozen=True):
    """An organisation as it stands before its end."""

    id: int
    type: str
    name: str
    short_name: str
    inn: str
    settlement: str
    parent_id: int | None
    closed_at: datetime | None


async def find_governed(tx: Tx, organisation_id: int, *, by: int) -> Ending:
    """An organisation for operators and the staff of its territory; 404 for all others, and for territories."""
    await require_governor(tx, organisation_id, by=by)
    return await find_organisation(tx, organisation_id)


async def find_organisation(tx: Tx, organisation_id: int) -> Ending:
    """An organisation that is no territory, for whom another door has let in."""
    found = await tx.row(queries.ORGANISATION, organisation_id, into=Ending)
    if found is None:
        raise NotFound
    return found


def require_open(organisation: Ending) -> None:
    """409 `organisation_closed`."""
    if organisation.closed_at is not None:
        raise Conflict("organisation_closed")


def require_typed(organisation: Ending, typed: str) -> None:
    """422 `name_not_typed` unless the name was typed; case, quotes and spaces do not matter."""
    if spoken_title(typed) != spoken_title(organisation.name):
        raise Invalid("name_not_typed", field="name")
