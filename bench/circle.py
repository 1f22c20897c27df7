"""(k) Finding people: a school of 1500 pupils among 100 000 people of a region, asked by whom a school is made of."""

import asyncio
import hashlib
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import asyncpg
import msgspec

from bench.corpus import SYLLABLES
from bench.people import settle
from bench.scenarios import get
from bench.server import Server
from bench.talk import percentile

SCHOOLS, PUPILS, TEACHERS = 26, 1500, 100
CLASSES = 60
ASKED = 400  # questions of each reader

Result = dict[str, Any]


async def circle(server: Server, db: asyncpg.Connection) -> list[Result]:
    """Make the region and let four people of its first school ask."""
    began = time.perf_counter()
    await _region(db)
    await settle(db)
    people = await db.fetchval("SELECT count(*) FROM people")
    results: list[Result] = [
        {
            "name": f"k. a region of {people:,} people".replace(",", " "),
            "made_in_s": round(time.perf_counter() - began, 1),
        }
    ]
    school = await db.fetchval("SELECT min(id) FROM organisations WHERE type = 'school'")
    for role in ("pupil", "parent", "teacher", "administrator"):
        person = await db.fetchval(
            "SELECT min(person_id) FROM roles WHERE organisation_id = $1 AND role = $2", school, role
        )
        results.append(await _ask(server, role, await _token(db, person)))
    return results


async def _region(db: asyncpg.Connection) -> None:
    """Schools of 1500 pupils with a parent and a half for each, in statements of a whole kind."""
    dice = random.Random(3)
    names = [
        (dice.choice(SYLLABLES) + dice.choice(SYLLABLES) + end).capitalize() for end in ("нов", "ский") * 400
    ]
    given = [
        "Анна",
        "Борис",
        "Вера",
        "Глеб",
        "Дарья",
        "Егор",
        "Жанна",
        "Захар",
        "Ирина",
        "Кирилл",
        "Лев",
        "Мария",
    ]
    await db.execute("SELECT setseed(0.3); SET synchronous_commit = off")
    region = await db.fetchval(
        "INSERT INTO organisations (type, name, short_name) VALUES ('district', 'Область', 'Область') RETURNING id"
    )
    parents = PUPILS * 3 // 2
    each = PUPILS + parents + TEACHERS
    await db.execute(
        """
        INSERT INTO organisations (type, name, short_name, parent_id)
        SELECT 'school', 'Мерная ' || n, 'Мерная ' || n, $1 FROM generate_series(1, $2) n
        """,
        region,
        SCHOOLS,
    )
    await db.execute(
        """
        INSERT INTO people (family_name, given_name, patronymic, claimed_at)
        SELECT ($1::text[])[1 + floor(random() * $2)::int], ($3::text[])[1 + floor(random() * $4)::int], 'Ильич', now()
          FROM generate_series(1, $5::int)
        """,
        names, len(names), given, len(given), SCHOOLS * each,
    )  # fmt: skip
    await db.execute("CREATE TEMP TABLE who AS SELECT s.id AS school, s.n AS place, p.id, (p.n % $1)::int AS i"
        " FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM people) p"
        " JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM organisations WHERE type = 'school') s"
        " ON s.n = p.n / $1", each)  # fmt: skip
    await db.execute("CREATE INDEX ON who (school, i); ANALYZE who")
    await _belong(db, parents)


