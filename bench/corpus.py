"""Much invented talk, made set-wise in the database: what the demo's town says, and rarer words with it.

A school's talk has a few hundred words in every second message and a long tail of names, places and things that are
said once a year. The town's sentences give the former as they are; the tail is made of syllables, each word about
as much rarer as its rank is larger (Zipf).
"""

import random
from datetime import UTC, datetime

import asyncpg

from parta.demo.talk.conversations import tell
from parta.demo.town import build_town

TAIL = 60_000
SYLLABLES = [consonant + vowel for consonant in "бвгджзклмнпрстхцчшщ" for vowel in "аеоиу"]
ENDINGS = ("", "к", "н", "ть", "ние", "ный", "ость")


def sentences() -> list[str]:
    """Everything that is said in the demo's town; often said, often here."""
    talk = tell(build_town(600), datetime(2026, 11, 22, tzinfo=UTC))
    return [message.body for chat in talk for message in chat.messages if message.body]


def tail() -> list[str]:
    """Words nobody has heard, the commoner first."""
    dice = random.Random(1799)
    words: dict[str, None] = {}
    while len(words) < TAIL:
        words["".join(dice.choices(SYLLABLES, k=dice.choice((2, 3, 3, 4)))) + dice.choice(ENDINGS)] = None
    return list(words)


async def say_much(db: asyncpg.Connection, chats: list[int], people: list[int], count: int) -> None:
    """Let these people say so many messages in these chats, a minute apart; the first chats are the busiest.

    Whoever loads so much at once switches off what only guards against others, and makes indexes afterwards.
    """
    made_again = await _take_indexes_away(db)
    said, rare = sentences(), tail()
    await db.execute(
        "CREATE TEMP TABLE said (i int PRIMARY KEY, t text); CREATE TEMP TABLE rare (i int PRIMARY KEY, t text);"
        "CREATE TEMP TABLE chat (i int PRIMARY KEY, id bigint); CREATE TEMP TABLE person (i int PRIMARY KEY, id bigint)"
    )
    for table, values in (("said", said), ("rare", rare), ("chat", chats), ("person", people)):
        await db.copy_records_to_table(table, records=list(enumerate(values)))
        await db.execute(f"ANALYZE {table}")
    # Only the loading session: nobody else is there, and every chat and person exists.
    await db.execute(
        "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'"
    )
    await db.execute("SELECT setseed(0.17)")
    await db.execute(
        f"""
        INSERT INTO messages (conversation_id, number, author_id, client_id, body, created_at)
        SELECT c.id, row_number() OVER (PARTITION BY c.id ORDER BY d.n), p.id, gen_random_uuid(),
               a.t || coalesce(' ' || b.t, '') || ' ' || e.t || ' ' || f.t,
               now() - ({count} - d.n) * interval '1 minute'
          FROM (SELECT n, floor({len(chats)} * power(random(), 2))::int AS chat,
                       floor({len(people)} * random())::int AS person,
                       floor({len(said)} * random())::int AS one,
                       CASE WHEN random() < 0.6 THEN floor({len(said)} * random())::int END AS two,
                       floor({TAIL} * power(random(), 6))::int AS three,
                       floor({TAIL} * power(random(), 3))::int AS four
                  FROM generate_series(1, {count}) n) d
          JOIN chat c ON c.i = d.chat JOIN person p ON p.i = d.person
          JOIN said a ON a.i = d.one LEFT JOIN said b ON b.i = d.two
          JOIN rare e ON e.i = d.three JOIN rare f ON f.i = d.four
         ORDER BY d.n
        """,
        timeout=1800,
    )
    await db.execute(
        "UPDATE conversations c SET last_number = m.last, last_message_at = m.at"
        "  FROM (SELECT conversation_id, max(number) AS last, max(created_at) AS at FROM messages GROUP BY 1) m"
        " WHERE c.id = m.conversation_id",
        timeout=600,
    )
    await db.execute("RESET session_replication_role; RESET synchronous_commit; RESET work_mem")
    await db.execute("DROP TABLE said, rare, chat, person; SET maintenance_work_mem = '512MB'")
    for statement in made_again:
        await db.execute(statement, timeout=1800)


async def _take_indexes_away(db: asyncpg.Connection) -> list[str]:
    """All of messages but the primary key; returns what makes them again."""
    rows = await db.fetch(
        "SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made,"
        "       c.conname AS rule, pg_get_constraintdef(c.oid) AS ruled"
        "  FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'u'"
        " WHERE i.indrelid = 'messages'::regclass AND NOT i.indisprimary"
    )
    again = []
    for row in rows:
        if row["rule"] is None:
            await db.execute(f"DROP INDEX {row['name']}")
            again.append(row["made"])
        else:
            await db.execute(f"ALTER TABLE messages DROP CONSTRAINT {row['rule']}")
            again.append(f"ALTER TABLE messages ADD CONSTRAINT {row['rule']} {row['ruled']}")
    return again
