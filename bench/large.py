"""(i) Ten million messages beside none: history and sending must not notice them."""

import time
from typing import Any

import asyncpg

from bench import corpus, scenarios
from bench.people import make_chat, make_people, settle
from bench.server import Server

MESSAGES = 10_000_000
CHATS, PEOPLE = 10_000, 20_000

Result = dict[str, Any]


async def compare(seconds: float) -> list[Result]:
    """The same measurements on a server with little in it and on one with much."""
    return [*await _measure(seconds, 0), *await _measure(seconds, MESSAGES)]


async def _measure(seconds: float, before: int) -> list[Result]:
    with Server() as server:
        db = await asyncpg.connect(server.dsn)
        results = [await _fill(db, before)] if before else []
        fifty = await scenarios.last_fifty(server, db, [])
        results.append({key: value for key, value in fifty.items() if not key.startswith("bare")})
        results.append(await scenarios.one_chat(server, db, 30, 40, seconds))
        results.append(await scenarios.many_chats(server, db, seconds))
        await db.close()
    there = f"{before:,} messages elsewhere".replace(",", " ") if before else "nothing elsewhere"
    return [result | {"name": f"{result['name']}, {there}"} for result in results]


async def _fill(db: asyncpg.Connection, count: int) -> Result:
    """A region's talk in chats of 30."""
    began = time.perf_counter()
    made = await make_people(db, PEOPLE, "large")
    chats = [
        await make_chat(db, [made.people[(place * 7 + i) % PEOPLE] for i in range(30)])
        for place in range(CHATS)
    ]
    await corpus.say_much(db, chats, made.people, count)
    await settle(db)
    return {
        "name": "i. loading",
        "seconds": round(time.perf_counter() - began, 1),
        "GB": await db.fetchval("SELECT round(pg_total_relation_size('messages') / 1e9, 2)::float"),
    }
