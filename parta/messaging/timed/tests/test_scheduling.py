"""A message for later is said once, at its moment, by whoever may still say it."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from parta.core import clock
from parta.core.db import Database, Tx
from parta.core.jobs_worker import perform_all
from parta.files.tests.conftest import Uploader
from parta.messaging.sending import post_messages
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


def after(**term: float) -> str:
    return (clock.now() + timedelta(**term)).isoformat()


async def plan(who: Actor, chat: int, body: str, at: str, **more: Any) -> dict[str, Any]:
    answer = await who.post(
        f"/conversations/{chat}/scheduled", {"client_id": str(uuid4()), "body": body, "at": at, **more}
    )
    assert answer.status_code == 201, answer.text
    planned: dict[str, Any] = answer.json()
    return planned


async def planned(who: Actor, chat: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await who.get(f"/conversations/{chat}/scheduled")).json()["items"]
    return items


async def said(who: Actor, chat: int) -> list[str]:
    items = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
    return [m["body"] for m in items]


async def test_it_is_said_at_its_moment_with_everything_it_carries(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    asked = await say(boris, chat, "Когда контрольная?")
    plan_of_trip = await Uploader(anna).upload(b"12 december", "план.txt")
    made = await plan(
        anna,
        chat,
        "В пятницу, @Борис",
        after(hours=1),
        reply_to_id=asked["id"],
        file_ids=[plan_of_trip],
        mentions=[boris.id],
        content={"lifetime": 3600, "silent": True},
    )
    assert await planned(boris, chat) == []
    clock.shift(timedelta(days=8))  # longer than a file waits that nobody carries
    await perform_all(world.database)

    anna, boris = await world.sign_in(anna.id), await world.sign_in(boris.id)
    message = (await boris.get(f"/conversations/{chat}/messages")).json()["items"][-1]
    assert message["client_id"] == made["client_id"]
    assert (message["body"], message["reply_to"]["id"]) == ("В пятницу, @Борис", asked["id"])
    assert [f["name"] for f in message["files"]] == ["план.txt"]
    assert message["mentions"] == [boris.id]
    assert message["content"]["silent"] is True
    lived = datetime.fromisoformat(message["content"]["expires_at"]) - datetime.fromisoformat(
        message["created_at"]
    )
    assert lived == timedelta(hours=1)
    assert await planned(anna, chat) == []


async def test_however_often_it_is_tried_and_whatever_dies_it_is_said_once(
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await plan(anna, chat, "Один раз", after(hours=1))
    clock.shift(timedelta(hours=2))

    async def die(tx: Tx, drafts: Any) -> Any:
        await post_messages(tx, drafts)
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr("parta.messaging.timed.scheduling.post_messages", die)
        await perform_all(database)
    assert await said(anna, chat) == []
    assert len(await planned(anna, chat)) == 1

    clock.shift(timedelta(hours=3))
    await asyncio.gather(*(perform_all(database) for _ in range(4)))
    await perform_all(database)
    assert await said(anna, chat) == ["Один раз"]


@pytest.mark.parametrize(
    ("term", "status"),
    [
        (timedelta(seconds=-1), 422),
        (timedelta(seconds=5), 201),
        (timedelta(days=365), 201),
        (timedelta(days=367), 422),
    ],
)
async def test_moments_lie_ahead_and_within_a_year(world: World, term: timedelta, status: int) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    new = {"client_id": str(uuid4()), "body": "Потом", "at": (datetime.now(UTC) + term).isoformat()}

    answer = await anna.post(f"/conversations/{chat}/scheduled", new)
    assert answer.status_code == status
    if status == 422:
        assert answer.json()["code"] == "scheduled_when"
    else:
        assert (await anna.post(f"/conversations/{chat}/scheduled", new)).json() == answer.json()


async def test_a_hundred_wait_in_a_chat_and_no_more(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    at = after(days=1)
    for i in range(99):
        await plan(anna, chat, f"Номер {i}", at)

    new = [{"client_id": str(uuid4()), "body": "Ещё", "at": at} for _ in range(3)]
    answers = await asyncio.gather(*(anna.post(f"/conversations/{chat}/scheduled", one) for one in new))
    assert sorted(a.status_code for a in answers) == [201, 409, 409]
    page = (await anna.get(f"/conversations/{chat}/scheduled?limit=60")).json()
    rest = (await anna.get(f"/conversations/{chat}/scheduled?limit=60&after={page['next']}")).json()
    assert len({one["id"] for one in page["items"] + rest["items"]}) == 100
    assert rest["next"] is None


async def test_one_changes_forgets_and_sends_at_once_what_is_ones_own(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    first, second, third = [await plan(anna, chat, f"Сообщение {i}", after(hours=i)) for i in (1, 2, 3)]
    for refused in (
        await boris.put(f"/scheduled/{first['id']}", {"at": after(hours=5), "body": "Чужое"}),
        await boris.delete(f"/scheduled/{first['id']}"),
        await boris.post(f"/scheduled/{first['id']}/sending"),
    ):
        assert refused.status_code == 404

    moved = await anna.put(f"/scheduled/{first['id']}", {"at": after(hours=9), "body": "Позже"})
    assert (moved.status_code, moved.json()["body"]) == (200, "Позже")
    assert (await anna.delete(f"/scheduled/{second['id']}")).status_code == 204
    sent = await anna.post(f"/scheduled/{third['id']}/sending")
    assert (sent.status_code, sent.json()["body"]) == (201, "Сообщение 3")
    assert [one["body"] for one in await planned(anna, chat)] == ["Позже"]

    clock.shift(timedelta(hours=4))
    await perform_all(world.database)
    assert await said(boris, chat) == ["Сообщение 3"]
    clock.shift(timedelta(hours=9, seconds=1))
    await perform_all(world.database)
    assert await said(boris, chat) == ["Сообщение 3", "Позже"]


async def test_what_may_not_be_said_any_more_is_kept_with_the_reason(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    made = await plan(boris, chat, "Не дойдёт", after(hours=1))
    live = await sockets.open(boris)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET closed_at = now() WHERE id = $1", chat)
    clock.shift(timedelta(hours=1, seconds=1))
    await perform_all(world.database)

    await live.event("scheduled_refused", scheduled_id=made["id"], code="conversation_closed")
    [kept] = await planned(boris, chat)
    assert kept["refused"] == {"code": "conversation_closed", "detail": "В этом чате больше нельзя писать."}
    assert await said(anna, chat) == []
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET closed_at = NULL WHERE id = $1", chat)
    again = await boris.put(f"/scheduled/{made['id']}", {"at": after(hours=1), "body": "Дошло"})
    assert again.json()["refused"] is None
    clock.shift(timedelta(hours=3))
    await perform_all(world.database)
    assert await said(anna, chat) == ["Дошло"]


async def test_where_words_wait_for_approval_those_for_later_do_too(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await plan(boris, chat, "Можно?", after(hours=1))
    assert (await anna.patch(f"/conversations/{chat}/settings", {"approval": True})).status_code == 200
    clock.shift(timedelta(hours=2))
    await perform_all(world.database)

    assert await planned(boris, chat) == []
    assert "Можно?" not in await said(boris, chat)
    [held] = (await anna.get(f"/conversations/{chat}/held-messages")).json()["items"]
    assert (await anna.post(f"/held-messages/{held['id']}/approval")).status_code == 200
    assert (await said(anna, chat)).count("Можно?") == 1


async def test_who_was_removed_says_nothing(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await plan(boris, chat, "Напоследок", after(hours=1))
    await anna.delete(f"/conversations/{chat}/members/{boris.id}")
    clock.shift(timedelta(hours=2))
    await perform_all(world.database)

    assert "Напоследок" not in await said(anna, chat)
    assert (await boris.get(f"/conversations/{chat}/scheduled")).status_code == 404


async def test_files_wait_with_their_message_and_are_let_go_with_it(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    uploader = Uploader(anna)
    kept, dropped = await uploader.upload(b"one", "a.txt"), await uploader.upload(b"two", "b.txt")
    at = after(days=60)
    made = await plan(anna, chat, "С файлами", at, file_ids=[kept, dropped])
    assert (await uploader.cancel(f"/api/uploads/{kept}")).json()["code"] == "file_in_use"
    await anna.put(f"/scheduled/{made['id']}", {"at": at, "body": "С файлом", "file_ids": [kept]})
    clock.shift(timedelta(days=30))
    await perform_all(world.database)
    anna = await world.sign_in(anna.id)
    assert (await anna.get(f"/files/{kept}")).status_code == 200
    assert (await anna.get(f"/files/{dropped}")).status_code == 404

    await anna.delete(f"/scheduled/{made['id']}")
    clock.shift(timedelta(days=60))
    await perform_all(world.database)
    anna = await world.sign_in(anna.id)
    assert (await anna.get(f"/files/{kept}")).status_code == 404


async def unread(who: Actor, chat: int) -> int:
    count: int = (await who.get(f"/conversations/{chat}")).json()["unread"]
    return count


async def test_what_was_not_read_is_not_read_because_one_had_something_planned(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat, quiet = await group(world, anna, boris), await group(world, anna, boris)
    for place in (chat, quiet):
        await plan(anna, place, "Доброе утро", after(minutes=10))
    for i in range(3):
        await say(boris, chat, f"Ночное {i}")
    phone = await sockets.open(anna)
    clock.shift(timedelta(minutes=11))
    await perform_all(world.database)

    await phone.event("message_added", absent=True)
    assert await unread(anna, chat) == 4
    assert await unread(anna, quiet) == 0
    await say(anna, chat, "Прочитала")
    assert await unread(anna, chat) == 0
