"""No table holds anybody's data without saying so on «Передаваемые данные»."""

from parta.identity.stored_data import find_undeclared
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_every_column_of_the_house_is_declared(world: World) -> None:
    async with world.database.transaction() as tx:
        assert await find_undeclared(tx) == []


async def test_ones_own_words_are_on_the_page_and_nobody_elses(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(anna, chat, "Слова Анны")
    await say(boris, chat, "Слова Бориса")

    page = (await anna.get("/me/data")).text

    assert "Слова Анны" in page
    assert "Слова Бориса" not in page
