"""People and chats for a benchmark, written straight into the database."""

import hashlib

import asyncpg
import msgspec


class Bench(msgspec.Struct):
    """Made people: their ids and the tokens of their sessions, by position."""

    people: list[int]
    tokens: list[str]


async def make_people(connection: asyncpg.Connection, count: int, prefix: str) -> Bench:
    """Make people who are signed in."""
    people = [
        r[0]
        for r in await connection.fetch(
            "INSERT INTO people (family_name, given_name, claimed_at)"
            " SELECT 'Мерный', 'Человек', now() FROM generate_series(1, $1) RETURNING id",
            count,
        )
    ]
    tokens = [f"{prefix}-{person}-0123456789abcdef" for person in people]
    await connection.execute(
        "INSERT INTO sessions (person_id, token_hash, expires_at)"
        " SELECT p, h, now() + interval '1 day' FROM unnest($1::bigint[], $2::bytea[]) AS s (p, h)",
        people,
        [hashlib.sha256(token.encode()).digest() for token in tokens],
    )
    return Bench(people, tokens)


async def make_chat(connection: asyncpg.Connection, people: list[int]) -> int:
    """Make a group of these people."""
    chat: int = await connection.fetchval(
        "INSERT INTO conversations (kind, title, created_by, members_count)"
        " VALUES ('group', 'Мерная', $1, $2) RETURNING id",
        people[0],
        len(people),
    )
    await connection.execute(
        "INSERT INTO members (conversation_id, person_id) SELECT $1, unnest($2::bigint[])", chat, people
    )
    return chat


async def settle(connection: asyncpg.Connection) -> None:
    """Let the database tidy up after the making, so that it does not do so while it is measured."""
    await connection.execute("VACUUM (ANALYZE)")
    await connection.execute("CHECKPOINT")


async def fill_chat(connection: asyncpg.Connection, chat: int, author: int, count: int) -> None:
    """Fill a chat with messages of 200 letters."""
    await connection.execute(
        "INSERT INTO messages (conversation_id, number, author_id, client_id, body)"
        " SELECT $1, n, $2, gen_random_uuid(), repeat('Слово и дело ', 15) FROM generate_series(1, $3) n",
        chat,
        author,
        count,
    )
    await connection.execute("UPDATE conversations SET last_number = $2 WHERE id = $1", chat, count)
