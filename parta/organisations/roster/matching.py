"""Who of the file is who of the database. A person found is an id, a new one is named by the sourcedId."""

from collections import defaultdict

import msgspec

from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.current import Current
from parta.organisations.roster.values import spoken
from parta.organisations.roster.wanted import Wanted

Ref = int | str


class Matched(msgspec.Struct, kw_only=True):
    """`refs` lead from sourcedIds to people; `rows` from people to the sourcedId that describes them."""

    refs: dict[str, Ref]
    rows: dict[Ref, str]


def match_people(wanted: Wanted, current: Current, bundle: Bundle) -> Matched:
    """By sourcedId, else by a contact with the same name; people of the file alike are joined the same way."""
    return _Matching(wanted, current, bundle).match()


class _Matching:
    def __init__(self, wanted: Wanted, current: Current, bundle: Bundle) -> None:
        self.wanted, self.current, self.bundle = wanted, current, bundle
        self.refs: dict[str, Ref] = {}
        self.rows: dict[Ref, str] = {}
        self.by_contact: defaultdict[Contact, list[str]] = defaultdict(list)
        self.has_role = {person for person, _, _ in wanted.roles}

    def match(self) -> Matched:
        links = self.current.links["user"]
        for sourced_id in self.wanted.people:
            person_id = links.get(sourced_id)
            if person_id is not None and person_id in self.current.people:
                self._settle(sourced_id, person_id)
        for sourced_id in list(self.wanted.people):
            if sourced_id not in self.refs:
                self._find(sourced_id)
        # People whom this bundle only mentions: a place in a class may be all that changed.
        mentioned = {
            sid: one for sid, one in links.items() if sid not in self.refs and one in self.current.people
        }
        return Matched(refs={**mentioned, **self.refs}, rows=self.rows)

    def _find(self, sourced_id: str) -> None:
        person = self.wanted.people[sourced_id]
        if sourced_id not in self.has_role:
            # Nobody needs a profile of somebody who is nothing here, least of all that somebody.
            self.bundle.warn("users", self.bundle.users[sourced_id], "user_without_role")
            del self.wanted.people[sourced_id]
            return
        for contact in person.contacts:
            holder = self.current.holders.get(contact)
            found = self.current.people.get(holder.person_id) if holder else None
            if found and alike(found.name, person.name) and not self._is_family_of(sourced_id, found.id):
                self._settle(sourced_id, found.id)
                return
        for contact in person.contacts:
            for other in self.by_contact[contact]:
                if alike(self.wanted.people[other].name, person.name) and not self._are_family(
                    sourced_id, other
                ):
                    self._settle(sourced_id, self.refs[other])
                    return
        self._settle(sourced_id, sourced_id)

    def _settle(self, sourced_id: str, ref: Ref) -> None:
        self.refs[sourced_id] = ref
        known = self.rows.get(ref)
        if known is not None:
            self.bundle.warn("users", self.bundle.users[sourced_id], "same_person")
        # The first line of the file speaks for the person, whichever of them was known before.
        if known is None or self.bundle.users[sourced_id].line < self.bundle.users[known].line:
            self.rows[ref] = sourced_id
        for contact in self.wanted.people[sourced_id].contacts:
            self.by_contact[contact].append(sourced_id)

    def _is_family_of(self, sourced_id: str, person_id: int) -> bool:
        other = self.rows.get(person_id)
        return other is not None and self._are_family(sourced_id, other)

    def _are_family(self, one: str, other: str) -> bool:
        """A father and a son may share both name and phone, and are two people all the same."""
        return (one, other) in self.wanted.guardianships or (other, one) in self.wanted.guardianships


def alike(one: FullName, other: FullName) -> bool:
    """Say whether these may be one person: a father's name that only one of them has contradicts nothing."""
    if spoken(one.family_name, one.given_name) != spoken(other.family_name, other.given_name):
        return False
    fathers = {spoken("", name.patronymic) for name in (one, other) if name.patronymic}
    return len(fathers) < 2
