"""What one device hears, step by step, as a text that any run gives alike."""

import asyncio
import re
from typing import Any

from parta.testing.live import PATIENCE, Frame, Live
from parta.testing.world import Actor, World

MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT[\d:.]+Z$")
CLIENT_ID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


class Recorder:
    """Keeps the frames that change what the client keeps, and what it asks for because of them."""

    def __init__(self, world: World, live: Live) -> None:
        self.frames: list[Frame] = []
        self._world, self._live, self._taken = world, live, 0

    async def note(self) -> None:
        """Wait until all that was told has come, and keep it.

        Streams are told independently of each other: what comes together is put into one order.
        """
        await self._catch_up()
        heard = self._live.frames[self._taken :]
        self._taken += len(heard)
        kept = [frame for frame in heard if frame["op"] in ("event", "reading", "closed", "opened")]
        self.frames += sorted(kept, key=lambda frame: (frame["op"] != "event", frame.get("stream", "")))

    async def ask_poll(self, who: Actor, poll: dict[str, Any]) -> None:
        """Ask how a poll stands, as the client does when it hears that its owner has voted on some device."""
        answer = (await who.get(f"/messages/{poll['id']}/poll")).json()
        where = {"conversation_id": poll["conversation_id"], "number": poll["number"]}
        self.frames.append({"op": "asked", **where, "poll": answer})

    async def _catch_up(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self._heads() != self._live.cursors:
                await asyncio.sleep(0.02)

    async def _heads(self) -> dict[str, int]:
        streams = list(self._live.cursors)
        async with self._world.database.transaction() as tx:
            rows = await tx.connection.fetch("SELECT name, seq FROM streams WHERE name = ANY ($1)", streams)
        return dict.fromkeys(streams, 0) | {row["name"]: row["seq"] for row in rows}


def settled(recording: dict[str, Any]) -> Any:
    """The same with moments and random ids replaced by their places in order, so that any run gives one text."""
    moments = sorted({text for text in strings(recording) if MOMENT.match(text) and text < "2030"})
    ids = dict.fromkeys(text for text in strings(recording) if CLIENT_ID.match(text))
    names = {text: f"2026-11-22T08:{n // 60:02}:{n % 60:02}Z" for n, text in enumerate(moments)}
    names |= {text: f"00000000-0000-4000-8000-{n:012}" for n, text in enumerate(ids)}
    return replaced(recording, names)


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


def replaced(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: replaced(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value
