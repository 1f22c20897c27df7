"""Pictures: pasted, dropped, chosen; shown to everybody by a preview and in full."""

import base64
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person
from tests.stories.pictures import draw, png

# What the browser makes of a paste and of a drop, the bytes of the file included.
HAND_OVER = """
    (target, [kind, name, bytes]) => {
        const data = new DataTransfer();
        const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        data.items.add(new File([raw], name, { type: 'image/png' }));
        const how = { bubbles: true, cancelable: true };
        if (kind === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: data }));
        else for (const step of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(step, { ...how, dataTransfer: data }));
    }
"""


def test_pictures_are_pasted_and_dropped_and_looked_at(
    school: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    teacher, pupil = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    pupil.come_in(PETROV)
    pupil.open_chat(CLASS_CHAT)

    hand_over(teacher, "paste", "Доска.png")
    hand_over(teacher, "drop", "Карта.png")
    teacher.page.locator("input[type=file]").set_input_files(draw(tmp_path / "Лишняя.png"))
    teacher.page.get_by_role("button", name="Убрать файл Лишняя.png").click()
    teacher.field.fill("Фото с урока")
    teacher.field.press("Enter")

    pictures = pupil.message("Фото с урока").get_by_role("button", name=re.compile("^Изображение "))
    expect(pictures).to_have_count(2)
    expect(pictures.first.locator("img")).to_have_js_property("complete", True)
    look_at_both(pupil)


def look_at_both(pupil: Person) -> None:
    pupil.look()
    pupil.message("Фото с урока").get_by_role("button", name="Изображение Доска.png").click()
    viewer = pupil.page.get_by_role("dialog", name="Просмотр изображений")
    expect(viewer).to_contain_text("1 из 2")
    expect(viewer.get_by_role("img", name="Доска.png")).to_have_js_property("naturalWidth", 640)
    pupil.page.keyboard.press("ArrowRight")
    expect(viewer).to_contain_text("2 из 2")
    expect(viewer.get_by_role("img", name="Карта.png")).to_be_visible()
    pupil.page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)


def hand_over(person: Person, kind: str, name: str) -> None:
    packed = base64.b64encode(png(640, 480)).decode()
    person.field.evaluate(HAND_OVER, [kind, name, packed])
    expect(person.page.get_by_role("button", name=f"Убрать файл {name}")).to_be_visible()
