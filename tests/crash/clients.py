"""Clients as stubborn as real ones: they reconnect with their cursors and say again what was not acknowledged."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from parta.core.http.cookies import SESSION_COOKIE

LOST = (OSError, WebSocketException, TimeoutError)


class Client:
    """One person's device: what it heard, by stream, and what it was told is sent."""

    def __init__(self, port: int, token: str) -> None:
        self._address = f"ws://127.0.0.1:{port}/api/live"
        self._cookie = {"Cookie": f"{SESSION_COOKIE}={token}"}
        self.cursors: dict[str, int] = {}
        self.began: dict[str, int] = {}
        self.heard: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        self.acknowledged: dict[str, dict[str, Any]] = {}
        self.faults: list[str] = []
        self.welcomes = 0
        self._socket: ClientConnection | None = None
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._connected = asyncio.Event()

    async def live(self) -> None:
        """Stay connected until cancelled."""
        while True:
            try:
                async with connect(
                    self._address,
                    additional_headers=self._cookie,
                    compression=None,
                    ping_interval=None,
                    max_size=None,
                    proxy=None,
                ) as socket:
                    await socket.send(json.dumps({"op": "hello", "cursors": self.cursors}))
                    self._socket = socket
                    async for text in socket:
                        self._take(json.loads(text))
            except LOST:
                pass
            finally:
                self._hang_up()
            await asyncio.sleep(0.05)

    def _hang_up(self) -> None:
        self._connected.clear()
        for answer in self._waiting.values():
            answer.cancel()
        self._waiting.clear()

    def _take(self, frame: dict[str, Any]) -> None:
        match frame["op"]:
            case "event":
                self._follow(frame["stream"], frame["seq"], frame["event"])
            case "welcome":
                self._come_back(frame)
            case "caught_up":
                self._connected.set()
            case "ack":
                self._waiting.pop(frame["ref"]).set_result(frame["message"])
            case "refused":
                self.faults.append(f"refused {frame['problem']}")
                self._waiting.pop(frame["ref"]).cancel()

    def _come_back(self, frame: dict[str, Any]) -> None:
        self.welcomes += 1
        if frame["reset"]:
            self.faults.append(f"reset {frame['reset']}")
        for stream, head in frame["streams"].items():
            self.cursors.setdefault(stream, head)
            self.began.setdefault(stream, head)

    def _follow(self, stream: str, seq: int, event: dict[str, Any]) -> None:
        known = self.cursors[stream]
        if seq <= known:
            return
        if seq != known + 1:
            self.faults.append(f"{stream}: {seq} after {known}")
        self.cursors[stream] = seq
        self.heard[stream].append((seq, event))

    async def post(self, chats: list[int], over: asyncio.Event) -> None:
        """Post as fast as one is answered; what a kill left unanswered is said again with the same client_id."""
        count = 0
        while not over.is_set():
            count += 1
            client_id = str(uuid4())
            while client_id not in self.acknowledged:
                await self._connected.wait()
                await self._try(chats[count % len(chats)], client_id, f"№ {count}")

    async def _try(self, chat: int, client_id: str, body: str) -> None:
        assert self._socket is not None
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[client_id] = answer
        said = {"op": "send", "ref": client_id, "conversation_id": chat, "client_id": client_id, "body": body}
        try:
            await self._socket.send(json.dumps(said))
            self.acknowledged[client_id] = await answer
        except LOST:
            await asyncio.sleep(0.05)
        except asyncio.CancelledError:
            if not answer.cancelled():  # it is we who were cancelled, not the answer
                raise


async def reached(clients: list[Client], state: Callable[[Client], bool], within: float = 60.0) -> None:
    """Wait until all clients are so."""
    async with asyncio.timeout(within):
        while not all(state(client) for client in clients):
            await asyncio.sleep(0.05)
