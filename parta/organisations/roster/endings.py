"""What ends because a bundle no longer says it, and what stays although it does not."""

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.columns import File
from parta.organisations.roster.compare_structure import Refs
from parta.organisations.roster.current import Current, CurrentEnrollment, CurrentGuardianship, CurrentRole
from parta.organisations.roster.matching import Matched
from parta.organisations.roster.plan import Plan


class Endings:
    """A bundle speaks for the organisations it lists and for people of its own source, for nobody else."""

    def __init__(
        self, current: Current, bundle: Bundle, matched: Matched, plan: Plan, orgs: Refs, gone: dict[int, str]
    ) -> None:
        self.current, self.bundle, self.gone = current, bundle, gone
        self.linked = set(current.links["user"].values())
        self.linked_classes = set(current.links["class"].values())
        self.scope = {orgs[sid] for sid in bundle.orgs} if "orgs" in bundle.modes else set(orgs.values())
        self.pupils = {person for person, org, role in current.roles if role == "pupil" and org in self.scope}
        self.closed = set(plan.closed_classes)
        self.disabled = {
            matched.refs[sid]
            for sid, user in bundle.users.items()
            if not user.enabled and sid in matched.refs
        }
        self.present = {matched.refs[sid] for sid in bundle.users if sid in matched.refs}
        self.retold = {
            matched.refs[sid] for sid, user in bundle.users.items() if user.agents and sid in matched.refs
        }
        self.spared = self._spared("users")
        self.spared_roles = self.spared | self._spared("roles") | self._guardians_of(self.spared)
        self.spared_places = self.spared | self._spared("enrollments")
        self.refused_classes = {
            current.links["class"][sid] for sid in bundle.refused["classes"] if sid in current.links["class"]
        }

    def ends_role(self, known: CurrentRole) -> bool:
        """Say whether this role, which the bundle does not give, ends."""
        if self.bundle.ends is not None:
            return known.id in self.bundle.ends.roles
        if (
            known.source != "roster"
            or known.person_id not in self.linked
            or known.organisation_id not in self.scope
        ):
            return False
        if known.person_id in self.gone or known.person_id in self.disabled:
            return True
        if known.person_id in self.spared_roles:
            return False
        if "roles" in self.bundle.modes:
            named = known.sourced_id in self.bundle.deleted["roles"] or known.sourced_id in self.bundle.roles
            return self.bundle.is_bulk("roles") or named
        if self.bundle.is_bulk("users"):
            return self.bundle.version == "1.1" or any(user.role for user in self.bundle.users.values())
        # Guardians belong to their children's schools; a partial bundle need not name the children again.
        return known.person_id in self.present and self.bundle.version == "1.1" and known.role != "parent"

    def ends_enrollment(self, known: CurrentEnrollment) -> bool:
        """Say whether this place in a class, which the bundle does not give, ends."""
        if known.class_id in self.closed:
            return True
        if self.bundle.ends is not None:
            return (known.class_id, known.person_id, known.role) in self.bundle.ends.places
        if known.source != "roster" or known.class_id not in self.linked_classes:
            return False
        if self.current.classes[known.class_id].organisation_id not in self.scope:
            return False
        if known.person_id in self.gone or known.person_id in self.disabled:
            return True
        if known.person_id in self.spared_places or known.class_id in self.refused_classes:
            return False
        named = (
            known.sourced_id in self.bundle.deleted["enrollments"]
            or known.sourced_id in self.bundle.enrollments
        )
        return self.bundle.is_bulk("enrollments") or named

    def ends_guardianship(self, known: CurrentGuardianship) -> bool:
        """Say whether this link, which the bundle does not tell of, ends."""
        if self.bundle.ends is not None:
            return (known.guardian_id, known.child_id) in self.bundle.ends.families
        if known.roster_source_id is None or known.roster_source_id != self.current.source_id:
            return False
        pair = {known.guardian_id, known.child_id}
        if not self._is_about(known.child_id):
            return False
        if pair & self.gone.keys():
            return True
        if pair & self.spared:
            return False
        return self.bundle.is_bulk("users") or self._is_retold(known)

    def _is_about(self, child_id: int) -> bool:
        """A bundle of one school says nothing about families of the next, though both come from one source."""
        return child_id in self.present or child_id in self.pupils

    def _is_retold(self, known: CurrentGuardianship) -> bool:
        """In a partial bundle a row that lists agents lists all of them; one that lists none says nothing."""
        return not self.retold.isdisjoint((known.guardian_id, known.child_id))

    def _spared(self, file: File) -> set[int]:
        links = self.current.links["user"]
        sourced_ids = self.bundle.refused["users"] if file == "users" else self.bundle.spared[file]
        return {links[sid] for sid in sourced_ids if sid in links}

    def _guardians_of(self, people: set[int]) -> set[int]:
        return {guardian for guardian, child in self.current.guardianships if child in people}
