"""Roles, places in classes and guardianships of a bundle against those of the database."""

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.compare_people import PeopleComparison
from parta.organisations.roster.compare_structure import Refs
from parta.organisations.roster.current import Current, CurrentEnrollment, CurrentRole
from parta.organisations.roster.endings import Endings
from parta.organisations.roster.matching import Ref
from parta.organisations.roster.plan import (
    Change,
    ChangeKind,
    EnrollmentWrite,
    Entity,
    FieldChange,
    GuardianshipWrite,
    Plan,
    RoleWrite,
    differences,
    given,
)
from parta.organisations.roster.wanted import Wanted
from parta.organisations.roster.wanted_roles import WantedEnrollment, WantedRole

ROLE_WORDS = {"pupil": "ученик", "parent": "родитель", "teacher": "учитель", "administrator": "администратор"}


class PlaceComparison:
    """Compares what people are to organisations, classes and each other."""

    def __init__(self, people: PeopleComparison, orgs: Refs, classes: Refs, endings: Endings) -> None:
        self.people, self.orgs, self.classes, self.endings = people, orgs, classes, endings
        self.wanted: Wanted = people.wanted
        self.current: Current = people.current
        self.bundle: Bundle = people.bundle
        self.plan: Plan = people.plan
        self.refs = people.matched.refs

    # ── roles ──

    def compare_roles(self) -> None:
        """Give, correct and end roles. What an administrator gave by hand is never ended here."""
        seen: set[tuple[Ref, Ref, str]] = set()
        for (person, org, role), one in self.wanted.roles.items():
            if person not in self.refs or org not in self.orgs:
                continue
            key = (self.refs[person], self.orgs[org], role)
            if key not in seen:
                seen.add(key)
                self._compare_role(key, one)
        ending = {
            key: known
            for key, known in self.current.roles.items()
            if key not in seen and self.endings.ends_role(known)
        }
        kept = self._last_chiefs({one.id for one in ending.values()})
        for known_key, known in ending.items():
            if known.id not in kept:
                self.plan.ended_roles.append(known.id)
                self._say("role", "gone", known.sourced_id, self._role_title(*known_key))

    def _last_chiefs(self, ending: set[int]) -> set[int]:
        """One chief administrator of each organisation that a roster would leave without any stays."""
        chiefs: dict[int, list[int]] = {}
        for one in self.current.roles.values():
            if one.chief:
                chiefs.setdefault(one.organisation_id, []).append(one.id)
        return {min(several) for several in chiefs.values() if ending.issuperset(several)}

    def _compare_role(self, key: tuple[Ref, Ref, str], one: WantedRole) -> None:
        known = self.current.roles.get(key)  # type: ignore[arg-type]
        subject = one.subject if one.subject is not None else known.subject if known else ""
        write = RoleWrite(known.id if known else None, *key, one.position, subject, one.sourced_id)
        title = self._role_title(*key)
        if known is None:
            fields = given(role=key[2], position=one.position, subject=subject)
            self._say("role", "new", one.sourced_id, title, (one.file, one.line), fields)
        else:
            fields = _role_differences(known, one, subject)
            if fields:
                self._say("role", "changed", one.sourced_id, title, (one.file, one.line), fields)
            else:
                self.plan.unchanged["role"] += 1
                if known.source == "manual" or known.sourced_id == one.sourced_id:
                    return
        self.plan.roles.append(write)

    def _role_title(self, person: Ref, org: Ref, role: str) -> str:
        return f"{self.people.name_of(person)} — {ROLE_WORDS[role]}, {self._org_name(org)}"

    def _org_name(self, ref: Ref) -> str:
        for sourced_id, org in self.wanted.orgs.items():
            if self.orgs[sourced_id] == ref:
                return org.name
        return self.current.orgs[ref].name if isinstance(ref, int) and ref in self.current.orgs else ""

    # ── places in classes ──

    def compare_enrollments(self) -> None:
        """Give, correct and end places in classes."""
        seen: set[tuple[Ref, Ref, str]] = set()
        for (klass, person, role), one in self.wanted.enrollments.items():
            if person not in self.refs or klass not in self.classes:
                continue
            key = (self.classes[klass], self.refs[person], role)
            if key not in seen:
                seen.add(key)
                self._compare_enrollment(key, one)
        for known_key, known in self.current.enrollments.items():
            if known_key not in seen and self.endings.ends_enrollment(known):
                self.plan.ended_enrollments.append(known_key)
                self._say("enrollment", "gone", known.sourced_id, self._place_title(known_key))

    def _compare_enrollment(self, key: tuple[Ref, Ref, str], one: WantedEnrollment) -> None:
        known: CurrentEnrollment | None = self.current.enrollments.get(key)  # type: ignore[arg-type]
        if known is None:
            fields = given(role=key[2], class_teacher=one.class_teacher)
            kind: ChangeKind = "new"
        else:
            # Of a place given by hand the roster only confirms that it is so.
            by_hand = known.source == "manual"
            wanted = known.class_teacher if by_hand else one.class_teacher
            fields = differences(class_teacher=(known.class_teacher, wanted))
            kind = "changed"
        if fields:
            self._say(
                "enrollment", kind, one.sourced_id, self._place_title(key), ("enrollments", one.line), fields
            )
        else:
            self.plan.unchanged["enrollment"] += 1
            if known is not None and (known.source == "manual" or known.sourced_id == one.sourced_id):
                return
        self.plan.enrollments.append(EnrollmentWrite(*key, one.class_teacher, one.sourced_id))

    def _place_title(self, key: tuple[Ref, Ref, str]) -> str:
        klass, person, role = key
        return f"{self.people.name_of(person)} — {self._class_title(klass)}, {ROLE_WORDS[role]}"

    def _class_title(self, ref: Ref) -> str:
        if isinstance(ref, str):
            return self.wanted.classes[ref].title
        return self.current.classes[ref].title if ref in self.current.classes else ""

    # ── guardianships ──

    def compare_guardianships(self) -> None:
        """Give, correct and end links of guardians with children."""
        seen: set[tuple[Ref, Ref]] = set()
        for (guardian, child), one in self.wanted.guardianships.items():
            pair = (self.refs.get(guardian), self.refs.get(child))
            if pair[0] is None or pair[1] is None or pair[0] == pair[1] or pair in seen:
                continue
            seen.add((pair[0], pair[1]))
            self._compare_guardianship(pair[0], pair[1], one.relation, one.line)
        for known_pair, known in self.current.guardianships.items():
            if known_pair not in seen and self.endings.ends_guardianship(known):
                self.plan.ended_guardianships.append(known_pair)
                self._say("guardianship", "gone", "", self._pair_title(*known_pair))

    def _compare_guardianship(self, guardian: Ref, child: Ref, relation: str, line: int) -> None:
        known = self.current.guardianships.get((guardian, child))  # type: ignore[arg-type]
        sourced_id = self.people.matched.rows.get(child, "")
        relation = relation or (known.relation if known else "parent")
        if known is not None:
            fields = differences(relation=(known.relation, relation))
            if not fields:
                self.plan.unchanged["guardianship"] += 1
                return
            kind: ChangeKind = "changed"
        else:
            fields, kind = given(relation=relation), "new"
            if isinstance(child, int) and self.current.people[child].elsewhere:
                # Whoever administers a club must not make somebody a parent of another school's pupil.
                row = self.bundle.users.get(sourced_id)
                if row is not None:
                    self.bundle.warn("users", row, "guardian_elsewhere")
                return
        self.plan.guardianships.append(GuardianshipWrite(guardian, child, relation))
        self._say(
            "guardianship", kind, sourced_id, self._pair_title(guardian, child), ("users", line), fields
        )

    def _pair_title(self, guardian: Ref, child: Ref) -> str:
        return f"{self.people.name_of(guardian)} → {self.people.title_of(child)}"

    def _say(
        self,
        entity: Entity,
        kind: ChangeKind,
        sourced_id: str,
        title: str,
        place: tuple[str, int] | None = None,
        fields: tuple[FieldChange, ...] = (),
    ) -> None:
        file, line = place or ("", None)
        self.plan.changes.append(
            Change(
                entity=entity,
                kind=kind,
                sourced_id=sourced_id,
                title=title,
                file=f"{file}.csv" if file else "",
                line=line,
                fields=fields,
            )
        )


def _role_differences(known: CurrentRole, one: WantedRole, subject: str) -> tuple[FieldChange, ...]:
    if known.source == "manual" or known.appointed:
        # The roster may confirm what an administrator wrote, not rewrite it.
        return differences(confirmed=(known.confirmed, True))
    return differences(
        position=(known.position, one.position),
        subject=(known.subject, subject),
        confirmed=(known.confirmed, True),
    )
