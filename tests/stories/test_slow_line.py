"""On a line of the second generation Parta stays usable: measured in a browser, with budgets, and printed."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import LADOGINA, PARENTS_CHAT, PETROVA
from tests.stories.person import Person
from tests.stories.slow_line import SlowLine

BITS_PER_SECOND, ROUND_TRIP, LOSS = 50_000, 0.8, 0.05

# Seconds a person may have to wait for the line.
BUDGETS = {
    "chats shown, cold start": 6,
    "connected, cold start": 20,
    "open a chat that was read before": 3,
    "send a message": 8,
    "hear a message": 8,
    "open a chat never opened here": 12,
    "send a picture of 50 kB": 60,
    "the same through a cut": 90,
}


@pytest.fixture
def line(school: Installation) -> SlowLine:
    return SlowLine(school.address)


def test_a_slow_line_is_waited_for_and_not_given_up(
    school: Installation, new_person: NewPerson, line: SlowLine, tmp_path: Path
) -> None:
    teacher, mother = new_person(school), new_person(school, address=line.address)
    teacher.come_in(LADOGINA)
    mother.come_in(PETROVA)
    talk(teacher, PARENTS_CHAT, 25)
    mother.open_chat(PARENTS_CHAT)
    mother.sees("Слово № 24")
    leave_for_later(mother)

    # What the machine itself takes, with whatever else it does, is not the line's.
    machine: dict[str, float] = {}
    start_cold(mother, machine)
    mother.page.close()
    line.slow_down(bits_per_second=BITS_PER_SECOND, round_trip=ROUND_TRIP, loss=LOSS)
    took: dict[str, float] = {}
    start_cold(mother, took)
    note(took, "open a chat that was read before", lambda: open_and_see(mother, PARENTS_CHAT, "Слово № 24"))
    note(took, "send a message", lambda: (mother.say("Мы придём"), mother.sees_sent("Мы придём")))
    teacher.open_chat(PARENTS_CHAT)
    teacher.sees("Мы придём")
    teacher.say("Хорошо, жду вас")
    note(took, "hear a message", lambda: mother.sees("Хорошо, жду вас"))
    send_pictures(mother, teacher, line, took, tmp_path)
    meet_a_new_chat(teacher, mother, took)

    tell(took, machine, line)
    late = {what: spent for what, spent in took.items() if spent - machine.get(what, 0) > BUDGETS[what]}
    assert late == {}
    assert set(took) == set(BUDGETS)
    line.close()


def start_cold(person: Person, took: dict[str, float]) -> None:
    """The page is opened anew: its code lies in the worker's cache, its chats on the device."""
    person.page = person.context.new_page()

    def shown() -> None:
        person.page.goto(f"{person.address}/chats", wait_until="commit")
        expect(person.chat_in_list(PARENTS_CHAT)).to_be_visible()

    started = time.monotonic()
    note(took, "chats shown, cold start", shown)
    expect(person.page.get_by_role("heading", name="Мессенджер")).to_be_visible()
    took["connected, cold start"] = time.monotonic() - started


def send_pictures(
    person: Person, other: Person, line: SlowLine, took: dict[str, float], folder: Path
) -> None:
    """One as it is, one with the line cut while it is on its way: it goes on where it was."""
    note(
        took,
        "send a picture of 50 kB",
        lambda: (person.say("Вот справка", picture(folder, "первая.png", 1)), sent(person, "Вот справка")),
    )
    before = line.carried[True]

    def through_a_cut() -> None:
        person.say("И ещё одна", picture(folder, "вторая.png", 2))
        wait_for(lambda: line.carried[True] - before > 40_000)
        line.hang_up()
        sent(person, "И ещё одна")

    note(took, "the same through a cut", through_a_cut)
    chat = int(person.page.url.rsplit("/", 1)[1])
    history = other.ask("GET", f"/api/conversations/{chat}/messages?limit=20")["items"]
    for text, name in (("Вот справка", "первая.png"), ("И ещё одна", "вторая.png")):
        expect(other.message(text)).to_have_count(1)
        [file] = [one["files"][0] for one in history if one["body"] == text]
        arrived = other.context.request.get(f"{other.address}/api/files/{file['id']}").body()
        assert arrived == (folder / name).read_bytes()


def meet_a_new_chat(teacher: Person, person: Person, took: dict[str, float]) -> None:
    """Another chat with a page of history that this device has never read."""
    teacher_id = teacher.ask("GET", "/api/me")["id"]
    chat = person.ask("PUT", f"/api/conversations/direct/{teacher_id}")
    for number in range(25):
        post(person if number < 1 else teacher, chat["id"], f"Лично № {number}")
    expect(person.chats.get_by_role("link").filter(has_text="Лично № 24")).to_be_visible(timeout=60_000)
    row = person.chats.get_by_role("link").filter(has_text="Лично № 24")

    def opened() -> None:
        row.click()
        person.sees("Лично № 24")
        person.sees("Лично № 18")

    note(took, "open a chat never opened here", opened)


def note(took: dict[str, float], what: str, act: Callable[[], object]) -> None:
    """How long it takes until a person sees it done."""
    started = time.monotonic()
    act()
    took[what] = time.monotonic() - started


def tell(took: dict[str, float], machine: dict[str, float], line: SlowLine) -> None:
    kilobytes = f"{line.carried[True] / 1000:.0f} kB up, {line.carried[False] / 1000:.0f} kB down"
    print(f"\n{BITS_PER_SECOND // 1000} kbit/s, {ROUND_TRIP * 1000:.0f} ms, {LOSS:.0%} lost; {kilobytes}")  # noqa: T201
    for what, spent in took.items():
        alone = f", {machine[what]:.1f} s of them on a fast line, too" if what in machine else ""
        print(f"  {what:<36} {spent:5.1f} s of {BUDGETS[what]} s{alone}")  # noqa: T201


def talk(person: Person, title: str, many: int) -> None:
    chats = person.ask("GET", "/api/conversations?limit=100")["items"]
    chat = next(one["id"] for one in chats if one["title"] == title)
    for number in range(many):
        post(person, chat, f"Слово № {number}")


def post(person: Person, chat: int, body: str) -> None:
    client_id = f"00000000-0000-4000-8000-{time.time_ns() % 10**12:012}"
    person.ask("POST", f"/api/conversations/{chat}/messages", {"client_id": client_id, "body": body})


def leave_for_later(person: Person) -> None:
    """The worker has the page, the device has written down what it heard; then the tab is closed."""
    person.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    person.page.wait_for_timeout(1500)
    person.page.close()


def open_and_see(person: Person, title: str, text: str) -> None:
    person.open_chat(title)
    person.sees(text)


def sent(person: Person, text: str) -> None:
    expect(person.message(text).get_by_role("img", name="Ждёт отправки")).to_have_count(0, timeout=90_000)
    person.sees_sent(text)


def wait_for(true: Callable[[], bool], patience: float = 60.0) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def picture(folder: Path, name: str, seed: int) -> Path:
    """Noise, which no format makes smaller: about 50 kB."""
    path = folder / name
    noise = Image.effect_noise((225, 220), 60 + seed)
    noise.save(path, "PNG")
    assert 40_000 < path.stat().st_size < 60_000, path.stat().st_size
    return path
