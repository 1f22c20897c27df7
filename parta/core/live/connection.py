"""One live socket and what it hears."""

from typing import Any

import msgspec

from parta.core.live.feed import Feed
from parta.core.live.protocol import LiveProtocol, text_frame
from parta.core.metrics import SLOW_CLOSED

# A socket that lets this much pile up is not reading; it will come back and catch up from the log.
MOST_UNSENT = 4 * 1024 * 1024

LAST_CHANCE = 5.0  # seconds to read what is left and the reason of the close

TOO_SLOW = 1013
SESSION_ENDED = 4401


class Connection:
    """Writes go straight to the transport; while the tail is being read they are held back."""

    __slots__ = (
        "closing",
        "feeds",
        "held",
        "language",
        "lost",
        "person_id",
        "session_id",
        "socket",
        "watched",
        "watching",
    )

    def __init__(self, socket: LiveProtocol, person_id: int, session_id: int, language: str) -> None:
        self.socket = socket
        self.person_id = person_id
        self.session_id = session_id
        self.language = language
        self.feeds: dict[str, Feed] = {}
        self.lost: set[str] = set()  # streams this person may hear no more, even if a join is under way
        self.held: list[bytes] | None = []
        self.closing = False
        self.watching: frozenset[int] = frozenset()
        self.watched: str | None = None

    def write(self, frames: bytes) -> None:
        """Send encoded frames now, or hold them until the tail was sent."""
        if self.held is not None:
            self.held.append(frames)
            return
        self.socket.write_frames(frames)
        if self.socket.unsent() > MOST_UNSENT:
            SLOW_CLOSED.inc()
            self.close(TOO_SLOW)
            # The other side may never take the rest, so what piled up is not kept for it.
            self.socket.loop.call_later(LAST_CHANCE, self.socket.transport.abort)

    def say(self, message: dict[str, Any] | msgspec.Struct) -> None:
        """Send one message to this socket alone."""
        self.write(text_frame(msgspec.json.encode(message).decode()))

    def release(self, first: bytes) -> None:
        """Send what comes first, then all that was held."""
        held, self.held = self.held or [], None
        self.write(first + b"".join(held))

    def join(self, feed: Feed) -> None:
        """Hear the stream from its present position on."""
        if self.closing or feed.stream in self.lost:
            return
        feed.connections.add(self)
        self.feeds[feed.stream] = feed

    def leave(self, stream: str) -> bool:
        """Hear the stream no more; say whether it was heard."""
        feed = self.feeds.pop(stream, None)
        if feed is None:
            return False
        feed.connections.discard(self)
        return True

    def close(self, code: int) -> None:
        """Ask the protocol to close; what the application was told is in `closing`."""
        if self.closing:
            return
        self.closing = True
        for stream in list(self.feeds):
            self.leave(stream)
        self.socket.hang_up(code)
