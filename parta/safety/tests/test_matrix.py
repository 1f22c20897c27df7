"""Every cell of the table is tried through the API: rules × values of their settings × safe mode × acts, both ways.

One small school and many questions. What is asked for is made and taken away again, so each cell begins anew.
"""

from uuid import uuid4

import msgspec
import pytest

from parta.messaging.groups.invite_links import digest_of
from parta.safety.rules import ACTS, REACHES, RULES, SETTINGS, Acts, Reach
from parta.safety.tests.school import School
from parta.testing.world import Actor, World

RULE = {rule.ru: rule for rule in RULES}
# A pair for each rule, and every rule that joins it; and pairs that none joins.
PAIRS: dict[tuple[str, str], tuple[str, ...]] = {
    ("anna", "boris"): ("ученики одного класса", "ученики разных классов одной школы"),
    ("anna", "class_teacher"): (
        "ученик и учителя его классов и групп",
        "ученик и остальные учителя школы",
    ),
    ("anna", "vera"): ("ученики разных классов одной школы",),
    ("anna", "old_teacher"): ("ученик и остальные учителя школы",),
    ("anna", "administrator"): ("ученик и администраторы организации",),
    ("annas_mother", "anna"): ("родитель и его ребёнок",),
    ("annas_mother", "annas_aunt"): ("родители одного ребёнка", "родители учеников одного класса"),
    ("annas_mother", "maths_teacher"): ("родитель и учителя его ребёнка",),
    ("annas_mother", "boriss_father"): ("родители учеников одного класса",),
    ("class_teacher", "maths_teacher"): ("учителя и администраторы одной организации",),
    ("maths_teacher", "their_guest"): ("участники одного сообщества, работающие в разных организациях",),
    ("annas_mother", "administrator"): ("администратор и взрослые организации, вместе с родителями",),
    ("operator", "administrator"): ("оператор и администраторы организаций",),
    ("anna", "their_pupil"): (),
    ("annas_mother", "boris"): (),
    ("anna", "nobody"): (),
    ("maths_teacher", "their_teacher"): (),
    ("class_teacher", "their_guest"): (),
    ("anna", "their_guest"): (),
}
MADE = (
    "accompanied_chats",
    "invite_links",
    "acquaintances",
    "first_requests",
    "link_guesses",
    "message_files",
)


class Cell(msgspec.Struct, frozen=True):
    """A pair under a value of a setting; whether one of them keeps safe mode, and whether they know each other."""

    pair: tuple[str, str]
    setting: str | None
    value: str | None
    safe: bool
    known: bool

    def reach(self) -> Reach | None:
        """What the table says: the nearest of the rules that join the pair."""
        found = [
            RULE[name].reach_under(self.value if RULE[name].setting == self.setting else None)
            for name in PAIRS[self.pair]
            if RULE[name].safe or not self.safe or self.known
        ]
        return min((one for one in found if one), key=REACHES.index, default=None)


def cells() -> list[Cell]:
    found = []
    for pair, names in PAIRS.items():
        settings = sorted({RULE[name].setting or "" for name in names} - {""}) or [None]
        lifted = any(not RULE[name].safe for name in names)
        for setting in settings:
            for value in SETTINGS[setting] if setting else (None,):
                for safe, known in ((False, False), (True, False), *([(True, True)] if lifted else [])):
                    found.append(Cell(pair, setting, value, safe, known))
    return found


def test_every_rule_has_its_cells():
    assert {name for names in PAIRS.values() for name in names[:1]} == set(RULE)


@pytest.mark.slow
async def test_every_cell_is_answered_as_the_table_says(school: School, world: World) -> None:
    people = {name: await world.sign_in(school.ids[name]) for name in {n for pair in PAIRS for n in pair}}
    asking = Asking(school, world, people)
    wrong = []
    for cell in cells():
        await asking.arrange(cell)
        # There are no calls yet to be tried.
        expected = msgspec.structs.replace(ACTS[cell.reach()], call=False)
        for me, other in (cell.pair, cell.pair[::-1]):
            acts = await asking.acts(me, other)
            if acts != expected:
                wrong.append((cell, me, acts, expected))
        told = await asking.explained(cell)
        if told not in (None, cell.reach() or "none"):
            wrong.append((cell, "explained", told))
    assert wrong == []


