"""(h) Finding among a million messages: what people type, asked over HTTP by those who see little and much."""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import asyncpg
import msgspec

from bench import corpus
from bench.people import Bench, make_people, settle
from bench.scenarios import get
from bench.server import Server
from bench.talk import percentile
from parta.search import queries_indexing
from parta.search.indexing import PERIOD

CHATS, PEOPLE = 1000, 3000
ASKED = 600  # questions of each reader
INDEXES = ("search_entries_by_word", "search_entries_of_chat", "search_entries_by_time")

Result = dict[str, Any]
Question = tuple[str, dict[str, str | int]]


async def search(server: Server, db: asyncpg.Connection, count: int = 1_000_000) -> list[Result]:
    """Load, index, and let three readers ask."""
    made = await make_people(db, PEOPLE, "h")
    chats = await _chats(db, made)
    began = time.perf_counter()
    await corpus.say_much(db, chats, made.people, count)
    await _send_pictures(db, made.people[0])
    said = time.perf_counter() - began
    await _index(db)
    await settle(db)
    loaded = {
        "name": f"h. {count:,} messages".replace(",", " "),
        "said_in_s": round(said, 1),
        "indexed_in_s": round(time.perf_counter() - began - said, 1),
        "index_MB": await db.fetchval("SELECT pg_total_relation_size('search_entries') / 1000000"),
        "messages_MB": await db.fetchval("SELECT pg_total_relation_size('messages') / 1000000"),
    }
    results = [loaded]
    for reader, words in ((0, "all chats"), (1, "30 chats of 1000"), (2, "5 small chats of 1000")):
        results.append(await _ask(server, db, made, chats, reader, words))
    return results


