"""Pictures of the demo for docs/screens: `scripts/screenshots` starts this."""

import io
from collections.abc import Callable
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.stories.axe import settle
from tests.stories.conftest import CHROMIUM, DESKTOP, FLAGS, PATIENCE, PHONE
from tests.stories.installation import ROOT, Installation
from tests.stories.person import Person
from tests.stories.town import class_chat, notable

SCREENS = ROOT / "docs" / "screens"
COLOURS = 160
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
    person.become(notable(person, "Классный руководитель")["id"])
    open_class_chat(person)
    shoot("chat")
    person.become(notable(person, "Администратор")["id"], "/school")
    expect(person.page.get_by_role("heading", name="Классы")).to_be_visible()
    shoot("school")


def show_phone(person: Person, theme: str) -> None:
    shoot = camera(person, f"phone-{{}}-{theme}")
    person.open("/sign-in")
    person.become(notable(person, "Классный руководитель")["id"])
    expect(person.chats).to_be_visible()
    shoot("list")
    open_class_chat(person)
    shoot("chat")
    person.context.close()


def open_class_chat(person: Person) -> None:
    person.open(f"/chats/{class_chat(person)['id']}")
    expect(person.page.get_by_role("article").first).to_be_visible()
    # The pointer moves on by itself once the messages have been seen.
    person.page.wait_for_timeout(1500)


def camera(person: Person, name: str) -> Callable[[str], None]:
    """Takes the picture when nothing moves any more."""

    def shoot(what: str) -> None:
        settle(person.page)
        packed = squeeze(person.page.screenshot())
        path = SCREENS / f"{name.format(what)}.png"
        path.write_bytes(packed)
        print(f"{path.relative_to(ROOT)} {len(packed) // 1000} kB")  # noqa: T201

    return shoot


def squeeze(picture: bytes) -> bytes:
    """As small as a palette makes it: interfaces have few colours."""
    for colours in (COLOURS, COLOURS // 2, COLOURS // 4):
        packed = io.BytesIO()
        image = Image.open(io.BytesIO(picture)).convert("RGB")
        image.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        if packed.tell() <= LARGEST:
            break
    return packed.getvalue()


if __name__ == "__main__":
    main()
