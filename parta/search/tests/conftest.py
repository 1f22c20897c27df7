"""Every way to the hits must find the same: tests that ask for `ways` are run on each of them."""

from typing import Any

import pytest

from parta.core.followers import follow_all, start_following
from parta.search import walking
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
async def following(world: World) -> None:
    """The index follows what is said from here on."""
    await start_following(world.database)


@pytest.fixture(params=["chat by chat", "through all that is said"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who see little of everything and those who see much are served on different ways."""
    if request.param == "through all that is said":
        monkeypatch.setattr(walking, "NARROW", -1)


async def indexed(world: World) -> None:
    """Let the index catch up."""
    await follow_all(world.database)


async def found(by: Actor, q: str, **filters: Any) -> list[str]:
    """The excerpts of the hits."""
    answer = await by.get("/search/messages", params={"q": q, **filters})
    assert answer.status_code == 200, answer.text
    return ["".join(s["text"] for s in item["excerpt"]["segments"]) for item in answer.json()["items"]]
