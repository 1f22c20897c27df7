"""From rows to the bundle that the roster's pipeline compares: people once, their roles, places and families."""

import msgspec

from parta.identity.contacts import Contact, ContactKind
from parta.identity.names import FullName
from parta.organisations.roster.bundle import Bundle, Ends
from parta.organisations.roster.columns import File
from parta.organisations.roster.current import CurrentClass
from parta.organisations.roster.records import (
    ClassRow,
    EnrollmentRow,
    FamilyRow,
    OrgRow,
    RoleRow,
    UserRow,
)
from parta.organisations.roster.refusals import Refusal
from parta.organisations.roster.values import spoken
from parta.organisations.workbook.here import BROUGHT, Here
from parta.organisations.workbook.lines import ClassName, Human
from parta.organisations.workbook.matching import Draft, Matching
from parta.organisations.workbook.refusals import CellRefused

ORG = "org"


class Place(msgspec.Struct, frozen=True):
    """Where something was said: a sheet, its row, and the words of its columns."""

    sheet: str
    row: int
    headers: dict[str, str]


class Made(msgspec.Struct, kw_only=True):
    """A bundle whose lines count `places`, and the links by which its people and classes are known."""

    bundle: Bundle
    places: list[Place]
    drafts: dict[str, Draft]
    people: dict[str, int]
    classes: dict[str, int]


