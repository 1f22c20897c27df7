"""The lists of who has confirmed and who has not: for whom, in which order, with whose children."""

from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.messaging.asking.tests.asked import ask, confirm, names, state_of
from parta.messaging.groups.membership import leave
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group
from parta.testing.world import World


@pytest.fixture(autouse=True)
def _the_clock_goes_right() -> Any:
    yield
    clock.shift(timedelta(0))


async def test_who_confirmed_and_left_stays_on_the_list(world: World) -> None:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris, vera)
    message = await ask(anna, chat)
    await confirm(boris, message)
    async with world.database.transaction() as tx:
        await leave(tx, chat, boris.id)

    assert await names(anna, message, "confirmed") == [boris.id]
    assert (await state_of(anna, chat, message))["total"] == 2


async def test_where_members_are_hidden_only_those_who_run_the_chat_see_the_lists(world: World) -> None:
    anna, boris, vera = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris, vera)
    message = await ask(boris, chat)
    assert len(await names(boris, message, "waiting")) == 2
    await anna.patch(f"/conversations/{chat}/settings", {"members_hidden": True})

    for path in ("confirmations?state=waiting", "confirmations?state=confirmed", "confirmations/table"):
        refused = await boris.get(f"/messages/{message}/{path}")
        assert (refused.status_code, refused.json()["code"]) == (403, "list_hidden")
    assert (await state_of(boris, chat, message))["total"] == 2
    assert (await boris.post(f"/messages/{message}/reminders")).status_code == 202
    assert len(await names(anna, message, "waiting")) == 2


async def test_lists_come_by_surname_and_page_by_page(world: World) -> None:
    anna = await world.person()
    people = [await world.person(name, "Имя") for name in ("Яковлев", "Ёлкина", "Белов", "Жаров", "Егоров")]
    chat = await group(world, anna, *people)
    message = await ask(anna, chat)

    found, after = [], ""
    while True:
        page = (await anna.get(f"/messages/{message}/confirmations?limit=2{after}")).json()
        found += [item["person"]["family_name"] for item in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"

    assert found == ["Белов", "Егоров", "Ёлкина", "Жаров", "Яковлев"]
    forged = await anna.get(f"/messages/{message}/confirmations?after=x")
    assert forged.status_code == 422


async def test_guardians_are_named_with_the_child(world: World) -> None:
    school = await make_school(world)
    await keep_current(world, school)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET patronymic = 'Ивановна' WHERE id = $1", school.mother.id)
        await tx.run("UPDATE people SET patronymic = 'Петрович' WHERE id = $1", school.father.id)
    chat = (await chats_of(world, school))["class_parents", school.seven].id
    message = await ask(school.class_teacher, chat)

    page = (await school.class_teacher.get(f"/messages/{message}/confirmations")).json()
    named = {item["person"]["id"]: item["children"] for item in page["items"]}
    child = {"id": school.pupil.id, "given_name": "pupil", "family_name": "Ёлкин", "label": "7 «Б»"}
    assert named[school.mother.id] == [child | {"relation": "mother"}]
    assert named[school.father.id] == [child | {"relation": "father"}]
    assert named[school.classmates_mother.id][0]["relation"] == "parent"


async def test_a_parent_who_asks_is_not_told_other_peoples_children(world: World) -> None:
    school = await make_school(world)
    chat = await group(world, school.mother, school.father, school.classmates_mother)
    message = await ask(school.mother, chat)

    page = (await school.mother.get(f"/messages/{message}/confirmations")).json()
    named = {item["person"]["id"]: [c["id"] for c in item["children"]] for item in page["items"]}
    assert named == {school.father.id: [school.pupil.id], school.classmates_mother.id: []}
