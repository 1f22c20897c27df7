"""A small town for sequences of acts: what was decided and done, and questions to the server about everybody."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import msgspec

from parta.messaging.groups.automatic import keep_chats_current
from parta.messaging.live import conversations_of
from parta.organisations.events import RolesChanged, RosterApplied
from parta.safety.reach import reach_many
from parta.testing.school import School, make_school
from parta.testing.world import Actor, World
from tests.crash.people import upload

PEOPLE = (
    "head",
    "class_teacher",
    "geographer",
    "pupil",
    "classmate",
    "older_pupil",
    "mother",
    "father",
    "classmates_mother",
    # They teach in the neighbour's school; only the colleague is ever sent into the community.
    "colleague",
    "neighbour",
)
# Nobody of the community's school but who leads it meets anybody there.
LEADER, GUEST = "geographer", "colleague"


class Said(msgspec.Struct, frozen=True):
    """A message somebody said, the first of a chat with a file: nobody may read, find or open it who was not let in."""

    chat: int
    body: str
    file_ids: list[int]


class Town:
    """One school with its people signed in, and a neighbour invited into its community of geographers."""

    def __init__(self, world: World, school: School, neighbours: dict[str, Actor]) -> None:
        self.world, self.school = world, school
        self.people: dict[str, Actor] = {
            name: neighbours.get(name) or getattr(school, name) for name in PEOPLE
        }
        self.neighbours_head, self.visit = neighbours["their_head"], ""
        self.names = {actor.id: name for name, actor in self.people.items()}
        self.said: list[Said] = []

    @classmethod
    async def build(cls, world: World) -> "Town":
        """Make the school and its chats."""
        there = await world.school(f"Соседи {uuid4().hex[:8]}")
        neighbours = {
            name: await world.person("Дальняя", name) for name in ("their_head", "colleague", "neighbour")
        }
        for name, person in neighbours.items():
            await world.role(person, "administrator" if name == "their_head" else "teacher", there)
        town = cls(world, await make_school(world, f"Школа {uuid4().hex[:8]}"), neighbours)
        await town.invite(there)
        async with world.database.transaction() as tx:
            await keep_chats_current(tx, [town.school.id])
        return town

    async def invite(self, there: int) -> None:
        """Make the community, and let the neighbour say yes."""
        head, where = self.people["head"], f"/organisations/{self.school.id}/groups"
        leaders = [self.people[LEADER].id]
        made = await head.post(where, {"kind": "community", "title": "Географы", "leader_ids": leaders})
        assert made.status_code == 201, made.text
        asked = await head.post(f"{where}/{made.json()['id']}/guests", {"organisation_id": there})
        self.visit = f"/organisations/{there}/communities/{made.json()['id']}"
        said = await self.neighbours_head.post(f"{self.visit}/answer", {"accept": True})
        assert (asked.status_code, said.status_code) == (201, 204)

    async def met(self) -> bool:
        """Whether the leader and the guest have places in the community, and the work these rest on."""
        ids = [self.people[LEADER].id, self.people[GUEST].id]
        async with self.world.database.transaction() as tx:
            here = await tx.values(
                "SELECT DISTINCT e.person_id FROM current_enrollments e JOIN current_roles r"
                " ON r.person_id = e.person_id AND r.organisation_id = coalesce(e.guest_of, e.organisation_id)"
                " WHERE e.kind = 'community' AND r.role = 'teacher' AND e.person_id = ANY($1::bigint[])",
                ids,
            )
        return set(here) == set(ids)

    # ── what happens to people ──

    async def change(self, sql: str, *args: Any, people: Iterable[int]) -> None:
        """Change what somebody is, and tell the house as a roster does."""
        async with self.world.database.transaction() as tx:
            await tx.run(sql, *args)
            for person in people:
                tx.emit(RolesChanged(person_id=person))
            tx.emit(RosterApplied(organisation_ids=[self.school.id], class_ids=[]))

    async def move(self, name: str, class_id: int) -> None:
        """A pupil changes the class."""
        person = self.people[name].id
        await self.change(
            "WITH gone AS (UPDATE enrollments SET ended_at = now() WHERE person_id = $1 AND role = 'pupil'"
            " AND class_id <> $2) INSERT INTO enrollments (class_id, person_id, role) VALUES ($2, $1, 'pupil')"
            " ON CONFLICT (class_id, person_id, role) DO UPDATE SET ended_at = NULL",
            person,
            class_id,
            people=[person],
        )

    async def role(self, name: str, role: str, *, ends: bool) -> None:
        """Somebody's role ends, with the places in classes, or begins anew."""
        person = self.people[name].id
        sql = "UPDATE roles SET ended_at = CASE WHEN $3 THEN now() END WHERE person_id = $1 AND role = $2"
        await self.change(sql, person, role, ends, people=[person])

    async def guardianship(self, guardian: str, child: str, *, ends: bool) -> None:
        """A guardianship ends or begins."""
        ids = [self.people[guardian].id, self.people[child].id]
        await self.change(
            "INSERT INTO guardianships (guardian_id, child_id, source, ended_at)"
            " VALUES ($1, $2, 'manual', CASE WHEN $3 THEN now() END)"
            " ON CONFLICT (guardian_id, child_id) DO UPDATE SET ended_at = excluded.ended_at",
            *ids,
            ends,
            people=ids,
        )

    # ── what people try ──

    async def speak(self, name: str, chat: int) -> int:
        """Try to say something in a chat; the status."""
        body, actor = f"слово {uuid4().hex}", self.people[name]
        first = chat not in {said.chat for said in self.said}
        files = [await upload(actor, body.encode(), f"{body[-8:]}.txt")] if first else []
        answer = await actor.post(
            f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": body, "file_ids": files}
        )
        if answer.status_code == 201:
            self.said.append(Said(chat, body, files))
        return answer.status_code

    # ── what must hold ──

    async def members(self) -> dict[int, set[int]]:
        """Who is in which chat, as the database has it."""
        async with self.world.database.transaction() as tx:
            rows = await tx.connection.fetch(
                "SELECT c.id, array(SELECT person_id FROM members m WHERE m.conversation_id = c.id"
                " AND m.left_at IS NULL) AS people FROM conversations c"
            )
        return {row["id"]: set(row["people"]) for row in rows}

    async def ownerless(self) -> list[int]:
        """Groups with people in them and nobody to own them."""
        async with self.world.database.transaction() as tx:
            return await tx.values(
                "SELECT c.id FROM conversations c JOIN members m ON m.conversation_id = c.id AND m.left_at IS NULL"
                " WHERE c.kind = 'group' AND c.closed_at IS NULL GROUP BY c.id"
                " HAVING NOT bool_or(m.role = 'owner') ORDER BY c.id"
            )

    async def found(self, name: str) -> set[str]:
        """The texts that somebody finds by the word that is in every one of them."""
        answer = await self.people[name].get("/search/messages", params={"q": "слово", "limit": 50})
        page = answer.json()
        assert page["next"] is None
        found = {"".join(one["text"] for one in hit["excerpt"]["segments"]) for hit in page["items"]}
        assert found <= {said.body for said in self.said}
        return found

    async def heard(self, name: str) -> set[int]:
        """The chats whose live stream somebody hears."""
        async with self.world.database.transaction() as tx:
            streams = await conversations_of(tx, self.people[name].id)
        return {int(stream.rpartition(":")[2]) for stream in streams}

    async def reached(self, name: str) -> dict[str, str]:
        """Whom somebody reaches by the table, and how far."""
        async with self.world.database.transaction() as tx:
            found = await reach_many(tx, self.people[name].id, list(self.names))
        return {self.names[one]: how for one, how in found.items()}
