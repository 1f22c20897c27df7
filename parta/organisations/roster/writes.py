"""Making a plan true, kind by kind, each in one statement."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.expected import await_contacts, expect_people, rename_people, set_expected_contacts
from parta.organisations.events import RolesChanged, RosterApplied
from parta.organisations.roster import queries_writes as queries
from parta.organisations.roster.matching import Ref
from parta.organisations.roster.plan import Plan
from parta.organisations.structure.members import end_orphaned_places

# From so many rows on, what the planner knew before no longer holds.
_MANY = 1000


async def write_plan(tx: Tx, plan: Plan, source_id: int, *, appoints: list[int] | None) -> None:
    """Write everything and announce it; a plan that changes nothing writes and announces nothing.

    `appoints`: where administrators of the roster have every right; None for everywhere.
    """
    await _Writing(tx, plan, source_id, appoints).write()


class _Writing:
    def __init__(self, tx: Tx, plan: Plan, source_id: int, appoints: list[int] | None) -> None:
        self.tx, self.plan, self.source_id, self.appoints = tx, plan, source_id, appoints
        self.at: datetime = now()
        # Ids of what is new, by entity and sourcedId.
        self.ids: dict[tuple[str, str], int] = {}
        self.orgs: set[int] = set()
        self.classes: set[int] = set()
        self.people: set[int] = set()
        # Whose guardians changed.
        self.children: set[int] = set()

    async def write(self) -> None:
        await self._orgs()
        await self._years()
        await self._classes()
        await self._people()
        await self._roles()
        await self._enrollments()
        await self._guardianships()
        await self._links()
        await self._learn()
        await self._announce()

    async def _orgs(self) -> None:
        writes = self.plan.orgs
        await self._number("org", "organisations", (one.ref for one in writes))
        ids = [self._id("org", one.ref) for one in writes]
        self.orgs.update(ids)
        if writes:
            await self.tx.run(
                queries.SET_ORGS, ids, [one.type for one in writes], [one.name for one in writes]
            )
            parents = [None if one.parent is None else self._id("org", one.parent) for one in writes]
            await self.tx.run(queries.SET_PARENTS, ids, parents)
        if self.plan.closed_orgs:
            self.orgs.update(self.plan.closed_orgs)
            await self.tx.run(queries.CLOSE_ORGS, self.plan.closed_orgs, self.at)

    async def _years(self) -> None:
        writes = self.plan.years
        await self._number("year", "school_years", (one.ref for one in writes))
        rows = [
            (self._id("year", one.ref), self._id("org", one.org), one.title, one.starts, one.ends)
            for one in writes
        ]
        await self._run(queries.SET_YEARS, rows)

    async def _classes(self) -> None:
        writes = self.plan.classes
        await self._number("class", "classes", (one.ref for one in writes))
        rows = [
            (
                self._id("class", one.ref),
                self._id("org", one.org),
                one.kind,
                one.title,
                one.grade,
                one.subject,
                None if one.year is None else self._id("year", one.year),
            )
            for one in writes
        ]
        await self._run(queries.SET_CLASSES, rows)
        self.classes.update(row[0] for row in rows)
        if self.plan.closed_classes:
            self.classes.update(self.plan.closed_classes)
            await self.tx.run(queries.CLOSE_CLASSES, self.plan.closed_classes, self.at)

    async def _people(self) -> None:
        new = list(self.plan.people)
        ids = await expect_people(self.tx, [self.plan.people[sourced_id] for sourced_id in new])
        self.ids.update({("user", sourced_id): one for sourced_id, one in zip(new, ids, strict=True)})
        await rename_people(self.tx, self.plan.renames)
        contacts = {self._id("user", ref): several for ref, several in self.plan.contacts}
        if await set_expected_contacts(self.tx, contacts):
            # Somebody signed up with one of these contacts a moment ago: the preview no longer holds.
            raise Conflict("roster_outdated")
        await await_contacts(self.tx, [(self._id("user", ref), one) for ref, one in self.plan.awaited])

    async def _roles(self) -> None:
        new = [one for one in self.plan.roles if one.id is None]
        rows = [
            (
                self._id("user", one.person),
                self._id("org", one.org),
                one.role,
                one.position,
                one.subject,
                one.sourced_id,
            )
            for one in new
        ]
        await self._run(queries.ADD_ROLES, rows, self.at, self.appoints)
        known = [one for one in self.plan.roles if one.id is not None]
        await self._run(
            queries.CORRECT_ROLES,
            [(one.id, one.position, one.subject, one.sourced_id) for one in known],
            self.at,
        )
        self.people.update(row[0] for row in rows)
        self.people.update(one.person for one in known if isinstance(one.person, int))
        self.orgs.update(self._id("org", one.org) for one in self.plan.roles)
        if self.plan.ended_roles:
            ended = await self.tx.connection.fetch(queries.END_ROLES, self.plan.ended_roles, self.at)
            self.people.update(row["person_id"] for row in ended)
            self.orgs.update(row["organisation_id"] for row in ended)
            # Those who have never signed in are announced to nobody, yet are in clubs.
            await end_orphaned_places(self.tx, [row["person_id"] for row in ended])

    async def _enrollments(self) -> None:
        rows = [
            (
                self._id("class", one.klass),
                self._id("user", one.person),
                one.role,
                one.class_teacher,
                one.sourced_id,
            )
            for one in self.plan.enrollments
        ]
        await self._run(queries.SET_ENROLLMENTS, rows)
        await self._run(queries.END_ENROLLMENTS, self.plan.ended_enrollments, self.at)
        places = [(row[0], row[1]) for row in rows] + [
            (row[0], row[1]) for row in self.plan.ended_enrollments
        ]
        self.classes.update(class_id for class_id, _ in places)
        self.people.update(person_id for _, person_id in places)

    async def _guardianships(self) -> None:
        rows = [
            (self._id("user", one.guardian), self._id("user", one.child), one.relation)
            for one in self.plan.guardianships
        ]
        await self._run(queries.SET_GUARDIANSHIPS, rows, self.source_id)
        await self._run(queries.END_GUARDIANSHIPS, self.plan.ended_guardianships, self.at)
        pairs = [(row[0], row[1]) for row in rows] + self.plan.ended_guardianships
        self.people.update(person for pair in pairs for person in pair)
        self.children.update(child for _, child in pairs)

    async def _links(self) -> None:
        links = [(one.entity, one.sourced_id, self._id(one.entity, one.ref)) for one in self.plan.links]
        if links:
            await self.tx.run(queries.SET_LINKS, self.source_id, *_columns(links))
            classes = [class_id for entity, _, class_id in links if entity == "class"]
            await self.tx.run(queries.NOTE_NAMED, classes)

    async def _learn(self) -> None:
        # Listeners join what was just written. Without fresh statistics the planner takes the tables
        # for empty, and the chats of a first district would be made by nested loops for minutes.
        if len(self.plan.roles) + len(self.plan.enrollments) > _MANY:
            await self.tx.run(queries.ANALYZE)

    async def _announce(self) -> None:
        if self.children:
            self.classes.update(await self.tx.values(queries.CLASSES_OF_PEOPLE, list(self.children)))
        if self.classes:
            self.orgs.update(await self.tx.values(queries.ORGS_OF_CLASSES, list(self.classes)))
        if self.orgs or self.classes:
            self.tx.emit(RosterApplied(organisation_ids=sorted(self.orgs), class_ids=sorted(self.classes)))
        # Who has never signed in has no device to hear it: 20 000 expected profiles are 20 000 silent ones.
        for person_id in await self.tx.values(queries.CLAIMED, list(self.people)):
            self.tx.emit(RolesChanged(person_id=person_id))

    async def _number(self, entity: str, table: str, refs: Iterable[Ref]) -> None:
        new = [ref for ref in refs if isinstance(ref, str)]
        if new:
            ids = await self.tx.values(queries.NEW_IDS, table, len(new))
            self.ids.update({(entity, sourced_id): one for sourced_id, one in zip(new, ids, strict=True)})

    def _id(self, entity: str, ref: Ref) -> int:
        return ref if isinstance(ref, int) else self.ids[entity, ref]

    async def _run(self, sql: str, rows: Sequence[tuple[Any, ...]], *args: object) -> None:
        if rows:
            await self.tx.run(sql, *_columns(rows), *args)


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
