"""The index is filled from the messages, batch by batch, goes on after a cut, and divides time into periods."""

from typing import Any

import pytest

from parta.core.db import Database
from parta.core.followers import follow_all
from parta.core.jobs_worker import perform_all, perform_next
from parta.search import filling, indexing
from parta.search.filling import read_filling, start_anew
from parta.search.tests.conftest import found, indexed
from parta.testing.talk import group, say


async def value(database: Database, sql: str) -> Any:
    async with database.transaction() as tx:
        return await tx.value(sql)


async def start(database: Database) -> None:
    async with database.transaction() as tx:
        await start_anew(tx)


async def finished(database: Database) -> bool:
    async with database.transaction() as tx:
        return (await read_filling(tx)).finished


@pytest.fixture(autouse=True)
def without_breath(monkeypatch):
    monkeypatch.setattr(filling, "BREATH", filling.BREATH * 0)


async def test_an_index_made_anew_is_the_index_that_followed(world):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    for number in range(5):
        await say(anna, chat, f"Новость {number}")
    gone = await say(anna, chat, "Новость лишняя")
    await anna.delete(f"/messages/{gone['id']}?for=all")
    await indexed(world)
    entries = "SELECT array_agg((message_id, number, author_id, words) ORDER BY message_id)::text FROM search_entries"
    before = await value(world.database, entries)

    await start(world.database)
    assert await value(world.database, "SELECT count(*) FROM search_entries") == 0
    await perform_all(world.database)

    assert await value(world.database, entries) == before
    assert await finished(world.database)
    assert len(await found(boris, "новости")) == 5


async def test_a_filling_that_was_cut_goes_on_where_it_was(world, monkeypatch):
    monkeypatch.setattr(filling, "AT_ONCE", 2)
    anna = await world.person()
    chat = await group(world, anna)
    for number in range(7):
        await say(anna, chat, f"Новость {number}")
    await start(world.database)
    await perform_next(world.database)
    await perform_next(world.database)

    # The newest come first; meanwhile the answer says that it is not whole.
    answer = (await anna.get("/search/messages?q=новость")).json()
    assert 0 < len(answer["items"]) < 7
    assert answer["items"][0]["number"] == 7
    assert answer["filling"] is True

    # Another process goes on with what the database holds.
    await perform_all(world.database)
    answer = (await anna.get("/search/messages?q=новость")).json()
    assert [item["number"] for item in answer["items"]] == [7, 6, 5, 4, 3, 2, 1]
    assert answer["filling"] is False


async def test_what_is_said_while_it_fills_is_indexed_once(world):
    anna = await world.person()
    chat = await group(world, anna)
    await say(anna, chat, "Новость")
    await start(world.database)
    await say(anna, chat, "Новость")
    await follow_all(world.database)
    await perform_all(world.database)

    assert len(await found(anna, "новость")) == 2


async def test_periods_follow_one_another_and_pages_cross_them(world, monkeypatch):
    monkeypatch.setattr(indexing, "PERIOD", 3)
    monkeypatch.setattr("parta.search.walking.NARROW", -1)
    monkeypatch.setattr("parta.search.walking.STRETCHES", 1)
    anna = await world.person()
    chat = await group(world, anna)
    for number in range(8):
        await say(anna, chat, f"Новость {number}")
        await indexed(world)
    assert await value(world.database, "SELECT count(DISTINCT period) FROM search_entries") == 3

    seen, after = [], ""
    while after is not None:
        page = (
            await anna.get(f"/search/messages?q=новость&limit=5&after={after}".removesuffix("&after="))
        ).json()
        seen += [item["number"] for item in page["items"]]
        after = page["next"]

    assert seen == [8, 7, 6, 5, 4, 3, 2, 1]


async def test_an_answer_that_would_take_long_is_given_in_parts(world, monkeypatch):
    monkeypatch.setattr(indexing, "PERIOD", 2)
    monkeypatch.setattr("parta.search.walking.NARROW", -1)
    monkeypatch.setattr("parta.search.walking.STRETCHES", 1)
    monkeypatch.setattr("parta.search.walking.PATIENCE", -1)
    anna = await world.person()
    chat = await group(world, anna)
    await say(anna, chat, "Редкость")
    for number in range(7):
        await indexed(world)
        await say(anna, chat, f"Новость {number}")
    await indexed(world)

    seen, pages, after = [], 0, ""
    while after is not None:
        page = (await anna.get(f"/search/messages?q=редкость&after={after}".removesuffix("&after="))).json()
        seen += [item["number"] for item in page["items"]]
        pages, after = pages + 1, page["next"]

    assert seen == [1]
    assert 1 < pages < 6
