"""A school that has switched push on, and a push service of its own on this machine."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.followers import follow_all, start_following
from parta.core.jobs_worker import perform_all
from parta.testing.world import Actor, World


class PushService:
    """The receiver's process, as a test asks it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def browser(self, name: str) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` would give."""
        given: dict[str, Any] = httpx.get(f"{self.address}/subscription/{name}", trust_env=False).json()
        return given

    def received(self, name: str | None = None) -> list[dict[str, Any]]:
        """What was decrypted so far, for one browser or all."""
        all_: list[dict[str, Any]] = httpx.get(f"{self.address}/received", trust_env=False).json()
        return [one for one in all_ if name in (None, one["name"])]

    def notes(self, name: str) -> list[dict[str, Any]]:
        """The same, only what the browser reads."""
        return [one["note"] for one in self.received(name)]


@pytest.fixture
def push_service() -> Iterator[PushService]:
    """Runs while the test does."""
    program = Path(__file__).with_name("push_receiver.py")
    process = subprocess.Popen(
        [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield PushService(process.stdout.readline().strip())
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Push is on and may stay on this machine."""
    return {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_NOTIFICATIONS_PUSH": "true",
        "PARTA_NOTIFICATIONS_PUSH_HOSTS": "127.0.0.1",
        "PARTA_NOTIFICATIONS_PUSH_PRIVATE_ADDRESSES": "true",
    }


@pytest.fixture
def later() -> Iterator[Callable[..., None]]:
    """Let time pass; the clock is put right afterwards."""
    passed = timedelta(0)

    def pass_(**by: float) -> None:
        nonlocal passed
        passed += timedelta(**by)
        clock.shift(passed)

    yield pass_
    clock.shift(timedelta(0))


class News:
    """Lets everything that was said be told."""

    def __init__(self, world: World, service: PushService, later: Callable[..., None]) -> None:
        self.world, self.service, self._later = world, service, later

    @property
    def database(self) -> Database:
        return self.world.database

    async def subscribe(self, actor: Actor, name: str) -> None:
        """Let somebody's browser be reached."""
        answer = await actor.put("/me/push-subscription", self.service.browser(name))
        assert answer.status_code == 204, answer.text

    async def tell(self) -> None:
        """Follow the log, wait the moment of patience, and do all jobs that are due."""
        await follow_all(self.database)
        self._later(seconds=3)
        await perform_all(self.database)

    async def jobs(self, kind: str) -> int:
        """How many such jobs wait."""
        async with self.database.transaction() as tx:
            waiting: int = await tx.value("SELECT count(*) FROM jobs WHERE kind = $1", kind)
            return waiting


@pytest.fixture
async def news(world: World, push_service: PushService, later: Callable[..., None]) -> News:
    """People, a push service, and a log that is followed from here on."""
    await start_following(world.database)
    return News(world, push_service, later)
