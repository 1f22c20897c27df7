"""No sequence of what happens in a school lets anybody read, hear, find or write to what the table denies.

Hypothesis makes up the sequences: classes and roles change, guardianships end, schools and families decide, people open
chats, make groups, add and remove each other. After every act what everybody can do is compared with the table, and
with who is in which chat. The server is the real one over HTTP; hypothesis needs no database of its own.
"""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from parta.core.followers import follow_all, start_following
from parta.safety.rules import ACTS, SETTINGS
from parta.testing.world import World
from tests.sequences.town import GUEST, LEADER, PEOPLE, Town

who = st.sampled_from(PEOPLE)
pupils = st.sampled_from(("pupil", "classmate", "older_pupil"))
guardians = st.sampled_from(("mother", "father", "classmates_mother"))
place = st.integers(0, 5)
flag = st.booleans()
# Those who have something to do with each other, or nearly.
RELATED = (
    ("geographer", "pupil"),
    ("class_teacher", "classmate"),
    ("pupil", "classmate"),
    ("pupil", "geographer"),
    ("head", "pupil"),
    ("pupil", "older_pupil"),
    ("older_pupil", "geographer"),
    ("mother", "classmates_mother"),
    ("mother", "geographer"),
    ("father", "pupil"),
    ("mother", "classmate"),
    ("geographer", "colleague"),
    ("pupil", "colleague"),
    ("geographer", "neighbour"),
)
pair = st.sampled_from(RELATED)

OPENING = st.one_of(
    st.tuples(st.just("direct"), pair).map(lambda act: (act[0], *act[1])),
    st.tuples(st.just("direct"), pair).map(lambda act: (act[0], *act[1])),
    st.tuples(st.just("group"), who, st.lists(who, min_size=1, max_size=3, unique=True)),
    st.tuples(st.just("safe"), pupils, st.just(False)),
    st.tuples(st.just("answer"), who, place, st.just(True)),
    st.tuples(st.just("visit"), st.just(True)),
)
ACT = st.one_of(
    st.tuples(st.just("direct"), who, who),
    st.tuples(st.just("accompanied"), pair).map(lambda act: (act[0], *act[1])),
    st.tuples(st.just("answer"), who, place, flag),
    st.tuples(st.just("group"), who, st.lists(who, min_size=1, max_size=3, unique=True)),
    st.tuples(st.just("add"), who, place, who),
    st.tuples(st.just("remove"), who, place, who),
    st.tuples(st.just("own"), who, place, who),
    st.tuples(st.just("safe"), who, flag),
    st.tuples(st.just("lock"), guardians, pupils, flag),
    st.tuples(st.just("policy"), *(st.sampled_from(values) for values in SETTINGS.values())),
    st.tuples(st.just("move"), pupils, flag),
    st.tuples(st.just("pupil_role"), pupils, flag),
    st.tuples(st.just("teacher_role"), st.sampled_from(("class_teacher", "geographer", "colleague")), flag),
    st.tuples(st.just("guardianship"), guardians, pupils, flag),
    st.tuples(st.just("visit"), flag),
)


@pytest.mark.slow
async def test_no_sequence_opens_what_the_table_denies(world: World) -> None:
    loop = asyncio.get_running_loop()
    await start_following(world.database)

    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(opened=st.lists(OPENING, min_size=6, max_size=8), acts=st.lists(ACT, min_size=6, max_size=9))
    def tried(opened: list[tuple[Any, ...]], acts: list[tuple[Any, ...]]) -> None:
        asyncio.run_coroutine_threadsafe(play(world, [*opened, *acts]), loop).result(100)

    await asyncio.to_thread(tried)


async def play(world: World, acts: list[tuple[Any, ...]]) -> None:
    """One school, one sequence."""
    town = await Town.build(world)
    done: list[tuple[Any, ...]] = []
    for name, *rest in acts:
        done.append((name, *rest))
        await getattr(Doing(town), name)(*rest)
        await keep_promises(town, done)
    await nobody_reads_or_finds(town, done)


