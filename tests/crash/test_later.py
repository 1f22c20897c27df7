"""kill -9 before what is due, and down at its moment: afterwards each happens, once, whatever is killed again."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from parta.testing.talk import say
from parta.testing.world import Actor
from tests.crash.clients import Client, reached
from tests.crash.people import eventually, make_group, people_in, upload
from tests.crash.process import Parta, running

SECRET, LATER = "Тайник под мостом", "Сказано позже"
TERM = 60  # seconds: the shortest a message may live, a poll stay open, a ban hold
LOOK = 30.0  # seconds within which the sweep of a server that has just started must have looked

# What is told when a promise is kept.
KEPT: dict[str, Callable[[dict[str, Any]], bool]] = {
    "gone": lambda event: event["kind"] == "message_deleted",
    "said": lambda event: event["kind"] == "message_added" and event["message"]["body"] == LATER,
    "reminded": lambda event: event["kind"] == "reminder_due",
    "closed": lambda event: event["kind"] == "poll_counted" and event["closed"],
    "may write": lambda event: event["kind"] == "write_ban_changed" and event["until"] is None,
}
HAPPENINGS = set(KEPT)

pytestmark = pytest.mark.timeout(240)


async def test_what_falls_due_while_all_is_down_happens_once_afterwards() -> None:
    with running() as parta:
        async with people_in(parta, "Анна", "Борис") as (anna, boris):
            story = Story(parta, anna, boris)
            await story.promise()
            devices = [Client(parta.port, who.token) for who in (anna, boris)]
            living = [asyncio.create_task(device.live()) for device in devices]
            await reached(devices, lambda device: device.welcomes == 1)

            parta.kill(database_too=True)
            await asyncio.sleep(story.over - time.time())
            await asyncio.to_thread(parta.start)
            # While it catches up with what fell due.
            parta.kill(database_too=True)
            await asyncio.to_thread(parta.start)
            await story.has_happened()
            parta.kill(database_too=True)
            await asyncio.to_thread(parta.start)
            await story.happened_once()

            # Who was away at the moment hears of it afterwards, like everybody.
            await reached(devices, lambda device: len(happenings(heard_by(device))) == 4, within=LOOK)
            for task in living:
                task.cancel()
            await asyncio.gather(*living, return_exceptions=True)
            assert [fault for device in devices for fault in device.faults] == []
            for device, alone in zip(devices, ("reminded", "may write"), strict=True):
                expected = dict.fromkeys(("gone", "said", "closed", alone), 1)
                assert happenings(heard_by(device)) == expected


class Story:
    """Five promises in one chat, all for about the same moment."""

    def __init__(self, parta: Parta, anna: Actor, boris: Actor) -> None:
        self.parta, self.anna, self.boris = parta, anna, boris
        self.over = 0.0

    async def promise(self) -> None:
        """Make the promises, and see that none is kept before its time."""
        self.chat = await make_group(self.parta, self.anna, self.boris)
        file = await upload(self.anna, SECRET.encode(), "Тайник.txt")
        said = {"client_id": str(uuid4()), "body": SECRET, "content": {"lifetime": TERM}, "file_ids": [file]}
        # As the client says it: what is kept for a repeated request must go, too.
        once = {"Idempotency-Key": str(uuid4())}
        answer = await done(self.anna.post(f"/conversations/{self.chat}/messages", said, headers=once))
        self.secret = answer.json()
        closes_at = datetime.now(UTC) + timedelta(seconds=TERM)
        poll = {"question": "Идём?", "options": ["Да", "Нет"], "closes_at": closes_at.isoformat()}
        self.poll = await say(self.anna, self.chat, "", content={"poll": poll})
        ban = {"seconds": TERM, "reason": "Шумит"}
        await done(self.anna.put(f"/conversations/{self.chat}/members/{self.boris.id}/write-ban", ban))
        self.over = time.time() + TERM + 1
        soon = (datetime.now(UTC) + timedelta(seconds=TERM / 2)).isoformat()
        later = {"client_id": str(uuid4()), "at": soon, "body": LATER}
        await done(self.anna.post(f"/conversations/{self.chat}/scheduled", later))
        await done(self.anna.put(f"/messages/{self.poll['id']}/reminder", {"at": soon}))
        await eventually(self.found, lambda found: found == [self.secret["id"]], within=10)
        assert {"messages", "events", "search_entries"} <= await self.tables_with_secret()
        assert self.files_with_secret() == 1
        assert +(await self.log()) == Counter()
        assert await self.say_as_boris() == 409

    async def has_happened(self) -> None:
        """Wait until all of it has happened."""
        await eventually(self.log, lambda log: set(log) == HAPPENINGS, within=LOOK)
        await eventually(self.tables_with_secret, lambda tables: not tables, within=LOOK)

    async def happened_once(self) -> None:
        """Each has happened once, nothing is left to do, and everybody sees it."""
        page = (await self.anna.get(f"/conversations/{self.chat}/messages")).json()["items"]
        [secret] = [one for one in page if one["id"] == self.secret["id"]]
        assert (secret["deleted"], secret["body"], secret["files"]) == (True, "", [])
        assert [one["body"] for one in page].count(LATER) == 1
        assert (await self.anna.get(f"/conversations/{self.chat}/scheduled")).json()["items"] == []
        [reminder] = (await self.anna.get("/me/reminders")).json()["items"]
        assert reminder["reminded"]
        assert (await self.anna.get(f"/messages/{self.poll['id']}/poll")).json()["closed"]
        assert await self.found() == []
        assert (await self.tables_with_secret(), self.files_with_secret()) == (set(), 0)
        assert await self.jobs_of_the_story() == []
        log = await self.log()
        # What had been told of the secret was taken back in the log, too.
        assert log.pop("gone") >= 2
        assert log == dict.fromkeys(HAPPENINGS - {"gone"}, 1)
        assert await self.say_as_boris() == 201

    async def log(self) -> Counter[str]:
        """What the log tells, each time that it does."""
        db = await self.parta.connect()
        events = [json.loads(row["body"]) for row in await db.fetch("SELECT body FROM events")]
        await db.close()
        return happenings(events)

    async def found(self) -> list[int]:
        """The messages that a search for the secret finds."""
        hits = (await self.boris.get("/search/messages", params={"q": "тайник"})).json()
        return [hit["message_id"] for hit in hits["items"]]

    async def tables_with_secret(self) -> set[str]:
        """Every table in which the secret can still be read, as text or as bytes."""
        db = await self.parta.connect()
        tables = [
            row[0] for row in await db.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ]
        word = SECRET.split()[0]
        sought = [f"%{word}%", f"%{word.encode().hex()}%"]
        holding = {
            table
            for table in tables
            if await db.fetchval(
                f"SELECT EXISTS (SELECT FROM {table} t WHERE t::text ILIKE ANY ($1))", sought
            )
        }
        await db.close()
        return holding

    def files_with_secret(self) -> int:
        """How many files of the data folder say it."""
        kept = [path for name in ("files", "uploads") for path in (self.parta.data / name).rglob("*")]
        return sum(SECRET.encode() in path.read_bytes() for path in kept if path.is_file())

    async def jobs_of_the_story(self) -> list[str]:
        """Jobs that still wait for what has happened, and any that was given up."""
        db = await self.parta.connect()
        rows = await db.fetch(
            "SELECT kind FROM jobs WHERE failed_at IS NOT NULL OR kind = ANY ($1)",
            ["post_scheduled", "remind", "close_poll", "end_write_ban", "discard"],
        )
        await db.close()
        return [row["kind"] for row in rows]

    async def say_as_boris(self) -> int:
        """Try to speak as whom the ban is laid on; the status of the answer."""
        said = {"client_id": str(uuid4()), "body": "Можно?"}
        return (await self.boris.post(f"/conversations/{self.chat}/messages", said)).status_code


def happenings(events: list[dict[str, Any]]) -> Counter[str]:
    """How often each promise was kept, by what was told."""
    return Counter(name for event in events for name, fits in KEPT.items() if fits(event))


def heard_by(device: Client) -> list[dict[str, Any]]:
    return [event for events in device.heard.values() for _, event in events]


async def done(request: Awaitable[httpx.Response]) -> httpx.Response:
    answer = await request
    assert answer.is_success, answer.text
    return answer
