"""Asking for copies of chats."""

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def ask(who: Actor, chat: int, **wish: Any) -> dict[str, Any]:
    answer = await who.post(f"/conversations/{chat}/exports", wish)
    assert answer.status_code == 201, answer.text
    asked: dict[str, Any] = answer.json()
    return asked


async def copy_of(world: World, who: Actor, chat: int, **wish: Any) -> zipfile.ZipFile:
    """Ask, wait and download."""
    asked = await ask(who, chat, **wish)
    await perform_all(world.database)
    ready = (await who.get(f"/exports/{asked['id']}")).json()
    assert ready["state"] == "ready", ready
    answer = await who.get(f"/exports/{asked['id']}/file")
    assert answer.headers["Content-Type"] == "application/zip"
    assert len(answer.content) == ready["size"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive
