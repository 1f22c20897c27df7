"""Talking: what a delivery costs, how long it takes, and how much the server sustains."""

import asyncio
import re
import time
from collections.abc import Sequence
from uuid import uuid4

import msgspec

from bench.server import Server
from bench.socket_client import SocketClient, connect

# 200 bytes of Cyrillic; the moment of sending goes in front.
TEXT = "Завтра на третьем уроке самостоятельная работа, повторите параграф. " * 3
BODY = TEXT.encode()[:184].decode(errors="ignore")
STAMP = re.compile(rb'"body":"(\d+\.\d+) ')

Pair = tuple[SocketClient, int]


class Figures(msgspec.Struct):
    """What one run showed; times in milliseconds, processor time in microseconds for each delivery."""

    cpu_us_per_delivery: float
    deliveries: int
    receive_p50_ms: float
    receive_p99_ms: float
    ack_p50_ms: float
    ack_p99_ms: float
    messages_per_second: float


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


class Room:
    """Connected people and the chats they may write to."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.clients: list[SocketClient] = []
        self.received: list[float] = []
        self.acknowledged: list[float] = []
        self.looking = True

    async def join(self, tokens: Sequence[str]) -> None:
        """Connect everybody, some at a time."""
        for start in range(0, len(tokens), 50):
            some = tokens[start : start + 50]
            self.clients += await asyncio.gather(
                *(connect(self.server.host, self.server.port, token, self._look) for token in some)
            )

    def leave(self) -> None:
        """Hang up."""
        for client in self.clients:
            client.close()

    def _look(self, frame: bytes, moment: float) -> None:
        if self.looking and (stamp := STAMP.search(frame)):
            self.received.append(moment - float(stamp[1]))

    def frames(self) -> int:
        """Deliveries so far."""
        return sum(client.frames for client in self.clients)


def post(client: SocketClient, chat: int) -> float:
    """Send one message; return the moment."""
    moment = time.perf_counter()
    client.send(
        {
            "op": "send",
            "ref": f"{moment:.6f}",
            "conversation_id": chat,
            "client_id": str(uuid4()),
            "body": f"{moment:.6f} {BODY}",
        }
    )
    return moment


async def paced(room: Room, writers: Sequence[Pair], *, per_second: float, seconds: float) -> Figures:
    """Send at a steady rate and measure."""
    room.received.clear()
    room.acknowledged.clear()
    room.looking = True

    def acknowledged(frame: bytes, moment: float) -> None:
        sent = re.search(rb'"ref":"(\d+\.\d+)"', frame)
        if sent:
            room.acknowledged.append(moment - float(sent[1]))

    for client, _ in writers:
        client.on_ack = acknowledged
    before, cpu, began = room.frames(), room.server.processor_seconds(), time.perf_counter()
    count = int(per_second * seconds)
    for i in range(count):
        await asyncio.sleep(max(0.0, began + i / per_second - time.perf_counter()))
        post(*writers[i % len(writers)])
    await _settled(room)
    return _figures(room, before, cpu, began, count)


async def flat_out(room: Room, writers: Sequence[Pair], *, seconds: float) -> Figures:
    """Let every writer send again as soon as answered, and count."""
    room.received.clear()
    room.acknowledged.clear()
    room.looking = False
    sent = {"count": 0, "on": True}

    def again(client: SocketClient, chat: int) -> None:
        def acknowledged(frame: bytes, moment: float) -> None:
            if sent["on"]:
                sent["count"] += 1
                post(client, chat)

        client.on_ack = acknowledged

    for client, chat in writers:
        again(client, chat)
    before, cpu, began = room.frames(), room.server.processor_seconds(), time.perf_counter()
    for client, chat in writers:
        post(client, chat)
    await asyncio.sleep(seconds)
    sent["on"] = False
    figures = _figures(room, before, cpu, began, sent["count"])
    await _settled(room)
    return figures


async def _settled(room: Room) -> None:
    """Wait until nothing more comes."""
    last = -1
    while room.frames() != last:
        last = room.frames()
        await asyncio.sleep(0.3)


def _figures(room: Room, before: int, cpu: float, began: float, count: int) -> Figures:
    deliveries = room.frames() - before
    spent, elapsed = room.server.processor_seconds() - cpu, time.perf_counter() - began
    return Figures(
        cpu_us_per_delivery=round(spent * 1e6 / max(deliveries, 1), 1),
        deliveries=deliveries,
        receive_p50_ms=round(percentile(room.received, 0.5) * 1e3, 2),
        receive_p99_ms=round(percentile(room.received, 0.99) * 1e3, 2),
        ack_p50_ms=round(percentile(room.acknowledged, 0.5) * 1e3, 2),
        ack_p99_ms=round(percentile(room.acknowledged, 0.99) * 1e3, 2),
        messages_per_second=round(count / elapsed, 1),
    )
