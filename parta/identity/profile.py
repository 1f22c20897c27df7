"""What a person may change about themselves: names come from the school, so only preferences."""

import zoneinfo
from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity import queries
from parta.identity.contacts import ContactKind


async def set_preferences(
    tx: Tx, *, locale: Literal["ru", "en"] | None, time_zone: str | None, by: int
) -> None:
    """Change the language and the time zone; None leaves it. `time_zone_wrong` for a zone nobody knows."""
    if time_zone is not None and time_zone not in zoneinfo.available_timezones():
        raise Invalid("time_zone_wrong", field="time_zone")
    await tx.run(queries.SET_PREFERENCES, by, locale, time_zone)


class OwnContact(msgspec.Struct, frozen=True):
    """A way to sign in, as its owner sees it."""

    kind: ContactKind
    value: str
    proven: bool


async def own_contacts(tx: Tx, person_id: int) -> list[OwnContact]:
    """The phones and addresses of a person, for that person only."""
    return await tx.rows(queries.CONTACTS_OF, person_id, into=OwnContact)
