"""Real browsers in front of real servers; every story fails on a foreign request, a broken CSP or an uncaught error."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.stories import rosters
from tests.stories.installation import Installation
from tests.stories.person import Person
from tests.stories.watching import Watch

PATIENCE = 30_000  # milliseconds; a loaded machine is slow, a lost message never comes
STORY_TAKES = 420  # seconds at most

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What the watch would only report cannot even leave.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}

OPERATOR = ("+79123001400", "Дубравина Мария Ивановна")

NewPerson = Callable[..., Person]


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.story)
        item.add_marker(pytest.mark.timeout(STORY_TAKES))
        # Two run side by side; what takes long to start is started once, for all who live in it.
        for shared in {"town", "hearing"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(shared))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    expect.set_options(timeout=PATIENCE)
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture
def watch_over(new_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts that are listened to; what was heard fails the story at its end."""
    watches: list[Watch] = []

    def make(address: str, *, visits: str = "", **options: Any) -> BrowserContext:
        context = new_context(locale="ru-RU", accept_downloads=True, **(DESKTOP | options))
        context.set_default_timeout(PATIENCE)
        watch = Watch(address, visits=visits)
        watch.over(context)
        watches.append(watch)
        return context

    yield make
    assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture
def new_person(watch_over: Callable[..., BrowserContext]) -> NewPerson:
    """Somebody at a device of their own, in front of an installation."""

    def make(installation: Installation, *, address: str | None = None, **options: Any) -> Person:
        address = address or installation.address
        return Person(watch_over(address, **options), installation, address)

    return make


@pytest.fixture
def empty() -> Iterator[Installation]:
    """What `make run` leaves on a new machine."""
    yield from _running(Installation())


@pytest.fixture(scope="session")
def school() -> Iterator[Installation]:
    """An installation with the sample school in it."""
    for installation in _running(Installation()):
        bundle = installation.folder / "roster.zip"
        bundle.write_bytes(rosters.zipped(rosters.sample()))
        installation.run("import", str(bundle), "--apply", "--yes")
        yield installation


@pytest.fixture(scope="session")
def town() -> Iterator[Installation]:
    """The demo: rich in people and talk, for pictures and for axe."""
    yield from _running(Installation("demo"))


def _running(installation: Installation) -> Iterator[Installation]:
    try:
        installation.start()
        yield installation
    finally:
        installation.stop()
