"""«Кого нет в файле, тот ушёл»: what ends because a workbook no longer says it.

Only what a workbook of this organisation has brought, and only by sheets of which every row was taken.
"""

from parta.organisations.roster.bundle import Bundle, Ends
from parta.organisations.roster.current import CurrentRole
from parta.organisations.roster.refusals import Note
from parta.organisations.workbook.here import BROUGHT, Here
from parta.organisations.workbook.layout import Kind
from parta.organisations.workbook.making import Made
from parta.organisations.workbook.reading import Workbook


def end_what_is_missing(book: Workbook, here: Here, made: Made, broken: set[Kind]) -> None:
    """Write into the bundle who leaves, and remark on who stays all the same."""
    _Leaving(book, here, made, broken).end()


class _Leaving:
    def __init__(self, book: Workbook, here: Here, made: Made, broken: set[Kind]) -> None:
        self.book, self.here, self.made = book, here, made
        self.bundle: Bundle = made.bundle
        self.ends: Ends = made.bundle.ends or Ends()
        self.whole = {sheet.kind for sheet in book.sheets} - broken
        people = made.people
        # What the file says, in ids.
        self.roles = {
            (people[one.user], key.rpartition("|")[2])
            for key, one in self.bundle.roles.items()
            if one.user in people
        }
        self.places = {
            (made.classes[one.klass], people[one.user], "pupil" if one.role == "student" else "teacher")
            for one in self.bundle.enrollments.values()
            if one.klass in made.classes and one.user in people
        }
        self.families = {
            (people[one.guardian], people[one.child])
            for one in self.bundle.families
            if one.guardian in people and one.child in people
        }
        self.stay: set[int] = set()

    def end(self) -> None:
        for kind in sorted({sheet.kind for sheet in self.book.sheets} - self.whole):
            sheet = self.book.sheet(kind)
            self.bundle.notes.append(Note(reason="sheet_not_whole", file=sheet.title if sheet else ""))
        if "pupils" in self.whole:
            self._roles("pupil")
        if "staff" in self.whole:
            self._roles("teacher")
        leaving = {one.person_id for one in self._ended("pupil")}
        self._families(leaving)
        self._places(leaving | {one.person_id for one in self._ended("teacher")})
        self._tell()

    def _roles(self, role: str) -> None:
        for known in self.here.current.roles.values():
            if known.role != role or (known.person_id, role) in self.roles:
                continue
            if _is_ours(known.source, known.sourced_id):
                self.ends.roles.add(known.id)
            else:
                self.stay.add(known.person_id)

    def _families(self, leaving: set[int]) -> None:
        """Parents go with their last child, or when the file tells of parents and not of them."""
        spoken = self._tells_of_parents()
        ended, people = self.ends.families, set(self.made.people.values())
        for pair, known in self.here.current.guardianships.items():
            if known.roster_source_id is None or known.roster_source_id != self.here.source_id:
                continue
            named = pair[1] in people
            if pair[1] in leaving or (spoken and named and pair not in self.families):
                ended.add(pair)
        still = {
            guardian
            for guardian, child in self.here.current.guardianships
            if self._remains((guardian, child), leaving)
        }
        still |= {guardian for guardian, _ in self.families}
        for role in self.here.current.roles.values():
            ours = role.role == "parent" and _is_ours(role.source, role.sourced_id)
            had = any(guardian == role.person_id for guardian, _ in ended)
            if ours and had and role.person_id not in still:
                self.ends.roles.add(role.id)

    def _remains(self, pair: tuple[int, int], leaving: set[int]) -> bool:
        return pair not in self.ends.families and pair[1] in self.here.pupils and pair[1] not in leaving

    def _tells_of_parents(self) -> bool:
        """With every row of both sheets taken; columns for parents count only when somebody is in them."""
        both = all(kind in self.whole for kind in ("pupils", "parents") if self.book.sheet(kind))
        return both and bool(self.bundle.families)

    def _places(self, leaving: set[int]) -> None:
        groups = {
            self.made.classes.get(sid) for sid, one in self.bundle.classes.items() if one.kind != "homeroom"
        }
        leads = self._tells_of_class_teachers()
        for key, known in self.here.current.enrollments.items():
            class_id, person_id, role = key
            if key in self.places or not _is_ours(known.source, known.sourced_id):
                continue
            one = self.here.current.classes[class_id]
            in_group = "groups" in self.whole and class_id in groups
            if person_id in leaving or in_group or (leads and role == "teacher" and one.kind == "homeroom"):
                self.ends.places.add(key)

    def _tells_of_class_teachers(self) -> bool:
        staff, classes = self.book.sheet("staff"), self.book.sheet("classes")
        told = bool(staff and "homerooms" in staff.headers) or bool(classes and "teacher" in classes.headers)
        return told and all(kind in self.whole for kind in ("staff", "classes") if self.book.sheet(kind))

    def _tell(self) -> None:
        """Name those who lose the last thing they were here, and count those who stay."""
        ended = {one.id: one for one in self.here.current.roles.values() if one.id in self.ends.roles}
        keep = {one.person_id for one in self.here.current.roles.values() if one.id not in ended}
        for person_id in {one.person_id for one in ended.values()} - keep - set(self.made.people.values()):
            for sourced_id in self.here.linked.get(person_id, ())[:1]:
                self.bundle.deleted["users"][sourced_id] = None
                self.made.people[sourced_id] = person_id
        if self.stay:
            self.bundle.notes.append(Note(reason="others_stay", value=str(len(self.stay))))

    def _ended(self, role: str) -> list[CurrentRole]:
        return [
            one for one in self.here.current.roles.values() if one.role == role and one.id in self.ends.roles
        ]


def _is_ours(source: str, sourced_id: str) -> bool:
    return source == "roster" and sourced_id.startswith(BROUGHT)
