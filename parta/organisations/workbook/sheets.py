"""The rows of each sheet, said to the making one by one; a row that cannot be taken is left out whole."""

import re
from collections.abc import Callable, Iterable

from parta.organisations.roster.columns import File
from parta.organisations.roster.refusals import RowRefused
from parta.organisations.workbook.here import BROUGHT, Here
from parta.organisations.workbook.layout import Kind
from parta.organisations.workbook.lines import (
    Cells,
    ClassLine,
    ClassName,
    GroupLine,
    Human,
    ParentLine,
    PupilLine,
    StaffLine,
    class_line,
    class_name,
    class_names,
    group_line,
    parent_line,
    pupil_line,
    staff_line,
)
from parta.organisations.workbook.making import Made, Making, parent_headers
from parta.organisations.workbook.matching import Draft, Sort
from parta.organisations.workbook.reading import Sheet, Workbook
from parta.organisations.workbook.refusals import CellRefused

Parsed = ClassLine | StaffLine | PupilLine | ParentLine | GroupLine
FILES: dict[Kind, File] = {
    "classes": "classes", "staff": "users", "pupils": "users", "parents": "users", "groups": "classes",
}  # fmt: skip


class Understood:
    """A workbook whose cells are read; refusals of single cells wait for the rest."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.rows: dict[Kind, list[tuple[int, Parsed | RowRefused]]] = {}
        for sheet in book.sheets:
            self.rows[sheet.kind] = [(line.row, self._read(sheet.kind, line.cells)) for line in sheet.lines]

    def people(self) -> Iterable[Human]:
        """Everybody who is named."""
        for _, parsed in (row for rows in self.rows.values() for row in rows):
            if isinstance(parsed, PupilLine):
                yield from (parsed.pupil, *parsed.parents)
            elif isinstance(parsed, StaffLine):
                yield parsed.person
            elif isinstance(parsed, ParentLine):
                yield parsed.parent

    def _read(self, kind: Kind, cells: Cells | None) -> Parsed | RowRefused:
        try:
            if cells is None:
                return RowRefused("row_broken")
            if kind == "classes":
                return class_line(cells)
            if kind == "groups":
                return group_line(cells)
            people: dict[Kind, Callable[[Cells, str], Parsed]] = {
                "staff": staff_line, "pupils": pupil_line, "parents": parent_line,
            }  # fmt: skip
            return people[kind](cells, self.book.region)
        except RowRefused as refused:
            return refused


def make(understood: Understood, here: Here) -> tuple[Made, set[Kind]]:
    """The bundle of a workbook, and the sheets with rows that were not taken."""
    return _Sheets(understood, here).make()


class _Sheets:
    def __init__(self, understood: Understood, here: Here) -> None:
        self.understood, self.here = understood, here
        self.making = Making(here)
        self.broken: set[Kind] = set()
        # Class teachers whom «Классы» names before «Сотрудники» is read.
        self.leading: list[tuple[str, ClassLine, int]] = []

    def make(self) -> tuple[Made, set[Kind]]:
        for sheet in self.understood.book.sheets:
            self._sheet(sheet)
        self._lead()
        return self.making.made(), self.broken

    def _sheet(self, sheet: Sheet) -> None:
        for row, parsed in self.understood.rows[sheet.kind]:
            line = self.making.place(sheet.title, row, sheet.headers)
            try:
                if isinstance(parsed, RowRefused):
                    raise parsed
                self._say(parsed, line, sheet)
            except RowRefused as refused:
                self._refuse(sheet.kind, line, refused)

    def _refuse(self, kind: Kind, line: int, refused: RowRefused) -> None:
        self.broken.add(kind)
        field = refused.field if isinstance(refused, CellRefused) else ""
        self.making.refuse(FILES[kind], line, field, refused.reason, refused.value)

    def _say(self, parsed: Parsed, line: int, sheet: Sheet) -> None:
        if isinstance(parsed, ClassLine):
            self._class(parsed, line)
        elif isinstance(parsed, StaffLine):
            self._staff(parsed, line)
        elif isinstance(parsed, PupilLine):
            self._pupil(parsed, line, sheet)
        elif isinstance(parsed, ParentLine):
            self._parent(parsed, line)
        else:
            self._group(parsed, line)

    def _class(self, said: ClassLine, line: int) -> None:
        found = self.making.find_class(said.name, "title")
        if found in self.making.bundle.classes:
            raise CellRefused("title", "class_repeated", said.name.typed)
        sourced_id = self.making.set_class(said.name, said.grade, line, "title")
        self.leading.append((sourced_id, said, line))

    def _lead(self) -> None:
        """Class teachers by name, once everybody on the staff is known."""
        for sourced_id, said, line in self.leading:
            for typed in said.teachers:
                try:
                    who = self._find(typed, "staff", "teacher", "teacher_unknown")
                    self.making.put(who, sourced_id, "teacher", line, leads=True)
                except CellRefused as refused:
                    # The class itself is no worse for it, and has its pupils by now.
                    self.broken.add("classes")
                    self.making.warn("classes", line, refused.reason, refused.value, field=refused.field)
        self.leading = []

    def _staff(self, said: StaffLine, line: int) -> None:
        classes = [self._home(one, line, "homerooms") for one in said.homerooms]
        who = self.making.matching.staff(said.person, line)
        self.making.give_role(who, "teacher", line, said.position, said.subject)
        for sourced_id in classes:
            self.making.put(who, sourced_id, "teacher", line, leads=True)

    def _pupil(self, said: PupilLine, line: int, sheet: Sheet) -> None:
        klass = self._home(said.klass, line, "klass") if said.klass else ""
        pupil = self.making.matching.pupil(said.pupil, line, said.klass.key if said.klass else "", said.born)
        parents = []
        for human in said.parents:
            at = self.making.place(
                sheet.title, self.making.places[line - 1].row, parent_headers(sheet.headers, human)
            )
            parents.append((self.making.matching.parent(human, at, pupil), human.relation, at))
        self.making.give_role(pupil, "student", line)
        if said.klass:
            self.making.put(pupil, klass, "student", line)
            self._leave_other_homerooms(pupil, said.klass.key, line)
        for guardian, relation, at in parents:
            self.making.join_family(guardian, pupil, relation, at)

    def _parent(self, said: ParentLine, line: int) -> None:
        child = self._child(said)
        guardian = self.making.matching.parent(said.parent, line, child)
        self.making.join_family(guardian, child, said.parent.relation, line)

    def _group(self, said: GroupLine, line: int) -> None:
        teachers = [self._find(one, "staff", "teacher", "teacher_unknown") for one in said.teachers]
        members = [who for one in said.members for who in self._members(one)]
        sourced_id = self.making.set_group(said.title, said.kind, said.subject, line)
        for who in teachers:
            self.making.put(who, sourced_id, "teacher", line)
        for who in members:
            self.making.put(who, sourced_id, "student", line)

    def _home(self, name: ClassName, line: int, field: str) -> str:
        """The class of a row. One that nobody has listed is made, if it looks like one and no list forbids it."""
        found = self.making.find_class(name, field)
        if found is not None:
            return found
        if self.understood.book.sheet("classes") is not None:
            raise CellRefused(field, "class_not_listed", name.typed)
        if name.match is None:
            raise CellRefused(field, "class_not_understood", name.typed)
        return self.making.set_class(name, "", line, field)

    def _leave_other_homerooms(self, pupil: Draft, klass: str, line: int) -> None:
        """A pupil has one class of this school; only the journal's word for another one stands."""
        for class_id in self.here.places.get(pupil.person_id or 0, ()):
            one = self.here.current.classes[class_id]
            if class_name(one.title).key == klass:
                continue
            known = self.here.current.enrollments[class_id, pupil.person_id or 0, "pupil"]
            if known.source == "manual" or known.sourced_id.startswith(BROUGHT):
                self.making.ends.places.add((class_id, known.person_id, "pupil"))
            else:
                self.making.warn("users", line, "stays_by_journal", one.title)

    def _child(self, said: ParentLine) -> Draft | int:
        matching = self.making.matching
        if said.child_number is not None:
            if said.child_number not in self.here.pupils:
                raise CellRefused("child_number", "child_unknown", str(said.child_number))
            return matching.by_person.get(said.child_number, said.child_number)
        if said.child_id:
            known = self.here.links.get(f"id:{said.child_id}")
            found = matching.drafts.get(f"id:{said.child_id}") or (
                known if known in self.here.pupils else None
            )
            if found is None:
                raise CellRefused("child_id", "child_unknown", said.child_id)
            return found
        klass = said.child_class.key if said.child_class else ""
        return self._find(said.child_name, "pupil", "child_name", "child_unknown", klass)

    def _members(self, typed: str) -> list[Draft | int]:
        """A class stands for all its pupils, as this file leaves it."""
        names = class_names(typed)
        key = names[0].key if len(names) == 1 else ""
        if key and (key in self.here.classes or key in self.making.new_classes):
            drafts: list[Draft | int] = [
                one for one in self.making.matching.drafts.values() if one.klass == key
            ]
            others = [one for one, keys in self.here.homerooms.items() if key in keys]
            by_person = self.making.matching.by_person
            return drafts + [one for one in others if one not in by_person or not by_person[one].klass]
        return [self._find(typed, "pupil", "members", "member_unknown")]

    def _find(self, typed: str, sort: Sort, field: str, reason: str, klass: str = "") -> Draft | int:
        by_number = re.fullmatch(r"№\s*(\d{1,18})", typed)
        if by_number:
            person_id = int(by_number[1])
            if person_id not in (self.here.pupils if sort == "pupil" else self.here.staff):
                raise CellRefused(field, reason, typed)
            return self.making.matching.by_person.get(person_id, person_id)
        found = self.making.matching.called(typed, sort, klass)
        if len(found) > 1:
            raise CellRefused(field, "person_ambiguous", typed)
        if not found:
            raise CellRefused(field, reason, typed)
        return found[0]
