"""Those who attack, and those whom they attack.

Attacks on one way in live beside its code: `parta/identity/tests/` (codes, sessions), `parta/identity/outside/tests/`
(VK ID, ЕСИА, OpenID: state, replay, term, foreign signatures), `parta/identity/passkeys/tests/`,
`parta/identity/second_factor/tests/` and `parta/organisations/invites/tests/`. Here is what concerns several rooms.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta

import httpx
import pytest

from parta.core import clock
from parta.core.db import Database
from parta.identity.tests.conftest import Door
from parta.main.app import Application

HOME = "http://parta.test"


@pytest.fixture
def door(anonymous: httpx.AsyncClient, database: Database) -> Door:
    return Door(anonymous, database)


@pytest.fixture
async def attacker(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    """A browser of somebody who is up to no good."""
    transport = httpx.ASGITransport(application, client=("198.51.100.7", 4444))
    async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
        yield client


@pytest.fixture
def later() -> Iterator[Callable[[timedelta], None]]:
    """Move the clock; it is put right afterwards."""
    yield clock.shift
    clock.shift(timedelta(0))