async def _chats(db: asyncpg.Connection, made: Bench) -> list[int]:
    """A thousand chats, the busiest first: one reader is in all of them, one in 30, one in 5 quiet ones."""
    chats = [
        row[0]
        for row in await db.fetch(
            "INSERT INTO conversations (kind, title, created_by, members_count)"
            " SELECT 'group', 'Мерная ' || n, $1, 30 FROM generate_series(1, $2) n RETURNING id",
            made.people[0],
            CHATS,
        )
    ]
    dice = random.Random(5)
    seen = [(chat, made.people[0]) for chat in chats]
    seen += [(chat, made.people[1]) for chat in dice.sample(chats, 30)]
    seen += [(chat, made.people[2]) for chat in chats[-200:-195]]
    await db.executemany("INSERT INTO members (conversation_id, person_id) VALUES ($1, $2)", seen)
    school = await db.fetchval(
        "INSERT INTO organisations (type, name, short_name) VALUES ('school', 'Мерная', 'Мерная') RETURNING id"
    )
    await db.execute(
        "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
        " SELECT p, $1, 'teacher', now(), 'manual' FROM unnest($2::bigint[]) p",
        school,
        made.people[: PEOPLE // 10],
    )
    return chats


async def _send_pictures(db: asyncpg.Connection, owner: int) -> None:
    """Every fortieth message carries a picture."""
    await db.execute("SET session_replication_role = replica")
    await db.execute(
        "WITH files AS ("
        " INSERT INTO files (owner_id, name, content_type, size, received, blob_key, state, kind)"
        " SELECT $1, 'Снимок ' || m.id || '.jpg', 'image/jpeg', 1, 1, 'bench/' || m.id, 'ready', 'image'"
        "   FROM messages m WHERE m.id % 40 = 0 RETURNING id, substr(blob_key, 7)::bigint AS message_id)"
        " INSERT INTO message_files (message_id, position, file_id, conversation_id, number, kind)"
        " SELECT m.id, 0, f.id, m.conversation_id, m.number, 'image'"
        "   FROM files f JOIN messages m ON m.id = f.message_id",
        owner,
    )
    await db.execute("UPDATE messages SET has_files = true WHERE id % 40 = 0")
    await db.execute("RESET session_replication_role")


async def _index(db: asyncpg.Connection) -> None:
    """Fill the index with the room's own statement; its indexes are made afterwards, which is quicker at once."""
    made = {name: await db.fetchval("SELECT pg_get_indexdef($1::regclass)", name) for name in INDEXES}
    newest = await db.fetchval(queries_indexing.NEWEST_MESSAGE)
    await db.execute(f"SET maintenance_work_mem = '256MB'; DROP INDEX {', '.join(INDEXES)}")
    await db.execute(queries_indexing.FORGET_ENTRIES)
    periods = newest // PERIOD
    shares = [period / (periods + 1) for period in range(1, periods + 1)]
    await db.execute(queries_indexing.PLAN_PERIODS, 100.0, shares)
    await db.execute(queries_indexing.INDEX_STRETCH, 1, newest, timeout=1800)
    for definition in made.values():
        await db.execute(definition, timeout=1800)


async def _ask(
    server: Server, db: asyncpg.Connection, made: Bench, chats: list[int], reader: int, words: str
) -> Result:
    rows = await db.fetch(
        "SELECT conversation_id FROM members WHERE person_id = $1 ORDER BY 1", made.people[reader]
    )
    questions = list(_questions([row[0] for row in rows], made.people))
    spent: dict[str, list[float]] = defaultdict(list)
    found = 0
    stream = await asyncio.open_connection(server.host, server.port)
    busy = server.processor_seconds()
    for place, (kind, question) in enumerate(questions):
        chat = question.pop("in", None)
        path = f"/api/conversations/{chat}/hits" if chat else "/api/search/messages"
        began = time.perf_counter()
        body = await get(*stream, f"{path}?{urlencode(question)}", made.tokens[reader])
        # The first questions fill the caches, as in a server that has run for a minute.
        if place >= ASKED // 10:
            spent[kind].append(time.perf_counter() - began)
            found += bool(msgspec.json.decode(body)["items"])
    stream[1].close()
    busy = server.processor_seconds() - busy
    every = [one for kind in spent.values() for one in kind]
    return {
        "name": f"h. search by one in {words}",
        "p50_ms": round(percentile(every, 0.5) * 1e3, 1),
        "p99_ms": round(percentile(every, 0.99) * 1e3, 1),
        # What a question costs the server and its database, however busy the machine is with other things.
        "cpu_ms": round(busy / len(questions) * 1e3, 1),
        "answered": f"{found} of {len(every)}",
        "by_kind": "; ".join(
            f"{kind} {percentile(some, 0.5) * 1e3:.1f}/{percentile(some, 0.99) * 1e3:.1f}"
            for kind, some in sorted(spent.items())
        ),
    }


def _questions(chats: list[int], people: list[int]) -> Iterator[Question]:
    """What people type: common and rare words, two of them, a phrase, beginnings; with conditions, and in one chat."""
    dice = random.Random(7)
    said, rare = corpus.sentences(), corpus.tail()

    def some_words(count: int) -> str:
        words = [word for word in dice.choice(said).split() if len(word) > 2]
        start = dice.randrange(max(len(words) - count + 1, 1))
        return " ".join(words[start : start + count])

    def rare_word() -> str:
        return rare[int(len(rare) * dice.random())]

    kinds = {
        "common": lambda: {"q": dice.choice(("завтра", "спасибо", "можно", "сегодня", "в", "не", "кто"))},
        "word": lambda: {"q": some_words(1) + " "},
        "rare": lambda: {"q": rare_word()},
        "absent": lambda: {"q": "жъщъэъ" + rare_word()},
        "two": lambda: {"q": some_words(2)},
        "phrase": lambda: {"q": f'"{some_words(2)}"'},
        "beginning": lambda: {"q": some_words(1)[: dice.randint(2, 5)]},
        "teacher": lambda: {"q": some_words(1), "from_teachers": "true"},
        "teacher alone": lambda: {"from_teachers": "true"},
        "author": lambda: {"q": some_words(1), "author": dice.choice(people)},
        "photo": lambda: {"q": some_words(1), "kind": "photo"},
        "in chat": lambda: {"q": some_words(1), "in": dice.choice(chats)},
    }
    for place in range(ASKED):
        kind = list(kinds)[place % len(kinds)]
        yield kind, kinds[kind]()
