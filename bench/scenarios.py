"""What is measured, letter by letter as the table names it."""

import asyncio
import gzip
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import asyncpg
import msgspec

from bench import bare
from bench.bare import BareServer
from bench.people import fill_chat, make_chat, make_people, settle
from bench.server import Server
from bench.socket_client import connect
from bench.talk import Figures, Pair, Room, flat_out, paced, percentile

Result = dict[str, Any]

WRITERS = 30
CLIENT = Path(__file__).parents[1] / "web" / "dist"


async def one_chat(
    server: Server, db: asyncpg.Connection, online: int, per_second: float, seconds: float
) -> Result:
    """(a) One chat with this many online."""
    made = await make_people(db, online, f"a{online}")
    chat = await make_chat(db, made.people)
    room = Room(server)
    await room.join(made.tokens)
    writers = [(client, chat) for client in room.clients[:WRITERS]]
    steady, most = await _measure(room, writers, db, per_second, seconds)
    return _talk(f"a. one chat, {online} online", steady, most, per_second)


async def many_chats(server: Server, db: asyncpg.Connection, seconds: float) -> Result:
    """(b) 300 people in 100 chats of 30."""
    made = await make_people(db, 300, "b")
    chats = [await make_chat(db, [made.people[(i * 3 + j) % 300] for j in range(30)]) for i in range(100)]
    room = Room(server)
    await room.join(made.tokens)
    writers = [(room.clients[i * 3], chats[i]) for i in range(100)]
    steady, most = await _measure(room, writers, db, 40, seconds)
    return _talk("b. 100 chats of 30", steady, most, 40)


async def members_do_not_cost(server: Server, db: asyncpg.Connection, members: int, seconds: float) -> Result:
    """(g) 20 online in a chat of this many members."""
    made = await make_people(db, 20, f"g{members}")
    absent = await make_people(db, members - 20, f"h{members}") if members > 20 else None
    chat = await make_chat(db, made.people + (absent.people if absent else []))
    await settle(db)
    room = Room(server)
    await room.join(made.tokens)
    writers = [(client, chat) for client in room.clients]
    steady, most = await _measure(room, writers, db, 40, seconds)
    return _talk(f"g. {members} members, 20 online", steady, most, 40)


async def bare_last_fifty(server: BareServer, db: asyncpg.Connection, times: int = 200) -> list[float]:
    """(c) The same of the yardstick, over its socket; seconds."""
    made = await make_people(db, 1, "c")
    chat = await make_chat(db, made.people)
    await db.execute(bare.FILL, chat, made.people[0], 20_000)
    await settle(db)
    client = await connect(server.host, server.port, made.tokens[0])
    spent = []
    for _ in range(times):
        answered: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        client.on_ack = lambda frame, _moment, answered=answered: answered.set_result(frame)
        began = time.perf_counter()
        client.send({"op": "last", "conversation_id": chat})
        body = await answered
        spent.append(time.perf_counter() - began)
        if len(msgspec.json.decode(body)["items"]) != 50:
            raise RuntimeError(body.decode())
    client.close()
    return spent


async def last_fifty(
    server: Server, db: asyncpg.Connection, yardstick: Sequence[float], times: int = 200
) -> Result:
    """(c) The newest 50 of 20 000 messages over HTTP."""
    made = await make_people(db, 30, "c")
    chat = await make_chat(db, made.people)
    await fill_chat(db, chat, made.people[0], 20_000)
    await settle(db)
    spent = []
    reader, writer = await asyncio.open_connection(server.host, server.port)
    path = f"/api/conversations/{chat}/messages?limit=50"
    for _ in range(times):
        began = time.perf_counter()
        body = await get(reader, writer, path, made.tokens[1])
        spent.append(time.perf_counter() - began)
        if len(msgspec.json.decode(body)["items"]) != 50:
            raise RuntimeError(body.decode())
    writer.close()
    return {
        "name": "c. newest 50 of 20 000 messages",
        "p50_ms": round(percentile(spent, 0.5) * 1e3, 2),
        "p99_ms": round(percentile(spent, 0.99) * 1e3, 2),
        "bare_loop_p50_ms": round(percentile(yardstick, 0.5) * 1e3, 2),
    }


async def get(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, token: str) -> bytes:
    """GET over a kept connection, without a client library whose own work would be measured, too."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: bench\r\nCookie: parta_session={token}\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head.lower())
    if not head.startswith(b"HTTP/1.1 200") or length is None:
        raise RuntimeError(head.decode())
    return await reader.readexactly(int(length[1]))


async def idle_memory(server: Server, db: asyncpg.Connection, connections: int = 1000) -> Result:
    """(d) Memory of the application for each idle connection of somebody with ten chats."""
    made = await make_people(db, connections, "d")
    for start in range(0, connections, 100):
        for _ in range(10):
            await make_chat(db, made.people[start : start + 100])
    before = server.memory()
    room = Room(server)
    await room.join(made.tokens)
    await asyncio.sleep(1)
    after = server.memory()
    room.leave()
    return {"name": "d. memory of an idle connection", "kB": round((after - before) / 1024 / connections, 1)}


def starts() -> Result:
    """(e) From the command to readiness: with an empty data folder, and with a full one."""
    with tempfile.TemporaryDirectory(prefix="parta-bench-start-") as folder:
        with Server(Path(folder)) as cold:
            first = cold.started_in
        with Server(Path(folder)) as warm:
            second = warm.started_in
    return {"name": "e. start", "cold_s": round(first, 2), "warm_s": round(second, 2)}


def first_screen() -> Result:
    """(f) What the page loads before it shows a chat, gzipped."""
    page = (CLIENT / "index.html").read_text("utf-8")
    files = set(re.findall(r'(?:src|href)="/?(assets/[^"]+\.(?:js|css))"', page))
    sizes = {name: len(gzip.compress((CLIENT / name).read_bytes(), 9)) for name in files}
    return {
        "name": "f. first screen, gzipped",
        "js_kB": round(sum(size for name, size in sizes.items() if name.endswith(".js")) / 1000, 1),
        "css_kB": round(sum(size for name, size in sizes.items() if name.endswith(".css")) / 1000, 1),
    }


async def _measure(
    room: Room, writers: list[Pair], db: asyncpg.Connection, per_second: float, seconds: float
) -> tuple[Figures, Figures]:
    """Warm up, measure at a steady rate and then flat out, and hang up."""
    await settle(db)
    await paced(room, writers, per_second=per_second, seconds=2)
    steady = await paced(room, writers, per_second=per_second, seconds=seconds)
    most = await flat_out(room, writers, seconds=seconds)
    room.leave()
    return steady, most


def _talk(name: str, steady: Figures, most: Figures, per_second: float) -> Result:
    return {
        "name": name,
        "paced_per_second": per_second,
        "paced": msgspec.to_builtins(steady),
        "most": {
            "messages_per_second": most.messages_per_second,
            "cpu_us_per_delivery": most.cpu_us_per_delivery,
        },
    }
