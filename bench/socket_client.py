"""A WebSocket client that costs almost nothing, so that a thousand of them fit beside the server.

It counts frames by their headers and looks into them only when asked to (RFC 6455).
"""

import asyncio
import base64
import os
import time
from collections.abc import Callable
from typing import Any

import msgspec

Watch = Callable[[bytes, float], None]


class SocketClient(asyncio.Protocol):
    """One live socket of one person."""

    def __init__(self, host: str, port: int, token: str, watch: Watch | None) -> None:
        self._host, self._port, self._token, self._watch = host, port, token, watch
        self._buffer = bytearray()
        self._open = False
        self.transport: Any = None
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.frames = 0
        self.on_ack: Callable[[bytes, float], None] | None = None

    def connection_made(self, transport: Any) -> None:
        """Ask for the upgrade."""
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /api/live HTTP/1.1\r\nHost: {self._host}:{self._port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            f"Cookie: parta_session={self._token}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        """Split what came into frames."""
        moment = time.perf_counter()
        self._buffer += data
        if not self._open:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            if not self._buffer.startswith(b"HTTP/1.1 101"):
                self.ready.set_exception(ConnectionError(bytes(self._buffer[:200]).decode()))
                return
            del self._buffer[: end + 4]
            self._open = True
            self.send({"op": "hello", "cursors": {}})
        self._take_frames(moment)

    def _take_frames(self, moment: float) -> None:
        buffer, position, size = self._buffer, 0, len(self._buffer)
        while size - position >= 2:
            length, header = buffer[position + 1] & 127, 2
            if length == 126:
                header = 4
                if size - position < header:
                    break
                length = int.from_bytes(buffer[position + 2 : position + 4], "big")
            elif length == 127:
                header = 10
                if size - position < header:
                    break
                length = int.from_bytes(buffer[position + 2 : position + 10], "big")
            if size - position < header + length:
                break
            if buffer[position] == 0x81:
                self._frame(buffer, position + header, length, moment)
            position += header + length
        del buffer[:position]

    def _frame(self, buffer: bytearray, start: int, length: int, moment: float) -> None:
        mark = buffer[start + 7]  # {"op":"e…vent  {"op":"a…ck  {"op":"c…aught_up
        if mark == 101:
            self.frames += 1
            if self._watch is not None:
                self._watch(bytes(buffer[start : start + length]), moment)
        elif mark == 97 and self.on_ack is not None:
            self.on_ack(bytes(buffer[start : start + length]), moment)
        elif mark == 99 and not self.ready.done():
            self.ready.set_result(None)
        elif mark == 114:
            raise RuntimeError(bytes(buffer[start : start + length]).decode())

    def send(self, message: dict[str, Any]) -> None:
        """Send one text frame, masked with zeros, which is a mask like any other."""
        payload = msgspec.json.encode(message)
        size = len(payload)
        length = bytes((0x80 | size,)) if size < 126 else bytes((0x80 | 126,)) + size.to_bytes(2, "big")
        self.transport.write(b"\x81" + length + b"\0\0\0\0" + payload)

    def close(self) -> None:
        """Hang up."""
        if self.transport is not None:
            self.transport.abort()


async def connect(host: str, port: int, token: str, watch: Watch | None = None) -> SocketClient:
    """Open a socket and wait until it has caught up."""
    loop = asyncio.get_running_loop()
    _, client = await loop.create_connection(lambda: SocketClient(host, port, token, watch), host, port)
    await asyncio.wait_for(client.ready, 30)
    return client
