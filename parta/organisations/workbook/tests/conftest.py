"""A director at the page of lists."""

from typing import Any

import httpx
import pytest

from parta.organisations.tests.conftest import Registrar, facts
from parta.testing.world import Actor, World

__all__ = ["facts"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Director(Registrar):
    """Somebody who administers a school and loads its tables."""

    def __init__(self, world: World, actor: Actor, school: int) -> None:
        super().__init__(world, actor)
        self.school = school

    async def send(
        self, data: bytes, name: str = "списки.xlsx", *, school: int | None = None, **form: Any
    ) -> httpx.Response:
        """Upload a table, whatever comes of it."""
        return await self.actor.client.post(
            f"/api/organisations/{school or self.school}/workbooks",
            files={"file": (name, data, XLSX)},
            data=form,
        )

    async def show(self, data: bytes, name: str = "списки.xlsx", **form: Any) -> dict[str, Any]:
        """The preview of a table."""
        response = await self.send(data, name, **form)
        assert response.status_code == 201, response.text
        return response.json()

    async def take(self, data: bytes, name: str = "списки.xlsx", **form: Any) -> dict[str, Any]:
        """Preview and apply; the preview."""
        told = await self.show(data, name, **form)
        response = await self.apply(told["id"])
        assert response.status_code == 200, response.text
        return told

    async def refused(self, data: bytes, **form: Any) -> list[tuple[str, int, str, str]]:
        """Sheet, row, column and reason of every row that was not taken."""
        told = await self.show(data, **form)
        return [(one["file"], one["line"], one["column"], one["reason"]) for one in told["refused"]]


def counts(told: dict[str, Any], kind: str) -> dict[str, int]:
    """How many of each entity there are of one kind."""
    return {entity: numbers[kind] for entity, numbers in told["summary"].items() if numbers[kind]}


def moved(told: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Everything a preview would do."""
    kinds = ("new", "changed", "gone", "refused", "warning")
    return {kind: numbers for kind in kinds if (numbers := counts(told, kind))}


@pytest.fixture
async def director(world: World) -> Director:
    """The administrator of a school without people."""
    person = await world.person("Туманова", "Лидия")
    school = await world.school("Школа на Озёрной")
    await world.role(person, "administrator", school)
    return Director(world, person, school)
