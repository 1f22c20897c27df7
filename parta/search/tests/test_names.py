"""People and chats are found by their names, typing errors forgiven, within one's own circle and one's own chats."""

import pytest

from parta.testing.school import make_school
from parta.testing.talk import group
from parta.testing.world import Actor


async def chats(by: Actor, q: str) -> list[str]:
    return [chat["title"] for chat in (await by.get("/search/chats", params={"q": q})).json()["items"]]


@pytest.mark.parametrize(
    "typed", ["берез", "берёзовая", "роща бер", "БЕРЁЗОВАЯ РОЩА", "березвая", "бирёзовая", ",thtpjdfz"]
)
async def test_a_chat_is_found_by_its_title(world, typed):
    anna, stranger = await world.person(), await world.person()
    await group(world, anna, title="Поход: «Берёзовая роща»")
    await group(world, anna, title="Учительская")

    assert await chats(anna, typed) == ["Поход: «Берёзовая роща»"]
    assert await chats(stranger, typed) == []


async def test_likeness_is_a_last_resort_and_says_so(world):
    anna = await world.person()
    await group(world, anna, title="Шахматы")
    await group(world, anna, title="Шахматисты")

    exact = (await anna.get("/search/chats?q=шахматы")).json()
    like = (await anna.get("/search/chats?q=шохматы")).json()

    assert ([chat["title"] for chat in exact["items"]], exact["similar"]) == (["Шахматы"], False)
    assert (like["items"][0]["title"], like["similar"]) == ("Шахматы", True)
    assert await chats(anna, "") == []


async def test_a_chat_of_two_is_found_by_the_partners_name(world):
    school = await make_school(world)
    opened = await school.pupil.put(f"/conversations/direct/{school.class_teacher.id}")
    async with world.database.transaction() as tx:
        name = await tx.value("SELECT family_name FROM people WHERE id = $1", school.class_teacher.id)

    [chat] = (await school.pupil.get("/search/chats", params={"q": name})).json()["items"]

    assert (chat["id"], chat["partner_id"]) == (opened.json()["id"], school.class_teacher.id)


async def test_pages_of_chats(world):
    anna = await world.person()
    made = [await group(world, anna, title=f"Кружок {number}") for number in range(5)]

    first = (await anna.get("/search/chats?q=кружок&limit=3")).json()
    second = (await anna.get(f"/search/chats?q=кружок&limit=3&after={first['next']}")).json()

    assert sorted(chat["id"] for chat in first["items"] + second["items"]) == made
    assert second["next"] is None


async def test_a_removed_member_does_not_find_the_chat(world):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris, title="Кружок")
    assert await chats(boris, "кружок") == ["Кружок"]

    await anna.delete(f"/conversations/{chat}/members/{boris.id}")

    assert await chats(boris, "кружок") == []


async def test_people_are_found_despite_a_typing_error_but_only_in_the_circle(world):
    school = await make_school(world)
    foreign = await make_school(world, "Школа в Сосновке")
    async with world.database.transaction() as tx:
        for person in (school.class_teacher, foreign.class_teacher):
            await tx.run("UPDATE people SET family_name = 'Берёзкин' WHERE id = $1", person.id)

    for typed in ("Берескин", "бирёзкин", "<thtprby"):
        found = (await school.pupil.get("/people/search", params={"q": typed})).json()["items"]
        assert [(one["id"], one["similar"]) for one in found] == [(school.class_teacher.id, True)], typed
    exact = (await school.pupil.get("/people/search?q=берез")).json()["items"]
    assert [(one["id"], one["similar"]) for one in exact] == [(school.class_teacher.id, False)]
    assert (await school.pupil.get("/people/search?q=щщщщщ")).json()["items"] == []
