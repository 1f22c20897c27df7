"""People with phones in their hands: what is sent, and a move walked through by its two codes."""

from typing import Any

import httpx
import msgspec

from parta.core.db import Database
from parta.identity.jobs import DeliverCode
from parta.testing.world import Actor


async def give_contact(database: Database, person: Actor, value: str, *, proven: bool = True) -> int:
    """Make a phone or an address somebody's."""
    kind = "email" if "@" in value else "phone"
    async with database.transaction() as tx:
        contact_id: int = await tx.value(
            "INSERT INTO contacts (person_id, kind, value, proven_at)"
            " VALUES ($1, $2, $3, CASE WHEN $4 THEN now() END) RETURNING id",
            person.id,
            kind,
            value,
            proven,
        )
        return contact_id


async def sent_to(database: Database, value: str) -> str:
    """The newest code that is on its way to a contact."""
    async with database.transaction() as tx:
        bodies = await tx.values("SELECT body FROM jobs WHERE kind = 'deliver_code' ORDER BY id DESC")
    found = [msgspec.json.decode(body, type=DeliverCode) for body in bodies]
    return next(one.code for one in found if one.value == value)


async def told(database: Database) -> list[tuple[str, str]]:
    """What was told, to which contact, oldest first."""
    async with database.transaction() as tx:
        bodies = await tx.values("SELECT body FROM jobs WHERE kind = 'tell_contact' ORDER BY id")
    return [(one["what"], one["value"]) for one in (msgspec.json.decode(body) for body in bodies)]


async def prove(
    actor: Actor, database: Database, path: str, side: str, value: str, *, wrong: bool = False
) -> httpx.Response:
    """Ask for one side's code and enter it, or another one."""
    asked = await actor.post(f"{path}/codes", {"side": side})
    assert asked.status_code == 202, asked.text
    code = await sent_to(database, value)
    if wrong:
        code = f"{(int(code) + 1) % 1_000_000:06}"
    body: dict[str, Any] = {"side": side, "code_id": asked.json()["id"], "code": code}
    return await actor.post(f"{path}/proofs", body)
