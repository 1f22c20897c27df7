"""Whatever happens to sockets and hints, everybody hears every stream whole and in one order."""

import asyncio
import random
from collections.abc import Callable

import pytest

from parta.core.bus import Hint, Nudge
from parta.core.bus_memory import MemoryBus
from parta.main.app import Application
from parta.testing.live import Live, Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


class ForgetfulBus(MemoryBus):
    """Loses the hints it is told to lose, as a broker between nodes may."""

    def __init__(self) -> None:
        super().__init__()
        self.loses: Callable[[Hint], bool] = lambda hint: False

    def publish(self, hint: Hint) -> None:
        """Hand the hint over, or not."""
        if not self.loses(hint):
            super().publish(hint)


def lost(application: Application, loses: Callable[[Hint], bool]) -> None:
    """Let the application's bus lose such hints from now on."""
    bus = ForgetfulBus()
    bus.loses = loses
    bus.subscribe(application.hub.hear)
    application.database.bus = bus


class Reader:
    """Reads chats over sockets that break again and again, keeping cursors as a client does."""

    def __init__(self, sockets: Sockets, actor: Actor, luck: random.Random) -> None:
        self._sockets, self._actor, self._luck = sockets, actor, luck
        self.heard: dict[str, list[str]] = {}
        self._cursors: dict[str, int] = {}

    async def read(self, until: asyncio.Event) -> None:
        """Break the socket at random moments until told to stop, then hear the rest."""
        while not until.is_set():
            await self._listen(self._luck.uniform(0, 0.15))
        await self._listen(0.5)

    async def _listen(self, seconds: float) -> None:
        live = await self._sockets.open(self._actor, self._cursors)
        assert live.welcome["reset"] == []
        await asyncio.sleep(seconds)
        await live.close()
        self._cursors = dict(live.cursors)
        for stream in live.events:
            self.heard.setdefault(stream, []).extend(live.bodies(stream))


async def test_random_reconnects_among_many_writers_leave_no_gap(world: World, sockets: Sockets) -> None:
    people = [await world.person() for _ in range(6)]
    chats = [await group(world, *people) for _ in range(2)]
    writers = [await sockets.open(person) for person in people]
    readers = [Reader(sockets, person, random.Random(n)) for n, person in enumerate(people)]
    over = asyncio.Event()
    reading = [asyncio.create_task(reader.read(over)) for reader in readers]
    await asyncio.gather(*(reader._listen(0) for reader in readers))

    async def write(live: Live, name: int) -> None:
        for i in range(40):
            await live.send(chats[i % 2], f"{name}: {i}")

    await asyncio.gather(*(write(live, name) for name, live in enumerate(writers)))
    over.set()
    await asyncio.gather(*reading)

    for chat in chats:
        items: list[str] = []
        while page := (
            await people[0].get(f"/conversations/{chat}/messages?after={len(items)}&limit=100")
        ).json()["items"]:
            items += [m["body"] for m in page]
        assert len(items) == 6 * 20
        assert all(reader.heard[f"conversation:{chat}"] == items for reader in readers)
        assert all(live.bodies(f"conversation:{chat}") == items for live in writers)


async def test_a_lost_hint_delays_and_never_drops(
    world: World, sockets: Sockets, application: Application
) -> None:
    anna, boris = await world.person(), await world.person()
    chat, other = await group(world, anna, boris), await group(world, anna, boris)
    his = await sockets.open(boris)
    lost(application, lambda hint: isinstance(hint, Nudge))
    await say(anna, chat, "Потерялось")
    await say(anna, other, "И это")
    assert await his.silence(0.2) == []

    await application.hub.poll()

    await his.event("message_added", conversation_id=chat)
    await his.event("message_added", conversation_id=other)


async def test_the_next_hint_brings_the_lost_one_along(
    world: World, sockets: Sockets, application: Application
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    his = await sockets.open(boris)
    lost(application, lambda hint: isinstance(hint, Nudge) and "Потерялось" in hint.events[0].body)

    await say(anna, chat, "Потерялось")
    await say(anna, chat, "Дошло")
    await say(anna, chat, "И это")

    await his.until(lambda f: f["op"] == "event" and f["event"]["message"]["body"] == "И это", "the last")
    assert his.bodies(f"conversation:{chat}") == ["Потерялось", "Дошло", "И это"]


@pytest.mark.parametrize("found_by", ["poll", "gap"])
async def test_a_lost_hint_of_leaving_does_not_let_the_leaver_hear_more(
    world: World, sockets: Sockets, application: Application, found_by: str
) -> None:
    people = [await world.person() for _ in range(8)]
    anna, boris = people[0], people[-1]
    chat = await group(world, *people)
    # Many other streams, so that the order in which they are looked at matters.
    for person in people[1:-1]:
        await sockets.open(person)
    hers, his = await sockets.open(anna), await sockets.open(boris)
    lost(application, lambda hint: isinstance(hint, Nudge))
    await anna.delete(f"/conversations/{chat}/members/{boris.id}")
    await say(anna, chat, "Без него")

    if found_by == "poll":
        await application.hub.poll()
    else:
        lost(application, lambda hint: False)
        await say(anna, chat, "Снова без него")
    await his.hear("closed", stream=f"conversation:{chat}")
    await hers.event("message_added", conversation_id=chat, within=5)
    await his.silence()

    assert his.bodies(f"conversation:{chat}") == []
    assert "Без него" in hers.bodies(f"conversation:{chat}")


async def test_who_missed_what_the_log_has_forgotten_comes_back_and_refetches(
    world: World, sockets: Sockets, application: Application
) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    live = await sockets.open(anna)
    lost(application, lambda hint: isinstance(hint, Nudge))
    await say(anna, chat, "Забыто")
    async with world.database.transaction() as tx:
        await tx.run("DELETE FROM events WHERE stream = $1", f"conversation:{chat}")

    await application.hub.poll()

    assert await live.ended() == 1013
    again = await sockets.open(anna, live.cursors)
    assert again.welcome["reset"] == [f"conversation:{chat}"]
