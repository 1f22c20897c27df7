"""Which contact goes to whom, when several people of a roster, or of the database, have the same one."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from parta.identity.contacts import Contact
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.current import Current, CurrentContact
from parta.organisations.roster.matching import Matched, Ref
from parta.organisations.roster.wanted import Wanted

Awarded = dict[Ref, tuple[Contact, ...]]
# What somebody else has proven: whom the roster lists with it gets it when that one moves to another.
Awaited = list[tuple[Ref, Contact]]


def award_contacts(
    wanted: Wanted, current: Current, bundle: Bundle, matched: Matched, departing: AbstractSet[int]
) -> tuple[Awarded, Awaited]:
    """The contacts of everybody whose contacts the roster may set, and of those who give theirs up; and who waits.

    What a person has proven is never taken. People who belong to other organisations too are left out.
    `departing` are those whom this roster leaves without any role.
    """
    return _Awarding(wanted, current, bundle, matched, departing).award()


class _Awarding:
    def __init__(
        self, wanted: Wanted, current: Current, bundle: Bundle, matched: Matched, departing: AbstractSet[int]
    ) -> None:
        self.wanted, self.current, self.bundle, self.matched = wanted, current, bundle, matched
        self.departing = departing
        self.families = {
            (matched.refs.get(guardian), matched.refs.get(child)) for guardian, child in wanted.guardianships
        }
        self.claims: dict[Contact, tuple[Ref, str]] = {}
        self.given: Awarded = {}
        self.awaited: Awaited = []

    def award(self) -> tuple[Awarded, Awaited]:
        for sourced_id, person in self.wanted.people.items():
            for contact in person.contacts:
                self._claim(contact, self.matched.refs[sourced_id], sourced_id)
        self.given = {ref: () for ref in self.matched.rows if not self._is_elsewhere(ref)}
        for contact, (ref, sourced_id) in self.claims.items():
            self._give(contact, ref, sourced_id)
        for ref in self.given:
            if isinstance(ref, int):
                self._keep_what_stays(ref)
        return self.given, self.awaited

    def _claim(self, contact: Contact, ref: Ref, sourced_id: str) -> None:
        if contact not in self.claims:
            self.claims[contact] = (ref, sourced_id)
            return
        other, other_row = self.claims[contact]
        if other == ref:
            return
        if (ref, other) in self.families:
            # A child must not be registered on a parent's number.
            self.claims[contact] = (ref, sourced_id)
            self._warn(other_row, "contact_of_guardian", contact)
        elif (other, ref) in self.families:
            self._warn(sourced_id, "contact_of_guardian", contact)
        else:
            self._warn(sourced_id, f"{contact.kind}_repeated", contact)

    def _give(self, contact: Contact, ref: Ref, sourced_id: str) -> None:
        holder = self.current.holders.get(contact)
        if self._is_elsewhere(ref):
            if holder is None or holder.person_id != ref:
                self._warn(sourced_id, "person_elsewhere", contact)
            return
        if holder is not None and holder.person_id != ref and not self._gives_up(holder):
            self._warn(sourced_id, f"{contact.kind}_taken", contact)
            self.awaited.append((ref, contact))
            return
        self.given[ref] = (*self.given[ref], contact)

    def _gives_up(self, holder: CurrentContact) -> bool:
        """Whoever the contact was only expected of, and is no longer: moved on in this roster, or gone for good."""
        person = self.current.people.get(holder.person_id)
        if holder.proven or person is None or person.elsewhere or person.shared:
            return False
        if holder.person_id in self.matched.rows:
            return True
        if person.claimed or (person.active_roles and person.id not in self.departing):
            return False
        self.given[person.id] = tuple(
            one.contact for one in self.current.contacts[person.id] if one.contact not in self.claims
        )
        return True

    def _keep_what_stays(self, ref: int) -> None:
        """Proven contacts stay, and so do those another roster gave."""
        shared = ref in self.current.people and self.current.people[ref].shared
        for one in self.current.contacts.get(ref, ()):
            taken = self.claims.get(one.contact, (ref, ""))[0] != ref
            if (one.proven or (shared and not taken)) and one.contact not in self.given[ref]:
                self.given[ref] = (*self.given[ref], one.contact)

    def _is_elsewhere(self, ref: Ref) -> bool:
        return isinstance(ref, int) and ref in self.current.people and self.current.people[ref].elsewhere

    def _warn(self, sourced_id: str, reason: str, contact: Contact) -> None:
        self.bundle.warn("users", self.bundle.users[sourced_id], reason, contact.value)


def by_kind(contacts: Iterable[Contact], kind: str) -> str:
    """The contacts of one kind as one text, for a person to compare."""
    return ", ".join(sorted(one.value for one in contacts if one.kind == kind))
