"""The organisation a workbook is about, as it is now."""

from collections import defaultdict
from collections.abc import Collection

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.identity.contacts import Contact
from parta.organisations.roster.current import Current, CurrentClass, links_of, read_current
from parta.organisations.workbook import queries
from parta.organisations.workbook.lines import class_name

# What a workbook has brought says so by its sourcedId; everything else is somebody else's to end.
BROUGHT = "workbook:"


class Organisation(msgspec.Struct, frozen=True):
    """The organisation itself."""

    id: int
    type: str
    name: str
    closed: bool


class Here(msgspec.Struct, kw_only=True):
    """Everything rows are matched with; `links` are those this organisation's workbooks have made."""

    organisation: Organisation
    source_id: int | None
    links: dict[str, int]
    current: Current
    members: frozenset[int]
    pupils: frozenset[int]
    staff: frozenset[int]
    # Those of the members who are grown up as far as anybody here knows.
    adults: frozenset[int]
    # The homerooms of each pupil by the one spelling of their names and by id, and the open ones by that spelling.
    homerooms: dict[int, set[str]]
    places: dict[int, list[int]]
    classes: dict[str, list[CurrentClass]]
    guardians: dict[int, set[int]]
    linked: dict[int, list[str]]


async def read_here(tx: Tx, organisation_id: int, contacts: Collection[Contact]) -> Here:
    """Read it in a dozen queries; 404 when the organisation is not there."""
    organisation = await tx.row(queries.ORGANISATION, organisation_id, into=Organisation)
    if organisation is None:
        raise NotFound
    source_id = await tx.value(queries.SOURCE, organisation_id)
    stored = await links_of(tx, source_id)
    members = await tx.values(queries.MEMBERS, organisation_id)
    current = await read_current(
        tx,
        source_id=source_id,
        links={**stored, "user": {**stored["user"], **{f"n:{one}": one for one in members}}},
        org_ids=[organisation_id],
        contacts=contacts,
        administered=[organisation_id],
    )
    links = {sid: one for sid, one in stored["user"].items() if one in current.people}
    return _seen(organisation, source_id, links, frozenset(members), current)


def _seen(
    organisation: Organisation,
    source_id: int | None,
    links: dict[str, int],
    members: frozenset[int],
    current: Current,
) -> Here:
    pupils = frozenset(person for person, _, role in current.roles if role == "pupil")
    classes: defaultdict[str, list[CurrentClass]] = defaultdict(list)
    for one in current.classes.values():
        if one.kind == "homeroom" and not one.closed:
            classes[class_name(one.title).key].append(one)
    homerooms: defaultdict[int, set[str]] = defaultdict(set)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for class_id, person, role in current.enrollments:
        one = current.classes[class_id]
        if role == "pupil" and one.kind == "homeroom" and not one.closed:
            homerooms[person].add(class_name(one.title).key)
            places[person].append(class_id)
    guardians: defaultdict[int, set[int]] = defaultdict(set)
    for guardian, child in current.guardianships:
        guardians[child].add(guardian)
    grown = {person for person, _, role in current.roles if role != "pupil"}
    return Here(
        organisation=organisation,
        source_id=source_id,
        links=links,
        current=current,
        members=members,
        pupils=pupils,
        staff=frozenset(person for person, _, role in current.roles if role == "teacher"),
        adults=frozenset(grown | {guardian for guardian, _ in current.guardianships}),
        homerooms=dict(homerooms),
        places=dict(places),
        classes=dict(classes),
        guardians=dict(guardians),
        linked=_by_person(links),
    )


def _by_person(links: dict[str, int]) -> dict[int, list[str]]:
    """The sourcedIds of everybody, sorted."""
    linked: defaultdict[int, list[str]] = defaultdict(list)
    for sourced_id, person in sorted(links.items()):
        linked[person].append(sourced_id)
    return dict(linked)
