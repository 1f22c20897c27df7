"""A reminder comes once, to its person alone, and never of what is gone."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


def after(**term: float) -> str:
    return (clock.now() + timedelta(**term)).isoformat()


async def listed(who: Actor) -> list[tuple[str, bool]]:
    items: list[dict[str, Any]] = (await who.get("/me/reminders")).json()["items"]
    return [(one["message"]["body"], one["reminded"]) for one in items]


async def test_it_comes_once_to_all_devices_of_one_person(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = (await say(anna, chat, "Сдать тетради"))["id"]
    mine, phone, other = [await sockets.open(who) for who in (boris, boris, anna)]
    address = f"/messages/{message}/reminder"
    assert (await boris.put(address, {"at": after(hours=1)})).status_code == 204
    assert (await boris.put(address, {"at": after(minutes=20)})).status_code == 204
    assert await listed(boris) == [("Сдать тетради", False)]
    assert await listed(anna) == []

    clock.shift(timedelta(minutes=21))
    await perform_all(world.database)
    clock.shift(timedelta(hours=2))
    await perform_all(world.database)

    for device in (mine, phone):
        await device.event("reminder_due", message_id=message, conversation_id=chat)
        due = [f for f in device.events[f"person:{boris.id}"] if f["event"]["kind"] == "reminder_due"]
        assert len(due) == 1
    assert [f["event"]["kind"] for f in other.events[f"person:{anna.id}"]] == []
    assert await listed(boris) == [("Сдать тетради", True)]
    for _ in range(2):
        assert (await boris.delete(address)).status_code == 204
    assert await listed(boris) == []


async def test_of_what_is_gone_nobody_is_reminded(world: World, sockets: Sockets) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    deleted = (await say(anna, chat, "Удалю"))["id"]
    hidden = (await say(anna, chat, "Скрою"))["id"]
    vanished = (await say(anna, chat, "Исчезну", content={"lifetime": 60}))["id"]
    for message in (deleted, hidden, vanished):
        assert (await boris.put(f"/messages/{message}/reminder", {"at": after(hours=1)})).status_code == 204
        assert (
            await stranger.put(f"/messages/{message}/reminder", {"at": after(hours=1)})
        ).status_code == 404
    await anna.delete(f"/messages/{deleted}?for=all")
    await boris.delete(f"/messages/{hidden}?for=me")
    live = await sockets.open(boris)

    clock.shift(timedelta(hours=2))
    await perform_all(world.database)
    assert await listed(boris) == []
    assert "reminder_due" not in [f["event"]["kind"] for f in live.events[f"person:{boris.id}"]]


@pytest.mark.parametrize("term", [{"seconds": -1.0}, {"days": 367.0}])
async def test_moments_lie_ahead_and_within_a_year(world: World, term: dict[str, float]) -> None:
    anna = await world.person()
    message = (await say(anna, await group(world, anna), "Когда-нибудь"))["id"]

    refused = await anna.put(f"/messages/{message}/reminder", {"at": after(**term)})
    assert (refused.status_code, refused.json()["code"]) == (422, "scheduled_when")
