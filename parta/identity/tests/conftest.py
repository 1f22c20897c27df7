"""People at the door: a browser that asks for a code, and the code as its owner would receive it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest

from parta.core import clock
from parta.core.db import Database
from parta.identity.documents import OWN, Documents
from parta.identity.jobs import DeliverCode

CONSENTS = [
    {"document": name, "version": version} for name, version in sorted(Documents.read(OWN).versions())
]
PROFILE = {"family_name": "Ладогина", "given_name": "Вера", "patronymic": "Юрьевна"}


class Door:
    """What somebody does before they are signed in."""

    def __init__(self, client: httpx.AsyncClient, database: Database) -> None:
        self.client, self.database = client, database

    async def ask(self, contact: str) -> httpx.Response:
        """Ask for a code."""
        return await self.client.post("/api/sign-in/codes", json={"contact": contact})

    async def sent(self) -> list[DeliverCode]:
        """The codes on their way, oldest first."""
        async with self.database.transaction() as tx:
            bodies = await tx.values("SELECT body FROM jobs WHERE kind = 'deliver_code' ORDER BY id")
        return [msgspec.json.decode(body, type=DeliverCode) for body in bodies]

    async def received(self, contact: str) -> tuple[str, str]:
        """Ask, and look at the phone: the code's id and the code."""
        asked = await self.ask(contact)
        assert asked.status_code == 202, asked.text
        return asked.json()["id"], (await self.sent())[-1].code

    async def enter(self, code_id: str, code: str, **more: Any) -> httpx.Response:
        """Enter a code."""
        return await self.client.post(
            "/api/sign-in/sessions", json={"code_id": code_id, "code": code, **more}
        )

    async def come_in(self, contact: str, *, profile: dict[str, str] | None = None) -> httpx.Response:
        """Ask for a code and enter it, agreeing to everything."""
        return await self.enter(*await self.received(contact), consents=CONSENTS, profile=profile)


@pytest.fixture
def door(anonymous: httpx.AsyncClient, database: Database) -> Door:
    return Door(anonymous, database)


@pytest.fixture
def later() -> Iterator[Callable[[timedelta], None]]:
    """Move the clock; it is put right afterwards."""
    passed = timedelta(0)

    def move(by: timedelta) -> None:
        nonlocal passed
        passed += by
        clock.shift(passed)

    yield move
    clock.shift(timedelta(0))


def wrong(code: str) -> str:
    """Another code."""
    return f"{(int(code) + 1) % 1_000_000:06}"
