"""What the database holds of the organisations and people a bundle speaks about, read in a dozen queries."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

import msgspec

from parta.core.db import Tx
from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster import queries_current as queries


class CurrentOrg(msgspec.Struct, frozen=True):
    """An organisation as it is."""

    id: int
    type: str
    name: str
    parent_id: int | None
    closed: bool


class CurrentYear(msgspec.Struct, frozen=True):
    """A school year as it is."""

    id: int
    title: str
    starts_on: date
    ends_on: date


class CurrentClass(msgspec.Struct, frozen=True):
    """A class as it is."""

    id: int
    organisation_id: int
    kind: str
    title: str
    grade: str
    subject: str
    school_year_id: int | None
    closed: bool
    # By hand, since a roster named it last: the next roster may know it by another number.
    went_up: bool = False


class CurrentPerson(msgspec.Struct, frozen=True):
    """A person: `elsewhere` has roles outside what the uploader administers, `shared` comes from two rosters."""

    id: int
    family_name: str
    given_name: str
    patronymic: str
    claimed: bool
    active_roles: int
    elsewhere: bool
    shared: bool

    @property
    def name(self) -> FullName:
        """The whole name."""
        return FullName(self.family_name, self.given_name, self.patronymic)


class CurrentContact(msgspec.Struct, frozen=True):
    """A contact and whose it is."""

    person_id: int
    contact: Contact
    proven: bool


class CurrentRole(msgspec.Struct, frozen=True):
    """A role that has not ended."""

    id: int
    person_id: int
    organisation_id: int
    role: str
    position: str
    subject: str
    confirmed: bool
    source: str
    sourced_id: str
    # Position and subject were written by hand.
    appointed: bool = False
    # An administrator with every right.
    chief: bool = False


class CurrentEnrollment(msgspec.Struct, frozen=True):
    """A place in a class that has not ended."""

    class_id: int
    person_id: int
    role: str
    class_teacher: bool
    source: str
    sourced_id: str


class CurrentGuardianship(msgspec.Struct, frozen=True):
    """A link that has not ended; `roster_source_id` is the roster that told of it."""

    guardian_id: int
    child_id: int
    relation: str
    roster_source_id: int | None


class Current(msgspec.Struct, kw_only=True):
    """Everything a bundle is compared with; `orgs` is the scope, `links` lead from sourcedIds to ids.

    `joined_orgs` are sourcedIds of organisations that live on in another one.
    """

    source_id: int | None
    links: dict[str, dict[str, int]]
    joined_orgs: frozenset[str]
    orgs: dict[int, CurrentOrg]
    years: dict[int, CurrentYear]
    classes: dict[int, CurrentClass]
    people: dict[int, CurrentPerson]
    contacts: dict[int, list[CurrentContact]]
    holders: dict[Contact, CurrentContact]
    roles: dict[tuple[int, int, str], CurrentRole]
    enrollments: dict[tuple[int, int, str], CurrentEnrollment]
    guardianships: dict[tuple[int, int], CurrentGuardianship]


class _Link(msgspec.Struct, frozen=True):
    entity: str
    sourced_id: str
    entity_id: int


class _ContactRow(msgspec.Struct, frozen=True):
    person_id: int
    kind: str
    value: str
    proven: bool


async def links_of(tx: Tx, source_id: int | None) -> dict[str, dict[str, int]]:
    """Every sourcedId this source has used, by entity."""
    links: dict[str, dict[str, int]] = {entity: {} for entity in ("org", "year", "class", "user")}
    if source_id is not None:
        for link in await tx.rows(queries.LINKS, source_id, into=_Link):
            links[link.entity][link.sourced_id] = link.entity_id
    return links


async def read_current(
    tx: Tx,
    *,
    source_id: int | None,
    links: dict[str, dict[str, int]],
    org_ids: Collection[int],
    contacts: Collection[Contact],
    administered: Collection[int] | None,
) -> Current:
    """Read the state of these organisations, the people linked to the source and the holders of the contacts.

    `administered` None means the uploader may change everything.
    """
    orgs, linked = list(org_ids), list(set(links["user"].values()))
    held = await tx.rows(
        queries.HELD_CONTACTS, [c.kind for c in contacts], [c.value for c in contacts], into=_ContactRow
    )
    people = sorted({*linked, *(row.person_id for row in held)})
    allowed = None if administered is None else list(administered)
    known = await tx.rows(queries.PEOPLE, people, allowed, source_id, into=CurrentPerson)
    return Current(
        source_id=source_id,
        links=links,
        joined_orgs=frozenset(await tx.values(queries.JOINED_ORGS, source_id)),
        orgs={row.id: row for row in await tx.rows(queries.ORGS, orgs, into=CurrentOrg)},
        years={row.id: row for row in await tx.rows(queries.YEARS, orgs, into=CurrentYear)},
        classes={row.id: row for row in await tx.rows(queries.CLASSES, orgs, into=CurrentClass)},
        people={row.id: row for row in known},
        contacts=await _contacts_of(tx, people),
        holders={one.contact: one for one in map(_contact, held)},
        roles={
            (row.person_id, row.organisation_id, row.role): row
            for row in await tx.rows(queries.ROLES, orgs, into=CurrentRole)
        },
        enrollments={
            (row.class_id, row.person_id, row.role): row
            for row in await tx.rows(queries.ENROLLMENTS, orgs, into=CurrentEnrollment)
        },
        guardianships={
            (row.guardian_id, row.child_id): row
            for row in await tx.rows(queries.GUARDIANSHIPS, people, source_id, into=CurrentGuardianship)
        },
    )


async def _contacts_of(tx: Tx, people: list[int]) -> dict[int, list[CurrentContact]]:
    by_person: defaultdict[int, list[CurrentContact]] = defaultdict(list)
    for row in await tx.rows(queries.CONTACTS, people, into=_ContactRow):
        by_person[row.person_id].append(_contact(row))
    return by_person


def _contact(row: _ContactRow) -> CurrentContact:
    return CurrentContact(
        row.person_id, Contact("phone" if row.kind == "phone" else "email", row.value), row.proven
    )
