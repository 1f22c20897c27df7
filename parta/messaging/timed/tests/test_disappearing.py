"""A message with a term is gone from everywhere at its moment, once, whatever was down."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.housekeeping import start_housekeeping
from parta.core.jobs_worker import perform_all
from parta.files.tests.conftest import Uploader
from parta.messaging.erasing import erase
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

MINUTE, MONTH = 60, 31 * 24 * 3600


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def history(who: Actor, chat: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
    return items


async def sweep(database: Database) -> None:
    await start_housekeeping(database)
    await perform_all(database)


def term(message: dict[str, Any]) -> timedelta:
    """How long a message lives in all."""
    said, ends = message["created_at"], message["content"]["expires_at"]
    return datetime.fromisoformat(ends) - datetime.fromisoformat(said)


async def value(world: World, sql: str, *args: object) -> Any:
    async with world.database.transaction() as tx:
        return await tx.value(sql, *args)


async def test_it_is_shown_until_its_moment_and_not_after(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    said = await say(anna, chat, "Код от домофона 4512", content={"lifetime": MINUTE})
    assert said["content"]["expires_at"] is not None

    clock.shift(timedelta(seconds=MINUTE - 1))
    assert [m["body"] for m in await history(boris, chat)] == ["Код от домофона 4512"]
    clock.shift(timedelta(seconds=MINUTE))  # nobody has swept yet
    [gone] = await history(boris, chat)
    assert (gone["deleted"], gone["body"], gone["content"]) == (True, "", None)
    listed = (await boris.get("/conversations")).json()["items"][0]["last_message"]
    assert (listed["deleted"], listed["body"]) == (True, "")
    for refused in (
        await anna.patch(f"/messages/{said['id']}", {"body": "Другой код"}),
        await boris.put(f"/messages/{said['id']}/reactions/👍"),
    ):
        assert (refused.status_code, refused.json()["code"]) == (409, "message_deleted")


@pytest.mark.parametrize(("seconds", "status"), [(59, 422), (60, 201), (MONTH, 201), (MONTH + 1, 422)])
async def test_terms_are_from_a_minute_to_a_month(world: World, seconds: int, status: int) -> None:
    anna = await world.person()
    chat = await group(world, anna)

    answer = await anna.post(
        f"/conversations/{chat}/messages",
        {"client_id": str(uuid4()), "body": "На время", "content": {"lifetime": seconds}},
    )
    assert answer.status_code == status
    if status == 422:
        assert answer.json()["code"] == "lifetime_invalid"
    for_all = await anna.put(f"/conversations/{chat}/lifetime", {"seconds": seconds})
    assert for_all.status_code == (200 if status == 201 else 422)


async def test_nothing_of_it_stays_in_rows_files_quotes_and_the_log(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    picture = await Uploader(anna).upload(b"secret bytes", "secret.txt")
    said = await say(
        anna, chat, "Тайна Борису", content={"lifetime": MINUTE}, file_ids=[picture], mentions=[boris.id]
    )
    await boris.put(f"/messages/{said['id']}/reactions/👍")
    await anna.patch(f"/messages/{said['id']}", {"body": "Тайна Борису!"})
    answer = await say(boris, chat, "Понял", reply_to_id=said["id"])
    assert answer["reply_to"]["excerpt"] == "Тайна Борису!"
    assert (await boris.get(f"/files/{picture}")).status_code == 200

    clock.shift(timedelta(seconds=MINUTE))
    assert (await boris.get(f"/files/{picture}")).status_code == 404
    await sweep(world.database)

    row = await value(
        world,
        "SELECT (body, mentions, content, service, edited_at, has_files, has_reactions, reply_to_id)::text"
        " FROM messages WHERE id = $1",
        said["id"],
    )
    assert row == '("",{},,,,f,f,)'
    assert await value(world, "SELECT count(*) FROM events WHERE body LIKE '%Тайна%'") == 0
    assert await value(world, "SELECT count(*) FROM reactions") == 0
    assert await value(world, "SELECT count(*) FROM files") == 0
    gone, kept = await history(boris, chat)
    assert (gone["number"], gone["deleted"]) == (1, True)
    assert (kept["body"], kept["reply_to"]["excerpt"], kept["reply_to"]["deleted"]) == ("Понял", "", True)
    assert (await anna.get(f"/files/{picture}")).status_code == 404


async def test_everybody_hears_it_once_and_who_was_away_never_hears_the_words(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    stream = f"conversation:{chat}"
    live = await sockets.open(boris)
    head = live.welcome["streams"][stream]
    said = await say(anna, chat, "Ненадолго", content={"lifetime": MINUTE})
    clock.shift(timedelta(seconds=MINUTE))
    await asyncio.gather(sweep(world.database), sweep(world.database))
    await sweep(world.database)

    await live.event("message_deleted", message_id=said["id"])
    assert [f["event"]["kind"] for f in live.events[stream]] == ["message_added", "message_deleted"]
    back = await sockets.open(boris, {stream: head})
    await back.hear("caught_up")
    assert {f["event"]["kind"] for f in back.events[stream]} == {"message_deleted"}


async def test_what_fell_due_while_the_server_was_down_goes_at_the_next_start(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    for i in range(450):  # more than two batches
        await say(anna, chat, f"Черновик {i}", content={"lifetime": MINUTE})
    await say(anna, chat, "Остаётся")

    clock.shift(timedelta(days=2))
    await sweep(world.database)

    assert await value(world, "SELECT count(*) FROM messages WHERE body <> ''") == 1
    assert await value(world, "SELECT count(*) FROM messages WHERE deleted_at IS NOT NULL") == 450
    assert await value(world, "SELECT count(*) FROM jobs WHERE kind = 'sweep_expired'") == 1


async def test_a_sweep_that_dies_in_the_middle_leaves_nothing_half_done(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await say(anna, chat, "Ненадолго", content={"lifetime": MINUTE})
    clock.shift(timedelta(seconds=MINUTE))

    async def die(*args: Any, **options: Any) -> None:
        await erase(*args, **options)
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr("parta.messaging.timed.disappearing.erase", die)
        await sweep(world.database)
        assert await value(world, "SELECT count(*) FROM messages WHERE body = 'Ненадолго'") == 1
    clock.shift(timedelta(seconds=MINUTE + 30))
    await perform_all(world.database)
    assert await value(world, "SELECT count(*) FROM messages WHERE body <> ''") == 0
    assert await value(world, "SELECT count(*) FROM events WHERE kind = 'message_deleted'") == 2


async def test_a_chat_has_a_term_that_its_administrators_set(world: World) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    address = f"/conversations/{chat}/lifetime"
    assert (await boris.put(address, {"seconds": 3600})).status_code == 403
    assert (await stranger.put(address, {"seconds": 3600})).status_code == 404
    before = await say(boris, chat, "До того")

    changed = await anna.put(address, {"seconds": 3600})
    assert (changed.status_code, changed.json()["lifetime"]) == (200, 3600)
    after = await say(boris, chat, "После того")
    shorter = await say(boris, chat, "Ещё короче", content={"lifetime": MINUTE})
    longer = await say(boris, chat, "Не дольше чата", content={"lifetime": MONTH})
    assert before["content"] is None
    assert term(after) == term(longer) == timedelta(hours=1)
    assert term(shorter) == timedelta(seconds=MINUTE)

    clock.shift(timedelta(seconds=3601))
    await sweep(world.database)
    left = await history(boris, chat)
    assert [m["body"] for m in left if m["kind"] == "text" and not m["deleted"]] == ["До того"]
    notice = next(m for m in left if m["kind"] == "service")
    assert (notice["service"], notice["deleted"]) == ({"what": "lifetime", "seconds": 3600}, False)

    await anna.put(address, {"seconds": None})
    assert (await say(boris, chat, "Снова навсегда"))["content"] is None


async def test_in_a_chat_of_two_either_side_sets_the_term(world: World) -> None:
    school = await world.school()
    anna, boris = await world.person(), await world.person()
    for teacher in (anna, boris):
        await world.role(teacher, "teacher", school)
    chat = (await anna.put(f"/conversations/direct/{boris.id}")).json()["id"]

    assert (await boris.put(f"/conversations/{chat}/lifetime", {"seconds": MINUTE})).status_code == 200
    assert (await say(anna, chat, "Исчезну"))["content"]["expires_at"] is not None
