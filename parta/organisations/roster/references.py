"""Does every row refer to something that is there? Rows about refused rows are refused with them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.columns import File
from parta.organisations.roster.records import OrgRow, Row

Known = Mapping[File, AbstractSet[str]]

_NAMES: dict[File, str] = {
    "orgs": "org",
    "academicSessions": "session",
    "courses": "course",
    "classes": "class",
    "users": "user",
}


def check_references(bundle: Bundle, known: Known) -> None:
    """Refuse dangling rows. `known` are sourcedIds of earlier bundles, which a partial one may refer to."""
    _Checker(bundle, known).check()


class _Checker:
    def __init__(self, bundle: Bundle, known: Known) -> None:
        self.bundle, self.known = bundle, known

    def check(self) -> None:
        self._orgs()
        self._classes()
        for user in list(self.bundle.users.values()):
            for org in user.orgs:
                self._require("users", user.sourced_id, "orgs", org)
        for role in list(self.bundle.roles.values()):
            self._require("roles", role.sourced_id, "users", role.user)
            self._require("roles", role.sourced_id, "orgs", role.org)
        for enrollment in list(self.bundle.enrollments.values()):
            self._require("enrollments", enrollment.sourced_id, "classes", enrollment.klass)
            self._require("enrollments", enrollment.sourced_id, "users", enrollment.user)

    def _classes(self) -> None:
        for session in list(self.bundle.sessions.values()):
            self._require("academicSessions", session.sourced_id, "academicSessions", session.parent)
        for course in list(self.bundle.courses.values()):
            self._require("courses", course.sourced_id, "orgs", course.org)
            self._notice("courses", course, course.session)
        for one in list(self.bundle.classes.values()):
            self._require("classes", one.sourced_id, "orgs", one.org)
            self._require("classes", one.sourced_id, "courses", one.course)
            for period in one.sessions:
                self._notice("classes", one, period)

    def _orgs(self) -> None:
        for org in [one for one in self.bundle.orgs.values() if _is_in_a_loop(self.bundle.orgs, one)]:
            self.bundle.refuse("orgs", org, "parent_loop", org.parent)
        for org in self.bundle.orgs.values():
            # An export of one school names its district without containing it; the school is no worse for that.
            if org.parent and self._trouble("orgs", org.parent):
                self.bundle.warn("orgs", org, "parent_unknown", org.parent)

    def _notice(self, file: File, row: Row, session: str) -> None:
        """A period only dates a class: one that is not there is worth a word, not the class and its people."""
        present = row.sourced_id in self.bundle.rows(file)
        if present and session and (trouble := self._trouble("academicSessions", session)):
            self.bundle.warn(file, row, trouble, session)

    def _require(self, file: File, sourced_id: str, target: File, referred: str) -> None:
        row = self.bundle.rows(file).get(sourced_id)
        if row is not None and referred and (trouble := self._trouble(target, referred)):
            self.bundle.refuse(file, row, trouble, referred)

    def _trouble(self, target: File, sourced_id: str) -> str:
        if sourced_id in self.bundle.rows(target):
            return ""
        if sourced_id in self.bundle.refused[target]:
            return f"{_NAMES[target]}_refused"
        if not self.bundle.is_bulk(target) and sourced_id not in self.bundle.deleted[target]:
            if sourced_id in self.known.get(target, ()):
                return ""
            # Courses and periods only add words to a class: a bundle without these files still has classes.
            if target in ("courses", "academicSessions") and target not in self.bundle.modes:
                return ""
        return f"{_NAMES[target]}_unknown"


def _is_in_a_loop(orgs: dict[str, OrgRow], org: OrgRow) -> bool:
    above, steps = org.parent, 0
    while above in orgs and steps <= len(orgs):
        if above == org.sourced_id:
            return True
        above, steps = orgs[above].parent, steps + 1
    return False