class Asking:
    """Arranges a cell and asks the server what one may do with the other."""

    def __init__(self, school: School, world: World, people: dict[str, Actor]) -> None:
        self.school, self.world, self.people = school, world, people

    async def arrange(self, cell: Cell) -> None:
        """Decide, choose and make the two acquainted, through the API where there is a way."""
        policy = {name: values[0] for name, values in SETTINGS.items()}
        if cell.setting is not None and cell.value is not None:
            policy[cell.setting] = cell.value
        place = f"/organisations/{self.school.places['ours']}/contact-policy"
        answer = await self.people["administrator"].put(place, policy)
        assert answer.status_code == 200, answer.text
        for name in cell.pair:
            kept = cell.safe and name == cell.pair[-1]
            assert (await self.people[name].put("/me/safe-mode", {"kept": kept})).status_code == 200
        self.known = cell.pair if cell.known else None

    async def acts(self, me: str, other: str) -> Acts:
        """Try everything that can be tried."""
        actor, target = self.people[me], self.people[other]
        await self._clear()
        found = (await actor.get("/people/search", params={"q": other})).json()["items"]
        seen = (await actor.get(f"/people/{target.id}")).status_code == 200
        assert seen == (target.id in [one["id"] for one in found])
        alone = await actor.post("/conversations", {"title": "Вдвоём", "person_ids": [target.id]})
        await self._clear()
        group, token = await self._group(actor)
        linked = (await target.get(f"/joining/{token}")).status_code == 200
        added = await actor.post(f"/conversations/{group}/members", {"person_ids": [target.id]})
        await self._clear()
        write = await self._write(actor, target)
        return Acts(
            find=seen,
            write=write,
            add=added.status_code == 200,
            add_alone=alone.status_code == 201,
            link=linked,
        )

    async def explained(self, cell: Cell) -> str | None:
        """What the administrator is told; nothing about people of other places."""
        first, second = (self.school.ids[name] for name in cell.pair)
        place = f"/organisations/{self.school.places['ours']}/contact-rules/between"
        await self._clear()
        answer = await self.people["administrator"].get(f"{place}?first={first}&second={second}")
        return answer.json()["reach"] if answer.status_code == 200 else None

    async def _write(self, actor: Actor, target: Actor) -> str:
        opened = await actor.put(f"/conversations/direct/{target.id}")
        if opened.status_code == 201:
            body = opened.json()
            said = await actor.post(
                f"/conversations/{body['id']}/messages", {"client_id": str(uuid4()), "body": "Слово"}
            )
            assert said.status_code == 201
            # A request says so once something was said.
            shown = (await actor.get(f"/conversations/{body['id']}")).json()
            return "request" if shown["request"] else "at once"
        offered = await actor.get(f"/conversations/accompanied/{target.id}")
        assert (opened.status_code == 404) <= (offered.status_code == 404)
        return "accompanied" if offered.status_code == 200 else "no"

    async def _group(self, owner: Actor) -> tuple[int, str]:
        """A group of the owner and somebody else, with a link for those the rules join to the owner."""
        token = uuid4().hex
        async with self.world.database.transaction() as tx:
            group = await tx.value(
                "INSERT INTO conversations (kind, title, members_count) VALUES ('group', 'Группа', 2) RETURNING id"
            )
            await tx.run(
                "INSERT INTO members (conversation_id, person_id, role) VALUES ($1, $2, 'owner'), ($1, $3, 'member')",
                group,
                owner.id,
                self.school.ids["former_teacher"],
            )
            await tx.run(
                "INSERT INTO invite_links (conversation_id, made_by, token, digest, audience)"
                " VALUES ($1, $2, $3, $4, 'contacts')",
                group,
                owner.id,
                token,
                digest_of(token),
            )
        return group, token

    async def _clear(self) -> None:
        async with self.world.database.transaction() as tx:
            for table in MADE:
                await tx.run(f"DELETE FROM {table}")
            for table in ("messages", "members", "conversations"):
                await tx.run(f"DELETE FROM {table}")
            if self.known:
                first, second = (self.school.ids[name] for name in self.known)
                await tx.run(
                    "INSERT INTO acquaintances (person_id, other_id, since) VALUES ($1, $2, now()), ($2, $1, now())",
                    first,
                    second,
                )
