"""A client of the live socket that checks what it hears as it hears it."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from parta.core.http.cookies import SESSION_COOKIE
from parta.testing.world import Actor

Frame = dict[str, Any]

PATIENCE = 10.0  # seconds; a loaded machine is slow, a lost frame never comes
SILENCE = 0.4  # seconds in which nothing more is expected to come


class Gap(AssertionError):
    """A stream skipped or repeated a number."""


class Live:
    """One open socket; `frames` is everything heard, `events` what each stream said, `cursors` how far."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[Frame] = []
        self.events: dict[str, list[Frame]] = defaultdict(list)
        self.cursors: dict[str, int] = {}
        self.welcome: Frame = {}
        self.gaps: list[str] = []
        self._forgotten = 0
        self.arrived = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        with suppress(ConnectionClosed):
            async for text in self.socket:
                self._take(json.loads(text))
                async with self.arrived:
                    self.arrived.notify_all()
        async with self.arrived:
            self.arrived.notify_all()

    def _take(self, frame: Frame) -> None:
        self.frames.append(frame)
        if frame["op"] == "welcome":
            self.welcome = frame
            for stream, head in frame["streams"].items():
                if stream not in self.cursors or stream in frame["reset"]:
                    self.cursors[stream] = head
        elif frame["op"] == "opened":
            self.cursors[frame["stream"]] = frame["seq"]
        elif frame["op"] == "closed":
            self.cursors.pop(frame["stream"], None)
        elif frame["op"] == "event":
            self._follow(frame)

    def _follow(self, frame: Frame) -> None:
        stream, seq = frame["stream"], frame["seq"]
        known = self.cursors.get(stream)
        if known is not None and seq <= known:
            return  # told twice around a hello, which clients must bear
        if known is None or seq != known + 1:
            self.gaps.append(f"{stream}: {seq} after {known}")
        self.cursors[stream] = seq
        self.events[stream].append(frame)

    async def say(self, **frame: Any) -> None:
        """Send one frame."""
        await self.socket.send(json.dumps(frame))

    async def hear(self, op: str, *, within: float = PATIENCE, **fields: Any) -> Frame:
        """Wait for a frame with these fields, heard already or to come; AssertionError when it does not come."""
        return await self.until(
            lambda f: f["op"] == op and all(f.get(name) == value for name, value in fields.items()),
            f"{op} {fields}",
            within=within,
        )

    async def event(self, kind: str, *, within: float = PATIENCE, **fields: Any) -> Frame:
        """Wait for an event with these fields in its body and return the body."""
        frame = await self.until(
            lambda f: (
                f["op"] == "event"
                and f["event"]["kind"] == kind
                and all(f["event"].get(name) == value for name, value in fields.items())
            ),
            f"event {kind} {fields}",
            within=within,
        )
        body: Frame = frame["event"]
        return body

    async def until(self, fits: Callable[[Frame], bool], what: str, *, within: float = PATIENCE) -> Frame:
        """Wait for the first frame that fits."""
        looked = self._forgotten

        def find() -> Frame | None:
            nonlocal looked
            while looked < len(self.frames):
                looked += 1
                if fits(self.frames[looked - 1]):
                    return self.frames[looked - 1]
            return None

        with suppress(TimeoutError):
            async with asyncio.timeout(within), self.arrived:
                while True:
                    if found := find():
                        return found
                    if self._reading.done():
                        break
                    await self.arrived.wait()
        raise AssertionError(f"not heard: {what}; closed {self.close_code}; heard {self.frames[-20:]}")

    def forget(self) -> None:
        """Wait from now on only for what is still to come."""
        self._forgotten = len(self.frames)

    async def silence(self, during: float = SILENCE) -> list[Frame]:
        """Return what comes during the time."""
        before = len(self.frames)
        await asyncio.sleep(during)
        return self.frames[before:]

    def bodies(self, stream: str) -> list[str]:
        """Return the texts of the messages that the stream brought, in the order heard."""
        return [
            f["event"]["message"]["body"]
            for f in self.events[stream]
            if f["event"]["kind"] == "message_added"
        ]

    async def send(self, conversation_id: int, body: str, **more: Any) -> Frame:
        """Say something and wait for its `ack` or `refused`."""
        ref = str(uuid4())
        frame = {"client_id": str(uuid4()), "body": body} | more
        await self.say(op="send", ref=ref, conversation_id=conversation_id, **frame)
        return await self.until(
            lambda f: f["op"] in ("ack", "refused") and f.get("ref") == ref, f"answer to {body!r}"
        )

    async def ended(self, within: float = PATIENCE) -> int | None:
        """Wait until the other side has closed; the code."""
        async with asyncio.timeout(within):
            await self.socket.wait_closed()
        await self._reading
        return self.close_code

    @property
    def close_code(self) -> int | None:
        """With what code the socket was closed; None while it is open."""
        return self.socket.close_code

    async def close(self) -> None:
        """Close from this side."""
        await self.socket.close()
        await self._reading


class Sockets:
    """Opens sockets to one server and closes them all."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opened: list[Live] = []

    async def knock(self, token: str | None, *, origin: str | None = None) -> Live:
        """Open a socket without saying hello."""
        headers = {"Cookie": f"{SESSION_COOKIE}={token}"} if token else {}
        socket = await connect(
            f"ws://{urlsplit(self.address).netloc}/api/live",
            additional_headers=headers,
            origin=origin,  # type: ignore[arg-type]
            max_size=None,
            ping_interval=None,
            compression=None,
            proxy=None,
        )
        live = Live(socket)
        self._opened.append(live)
        return live

    async def open(self, actor: Actor, cursors: dict[str, int] | None = None) -> Live:
        """Open a socket, say hello and wait until all that was missed has come."""
        live = await self.knock(actor.token)
        live.cursors = dict(cursors or {})
        await live.say(op="hello", cursors=cursors or {})
        await live.hear("caught_up")
        return live

    async def close(self) -> None:
        """Close every socket, and fail where one of them heard a stream with a gap."""
        for live in self._opened:
            await live.close()
        gaps = [gap for live in self._opened for gap in live.gaps]
        if gaps:
            raise Gap(gaps)