class Doing:
    """Acts as people would try them; what the server refuses is refused."""

    def __init__(self, town: Town) -> None:
        self.town = town

    async def _chat(self, number: int) -> int | None:
        chats = sorted(await self.town.members(), reverse=True)
        return chats[number] if number < len(chats) else None

    async def direct(self, me: str, other: str) -> None:
        reached = (await self.town.reached(me)).get(other)
        actor, target = self.town.people[me], self.town.people[other]
        had = {
            chat for chat, people in (await self.town.members()).items() if people == {actor.id, target.id}
        }
        answer = await actor.put(f"/conversations/direct/{target.id}")
        if answer.status_code == 201:
            assert ACTS[reached].write in ("at once", "request"), (me, other, reached)
            await self.town.speak(me, answer.json()["id"])
        elif answer.status_code == 200:
            assert answer.json()["id"] in had

    async def accompanied(self, me: str, other: str) -> None:
        reached = (await self.town.reached(me)).get(other)
        answer = await self.town.people[me].put(f"/conversations/accompanied/{self.town.people[other].id}")
        if answer.status_code in (200, 201):
            assert reached == "accompanied"
            await self.town.speak(me, answer.json()["id"])

    async def answer(self, me: str, number: int, accept: bool) -> None:
        chat = await self._chat(number)
        await self.town.people[me].post(f"/conversations/{chat or 0}/request-answer", {"accept": accept})

    async def group(self, me: str, others: list[str]) -> None:
        ids = [self.town.people[one].id for one in others]
        reached = await self.town.reached(me)
        answer = await self.town.people[me].post("/conversations", {"title": "Группа", "person_ids": ids})
        if answer.status_code == 201:
            assert all(ACTS[reached.get(one)].add for one in others if one != me), (me, others, reached)
            await self.town.speak(me, answer.json()["id"])

    async def add(self, me: str, number: int, other: str) -> None:
        chat, reached = await self._chat(number), (await self.town.reached(me)).get(other)
        before = (await self.town.members()).get(chat or 0, set())
        body = {"person_ids": [self.town.people[other].id]}
        answer = await self.town.people[me].post(f"/conversations/{chat or 0}/members", body)
        if answer.status_code == 200 and other != me and self.town.people[other].id not in before:
            assert ACTS[reached].add, (me, other, reached)

    async def remove(self, me: str, number: int, other: str) -> None:
        chat = await self._chat(number)
        await self.town.people[me].delete(f"/conversations/{chat or 0}/members/{self.town.people[other].id}")

    async def own(self, me: str, number: int, other: str) -> None:
        chat = await self._chat(number)
        body = {"person_id": self.town.people[other].id}
        await self.town.people[me].put(f"/conversations/{chat or 0}/owner", body)

    async def safe(self, me: str, kept: bool) -> None:
        await self.town.people[me].put("/me/safe-mode", {"kept": kept})

    async def lock(self, guardian: str, child: str, locked: bool) -> None:
        path = f"/children/{self.town.people[child].id}/safe-mode"
        await self.town.people[guardian].put(path, {"kept": True, "locked": locked})

    async def policy(self, *values: str) -> None:
        path = f"/organisations/{self.town.school.id}/contact-policy"
        answer = await self.town.people["head"].put(path, dict(zip(SETTINGS, values, strict=True)))
        assert answer.status_code == 200

    async def move(self, name: str, older: bool) -> None:
        await self.town.move(name, self.town.school.eight if older else self.town.school.seven)

    async def pupil_role(self, name: str, ends: bool) -> None:
        await self.town.role(name, "pupil", ends=ends)

    async def teacher_role(self, name: str, ends: bool) -> None:
        await self.town.role(name, "teacher", ends=ends)

    async def visit(self, comes: bool) -> None:
        head, where = self.town.neighbours_head, f"{self.town.visit}/people"
        guest = self.town.people[GUEST].id
        if comes:
            await head.post(where, {"person_ids": [guest]})
        else:
            await head.delete(f"{where}/{guest}")

    async def guardianship(self, guardian: str, child: str, ends: bool) -> None:
        await self.town.guardianship(guardian, child, ends=ends)


async def keep_promises(town: Town, done: list[tuple[Any, ...]]) -> None:
    """After every act: every chat has an owner, the table is symmetric, and chats of two are open only by the table."""
    assert await town.ownerless() == [], done
    reached = {name: await town.reached(name) for name in PEOPLE}
    for one in PEOPLE:
        for other, how in reached[one].items():
            assert reached[other].get(one) == how, (one, other, done)
    strangers = set(PEOPLE) - {GUEST, "neighbour"}
    assert reached["neighbour"].keys() & strangers == set(), done
    assert reached[GUEST].keys() & strangers == ({LEADER} if await town.met() else set()), done
    async with town.world.database.transaction() as tx:
        pairs = await tx.connection.fetch(
            "SELECT pair_low, pair_high FROM conversations WHERE kind = 'direct' AND closed_at IS NULL"
            " AND pair_low = ANY($1::bigint[])",
            list(town.names),
        )
    for low, high in pairs:
        one, other = town.names[low], town.names[high]
        assert ACTS[reached[one].get(other)].write in ("at once", "request"), (one, other, done)


async def nobody_reads_or_finds(town: Town, done: list[tuple[Any, ...]]) -> None:
    """At the end, over HTTP: history, files, search, the live stream and people are as membership and table say."""
    members = await town.members()
    await follow_all(town.world.database)
    for name, actor in town.people.items():
        mine = {chat for chat, people in members.items() if actor.id in people}
        assert await town.heard(name) == mine, (name, done)
        assert await town.found(name) == {said.body for said in town.said if said.chat in mine}, (name, done)
        for said in town.said:
            answer = await actor.get(f"/conversations/{said.chat}/messages")
            assert (said.body in answer.text) == (said.chat in mine), (name, said, done)
            for file in said.file_ids:
                opened = await actor.get(f"/files/{file}")
                told = (opened.status_code, said.body in opened.text)
                assert told == ((200, True) if said.chat in mine else (404, False)), (name, said, done)
        found = (await actor.get("/people/search", params={"q": ""})).json()["items"]
        reached = await town.reached(name)
        assert {town.names[one["id"]] for one in found if one["id"] in town.names} == set(reached), (
            name,
            done,
        )
        together = {one for chat in mine for one in members[chat]}
        for other, target in town.people.items():
            seen = (await actor.get(f"/people/{target.id}")).status_code == 200
            assert seen == (other in reached or target.id in together or other == name), (name, other, done)
