"""uvicorn's WebSocket protocol with one door more: writing frames that are already encoded.

A frame from a server is not masked and we negotiate no extension, so the bytes
of one event are the same for every socket: they are built once (RFC 6455 §5.2).
"""

import contextlib
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.http11 import Request

EXTENSION = "parta.frames"

TEXT_FRAME = 0x81


class LiveProtocol(WebSocketsSansIOProtocol):
    """Offers itself to the application as `scope["extensions"]["parta.frames"]["socket"]`."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            extensions = cast("dict[str, Any]", self.scope["extensions"])
            extensions[EXTENSION] = {"socket": self}

    def write_frames(self, frames: bytes) -> None:
        """Write whole encoded frames; silently nothing once the socket is closing."""
        if self.close_sent or self.disconnected or self.transport.is_closing():
            return
        self.transport.write(frames)

    def hang_up(self, code: int) -> None:
        """Close from our side; where the other side is closing already there is nothing to say."""
        if self.disconnected or self.close_sent:
            return
        with contextlib.suppress(InvalidState):
            self.conn.send_close(code)
            self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.transport.close()

    def unsent(self) -> int:
        """Count the bytes that the other side has not taken yet."""
        size: int = self.transport.get_write_buffer_size()
        return size


def text_frame(text: str) -> bytes:
    """Encode one unmasked text frame."""
    payload = text.encode()
    size = len(payload)
    if size < 126:
        return bytes((TEXT_FRAME, size)) + payload
    if size < 65536:
        return bytes((TEXT_FRAME, 126)) + size.to_bytes(2, "big") + payload
    return bytes((TEXT_FRAME, 127)) + size.to_bytes(8, "big") + payload