async def _belong(db: asyncpg.Connection, parents: int) -> None:
    """Roles, classes and families of everybody in `who`: pupils first, then parents, then teachers."""
    await db.execute(
        """
        INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)
        SELECT id, school, CASE WHEN i < $1 THEN 'pupil' WHEN i < $2 THEN 'parent' ELSE 'teacher' END, now(), 'manual'
          FROM who
        """,
        PUPILS,
        PUPILS + parents,
    )
    await db.execute(
        "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
        " SELECT id, school, 'administrator', now(), 'manual' FROM who WHERE i = $1", PUPILS + parents + 99,
    )  # fmt: skip
    await db.execute(
        "INSERT INTO classes (organisation_id, kind, title, grade)"
        " SELECT id, 'homeroom', n || '', '7' FROM organisations, generate_series(1, $1::int) n WHERE type = 'school'",
        CLASSES,
    )
    await db.execute(
        """
        CREATE TEMP TABLE klass AS
        SELECT id, organisation_id AS school, row_number() OVER (PARTITION BY organisation_id ORDER BY id) - 1 AS n
          FROM classes
        """
    )
    await db.execute(
        """
        INSERT INTO enrollments (class_id, person_id, role, class_teacher)
        SELECT k.id, w.id, 'pupil', false FROM who w JOIN klass k ON k.school = w.school AND k.n = w.i % $1 WHERE w.i < $2
        UNION ALL
        SELECT k.id, w.id, 'teacher', t = 0
          FROM who w, generate_series(0, 5) t JOIN klass k ON true
         WHERE k.school = w.school AND k.n = (w.i - $3 + t * 7) % $1 AND w.i >= $3
        """,
        CLASSES, PUPILS, PUPILS + parents,
    )  # fmt: skip
    await db.execute(
        "INSERT INTO guardianships (guardian_id, child_id, source)"
        " SELECT g.id, c.id, 'manual' FROM who g JOIN who c ON c.school = g.school AND c.i = (g.i - $1) % $1"
        "  WHERE g.i >= $1 AND g.i < $2", PUPILS, PUPILS + parents,
    )  # fmt: skip


async def _token(db: asyncpg.Connection, person: int) -> str:
    token = f"k-{person}-0123456789abcdef"
    await db.execute(
        "INSERT INTO sessions (person_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')",
        person,
        hashlib.sha256(token.encode()).digest(),
    )
    return token


async def _ask(server: Server, role: str, token: str) -> Result:
    spent: dict[str, list[float]] = defaultdict(list)
    found = 0
    stream = await asyncio.open_connection(server.host, server.port)
    busy = server.processor_seconds()
    for place, (kind, words) in enumerate(_questions()):
        began = time.perf_counter()
        body = await get(*stream, f"/api/people/search?{urlencode({'q': words})}", token)
        if place >= ASKED // 10:
            spent[kind].append(time.perf_counter() - began)
            found += bool(msgspec.json.decode(body)["items"])
    stream[1].close()
    busy = server.processor_seconds() - busy
    every = [one for kind in spent.values() for one in kind]
    return {
        "name": f"k. people found by a {role}",
        "p50_ms": round(percentile(every, 0.5) * 1e3, 1),
        "p99_ms": round(percentile(every, 0.99) * 1e3, 1),
        "cpu_ms": round(busy / ASKED * 1e3, 1),
        "answered": f"{found} of {len(every)}",
        "by_kind": "; ".join(
            f"{kind} {percentile(some, 0.5) * 1e3:.1f}/{percentile(some, 0.99) * 1e3:.1f}"
            for kind, some in sorted(spent.items())
        ),
    }


def _questions() -> Iterator[tuple[str, str]]:
    """What is typed: one letter, a beginning, two words, a mistake, nonsense, and nothing yet."""
    dice = random.Random(9)

    def beginning() -> str:
        return dice.choice(SYLLABLES) + dice.choice(SYLLABLES)[:1]

    kinds = {
        "letter": lambda: dice.choice("абвгдеж"),
        "beginning": beginning,
        "two": lambda: f"{beginning()} {dice.choice(('Ан', 'Бор', 'Вера', 'Глеб'))}",
        "mistake": lambda: f"{dice.choice(SYLLABLES)}{dice.choice(SYLLABLES)}ноф",
        "nonsense": lambda: "жъщъэъщ",
        "nothing": lambda: "",
    }
    for place in range(ASKED):
        kind = list(kinds)[place % len(kinds)]
        yield kind, kinds[kind]()
