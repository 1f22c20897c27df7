"""The doors of organisations: who may administer what. Forbidden and absent are one answer."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations import queries


class Administration(msgspec.Struct, frozen=True):
    """What somebody administers: `organisation_ids`, or everything for an operator."""

    is_operator: bool
    organisation_ids: frozenset[int]

    def covers(self, organisation_id: int) -> bool:
        """Say whether this organisation is among them."""
        return self.is_operator or organisation_id in self.organisation_ids

    def scope(self) -> list[int] | None:
        """The organisations as a query takes them; None for all."""
        return None if self.is_operator else sorted(self.organisation_ids)


EVERYTHING = Administration(True, frozenset())


class _Administered(msgspec.Struct, frozen=True):
    organisation_id: int | None


async def administered_organisations(tx: Tx, person_id: int) -> Administration:
    """What this person administers now. Who administers a district administers its schools."""
    rows = await tx.rows(queries.ADMINISTERED, person_id, into=_Administered)
    ids = [row.organisation_id for row in rows]
    return Administration(None in ids, frozenset(one for one in ids if one is not None))


async def require_administration(tx: Tx, *, by: int) -> Administration:
    """What this person administers; 404 when that is nothing."""
    administration = await administered_organisations(tx, by)
    if not administration.is_operator and not administration.organisation_ids:
        raise NotFound
    return administration


async def require_administrator(tx: Tx, organisation_id: int, *, by: int) -> None:
    """404 unless this person administers the organisation, which exists."""
    administration = await administered_organisations(tx, by)
    if not administration.covers(organisation_id):
        raise NotFound
    if administration.is_operator and not await tx.value(queries.ORGANISATION_EXISTS, organisation_id):
        raise NotFound


async def require_operator(tx: Tx, *, by: int) -> None:
    """404 unless this person is an operator of the installation."""
    if not (await administered_organisations(tx, by)).is_operator:
        raise NotFound
