"""Reading organisations: one's own, and for those who administer them the people inside."""

from typing import TypeVar

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.paging import Page, decode_key, encode_key
from parta.organisations import queries
from parta.organisations.access import require_administrator, rights_by_organisation
from parta.organisations.rights import EVERY_RIGHT, Right

T = TypeVar("T", bound=msgspec.Struct)


class OrganisationBrief(msgspec.Struct, frozen=True):
    """An organisation in a list; `administered` and `rights` are about the one who asks."""

    id: int
    type: str
    name: str
    short_name: str
    parent_id: int | None
    time_zone: str
    closed: bool
    administered: bool
    rights: list[Right]


class _OrganisationRow(msgspec.Struct, frozen=True):
    id: int
    type: str
    name: str
    short_name: str
    parent_id: int | None
    time_zone: str
    closed: bool
    administered: bool
    sort: str


class Counts(msgspec.Struct, frozen=True):
    """How many there are now."""

    pupils: int
    parents: int
    teachers: int
    classes: int


class ClassBrief(msgspec.Struct, frozen=True):
    """A class with the number of its pupils."""

    id: int
    kind: str
    title: str
    grade: str
    subject: str
    pupils: int


class Organisation(OrganisationBrief, frozen=True):
    """One organisation. Staff see all its classes, others their own."""

    counts: Counts
    classes: list[ClassBrief]


class RoleHere(msgspec.Struct, frozen=True):
    """A role within the organisation asked about."""

    role: str
    position: str
    subject: str
    confirmed: bool


class ClassHere(msgspec.Struct, frozen=True):
    """A class of a person, and what the person is in it."""

    id: int
    title: str
    kind: str
    role: str
    class_teacher: bool


class PersonHere(msgspec.Struct, frozen=True):
    """A person as the administrator of the organisation sees them."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    roles: list[RoleHere]
    classes: list[ClassHere]


class _PersonRow(msgspec.Struct, frozen=True):
    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    search_name: str


class _RoleRow(RoleHere, frozen=True):
    person_id: int


class _ClassRow(ClassHere, frozen=True):
    person_id: int


async def list_organisations(tx: Tx, *, to: int, after: str | None, limit: int) -> Page[OrganisationBrief]:
    """Organisations by name: an operator's are all, anybody else's are their own."""
    name, last_id = decode_key(after, tuple[str, int]) if after else ("", 0)
    rights = await rights_by_organisation(tx, to)
    rows = await _organisations(tx, rights, to=to, name=name, last_id=last_id, limit=limit + 1)
    more = encode_key(rows[limit - 1].sort, rows[limit - 1].id) if len(rows) > limit else None
    return Page([_brief(row, rights) for row in rows[:limit]], more)


async def find_organisation(tx: Tx, organisation_id: int, *, to: int) -> Organisation:
    """An organisation to which the person belongs or which they administer; 404 for any other."""
    rights = await rights_by_organisation(tx, to)
    rows = await _organisations(tx, rights, to=to, organisation_id=organisation_id)
    if not rows:
        raise NotFound
    counts = await tx.row(queries.COUNTS, organisation_id, into=Counts)
    sees_all = rows[0].administered or await tx.value(queries.IS_STAFF, to, organisation_id)
    return Organisation(
        **msgspec.structs.asdict(_brief(rows[0], rights)),
        counts=counts or Counts(0, 0, 0, 0),
        classes=await tx.rows(queries.CLASSES, organisation_id, to, sees_all, into=ClassBrief),
    )


async def list_people(
    tx: Tx,
    organisation_id: int,
    *,
    role: str | None = None,
    class_id: int | None = None,
    q: str = "",
    after: str | None = None,
    limit: int = 50,
    by: int,
) -> Page[PersonHere]:
    """The people of an organisation by surname, for those who administer it."""
    await require_administrator(tx, organisation_id, right="people", by=by)
    name, last_id = decode_key(after, tuple[str, int]) if after else ("", 0)
    wanted = " ".join(q.lower().replace("ё", "е").replace("-", " ").split())
    rows = await tx.rows(
        queries.PEOPLE, organisation_id, role, class_id, wanted, name, last_id, limit + 1, into=_PersonRow
    )
    page = rows[:limit]
    ids = [row.id for row in page]
    roles = await tx.rows(queries.ROLES_OF, organisation_id, ids, into=_RoleRow)
    classes = await tx.rows(queries.CLASSES_OF, organisation_id, ids, into=_ClassRow)
    items = [
        PersonHere(
            row.id,
            row.family_name,
            row.given_name,
            row.patronymic,
            row.claimed,
            [_as(RoleHere, one) for one in roles if one.person_id == row.id],
            [_as(ClassHere, one) for one in classes if one.person_id == row.id],
        )
        for row in page
    ]
    return Page(items, encode_key(page[-1].search_name, page[-1].id) if len(rows) > limit else None)


async def _organisations(
    tx: Tx,
    rights: dict[int | None, frozenset[Right]],
    *,
    to: int,
    organisation_id: int | None = None,
    name: str = "",
    last_id: int = 0,
    limit: int = 1,
) -> list[_OrganisationRow]:
    return await tx.rows(
        queries.ORGANISATIONS,
        to,
        None in rights,
        sorted(one for one in rights if one is not None),
        organisation_id,
        name,
        last_id,
        limit,
        into=_OrganisationRow,
    )


def _brief(row: _OrganisationRow, rights: dict[int | None, frozenset[Right]]) -> OrganisationBrief:
    held = rights.get(row.id, frozenset()) | rights.get(None, frozenset())
    known = msgspec.structs.asdict(row)
    del known["sort"]
    return OrganisationBrief(**known, rights=[one for one in EVERY_RIGHT if one in held])


def _as(shape: type[T], row: msgspec.Struct) -> T:
    return msgspec.convert(row, shape, from_attributes=True)
