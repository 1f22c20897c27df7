"""The structure of an organisation as a workbook that, loaded again, changes nothing.

Contacts that people have proven are theirs and are not written; an empty cell takes nothing away.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable

from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.names import FullName
from parta.organisations.events import MinorsRead
from parta.organisations.roster.values import spoken
from parta.organisations.workbook.here import Here, read_here
from parta.organisations.workbook.layout import GROUP_KIND_WORDS, RELATION_WORDS, Kind
from parta.organisations.workbook.lines import class_name
from parta.organisations.workbook.template import GUIDE
from parta.organisations.workbook.writing import write_workbook

_MOST_PEOPLE = 20_000

Row = dict[str, str]


async def export_workbook(tx: Tx, organisation_id: int, *, by: int) -> bytes:
    """Write it and say so in the audit log: it is a look at every pupil here.

    422 `export_too_large` beyond 20 000 people.
    """
    here = await read_here(tx, organisation_id, ())
    if len(here.members) > _MOST_PEOPLE:
        raise Invalid("export_too_large")
    rows = _Exporting(here).rows()
    await tx.audit(
        "roster.exported",
        actor_id=by,
        subject=f"organisation:{organisation_id}",
        organisation_id=organisation_id,
        details={kind: len(some) for kind, some in rows.items()},
    )
    looked = MinorsRead(
        reader_id=by, person_ids=sorted(here.pupils), sort="table", organisation_id=organisation_id
    )
    tx.emit(looked)
    return await asyncio.to_thread(write_workbook, rows, GUIDE)


class _Exporting:
    def __init__(self, here: Here) -> None:
        self.here, self.current = here, here.current
        self.people = here.current.people
        self.namesakes = {
            sort: Counter(self._spoken(one) for one in people if one in self.people)
            for sort, people in (("pupil", here.pupils), ("staff", here.staff))
        }
        self.places: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for class_id, person_id, role in here.current.enrollments:
            if person_id in self.people:
                self.places[class_id, role].append(person_id)

    def rows(self) -> dict[Kind, list[Row]]:
        return {
            "staff": [self._staff(one) for one in self._sorted(self._confirmed("teacher"))],
            "classes": self._classes(),
            "pupils": [self._pupil(one) for one in self._sorted(self._confirmed("pupil"))],
            "parents": self._parents(),
            "groups": self._groups(),
        }

    def _staff(self, person_id: int) -> Row:
        role = self.current.roles[person_id, self.here.organisation.id, "teacher"]
        return self._person(person_id) | {"position": role.position, "subject": role.subject}

    def _pupil(self, person_id: int) -> Row:
        homes = self.here.places.get(person_id, [])
        # In two classes at once: the cell has room for one, and an empty one changes nothing.
        return self._person(person_id) | {
            "klass": self.current.classes[homes[0]].title if len(homes) == 1 else ""
        }

    def _parents(self) -> list[Row]:
        parents = self._confirmed("parent")
        pupils = self._confirmed("pupil")
        found = [
            self._person(guardian)
            | {
                "relation": RELATION_WORDS[one.relation],
                "child_number": str(child),
                "child_name": _full(self.people[child].name),
            }
            for (guardian, child), one in self.current.guardianships.items()
            if guardian in parents and child in pupils
        ]
        return sorted(found, key=lambda row: (row["family_name"], row["given_name"], row["child_name"]))

    def _classes(self) -> list[Row]:
        found = []
        for one in self.current.classes.values():
            if one.kind != "homeroom" or one.closed:
                continue
            name = class_name(one.title).match
            leads = [
                person for person in self.places[one.id, "teacher"]
                if self.current.enrollments[one.id, person, "teacher"].class_teacher and person in self.here.staff
            ]  # fmt: skip
            found.append(
                {
                    "title": one.title,
                    "grade": one.grade,
                    "letter": name[2].upper() if name else "",
                    "teacher": self._named(leads, "staff"),
                }
            )
        return sorted(found, key=lambda row: (row["grade"].zfill(3), row["title"]))

    def _groups(self) -> list[Row]:
        found = [
            {
                "title": one.title,
                "kind": GROUP_KIND_WORDS[one.kind],
                "subject": one.subject,
                "teacher": self._named(
                    [p for p in self.places[one.id, "teacher"] if p in self.here.staff], "staff"
                ),
                "members": self._members(one.id),
            }
            for one in self.current.classes.values()
            if one.kind in GROUP_KIND_WORDS and not one.closed
        ]
        return sorted(found, key=lambda row: row["title"])

    def _members(self, group_id: int) -> str:
        """Whole classes by their names, the rest one by one."""
        left = {one for one in self.places[group_id, "pupil"] if one in self.here.pupils}
        whole = []
        for titles in self.here.classes.values():
            pupils = set(self.places[titles[0].id, "pupil"])
            if len(titles) == 1 and pupils and pupils <= left:
                whole.append(titles[0].title)
                left -= pupils
        return "; ".join([*sorted(whole), *filter(None, [self._named(sorted(left), "pupil")])])

    def _named(self, people: Iterable[int], sort: str) -> str:
        """By name, or by number where a name means several."""
        return "; ".join(
            f"№ {one}" if self.namesakes[sort][self._spoken(one)] > 1 else _full(self.people[one].name)
            for one in people
        )

    def _person(self, person_id: int) -> Row:
        person = self.people[person_id]
        ids = [sid[3:] for sid in self.here.linked.get(person_id, ()) if sid.startswith("id:")]
        row = {
            "number": str(person_id),
            "id": ids[0] if ids else "",
            "family_name": person.family_name,
            "given_name": person.given_name,
            "patronymic": person.patronymic,
        }
        for kind in ("phone", "email"):
            own = [one for one in self.current.contacts.get(person_id, ()) if not one.proven]
            row[kind] = ", ".join(one.contact.value for one in own if one.contact.kind == kind)
        return row

    def _confirmed(self, role: str) -> set[int]:
        """A role that nobody has confirmed is not confirmed by a file that merely came back."""
        return {
            one.person_id
            for one in self.current.roles.values()
            if one.role == role and one.confirmed and one.person_id in self.people
        }

    def _sorted(self, people: Iterable[int]) -> list[int]:
        return sorted(people, key=lambda one: (self._spoken(one), one))

    def _spoken(self, person_id: int) -> str:
        person = self.people[person_id]
        return spoken(person.family_name, person.given_name)


def _full(name: FullName) -> str:
    return f"{name.family_name} {name.given_name} {name.patronymic}".strip()
