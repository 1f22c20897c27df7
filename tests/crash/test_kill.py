"""kill -9 while everybody talks: nothing acknowledged is lost, nothing is doubled, nobody misses anything.

What this cannot show is a power cut: the pages an ended process wrote are safe in the kernel. That commits
reach the disk is PostgreSQL's `fsync` and `synchronous_commit`, which a test here reads off the server.
"""

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import Iterator

import asyncpg
import pytest

from tests.crash.clients import Client, reached
from tests.crash.process import Parta, running

WRITERS, READERS = 30, 30
ROUNDS = 2
TALK = 2.0  # seconds of talk before each kill, at least

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def parta() -> Iterator[Parta]:
    with running() as parta:
        yield parta


async def prepare(db: asyncpg.Connection) -> tuple[list[str], list[int]]:
    """Sixty signed-in people in two chats; their tokens and the chats."""
    people = [
        row[0]
        for row in await db.fetch(
            "INSERT INTO people (family_name, given_name, claimed_at)"
            " SELECT 'Говорунова', 'Ия', now() FROM generate_series(1, $1) RETURNING id",
            WRITERS + READERS,
        )
    ]
    tokens = [f"token-of-{person}" for person in people]
    await db.executemany(
        "INSERT INTO sessions (person_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')",
        [(p, hashlib.sha256(t.encode()).digest()) for p, t in zip(people, tokens, strict=True)],
    )
    chats = [
        row[0]
        for row in await db.fetch(
            "INSERT INTO conversations (kind, title, members_count)"
            " SELECT 'group', 'Шум', $1 FROM generate_series(1, 2) RETURNING id",
            len(people),
        )
    ]
    await db.execute(
        "INSERT INTO members (conversation_id, person_id)"
        " SELECT c, p FROM unnest($1::bigint[]) c, unnest($2::bigint[]) p",
        chats,
        people,
    )
    return tokens, chats


@pytest.mark.parametrize("database_too", [False, True], ids=["application", "application and database"])
async def test_kill_9_loses_nothing_and_doubles_nothing(parta: Parta, database_too: bool) -> None:
    db = await parta.connect()
    tokens, chats = await prepare(db)
    await db.close()
    clients = [Client(parta.port, token) for token in tokens]
    writers, over = clients[:WRITERS], asyncio.Event()
    living = [asyncio.create_task(client.live()) for client in clients]
    await reached(clients, lambda client: client.welcomes >= 1)
    posting = [asyncio.create_task(writer.post(chats, over)) for writer in writers]

    for round_ in range(1, ROUNDS + 1):
        enough = acknowledged(writers) + 100
        await asyncio.sleep(TALK)
        async with asyncio.timeout(60):
            while acknowledged(writers) < enough:
                await asyncio.sleep(0.05)
        parta.kill(database_too=database_too)
        await asyncio.to_thread(parta.start)
        await reached(clients, lambda client: client.welcomes > round_)  # noqa: B023 awaited at once
    over.set()
    await asyncio.gather(*posting)

    db = await parta.connect()
    for chat in chats:
        await compare(db, chat, clients)
    await db.close()
    await everything_acknowledged_is_there(parta, writers)
    for task in living:
        task.cancel()
    await asyncio.gather(*living, return_exceptions=True)
    assert [fault for client in clients for fault in client.faults] == []


def acknowledged(writers: list[Client]) -> int:
    return sum(len(writer.acknowledged) for writer in writers)


async def compare(db: asyncpg.Connection, chat: int, clients: list[Client]) -> None:
    """The log is dense, its messages stand in the order of their numbers, and every client heard just that."""
    stream = f"conversation:{chat}"
    log = [
        (row["seq"], json.loads(row["body"]))
        for row in await db.fetch("SELECT seq, body FROM events WHERE stream = $1 ORDER BY seq", stream)
    ]
    head = await db.fetchval("SELECT seq FROM streams WHERE name = $1", stream)
    assert [seq for seq, _ in log] == list(range(1, head + 1))
    said = [event["message"]["number"] for _, event in log if event["kind"] == "message_added"]
    assert said == list(range(1, len(said) + 1))
    await reached(clients, lambda client: client.cursors[stream] == head)
    for client in clients:
        assert client.heard[stream] == log[client.began[stream] :]


async def everything_acknowledged_is_there(parta: Parta, writers: list[Client]) -> None:
    db = await parta.connect()
    stored = await db.fetch("SELECT id, conversation_id, number, client_id::text AS client_id FROM messages")
    await db.close()
    times = Counter(row["client_id"] for row in stored)
    rows = {row["client_id"]: row for row in stored}
    promised = {c: m for writer in writers for c, m in writer.acknowledged.items()}
    assert len(promised) > ROUNDS * 100
    assert {times[client_id] for client_id in promised} == {1}
    for client_id, message in promised.items():
        row = rows[client_id]
        assert (message["id"], message["conversation_id"], message["number"]) == (
            row["id"],
            row["conversation_id"],
            row["number"],
        )


async def test_the_database_keeps_what_it_has_confirmed(parta: Parta) -> None:
    db = await parta.connect()
    kept = {
        name: await db.fetchval(f"SHOW {name}")
        for name in ("fsync", "synchronous_commit", "full_page_writes")
    }
    await db.close()

    assert kept == {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
