"""One stream on this node: how far it was told, and who listens."""

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parta.core.live.connection import Connection


class Feed:
    """Everybody in `connections` has been told everything up to `seq`.

    So the position is kept once for the stream and not once for every
    connection, and telling an event is one loop over sockets.
    """

    __slots__ = (
        "connections",
        "counted_by",
        "hinted",
        "loading",
        "pins",
        "seq",
        "stream",
    )

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.seq = -1  # unknown until read from the log
        self.hinted = -1  # the newest number heard of while `seq` was unknown
        self.loading: asyncio.Future[None] | None = None
        self.pins = 0  # those about to join; a pinned feed is not dropped
        self.connections: set[Connection] = set()
        self.counted_by: set[Connection] = set()

    @property
    def idle(self) -> bool:
        """Whether nobody listens, nor is about to."""
        return not self.connections and not self.pins

    @property
    def known(self) -> bool:
        """Whether the position was read already."""
        return self.seq >= 0

    def tell(self, frames: bytes, seq: int) -> int:
        """Write the frames to everybody and move to `seq`; return how many heard."""
        self.seq = seq
        for connection in list(self.connections):
            connection.write(frames)
        return len(self.connections)

    def people(self) -> int:
        """Count the different people who listen."""
        return len({connection.person_id for connection in self.connections})
