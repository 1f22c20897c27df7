"""Who of a workbook is who of the organisation: by ID, by the platform's number, by contact, by name and place.

Where two people fit nobody is chosen: the row is refused, and says why.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from parta.identity.contacts import Contact
from parta.identity.names import FullName
from parta.organisations.roster.matching import alike
from parta.organisations.roster.values import spoken
from parta.organisations.workbook.here import Here
from parta.organisations.workbook.lines import Human
from parta.organisations.workbook.refusals import CellRefused

Sort = Literal["pupil", "staff", "parent"]


class Draft(msgspec.Struct, eq=False):
    """Somebody of the file: whom rows have told of, and who that is in the database, if anybody."""

    sourced_id: str
    person_id: int | None
    name: FullName
    contacts: dict[Contact, None]
    line: int
    sorts: set[Sort]
    klass: str = ""
    born: str = ""
    # A phone that is a grown-up's of the same name: left to them, with a warning.
    left_to_guardian: list[Contact] = []


class Matching:
    """Finds each person of a file once, whatever sheets name them."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.drafts: dict[str, Draft] = {}
        self.by_person: dict[int, Draft] = {}
        self.by_contact: dict[Contact, list[Draft]] = {}
        self.by_name: dict[str, list[Draft]] = {}
        self.named: dict[tuple[Sort, str], list[int]] = {}
        for sort, people in (("pupil", here.pupils), ("staff", here.staff)):
            for person_id in sorted(people & here.current.people.keys()):
                name = here.current.people[person_id].name
                self.named.setdefault((sort, _spoken(name)), []).append(person_id)  # type: ignore[arg-type]

    def pupil(self, human: Human, line: int, klass: str, born: date | None) -> Draft:
        """A pupil of a class; two rows about one pupil are one too many."""
        sign = _digest("born", _spoken(human.name), human.name.patronymic.casefold(), born) if born else ""
        person_id = self._known(human) if human.id or human.number else None
        if person_id is None and not human.is_new:
            person_id = self._by_contact(human, "pupil") or self.here.links.get(sign)
            if person_id is None:
                person_id = self._by_class(human, klass, sign)
        draft = self._settle(
            human,
            line,
            "pupil",
            person_id,
            sign or _digest("row", "pupil", human.name, klass, human.contacts),
        )
        if draft.line != line:
            raise CellRefused("name", "row_repeated", _said(human.name))
        draft.klass, draft.born = klass, sign
        return draft

    def staff(self, human: Human, line: int) -> Draft:
        """A member of staff; by name alone when only one is called so."""
        person_id = self._known(human) if human.id or human.number else None
        if person_id is None and not human.is_new:
            person_id = self._by_contact(human, "staff") or self._only(human, self._called("staff", human))
        draft = self._settle(
            human, line, "staff", person_id, _digest("row", "staff", human.name, human.contacts)
        )
        if draft.line != line:
            raise CellRefused("name", "row_repeated", _said(human.name))
        return draft

    def parent(self, human: Human, line: int, child: Draft | int) -> Draft:
        """A parent of a child; who has a namesake among the child's guardians is that guardian."""
        child_id = child.person_id if isinstance(child, Draft) else child
        person_id = self._known(human) if human.id or human.number else None
        if person_id is None and not human.is_new:
            person_id = self._by_contact(human, "parent")
        if person_id is None and not human.is_new and child_id is not None:
            guardians = sorted(self.here.guardians.get(child_id, ()))
            person_id = self._only(human, self._alike(human, guardians))
        # Without a contact nothing tells one mother from her namesake: each child has its own.
        whose = "" if human.contacts else (child.sourced_id if isinstance(child, Draft) else child)
        return self._settle(
            human, line, "parent", person_id, _digest("row", "parent", human.name, human.contacts, whose)
        )

    def called(self, typed: str, sort: Sort, klass: str = "") -> list[Draft | int]:
        """Everybody of the file and of the organisation who is called so, or has this ID."""
        draft = self.drafts.get(f"id:{typed}")
        if draft is not None and sort in draft.sorts:
            return [draft]
        words = typed.split()
        wanted = FullName(words[0], words[1] if len(words) > 1 else "", " ".join(words[2:]))
        found: list[Draft | int] = [
            one
            for one in self.by_name.get(_spoken(wanted), ())
            if sort in one.sorts and alike(one.name, wanted) and klass in ("", one.klass)
        ]
        return found + [
            one for one in self.named.get((sort, _spoken(wanted)), ()) if self._fits(one, wanted, klass)
        ]

    def _fits(self, person_id: int, wanted: FullName, klass: str) -> bool:
        """Somebody here whom the file has not told of; whom it has put somewhere is there."""
        if person_id in self.by_person or not alike(self.here.current.people[person_id].name, wanted):
            return False
        return not klass or klass in self.here.homerooms.get(person_id, ())

    def _known(self, human: Human) -> int | None:
        by_id = self.here.links.get(f"id:{human.id}") if human.id else None
        if human.number is not None:
            if human.number not in self.here.members or human.number not in self.here.current.people:
                raise CellRefused(f"{human.prefix}number", "number_unknown", str(human.number))
            if by_id is not None and by_id != human.number:
                raise CellRefused(f"{human.prefix}number", "number_contradicts", str(human.number))
            return human.number
        return by_id

    def _by_contact(self, human: Human, sort: Sort) -> int | None:
        """Who has the contact and the name. A father and a son may share both, and are two people."""
        found = {}
        for contact in human.contacts:
            holder = self.here.current.holders.get(contact)
            person = self.here.current.people.get(holder.person_id) if holder else None
            if person is None or not alike(person.name, human.name):
                continue
            if person.id not in (self.here.adults if sort == "pupil" else self.here.pupils):
                found[person.id] = contact
        if len(found) > 1:
            raise CellRefused(f"{human.prefix}phone", "person_ambiguous", _said(human.name))
        return next(iter(found), None)

    def _by_class(self, human: Human, klass: str, sign: str) -> int | None:
        namesakes = self._called("pupil", human)
        here = [one for one in namesakes if klass in self.here.homerooms.get(one, ())]
        if here:
            return self._only(human, here)
        others = [one for one in namesakes if not self._is_another(one, sign)]
        if others and not human.id:
            raise CellRefused("name", "namesake_elsewhere", _said(human.name))
        return None

    def _is_another(self, person_id: int, sign: str) -> bool:
        """Known by another birth date."""
        signs = [one for one in self.here.linked.get(person_id, ()) if one.startswith("born:")]
        return bool(sign and signs)

    def _called(self, sort: Sort, human: Human) -> list[int]:
        return self._alike(human, self.named.get((sort, _spoken(human.name)), ()))

    def _alike(self, human: Human, people: Iterable[int]) -> list[int]:
        """Namesakes; who is known by another ID is somebody else."""
        return [
            one
            for one in people
            if one in self.here.current.people
            and alike(self.here.current.people[one].name, human.name)
            and not (human.id and any(sid.startswith("id:") for sid in self.here.linked.get(one, ())))
        ]

    def _only(self, human: Human, found: list[int]) -> int | None:
        if len(found) > 1:
            raise CellRefused(f"{human.prefix}name", "person_ambiguous", _said(human.name))
        return found[0] if found else None

    def _settle(self, human: Human, line: int, sort: Sort, person_id: int | None, sign: str) -> Draft:
        draft = self.by_person.get(person_id) if person_id is not None else self._in_file(human, sort)
        if draft is None:
            draft = Draft(self._sourced_id(human, person_id, sign), person_id, human.name, {}, line, set())
            self.drafts[draft.sourced_id] = draft
            self.by_name.setdefault(_spoken(draft.name), []).append(draft)
            if person_id is not None:
                self.by_person[person_id] = draft
        draft.sorts.add(sort)
        for contact in human.contacts:
            holder = self.here.current.holders.get(contact)
            if (
                sort == "pupil"
                and holder
                and holder.person_id != person_id
                and self._is_grown_namesake(holder.person_id, human)
            ):
                draft.left_to_guardian.append(contact)
                continue
            draft.contacts[contact] = None
            self.by_contact.setdefault(contact, []).append(draft)
        return draft

    def _in_file(self, human: Human, sort: Sort) -> Draft | None:
        """The same new person on another sheet or row; a pupil is nobody's parent."""
        if human.id and (same := self.drafts.get(f"id:{human.id}")) is not None:
            return same
        for contact in human.contacts:
            for other in self.by_contact.get(contact, ()):
                if (
                    ("pupil" in other.sorts) == (sort == "pupil")
                    and alike(other.name, human.name)
                    and not human.is_new
                ):
                    return other
        return None

    def _is_grown_namesake(self, person_id: int, human: Human) -> bool:
        person = self.here.current.people.get(person_id)
        return person is not None and person_id in self.here.adults and alike(person.name, human.name)

    def _sourced_id(self, human: Human, person_id: int | None, sign: str) -> str:
        if human.id:
            return f"id:{human.id}"
        known = self.here.linked.get(person_id, []) if person_id is not None else []
        best = known[0] if known else f"n:{person_id}" if person_id is not None else sign
        taken, number = best, 1
        while taken in self.drafts or (person_id is None and taken in self.here.links):
            number += 1
            taken = f"{best}~{number}"
        return taken


def _spoken(name: FullName) -> str:
    return spoken(name.family_name, name.given_name)


def _said(name: FullName) -> str:
    return f"{name.family_name} {name.given_name} {name.patronymic}".strip()


def _digest(sort: str, *what: object) -> str:
    """A key for a row without an ID. Only the hash is kept: a birth date is nobody's business here."""
    return f"{sort}:{hashlib.blake2b(repr(what).encode(), digest_size=12).hexdigest()}"
