"""What may not be read is not found: membership, what is hidden, deleted, edited or has disappeared, at this moment."""

from datetime import timedelta

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.search.tests.conftest import found, indexed
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

pytestmark = pytest.mark.usefixtures("ways")


async def two(world: World) -> tuple[Actor, Actor, int]:
    anna, boris = await world.person(), await world.person()
    return anna, boris, await group(world, anna, boris)


async def entries(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return await tx.values("SELECT words::text FROM search_entries ORDER BY message_id")


async def test_strangers_and_those_who_were_removed_find_nothing(world):
    anna, boris, chat = await two(world)
    stranger = await world.person()
    await say(anna, chat, "Тайная поляна")
    await indexed(world)
    assert await found(boris, "поляна") == ["Тайная поляна"]
    assert await found(stranger, "поляна") == []

    await anna.delete(f"/conversations/{chat}/members/{boris.id}")

    assert await found(boris, "поляна") == []
    assert await found(anna, "поляна") == ["Тайная поляна"]


async def test_deleted_words_leave_the_index_with_the_deletion(world):
    anna, boris, chat = await two(world)
    said = await say(anna, chat, "Пароль одуванчик")
    await indexed(world)
    assert await found(boris, "одуванчик") == ["Пароль одуванчик"]

    await anna.delete(f"/messages/{said['id']}?for=all")

    assert await found(boris, "одуванчик") == []
    assert await entries(world.database) == []


async def test_what_was_deleted_before_it_was_indexed_is_never_indexed(world):
    anna, boris, chat = await two(world)
    said = await say(anna, chat, "Пароль одуванчик")
    await anna.delete(f"/messages/{said['id']}?for=all")
    await indexed(world)

    assert await entries(world.database) == []
    assert await found(boris, "одуванчик") == []


async def test_an_edit_replaces_the_words_at_once(world):
    anna, boris, chat = await two(world)
    said = await say(anna, chat, "Приходите в среду")
    await indexed(world)

    await anna.patch(f"/messages/{said['id']}", {"body": "Приходите в четверг"})

    assert await found(boris, "среда") == []
    assert await found(boris, "четверг") == ["Приходите в четверг"]
    assert "сред" not in "".join(await entries(world.database))


async def test_an_edit_before_the_index_came_is_not_lost(world):
    anna, boris, chat = await two(world)
    said = await say(anna, chat, "Приходите в среду")
    await anna.patch(f"/messages/{said['id']}", {"body": "Приходите в четверг"})
    await indexed(world)

    assert await found(boris, "среда") == []
    assert await found(boris, "четверг") == ["Приходите в четверг"]


async def test_what_somebody_deleted_for_themselves_others_still_find(world):
    anna, boris, chat = await two(world)
    said = await say(anna, chat, "Список подарков")
    await indexed(world)

    await boris.delete(f"/messages/{said['id']}?for=me")

    assert await found(boris, "подарки") == []
    assert (await boris.get(f"/conversations/{chat}/hits?q=подарки")).json()["items"] == []
    assert await found(anna, "подарки") == ["Список подарков"]


async def test_a_message_is_not_found_from_the_moment_it_disappears(world, monkeypatch):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Мигом прочти", content={"lifetime": 60})
    await indexed(world)
    assert await found(boris, "мигом") == ["Мигом прочти"]

    later = clock.now() + timedelta(seconds=61)
    monkeypatch.setattr("parta.search.walking.now", lambda: later)

    assert await found(boris, "мигом") == []


async def test_what_has_disappeared_leaves_the_index(world):
    anna, boris, chat = await two(world)
    await say(anna, chat, "Мигом прочти", content={"lifetime": 60})
    await indexed(world)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE messages SET expires_at = now() - interval '1 second'")
        await tx.run("UPDATE jobs SET due_at = now() - interval '1 second'")
        await tx.run("INSERT INTO jobs (kind, body) VALUES ('sweep_expired', '{}')")

    await perform_all(world.database)

    assert await entries(world.database) == []
    assert await found(boris, "мигом") == []


async def test_lines_of_service_are_not_found(world):
    anna, boris, chat = await two(world)
    await anna.patch(f"/conversations/{chat}", {"title": "Одуванчики"})
    await indexed(world)

    assert await found(boris, "одуванчики") == []


async def test_a_message_of_somebody_whose_chat_one_left_is_found_by_who_stayed(world):
    anna, boris, chat = await two(world)
    await say(boris, chat, "Прощальное слово")
    await indexed(world)
    await boris.delete(f"/conversations/{chat}/members/{boris.id}")

    assert await found(boris, "прощальное") == []
    assert await found(anna, "прощальное") == ["Прощальное слово"]