class Making:
    """What all sheets write into: each verb says one thing of somebody, as often as it is said."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.matching = Matching(here)
        self.ends = Ends()
        self.bundle = Bundle(
            version="1.2",
            modes=dict.fromkeys(("orgs", "classes", "users", "roles", "enrollments"), "delta"),
            ends=self.ends,
        )
        self.places: list[Place] = []
        self.classes: dict[str, int] = {}
        # New homerooms by the one spelling of their names, and what is said of each sourcedId.
        self.new_classes: dict[str, str] = {}
        self.mentioned: dict[str, int] = {}
        here_org = here.organisation
        self.bundle.orgs[ORG] = OrgRow(
            line=0, sourced_id=ORG, name=here_org.name, type=here_org.type, parent=""
        )

    def place(self, sheet: str, row: int, headers: dict[str, str]) -> int:
        """Remember a place; the number it goes by as the line of a row."""
        self.places.append(Place(sheet, row, headers))
        return len(self.places)

    def refuse(self, file: File, line: int, field: str, reason: str, value: str = "") -> None:
        """Leave a row out; its column is told by its own word."""
        self.bundle.refusals.append(
            Refusal(
                file=f"{file}.csv",
                line=line,
                sourced_id="",
                reason=reason,
                value=value[:100],
                field=self.word(line, field),
            )
        )

    def warn(self, file: File, line: int, reason: str, value: str = "", *, field: str = "") -> None:
        """Say something about a row that was taken all the same."""
        self.bundle.warnings.append(
            Refusal(
                file=f"{file}.csv",
                line=line,
                sourced_id="",
                reason=reason,
                value=value[:100],
                field=self.word(line, field),
            )
        )

    def word(self, line: int, field: str) -> str:
        """What the file calls a field; a name has one column or three."""
        headers = self.places[line - 1].headers
        other = {"name": "family_name", "family_name": "name"}.get(field, "")
        return headers.get(field) or headers.get(other, "")

    # ── classes ──

    def find_class(self, name: ClassName, field: str) -> str | None:
        """The sourcedId of a homeroom that is here or stands in this file; None when there is none."""
        known = self.here.classes.get(name.key, ())
        if len(known) > 1:
            raise CellRefused(field, "class_ambiguous", name.typed)
        if known:
            return self.known_class(known[0])
        return self.new_classes.get(name.key)

    def known_class(self, one: CurrentClass) -> str:
        """The sourcedId of a class that is here."""
        sourced_id = f"c:{one.id}"
        self.classes[sourced_id] = one.id
        return sourced_id

    def set_class(self, name: ClassName, grade: str, line: int, field: str) -> str:
        """A homeroom: a new one, or a known one with another year of study; its name stays as it is here."""
        sourced_id = self.find_class(name, field)
        known = self.here.current.classes.get(self.classes.get(sourced_id or "", 0))
        sourced_id = sourced_id or f"class:{name.key}"
        if known is None:
            self.new_classes[name.key] = sourced_id
        title = known.title if known else name.title
        grade = grade or (known.grade if known else name.grade)
        self._add_class(sourced_id, title, "homeroom", grade, "", line)
        return sourced_id

    def set_group(self, title: str, kind: str, subject: str, line: int) -> str:
        """A group by its name, new or known."""
        same = [
            one
            for one in self.here.current.classes.values()
            if one.kind == kind and not one.closed and one.title.casefold() == title.casefold()
        ]
        if len(same) > 1:
            raise CellRefused("title", "class_ambiguous", title)
        sourced_id = self.known_class(same[0]) if same else f"group:{title.casefold()}"
        if sourced_id in self.bundle.classes:
            raise CellRefused("title", "class_repeated", title)
        subject = subject or (same[0].subject if same else title)
        self._add_class(
            sourced_id, same[0].title if same else title, kind, same[0].grade if same else "", subject, line
        )
        return sourced_id

    def _add_class(self, sourced_id: str, title: str, kind: str, grade: str, subject: str, line: int) -> None:
        self.bundle.classes[sourced_id] = ClassRow(
            line=line, sourced_id=sourced_id, title=title, kind=kind, grade=grade, course="", org=ORG, sessions=(),
            subjects=(subject,) if subject else (),
        )  # fmt: skip

    # ── people ──

    def give_role(self, who: Draft, role: str, line: int, position: str = "", subject: str = "") -> None:
        """A role here; a cell that is empty leaves what is known."""
        ours = "parent" if role == "parent" else "pupil" if role == "student" else "teacher"
        known = self.here.current.roles.get((who.person_id or 0, self.here.organisation.id, ours))
        # What the journal calls its own stays its own.
        theirs = known is not None and known.source == "roster" and not known.sourced_id.startswith(BROUGHT)
        self.bundle.roles.setdefault(
            f"{who.sourced_id}|{ours}",
            RoleRow(
                line=line,
                sourced_id=known.sourced_id if known and theirs else f"{BROUGHT}{ours}",
                user=who.sourced_id,
                role=role,
                org=ORG,
                primary=True,
                ends=None,
                position=position or (known.position if known else ""),
                subject=subject or (known.subject if known else ""),
            ),
        )

    def put(self, who: Draft | int, klass: str, role: str, line: int, *, leads: bool = False) -> None:
        """A place in a class."""
        person_id = who.person_id if isinstance(who, Draft) else who
        ours = "pupil" if role == "student" else "teacher"
        known = self.here.current.enrollments.get((self.classes.get(klass, 0), person_id or 0, ours))
        theirs = known is not None and known.source == "roster" and not known.sourced_id.startswith(BROUGHT)
        key = f"{klass}|{self.mention(who)}|{ours}"
        if key in self.bundle.enrollments and not leads:
            return
        self.bundle.enrollments[key] = EnrollmentRow(
            line=line, sourced_id=known.sourced_id if known and theirs else f"{BROUGHT}{ours}", klass=klass,
            user=self.mention(who), role=role, primary=leads or bool(known and known.class_teacher), ends=None,
        )  # fmt: skip

    def join_family(self, guardian: Draft, child: Draft | int, relation: str, line: int) -> None:
        """A guardian of a child; a relation that is not said stays as it is."""
        self.give_role(guardian, "parent", line)
        self.bundle.families.append(
            FamilyRow(
                line=line,
                sourced_id="",
                guardian=guardian.sourced_id,
                child=self.mention(child),
                relation=relation,
            )
        )

    def mention(self, who: Draft | int) -> str:
        """The sourcedId of somebody, whether rows tell of them or only name them."""
        if isinstance(who, Draft):
            return who.sourced_id
        if who in self.matching.by_person:
            return self.matching.by_person[who].sourced_id
        sourced_id = next(iter(self.here.linked.get(who, ())), f"n:{who}")
        self.mentioned[sourced_id] = who
        return sourced_id

    def made(self) -> Made:
        """The whole, with everybody as one row."""
        # Somebody of whom every row was refused is nobody yet.
        taken = {one.user for one in self.bundle.roles.values()}
        drafts = {sid: draft for sid, draft in self.matching.drafts.items() if sid in taken}
        claimed = {contact for draft in drafts.values() for contact in draft.contacts}
        for draft in drafts.values():
            self.bundle.users[draft.sourced_id] = self._user(draft, claimed)
            for contact in draft.left_to_guardian:
                self.warn("users", draft.line, "contact_of_guardian", contact.value)
        people = {one.sourced_id: one.person_id for one in drafts.values() if one.person_id is not None}
        return Made(
            bundle=self.bundle,
            places=self.places,
            drafts=drafts,
            people=self.mentioned | people,
            classes=self.classes,
        )

    def _user(self, draft: Draft, claimed: set[Contact]) -> UserRow:
        """An empty cell says nothing: what is known of the person stays."""
        known = self.here.current.people.get(draft.person_id or 0)
        name = draft.name
        # «Петр» in a table is no wish to rename Пётр.
        if known and spoken(known.family_name, known.given_name) == spoken(name.family_name, name.given_name):
            name = FullName(known.family_name, known.given_name, name.patronymic)
        contacts = list(draft.contacts)
        for one in self.here.current.contacts.get(draft.person_id or 0, ()):
            if one.contact not in claimed and not _has(contacts, one.contact.kind):
                contacts.append(one.contact)
        return UserRow(
            line=draft.line,
            sourced_id=draft.sourced_id,
            family_name=name.family_name,
            given_name=name.given_name,
            patronymic=name.patronymic or (known.patronymic if known else ""),
            contacts=tuple(contacts),
            agents=(),
            enabled=True,
            orgs=(),
            role="",
        )


def _has(contacts: list[Contact], kind: ContactKind) -> bool:
    return any(one.kind == kind for one in contacts)


def parent_headers(headers: dict[str, str], human: Human) -> dict[str, str]:
    """The columns about one parent of a pupil's row, by what they are of a person."""
    cut = len(human.prefix)
    return {field[cut:]: word for field, word in headers.items() if field.startswith(human.prefix)} | headers
