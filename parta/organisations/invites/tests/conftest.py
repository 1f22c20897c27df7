"""A school with classes and families, and short ways to invite and to come."""

from typing import Any

import httpx
import pytest

from parta.testing.school import School, make_school
from parta.testing.world import Actor, World


@pytest.fixture
async def school(world: World) -> School:
    return await make_school(world)


@pytest.fixture
async def other_school(world: World) -> School:
    return await make_school(world, "Школа в Сосновке")


@pytest.fixture
def facts(world: World):
    """What the database says, in one word of SQL."""

    async def ask(sql: str, *args: Any) -> list[tuple[Any, ...]]:
        async with world.database.transaction() as tx:
            return [tuple(row) for row in await tx.connection.fetch(sql, *args)]

    return ask


async def invite(who: Actor, school: School, role: str, **more: Any) -> dict[str, Any]:
    """Make an invite without approval, unless asked otherwise."""
    made = await who.post(f"/organisations/{school.id}/invites", {"role": role, "approval": False} | more)
    assert made.status_code == 201, made.text
    return made.json()


async def look(who: Actor, code: str) -> httpx.Response:
    return await who.post("/school-joining/look", {"code": code})


async def come(who: Actor, code: str, **more: Any) -> httpx.Response:
    return await who.post("/school-joining", {"code": code} | more)


async def roles_of(who: Actor) -> list[tuple[str, bool]]:
    """Who somebody is, as they are told themselves."""
    return [(one["role"], one["confirmed"]) for one in (await who.get("/me")).json()["roles"]]


async def waiting(who: Actor, school: School) -> list[dict[str, Any]]:
    answer = await who.get(f"/organisations/{school.id}/joinings")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]
