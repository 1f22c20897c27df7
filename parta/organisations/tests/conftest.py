"""Somebody who may load rosters, and short ways to load them."""

from typing import Any

import httpx
import pytest

from parta.testing.world import Actor, World


class Registrar:
    """A person at the page of rosters."""

    def __init__(self, world: World, actor: Actor) -> None:
        self.world, self.actor, self.id = world, actor, actor.id

    async def upload(self, data: bytes, name: str = "roster.zip") -> httpx.Response:
        return await self.actor.post("/rosters", files={"file": (name, data, "application/zip")})

    async def preview(self, data: bytes) -> dict[str, Any]:
        response = await self.upload(data)
        assert response.status_code == 201, response.text
        return response.json()

    async def changes(self, roster_id: int, **filters: Any) -> list[dict[str, Any]]:
        response = await self.actor.get(f"/rosters/{roster_id}/changes", params={"limit": 100, **filters})
        assert response.status_code == 200, response.text
        return response.json()["items"]

    async def apply(self, roster_id: int) -> httpx.Response:
        return await self.actor.post(f"/rosters/{roster_id}/application")

    async def load(self, data: bytes) -> dict[str, Any]:
        """Preview and apply at once; the preview."""
        told = await self.preview(data)
        response = await self.apply(told["id"])
        assert response.status_code == 200, response.text
        return told

    async def warnings(self, data: bytes) -> list[tuple[str, str]]:
        told = await self.preview(data)
        return [(one["sourced_id"], one["reason"]) for one in await self.changes(told["id"], kind="warning")]


@pytest.fixture
async def operator(world: World) -> Registrar:
    """The operator of the installation."""
    person = await world.person("Озерцова", "Нина")
    await world.role(person, "operator", None)
    return Registrar(world, person)


@pytest.fixture
async def administrator(world: World) -> Registrar:
    """The administrator of a school made by hand, called as in the sample bundle."""
    person = await world.person("Туманова", "Лидия")
    school = await world.school("Школа на Озёрной")
    await world.role(person, "administrator", school)
    registrar = Registrar(world, person)
    registrar.school = school  # type: ignore[attr-defined]
    return registrar


@pytest.fixture
def facts(world: World):
    """What the database says, in one word of SQL."""

    async def ask(sql: str, *args: Any) -> list[tuple[Any, ...]]:
        async with world.database.transaction() as tx:
            return [tuple(row) for row in await tx.connection.fetch(sql, *args)]

    return ask


ROLES = """
    SELECT p.given_name, r.role FROM current_roles r JOIN people p ON p.id = r.person_id
     WHERE r.organisation_id IS NOT NULL ORDER BY 1, 2
"""
PLACES = """
    SELECT p.given_name, e.title, e.role, e.class_teacher
      FROM current_enrollments e JOIN people p ON p.id = e.person_id ORDER BY 2, 3, 1
"""
FAMILIES = """
    SELECT a.given_name, c.given_name, g.relation FROM current_guardianships g
      JOIN people a ON a.id = g.guardian_id JOIN people c ON c.id = g.child_id ORDER BY 1, 2
"""
CONTACTS = """
    SELECT p.given_name, c.value, c.proven_at IS NOT NULL
      FROM contacts c JOIN people p ON p.id = c.person_id ORDER BY 1, 2
"""
