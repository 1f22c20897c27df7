"""People of a bundle against those of the database: who is new, who changed, who left."""

from collections import Counter

from parta.identity.names import FullName
from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.contacts import by_kind
from parta.organisations.roster.current import Current
from parta.organisations.roster.matching import Matched, Ref
from parta.organisations.roster.plan import Change, FieldChange, LinkWrite, Plan, differences, given
from parta.organisations.roster.wanted import Wanted

# Below this a school is too small for "most of its people left" to mean anything.
_MANY = 10


def find_gone(current: Current, bundle: Bundle, matched: Matched) -> dict[int, str]:
    """Find people of this source whom the bundle no longer names, with their sourcedIds.

    Of a complete bundle those absent, of a partial one those marked tobedeleted. Who has a row
    that was refused is not gone.
    """
    rows: dict[int, list[str]] = {}
    for sourced_id, person_id in current.links["user"].items():
        rows.setdefault(person_id, []).append(sourced_id)
    present = {ref for sid, ref in matched.refs.items() if sid in bundle.users} | set(matched.rows)
    gone: dict[int, str] = {}
    for person_id, sourced_ids in rows.items():
        if person_id in present or any(sid in bundle.refused["users"] for sid in sourced_ids):
            continue
        marked = any(sid in bundle.deleted["users"] for sid in sourced_ids)
        if bundle.is_bulk("users") or marked:
            gone[person_id] = sourced_ids[0]
    return gone


def find_departing(current: Current, gone: dict[int, str]) -> set[int]:
    """Find those of the gone who keep no role anywhere once this bundle is applied."""
    ending = Counter(one.person_id for one in current.roles.values() if one.source == "roster")
    return {
        person_id
        for person_id in gone
        if person_id in current.people and current.people[person_id].active_roles == ending[person_id]
    }


class PeopleComparison:
    """Names and contacts; also knows what everybody is called, for the titles of other changes."""

    def __init__(
        self, wanted: Wanted, current: Current, bundle: Bundle, matched: Matched, plan: Plan
    ) -> None:
        self.wanted, self.current, self.bundle = wanted, current, bundle
        self.matched, self.plan = matched, plan
        self.awarded = dict(plan.contacts)
        self.homerooms = _homerooms(wanted, current, matched)

    def compare(self) -> None:
        """Add changes and writes for everybody the bundle names."""
        links = self.current.links["user"]
        for sourced_id in self.wanted.people:
            if sourced_id not in links:
                self.plan.links.append(LinkWrite("user", sourced_id, self.matched.refs[sourced_id]))
        for ref, sourced_id in self.matched.rows.items():
            if isinstance(ref, str):
                self._add(ref, sourced_id)
            else:
                self._compare(ref, sourced_id)

    def name_of(self, ref: Ref) -> str:
        """Family and given name, as a title writes them."""
        sourced_id = self.matched.rows.get(ref)
        if sourced_id is not None:
            name = self.wanted.people[sourced_id].name
        elif isinstance(ref, int) and ref in self.current.people:
            name = self.current.people[ref].name
        else:
            return "?"
        return f"{name.family_name} {name.given_name}"

    def title_of(self, ref: Ref) -> str:
        """The name, and the class of a pupil."""
        homeroom = self.homerooms.get(ref)
        return f"{self.name_of(ref)}, {homeroom}" if homeroom else self.name_of(ref)

    def _add(self, ref: str, sourced_id: str) -> None:
        person = self.wanted.people[sourced_id]
        contacts = self.awarded.get(ref, ())
        self.plan.people[ref] = person.name
        fields = given(
            family_name=person.name.family_name,
            given_name=person.name.given_name,
            patronymic=person.name.patronymic,
            phone=by_kind(contacts, "phone"),
            email=by_kind(contacts, "email"),
        )
        self._changed(ref, sourced_id, fields, is_new=True)

    def _compare(self, ref: int, sourced_id: str) -> None:
        known, name = self.current.people[ref], self.wanted.people[sourced_id].name
        is_linked = sourced_id in self.current.links["user"]
        if known.elsewhere:
            if known.name != name:
                self.bundle.warn("users", self.bundle.users[sourced_id], "person_elsewhere")
            fields: tuple[FieldChange, ...] = ()
        else:
            fields = self._differences(ref, known.name, name)
        if not is_linked:
            self._changed(ref, sourced_id, fields or given(family_name=name.family_name), is_new=True)
        elif fields:
            self._changed(ref, sourced_id, fields, is_new=False)
        else:
            self.plan.unchanged["user"] += 1

    def _differences(self, ref: int, old: FullName, new: FullName) -> tuple[FieldChange, ...]:
        held = [one.contact for one in self.current.contacts.get(ref, ())]
        awarded = self.awarded.get(ref, ())
        if set(held) == set(awarded):
            self.awarded.pop(ref, None)
        if old != new:
            self.plan.renames[ref] = new
        return differences(
            family_name=(old.family_name, new.family_name),
            given_name=(old.given_name, new.given_name),
            patronymic=(old.patronymic, new.patronymic),
            phone=(by_kind(held, "phone"), by_kind(awarded, "phone")),
            email=(by_kind(held, "email"), by_kind(awarded, "email")),
        )

    def _changed(self, ref: Ref, sourced_id: str, fields: tuple[FieldChange, ...], *, is_new: bool) -> None:
        self.plan.changes.append(
            Change(
                entity="user",
                kind="new" if is_new else "changed",
                sourced_id=sourced_id,
                title=self.title_of(ref),
                file="users.csv",
                line=self.wanted.people[sourced_id].line,
                fields=fields,
            )
        )

    def say_who_left(self, gone: dict[int, str], losing: set[int]) -> None:
        """Name the people who lose what they had here; warn when that is most of the school."""
        left = {person_id: sid for person_id, sid in gone.items() if person_id in losing}
        for person_id, sourced_id in left.items():
            self.plan.changes.append(
                Change(
                    entity="user",
                    kind="gone",
                    sourced_id=sourced_id,
                    title=self.title_of(person_id),
                    file="users.csv",
                    line=self.bundle.deleted["users"].get(sourced_id),
                )
            )
        known = len({one.person_id for one in self.current.roles.values() if one.source == "roster"})
        if len(left) > _MANY and len(left) * 2 > known:
            self.plan.changes.append(
                Change(
                    entity="user",
                    kind="warning",
                    sourced_id="",
                    title=f"{len(left)} / {known}",
                    file="users.csv",
                    reason="mass_departure",
                )
            )


def _homerooms(wanted: Wanted, current: Current, matched: Matched) -> dict[Ref, str]:
    """The class each pupil belongs to, as the bundle or else the database has it."""
    found: dict[Ref, str] = {}
    for class_id, person_id, role in current.enrollments:
        one = current.classes.get(class_id)
        if role == "pupil" and one is not None and one.kind == "homeroom":
            found[person_id] = one.title
    for klass, person, role in wanted.enrollments:
        row = wanted.classes.get(klass)
        if role == "pupil" and row is not None and row.kind == "homeroom" and person in matched.refs:
            found[matched.refs[person]] = row.title
    return found
