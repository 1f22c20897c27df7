"""People who talk to a Parta that is a process of its own: over the network, like everybody."""

import asyncio
import base64
import hashlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx

from parta.core.http.cookies import SESSION_COOKIE, csrf_token
from parta.testing.world import Actor
from tests.crash.process import Parta


@asynccontextmanager
async def people_in(parta: Parta, *names: str) -> AsyncIterator[list[Actor]]:
    """People of these names, signed in; their clients outlive every kill."""
    db = await parta.connect()
    people = [await _somebody(parta, db, name) for name in names]
    await db.close()
    yield people
    for person in people:
        await person.client.aclose()


async def _somebody(parta: Parta, db: asyncpg.Connection, name: str) -> Actor:
    token = secrets.token_hex(16)
    person = await db.fetchval(
        "INSERT INTO people (family_name, given_name, claimed_at) VALUES ('Говорунова', $1, now()) RETURNING id",
        name,
    )
    await db.execute(
        "INSERT INTO sessions (person_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')",
        person,
        hashlib.sha256(token.encode()).digest(),
    )
    client = httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{parta.port}",
        cookies={SESSION_COOKIE: token},
        headers={"X-CSRF-Token": csrf_token(token)},
        timeout=60,
    )
    return Actor(person, client, token)


async def make_group(parta: Parta, owner: Actor, *others: Actor) -> int:
    """A group, whatever the contact rules would say of its members."""
    db = await parta.connect()
    chat: int = await db.fetchval(
        "INSERT INTO conversations (kind, title, created_by, members_count)"
        " VALUES ('group', 'Кружок', $1, $2) RETURNING id",
        owner.id,
        1 + len(others),
    )
    await db.executemany(
        "INSERT INTO members (conversation_id, person_id, role) VALUES ($1, $2, $3)",
        [(chat, owner.id, "owner"), *((chat, other.id, "member") for other in others)],
    )
    await db.close()
    return chat


async def upload(actor: Actor, content: bytes, name: str) -> int:
    """Upload a file in one request; its id."""
    answer = await actor.post(
        "/uploads",
        content=content,
        headers={
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(content)),
            "Upload-Metadata": f"filename {base64.b64encode(name.encode()).decode()}",
            "Content-Type": "application/offset+octet-stream",
        },
    )
    assert answer.status_code == 201, answer.text
    return int(answer.headers["Location"].rpartition("/")[2])


async def eventually(
    look: Callable[[], Awaitable[Any]], fits: Callable[[Any], bool], *, within: float, every: float = 0.1
) -> Any:
    """Look again and again until what is seen fits, and return it."""
    seen: Any = None
    try:
        async with asyncio.timeout(within):
            while True:
                seen = await look()
                if fits(seen):
                    return seen
                await asyncio.sleep(every)
    except TimeoutError:
        raise AssertionError(f"not within {within} s; seen at last: {seen!r}") from None
