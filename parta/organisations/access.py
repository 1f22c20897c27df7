"""The doors of organisations: who may administer what. Forbidden and absent are one answer."""

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations import queries
from parta.organisations.rights import Right, rights_of


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
    limited_to: list[str] | None


async def rights_by_organisation(tx: Tx, person_id: int) -> dict[int | None, frozenset[Right]]:
    """What this person may do where, the rights of a district in its schools, too; None is the whole installation."""
    found: dict[int | None, frozenset[Right]] = {}
    for row in await tx.rows(queries.ADMINISTERED, person_id, into=_Administered):
        found[row.organisation_id] = found.get(row.organisation_id, frozenset()) | rights_of(row.limited_to)
    return found


async def administered_organisations(tx: Tx, person_id: int, *, right: Right | None) -> Administration:
    """Where this person has the right now; None asks for any, even none. Who administers a district administers its schools."""
    rights = await rights_by_organisation(tx, person_id)
    ids = frozenset(
        one for one, held in rights.items() if one is not None and (right is None or right in held)
    )
    return Administration(None in rights, ids)


async def require_administration(tx: Tx, *, right: Right, by: int) -> Administration:
    """Where this person has the right; 404 when nowhere."""
    administration = await administered_organisations(tx, by, right=right)
    if not administration.is_operator and not administration.organisation_ids:
        raise NotFound
    return administration


async def require_administrator(tx: Tx, organisation_id: int, *, right: Right, by: int) -> None:
    """404 unless this person has the right in the organisation, which exists."""
    administration = await administered_organisations(tx, by, right=right)
    if not administration.covers(organisation_id):
        raise NotFound
    if administration.is_operator and not await tx.value(queries.ORGANISATION_EXISTS, organisation_id):
        raise NotFound


async def has_every_right(tx: Tx, organisation_id: int, *, by: int | None) -> bool:
    """Whether somebody may make others administrators there; the server's own command line may."""
    if by is None:
        return True
    return (await administered_organisations(tx, by, right="everything")).covers(organisation_id)


async def require_operator(tx: Tx, *, by: int | None) -> None:
    """404 unless this person is an operator of the installation; None is the server itself, which nobody can be by a request."""
    if by is None:
        return
    if not (await administered_organisations(tx, by, right=None)).is_operator:
        raise NotFound
