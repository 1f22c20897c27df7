"""Pictures of the demo for docs/screens: `scripts/screenshots` starts this."""

import io
import time
from collections.abc import Callable
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.stories.axe import settle
from tests.stories.conftest import CHROMIUM, DESKTOP, FLAGS, PATIENCE, PHONE
from tests.stories.installation import ROOT, Installation
from tests.stories.person import Person
from tests.stories.places import (
    open_confirmations,
    open_folders,
    open_parents,
    open_rules,
    open_stickers,
    search_for,
)
from tests.stories.town import class_chat, notable

SCREENS = ROOT / "docs" / "screens"
CLASS_TEACHER = "Классный руководитель"
MEETING = "Родительское собрание — в четверг"
PREVIEWS_TAKE = 180.0  # seconds at most
LARGEST = 150_000  # bytes


def main() -> None:
    """Write every picture anew, light and dark."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    town = Installation("demo")
    try:
        town.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for theme in ("light", "dark"):
                show_desktop(person_at(browser, town, DESKTOP, theme), theme)
                show_phone(person_at(browser, town, PHONE, theme), theme)
            browser.close()
    finally:
        town.stop()


def person_at(browser: Browser, town: Installation, device: dict[str, Any], theme: str) -> Person:
    context = browser.new_context(locale="ru-RU", color_scheme=theme, **device)
    context.set_default_timeout(PATIENCE)
    return Person(context, town)


def show_desktop(person: Person, theme: str) -> None:
    shoot = camera(person, f"desktop-{{}}-{theme}")
    person.open("/sign-in")
    expect(person.page.get_by_role("textbox", name="Телефон или почта")).to_be_visible()
    shoot("sign-in")
    person.become(notable(person, CLASS_TEACHER)["id"])
    open_class_chat(person)
    shoot("chat")
    show_asked(person, shoot)
    if theme == "light":
        show_capabilities(person, shoot)
    person.become(notable(person, "Администратор")["id"], "/school")
    expect(person.page.get_by_role("heading", name="Классы")).to_be_visible()
    shoot("school")


def show_asked(person: Person, shoot: Callable[[str], None]) -> None:
    """A «!!!» with its bar, and the poll after it."""
    open_parents(person)
    scroll_to_words(person, MEETING)
    shoot("asked")


def show_capabilities(person: Person, shoot: Callable[[str], None]) -> None:
    """What else a class teacher has beside plain talk; in the dark it is the same."""
    open_parents(person)
    open_confirmations(person)
    shoot("confirmations")
    open_parents(person)
    open_rules(person)
    shoot("chat-settings")
    search_for(person, "собрание")
    shoot("search")
    open_folders(person)
    shoot("folders")
    person.open("/settings/notifications")
    expect(person.page.get_by_role("table")).to_be_visible()
    shoot("notifications")


def show_phone(person: Person, theme: str) -> None:
    shoot = camera(person, f"phone-{{}}-{theme}")
    person.open("/sign-in")
    person.become(notable(person, "Учени")["id"])
    expect(person.chats).to_be_visible()
    shoot("list")
    open_class_chat(person)
    shoot("chat")
    if theme == "light":
        person.become(notable(person, CLASS_TEACHER)["id"])
        open_parents(person)
        shoot("poll")
        open_stickers(person)
        shoot("stickers")
    person.context.close()


def open_class_chat(person: Person) -> None:
    chat = class_chat(person)["id"]
    pictures = wait_for_previews(person, chat)
    person.open(f"/chats/{chat}")
    expect(person.page.get_by_role("article").first).to_be_visible()
    # The pointer moves on by itself once the messages have been seen.
    person.page.wait_for_timeout(1500)
    if pictures:
        scroll_to(person, pictures[-1])


def scroll_to(person: Person, number: int) -> None:
    """Turn the wheel back until the message is well in sight."""
    height = person.page.viewport_size["height"] if person.page.viewport_size else 0
    person.page.mouse.move(person.page.get_by_role("main").bounding_box()["x"] + 200, height / 2)
    for _ in range(100):
        message = person.page.locator(f"article[data-message='{number}']")
        box = message.bounding_box() if message.count() else None
        if box and box["y"] > height / 4:
            break
        person.page.mouse.wheel(0, -120)
        person.page.wait_for_timeout(50)
    # A message under the pointer shows what can be done with it.
    person.page.mouse.move(0, 0)


def scroll_to_words(person: Person, words: str) -> None:
    """The same for a message known by its words."""
    scroll_to(person, int(person.message(words).last.get_attribute("data-message") or 0))


def wait_for_previews(person: Person, chat: int) -> list[int]:
    """The town's pictures are drawn smaller by jobs, some time after the start; the messages that have pictures."""
    deadline = time.monotonic() + PREVIEWS_TAKE
    while time.monotonic() < deadline:
        messages = person.ask("GET", f"/api/conversations/{chat}/messages?limit=50")["items"]
        pictures = {
            one["number"]: file for one in messages for file in one["files"] if file["kind"] == "image"
        }
        if all(file["preview"] for file in pictures.values()):
            return sorted(pictures)
        time.sleep(1)
    raise TimeoutError("the town's pictures are not drawn")


def camera(person: Person, name: str) -> Callable[[str], None]:
    """Takes the picture when nothing moves any more."""

    def shoot(what: str) -> None:
        settle(person.page)
        small = squeeze(person.page.screenshot())
        path = SCREENS / f"{name.format(what)}.png"
        path.write_bytes(small)
        print(f"{path.relative_to(ROOT)} {len(small) // 1000} kB")  # noqa: T201

    return shoot


def squeeze(picture: bytes) -> bytes:
    """All colours if they fit, a palette otherwise: it draws steps into slopes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    small = packed(image)
    for colours in (256, 128, 64):
        if len(small) <= LARGEST:
            break
        small = packed(image.quantize(colours, kmeans=2, dither=Image.Dither.NONE))
    return small


def packed(image: Image.Image) -> bytes:
    """PNG, pressed as hard as it goes."""
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
