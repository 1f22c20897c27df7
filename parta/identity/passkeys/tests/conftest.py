"""A person who has agreed to the documents, with a key; and a browser before its door."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import httpx
import pytest

from parta.core import clock
from parta.identity.documents import OWN, Documents
from parta.identity.passkeys.tests.authenticator import Authenticator, add_key
from parta.testing.world import Actor, World


@pytest.fixture
async def keyed(world: World) -> tuple[Actor, Authenticator]:
    person, authenticator = await world.person(), Authenticator()
    consents = [{"document": n, "version": v} for n, v in sorted(Documents.read(OWN).versions())]
    await person.put("/me/consents", {"consents": consents})
    await add_key(person, authenticator)
    return person, authenticator


@pytest.fixture
def later() -> Iterator[Callable[[timedelta], None]]:
    """Move the clock; it is put right afterwards."""
    yield clock.shift
    clock.shift(timedelta(0))


async def asked(browser: httpx.AsyncClient) -> dict[str, object]:
    """Ask at the door; the browser keeps its cookie."""
    answer = await browser.post("/api/sign-in/passkey-questions")
    assert answer.status_code == 200
    options: dict[str, object] = answer.json()["options"]
    return options


async def shown(browser: httpx.AsyncClient, answer: object) -> httpx.Response:
    """Show a key at the door."""
    return await browser.post("/api/sign-in/passkey-sessions", json={"answer": answer})
