"""A head who fills in an application, and those who decide about it."""

from typing import Any

import httpx
import msgspec
import pytest

from parta.core.clock import now
from parta.core.http.cookies import SESSION_COOKIE
from parta.files.tests.conftest import Uploader
from parta.identity.jobs import DeliverCode
from parta.identity.tests.conftest import Door
from parta.organisations.territories.tests.conftest import Country, country
from parta.testing.world import Actor, World

__all__ = ["SCAN", "Applicant", "country", "door"]

SCAN = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PHONE, EMAIL = "+79991230001", "director@example.org"


class Applicant:
    """Somebody at the wizard, step by step."""

    def __init__(self, world: World, actor: Actor, country: Country) -> None:
        self.world, self.actor, self.country, self.id = world, actor, country, 0
        self.fields: dict[str, Any] = {
            "type": "school",
            "name": "Средняя школа у берега",
            "short_name": "У берега",
            "territory_id": country.forest,
            "settlement": "Берёзовка",
            "inn": "7707083893",
            "kpp": "770701001",
            "ogrn": "1027700132195",
            "family_name": "Берегова",
            "given_name": "Алла",
            "patronymic": "Юрьевна",
            "phone": "8 999 123-00-01",
            "email": "Director@Example.org",
        }

    async def begin(self) -> None:
        made = await self.actor.post("/applications")
        assert made.status_code == 201, made.text
        self.id = made.json()["id"]

    async def save(self, **fields: Any) -> dict[str, Any]:
        self.fields |= fields
        saved = await self.actor.put(f"/applications/{self.id}", self.fields)
        assert saved.status_code == 200, saved.text
        return saved.json()

    async def attach(self, content: bytes = SCAN, name: str = "Приказ.pdf") -> int:
        file_id = await Uploader(self.actor).upload(content, name)
        await self.save(file_id=file_id)
        return file_id

    async def prove(self, kind: str) -> httpx.Response:
        asked = await self.actor.post(f"/applications/{self.id}/proofs", {"kind": kind})
        assert asked.status_code == 202, asked.text
        body = {"code_id": asked.json()["id"], "code": await last_code(self.world)}
        return await self.actor.put(f"/applications/{self.id}/proofs", body)

    async def fill(self) -> None:
        """Everything, up to submitting."""
        await self.begin()
        await self.save()
        await self.attach()
        for kind in ("phone", "email"):
            assert (await self.prove(kind)).status_code == 200

    async def submit(self) -> httpx.Response:
        return await self.actor.post(f"/applications/{self.id}/submission")

    async def seen(self) -> dict[str, Any]:
        return (await self.actor.get(f"/applications/{self.id}")).json()

    async def decide(self, by: Actor, outcome: str, reason: str = "") -> httpx.Response:
        return await by.post(f"/applications/{self.id}/decision", {"outcome": outcome, "reason": reason})


async def last_code(world: World) -> str:
    async with world.database.transaction() as tx:
        body = await tx.value("SELECT body FROM jobs WHERE kind = 'deliver_code' ORDER BY id DESC LIMIT 1")
    return msgspec.json.decode(body, type=DeliverCode).code


async def signed_in_with(world: World, application: Any, phone: str) -> Actor:
    """Whoever has the phone, after signing in with it."""
    transport = httpx.ASGITransport(application)
    client = httpx.AsyncClient(transport=transport, base_url="http://parta.test")
    # The pause between codes to one phone is over.
    async with world.database.transaction() as tx:
        await tx.run("UPDATE sign_in_limits SET next_at = $1", now())
    entered = await Door(client, world.database).come_in(phone)
    assert entered.status_code in {200, 201}, entered.text
    csrf = entered.json()["csrf"]
    client.headers["X-CSRF-Token"] = csrf
    return Actor(entered.json()["person"]["id"], client, client.cookies[SESSION_COOKIE])


@pytest.fixture
async def applicant(world: World, country: Country) -> Applicant:
    return Applicant(world, await world.person("Писарева", "Зоя"), country)


@pytest.fixture
def door(anonymous: httpx.AsyncClient, world: World) -> Door:
    return Door(anonymous, world.database)
