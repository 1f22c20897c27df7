"""The yardstick: the least that could be called a chat server, measured with the same clients on the same machine.

It looks a token up, stores each message with one INSERT of its own and writes it to everybody in the chat: no rights,
no numbers, no log, no catching up. Processors and disks differ, and so does what else they do meanwhile;
how far the real server is from this one differs less.
"""

import asyncio
import hashlib
import os
import signal
import socket
import sys
from collections import defaultdict
from pathlib import Path

import asyncpg
import msgspec
import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

from bench.server import Server
from parta.core.migrations import migrate, read_migrations
from parta.main.postgres import EmbeddedPostgres

MIGRATIONS = Path(__file__).parents[1] / "parta" / "migrations"

TABLE = "CREATE TABLE bare_messages (id bigserial PRIMARY KEY, chat bigint, author bigint, body text)"

INDEX = "CREATE INDEX ON bare_messages (chat, id)"

LAST = "SELECT id, author, body FROM bare_messages WHERE chat = $1 ORDER BY id DESC LIMIT 50"

FILL = "INSERT INTO bare_messages (chat, author, body) SELECT $1, $2, repeat('Слово и дело ', 15) FROM generate_series(1, $3)"

CHATS = """
    SELECT m.person_id, m.conversation_id FROM sessions s JOIN members m ON m.person_id = s.person_id
     WHERE s.token_hash = $1
"""


class BareServer(Server):
    """The yardstick as a process of its own, with a PostgreSQL like the real one's."""

    def command(self) -> list[str]:
        """Start this module instead of the house."""
        return [sys.executable, "-m", "bench.bare"]

    def ready(self) -> bool:
        """It has no page to ask for."""
        try:
            socket.create_connection((self.host, self.port), timeout=2).close()
        except OSError:
            return False
        return True


class Asked(msgspec.Struct):
    """The one thing that can be asked."""

    ref: str = ""
    conversation_id: int = 0
    body: str = ""


class Listener(WSListener):
    """One socket."""

    def __init__(self, house: "House", token: str) -> None:
        self._house, self._token = house, token
        self.person = 0
        self.transport: WSTransport | None = None

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Learn which chats to hear."""
        self.transport = transport
        self._house.spawn(self._house.welcome(self, self._token))

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Store and tell."""
        payload = frame.get_payload_as_bytes()
        if payload.startswith(b'{"op":"send"'):
            self._house.spawn(self._house.post(self, msgspec.json.decode(payload, type=Asked)))
        elif payload.startswith(b'{"op":"last"'):
            self._house.spawn(self._house.read(self, msgspec.json.decode(payload, type=Asked)))

    def say(self, text: bytes) -> None:
        """Write one frame."""
        if self.transport is not None:
            self.transport.send(WSMsgType.TEXT, text)


class House:
    """Who is there."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._present: dict[int, list[Listener]] = defaultdict(list)
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self, request: WSUpgradeRequest) -> Listener:
        """Take a socket."""
        return Listener(self, request.headers["cookie"].partition("=")[2])

    def spawn(self, work: "asyncio._CoroutineLike[None]") -> None:
        """Let it run."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def welcome(self, listener: Listener, token: str) -> None:
        """Put the socket into its chats."""
        for person, chat in await self._pool.fetch(CHATS, hashlib.sha256(token.encode()).digest()):
            listener.person = person
            self._present[chat].append(listener)
        listener.say(b'{"op":"caught_up"}')

    async def post(self, listener: Listener, asked: Asked) -> None:
        """One INSERT, then a frame for each socket."""
        await self._pool.execute(
            "INSERT INTO bare_messages (chat, author, body) VALUES ($1, $2, $3)",
            asked.conversation_id,
            listener.person,
            asked.body,
        )
        listener.say(msgspec.json.encode({"op": "ack", "ref": asked.ref}))
        frame = msgspec.json.encode({"op": "event", "chat": asked.conversation_id, "body": asked.body})
        for other in self._present[asked.conversation_id]:
            other.say(frame)

    async def read(self, listener: Listener, asked: Asked) -> None:
        """The newest 50."""
        rows = await self._pool.fetch(LAST, asked.conversation_id)
        listener.say(
            msgspec.json.encode({"op": "ack", "ref": asked.ref, "items": [dict(row) for row in rows]})
        )


async def serve(dsn: str, port: int) -> None:
    """Serve until told to stop."""
    connection = await asyncpg.connect(dsn)
    await migrate(connection, read_migrations(MIGRATIONS))
    await connection.execute(TABLE)
    await connection.execute(INDEX)
    await connection.close()
    pool = await asyncpg.create_pool(dsn, min_size=10, max_size=10)
    server = await ws_create_server(House(pool).open, "127.0.0.1", port)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()
    server.close()
    await asyncio.wait_for(pool.close(), 10)


def main() -> None:
    """Start the database and the server."""
    folder = Path(os.environ["PARTA_DATA_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    with EmbeddedPostgres(folder) as dsn:
        uvloop.run(serve(dsn, int(os.environ["PARTA_PORT"])))


if __name__ == "__main__":
    main()
