"""Whose child is whose. OneRoster writes it as agents: a child's row names adults, or an adult's row names children."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.columns import GUARDIAN_ROLES
from parta.organisations.roster.records import UserRow
from parta.organisations.roster.wanted_roles import KnownRoles, RoleKey, WantedRole


class WantedGuardianship(msgspec.Struct, frozen=True):
    """A link, and the line that tells of it; an empty relation leaves the known one."""

    line: int
    relation: str


Pair = tuple[str, str]  # guardian, child


def wanted_guardianships(
    bundle: Bundle, roles: dict[RoleKey, WantedRole], known: Mapping[str, KnownRoles]
) -> dict[Pair, WantedGuardianship]:
    """Link guardians with children, and make guardians parents in their children's schools (in `roles`).

    An agent must be a parent, guardian or relative by role: a tutor named in the same column
    must not come to see a child's diary.
    """
    people = _People(bundle, roles, known)
    found: dict[Pair, WantedGuardianship] = {}
    for user in bundle.users.values():
        for agent in user.agents if user.enabled else ():
            pair = people.pair(user, agent)
            if pair is not None:
                found.setdefault(pair, WantedGuardianship(user.line, people.relation(pair[0])))
    for row in bundle.families:
        found.setdefault((row.guardian, row.child), WantedGuardianship(row.line, row.relation))
    for (guardian, child), one in found.items():
        for school in sorted(people.schools(child)):
            roles.setdefault(
                (guardian, school, "parent"),
                WantedRole("users", one.line, "", relation=one.relation),
            )
    return found


class _People:
    def __init__(
        self, bundle: Bundle, roles: dict[RoleKey, WantedRole], known: Mapping[str, KnownRoles]
    ) -> None:
        self.bundle, self.known = bundle, known
        self._schools: defaultdict[str, set[str]] = defaultdict(set)
        self._relations: dict[str, str] = {}
        for (person, org, role), one in roles.items():
            if role == "pupil":
                self._schools[person].add(org)
            if one.relation:
                best = min(one.relation, self._relations.get(person, one.relation), key=GUARDIAN_ROLES.index)
                self._relations[person] = best
        self._is_partial = not bundle.is_bulk("users") or (
            "roles" in bundle.modes and not bundle.is_bulk("roles")
        )

    def pair(self, user: UserRow, agent: str) -> Pair | None:
        """Say which of the two is the guardian; None, with a warning, when neither may be."""
        other = self.bundle.users.get(agent)
        if other is None and (agent not in self.known or self.bundle.is_bulk("users")):
            self.bundle.warn("users", user, "guardian_unknown", agent)
            return None
        if other is not None and not other.enabled:
            return None
        for guardian, child in ((agent, user.sourced_id), (user.sourced_id, agent)):
            if guardian != child and self.relation(guardian) and self.schools(child):
                return guardian, child
        self.bundle.warn("users", user, "agent_not_guardian", agent)
        return None

    def relation(self, person: str) -> str:
        """How the person is related to children, by role; empty when by no role at all."""
        if person in self._relations:
            return self._relations[person]
        return "parent" if self._is_partial and "parent" in self._known(person).roles else ""

    def schools(self, person: str) -> set[str]:
        """Where the person is a pupil."""
        own = self._schools.get(person, set())
        return own or (set(self._known(person).schools) if self._is_partial else set())

    def _known(self, person: str) -> KnownRoles:
        return self.known.get(person) or KnownRoles(frozenset())
