"""People who come through services: their browsers, and the services as processes or servers beside."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from parta.core import clock
from parta.core.db import Database
from parta.identity.contacts import Contact
from parta.identity.expected import expect_people, set_expected_contacts
from parta.identity.names import FullName
from parta.identity.outside.tests.papers import command, write_papers
from parta.identity.outside.tests.stand_ins import EsiaStandIn, VkStandIn
from parta.identity.tests.conftest import CONSENTS
from parta.main.app import Application
from parta.testing.openid_provider import OpenIdProcess, openid_process
from parta.testing.serving import serving
from parta.testing.world import Actor

HOME = "http://parta.test"
ACCOUNTS: dict[str, dict[str, Any]] = {
    "vouched": {"phone_number": "+79990007101", "phone_number_verified": True},
    "by_mail": {"email": "vouched@school.example", "email_verified": True},
    "claims_only": {"email": "vouched@school.example", "email_verified": False},
    "silent": {},
    "other": {},
}


class Browser:
    """Somebody's browser in front of Parta, and what it does at a service."""

    def __init__(self, client: httpx.AsyncClient, prefix: str = "/sign-in/outside") -> None:
        self.client, self.prefix = client, prefix

    async def leave(self, provider: str, return_to: str = "") -> httpx.Response:
        """Press the button."""
        return await self.client.post(f"/api{self.prefix}/{provider}", json={"return_to": return_to})

    async def url(self, provider: str) -> str:
        """Where the button leads."""
        answer = await self.leave(provider)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["url"])

    async def back(self, address: str, **changed: str) -> httpx.Response:
        """Open the address that the service sends the browser to."""
        parts = urlsplit(address)
        assert address.startswith(f"{HOME}/sign-in/"), address
        named = ("state", "code", "device_id", "iss", "error", "error_description")
        told = {name: value for name, value in parse_qsl(parts.query) if name in named} | changed
        provider = parts.path.rpartition("/")[2]
        return await self.client.post(f"/api/sign-in/outside/{provider}/return", json=told)

    async def enter(self, **more: Any) -> httpx.Response:
        """Use the proof, agreeing to everything."""
        return await self.client.post("/api/sign-in/outside-sessions", json={"consents": CONSENTS, **more})


@pytest.fixture(scope="session")
def openid() -> Iterator[OpenIdProcess]:
    with openid_process(f"{HOME}/sign-in/openid", ACCOUNTS) as process:
        yield process


@pytest.fixture(scope="session")
async def services(papers: Path) -> AsyncIterator[tuple[VkStandIn, EsiaStandIn]]:
    """Both stand-ins on their ports; what a test changes in them is put right before the next."""
    vk, esia = VkStandIn(), EsiaStandIn(papers)
    async with serving(vk) as vk.address, serving(esia) as esia.address:
        yield vk, esia


@pytest.fixture
def vk(services: tuple[VkStandIn, EsiaStandIn]) -> VkStandIn:
    services[0].begin()
    return services[0]


@pytest.fixture
def version() -> str:
    """How ЕСИА is spoken to; a test may say otherwise."""
    return "v2"


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys, certificates and programs, made once."""
    folder = tmp_path_factory.mktemp("papers")
    write_papers(folder)
    return folder


@pytest.fixture
def esia(services: tuple[VkStandIn, EsiaStandIn], version: str) -> EsiaStandIn:
    services[1].begin(version)
    return services[1]


@pytest.fixture
def environ(
    tmp_path: Path, papers: Path, openid: OpenIdProcess, vk: VkStandIn, esia: EsiaStandIn, version: str
) -> dict[str, str]:
    """All three services switched on."""
    found = {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_PUBLIC_URL": HOME,
        "PARTA_IDENTITY_OUTSIDE_TIMEOUT": "5s",
        "PARTA_VK_ID_CLIENT_ID": "51000001",
        "PARTA_VK_ID_ADDRESS": vk.address,
        "PARTA_ESIA_CLIENT_ID": "SCHOOL01",
        "PARTA_ESIA_ADDRESS": esia.address,
        "PARTA_ESIA_VERSION": version,
        "PARTA_ESIA_TOKEN_CERTIFICATE": str(papers / "esia.pem"),
        "PARTA_ESIA_CERTIFICATE_HASH": "AB12",
        **openid.environ,
    }
    if version == "v2":
        key = str(papers / "system.key")
        return found | {
            "PARTA_ESIA_SIGN_COMMAND": command(papers, "sign.py", key),
            "PARTA_ESIA_CHECK_COMMAND": command(papers, "check.py"),
        }
    return found | {
        "PARTA_ESIA_CERTIFICATE": str(papers / "system.pem"),
        "PARTA_ESIA_KEY": str(papers / "system.key"),
    }


@pytest.fixture
def visitor(anonymous: httpx.AsyncClient) -> Browser:
    return Browser(anonymous)


@pytest.fixture
async def another(application: Application) -> AsyncIterator[Browser]:
    """A browser of somebody else."""
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
        yield Browser(client)


@pytest.fixture
def later() -> Iterator[Callable[[timedelta], None]]:
    """Move the clock; it is put right afterwards."""
    yield clock.shift
    clock.shift(timedelta(0))


def linking(actor: Actor) -> Browser:
    """The browser of somebody who is signed in and links a service."""
    return Browser(actor.client, "/me/sign-in-ways")


async def expect(database: Database, contact: str, name: FullName | None = None) -> int:
    """Somebody from a roster, with a contact."""
    async with database.transaction() as tx:
        [person_id] = await expect_people(tx, [name or FullName("Журавлёва", "Зоя", "Львовна")])
        found = Contact("email" if "@" in contact else "phone", contact)
        assert await set_expected_contacts(tx, {person_id: [found]}) == []
    return person_id
