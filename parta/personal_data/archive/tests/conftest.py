"""Asking for copies of one's data."""

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


async def ask(who: Actor, about: Actor | None = None, **options: Any) -> dict[str, Any]:
    answer = await who.post("/me/archives", {"about_id": about.id} if about else {}, **options)
    assert answer.status_code == 201, answer.text
    asked: dict[str, Any] = answer.json()
    return asked


async def fetch(who: Actor, asked: dict[str, Any]) -> zipfile.ZipFile:
    ready = (await who.get(f"/me/archives/{asked['id']}")).json()
    assert ready["state"] == "ready", ready
    assert ready["done"] == ready["total"] > 0
    answer = await who.get(f"/me/archives/{asked['id']}/file")
    assert answer.headers["Content-Type"] == "application/zip"
    assert len(answer.content) == ready["size"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive


async def copy_for(world: World, who: Actor, about: Actor | None = None, **options: Any) -> zipfile.ZipFile:
    """Ask, wait and download."""
    asked = await ask(who, about, **options)
    await perform_all(world.database)
    return await fetch(who, asked)
