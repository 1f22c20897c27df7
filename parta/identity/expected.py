"""Set-based verbs of a roster: people who are expected, their names, the contacts they will prove.

People are locked before contacts, as in sign_in.py. Call `rename_people` before `set_expected_contacts`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from parta.core.db import Tx
from parta.identity import queries_expected as queries
from parta.identity.contacts import Contact, ContactKind
from parta.identity.events import PeopleRenamed
from parta.identity.names import FullName


class ContactHolder(msgspec.Struct, frozen=True):
    """Whose a contact is now."""

    kind: ContactKind
    value: str
    person_id: int
    proven_at: datetime | None
    claimed_at: datetime | None


class TakenContact(msgspec.Struct, frozen=True):
    """A contact that was not given, because it is another person's."""

    person_id: int
    kind: ContactKind
    value: str
    holder_id: int


async def expect_people(tx: Tx, names: Sequence[FullName], *, time_zone: str = "Europe/Moscow") -> list[int]:
    """Add expected profiles; their ids in the order of the names."""
    if not names:
        return []
    ids: list[int] = await tx.values(queries.EXPECT_PEOPLE, *_columns(names), time_zone)
    return sorted(ids)


async def rename_people(tx: Tx, names: Mapping[int, FullName]) -> int:
    """Give people the names of the roster; how many differed. Only those are announced."""
    if not names:
        return 0
    changed: list[int] = await tx.values(queries.RENAME_PEOPLE, list(names), *_columns(list(names.values())))
    if changed:
        tx.emit(PeopleRenamed(person_ids=sorted(changed)))
    return len(changed)


async def set_expected_contacts(tx: Tx, contacts: Mapping[int, Sequence[Contact]]) -> list[TakenContact]:
    """Make these the contacts by which each person may sign in; what could not be given, because another has it.

    What a person has proven stays theirs whatever the roster says. Within one call a contact wanted
    by several goes to the first: put grown-ups before children, because a child must not be
    registered on a parent's number. Whom nobody has received yet gets a taken contact as soon as its holder moves.
    """
    if not contacts:
        return []
    wanted = [(person, c.kind, c.value) for person, several in contacts.items() for c in several]
    people, kinds, values = (list(column) for column in zip(*wanted, strict=True)) if wanted else ([], [], [])
    await tx.run(queries.DROP_UNWANTED_CONTACTS, list(contacts), people, kinds, values)
    await tx.run(queries.ADD_EXPECTED_CONTACTS, people, kinds, values)
    taken = await tx.rows(queries.TAKEN_CONTACTS, people, kinds, values, into=TakenContact)
    await tx.run(queries.AWAIT_NOTHING, list(contacts))
    await await_contacts(tx, [(one.person_id, Contact(one.kind, one.value)) for one in taken])
    return taken


async def await_contacts(tx: Tx, wanted: Sequence[tuple[int, Contact]]) -> None:
    """Remember contacts that others have: whoever nobody has received yet gets them as soon as their holders move."""
    if wanted:
        people, contacts = zip(*wanted, strict=True)
        kinds, values = [one.kind for one in contacts], [one.value for one in contacts]
        await tx.run(queries.AWAIT_CONTACTS, list(people), kinds, values)


async def holders_of(tx: Tx, contacts: Sequence[Contact]) -> dict[Contact, ContactHolder]:
    """Whose these contacts are; those nobody has are absent."""
    rows = await tx.rows(
        queries.HOLDERS_OF, [c.kind for c in contacts], [c.value for c in contacts], into=ContactHolder
    )
    return {Contact(row.kind, row.value): row for row in rows}


def _columns(names: Sequence[FullName]) -> tuple[list[str], list[str], list[str]]:
    return [n.family_name for n in names], [n.given_name for n in names], [n.patronymic for n in names]
