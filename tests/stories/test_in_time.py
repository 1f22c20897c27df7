"""What happens in time: words that disappear, words for later, reminders, what was attached, a copy to carry away."""

import json
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.stories.axe import faults
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person
from tests.stories.pictures import draw

MINUTE_PASSES = 90_000  # milliseconds: the shortest term, and a loaded machine


def test_words_disappear_come_later_and_remind(
    school: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    teacher, pupil = new_person(school), new_person(school, **PHONE)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    teacher.open_chat(CLASS_CHAT)
    pupil.open_chat(CLASS_CHAT)

    say_for_a_minute(teacher, "Код от кабинета 4512")
    pupil.sees("Код от кабинета 4512")
    expect(pupil.message("Код от кабинета 4512").get_by_role("img", name="Исчезнет через")).to_be_visible()
    pupil.context.set_offline(True)

    say_later(teacher, "Принесите атласы", pupil)
    remind_of(teacher, "Принесите атласы")

    # On the phone without a network it goes at the same moment, and is not in what the phone keeps.
    expect(teacher.message("Код от кабинета 4512")).to_have_count(0, timeout=MINUTE_PASSES)
    expect(pupil.message("Код от кабинета 4512")).to_have_count(0, timeout=MINUTE_PASSES)
    pupil.context.set_offline(False)
    pupil.sees("Принесите атласы")
    assert kept_on_device(pupil, "4512") == []


def test_what_was_attached_is_found_and_a_copy_carried_away(
    school: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    teacher, pupil = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Маршрут похода", draw(tmp_path / "маршрут.png"))
    teacher.sees_sent("Маршрут похода")
    teacher.say("Расписание: https://raspisanie.example/7b")
    for n in range(25):
        teacher.say(f"Пункт {n + 1}")
    teacher.sees_sent("Пункт 25")

    pupil.open_chat(CLASS_CHAT)
    pupil.sees("Пункт 25")
    attached = open_about(pupil, "Вложения")
    expect(attached.get_by_role("button", name=re.compile("маршрут.png"))).to_be_visible()
    attached.get_by_role("tab", name="Ссылки").click()
    expect(attached.get_by_role("link", name="https://raspisanie.example/7b")).to_be_visible()
    attached.get_by_role("tab", name="Аудио").click()
    expect(attached.get_by_text("Здесь пока пусто")).to_be_visible()
    assert faults(pupil.page) == []
    attached.get_by_role("tab", name="Фото и видео").click()
    attached.get_by_role("button", name=re.compile("маршрут.png")).click()
    expect(pupil.message("Маршрут похода")).to_be_in_viewport()

    pages = carry_away(pupil, tmp_path)
    assert "Маршрут похода" in pages
    assert "https://raspisanie.example/7b" in pages


def say_for_a_minute(person: Person, text: str) -> None:
    person.look()
    person.page.get_by_role("button", name="Прикрепить").click()
    person.page.get_by_role("menuitem", name="Исчезающее сообщение").click()
    person.page.get_by_role("radio", name="1 минута").click()
    expect(person.page.get_by_text("Исчезнет: 1 минута после отправки")).to_be_visible()
    person.say(text)
    person.sees_sent(text)


def say_later(person: Person, text: str, other: Person) -> None:
    """Choose tomorrow by the long way, and let it be said in three seconds by a request."""
    person.look()
    person.field.fill(text)
    person.page.get_by_role("button", name="Отправить").click(button="right")
    person.page.get_by_role("menuitem", name="Отправить позже").click()
    person.page.get_by_role("button", name=re.compile("Завтра в 8:00")).click()
    waiting = person.page.get_by_role("button", name="Ждёт отправки 1 сообщение")
    expect(waiting).to_be_visible()
    expect(person.field).to_have_value("")
    waiting.click()
    listed = person.page.get_by_role("dialog", name="Запланированные сообщения")
    expect(listed.get_by_text(text)).to_be_visible()
    assert faults(person.page) == []
    person.page.keyboard.press("Escape")

    [chat] = [c["id"] for c in person.ask("GET", "/api/conversations")["items"] if c["title"] == CLASS_CHAT]
    [planned] = person.ask("GET", f"/api/conversations/{chat}/scheduled")["items"]
    soon = (datetime.now(UTC) + timedelta(seconds=3)).isoformat()
    person.ask("PUT", f"/api/scheduled/{planned['id']}", {"at": soon, "body": text})
    person.sees_sent(text)
    expect(waiting).to_have_count(0)


def remind_of(person: Person, text: str) -> None:
    person.do(text, "Напомнить")
    person.page.get_by_role("button", name=re.compile("Через 20 минут")).click()
    chip = person.page.get_by_role("button", name="1 напоминание")
    expect(chip).to_be_visible()
    [reminder] = person.ask("GET", "/api/me/reminders")["items"]
    soon = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    person.ask("PUT", f"/api/messages/{reminder['message']['id']}/reminder", {"at": soon})
    due = person.page.get_by_role("button", name="Пора: 1 напоминание")
    expect(due).to_be_visible()
    due.click()
    reminders = person.page.get_by_role("dialog", name="Напоминания")
    expect(reminders.get_by_text(text)).to_be_visible()
    reminders.get_by_role("button", name="Готово").click()
    expect(reminders.get_by_text("Напоминаний нет")).to_be_visible()
    person.page.keyboard.press("Escape")
    expect(due).to_have_count(0)


def open_about(person: Person, row: str) -> Locator:
    person.look()
    person.page.get_by_role("button", name=f"О чате: {CLASS_CHAT}").click()
    person.page.get_by_role("button", name=row).click()
    return person.page.get_by_role("dialog", name=row)


def carry_away(person: Person, folder: Path) -> str:
    sheet = open_about(person, "Скачать копию чата")
    sheet.get_by_role("button", name="Подготовить копию").click()
    expect(sheet.get_by_text("Копия готова")).to_be_visible()
    assert faults(person.page) == []
    with person.page.expect_download() as coming:
        sheet.get_by_role("link", name="Скачать").click()
    path = folder / "copy.zip"
    coming.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert any(name.startswith("files/") for name in archive.namelist())
        return archive.read("index.html").decode()


def kept_on_device(person: Person, words: str) -> list[str]:
    """Everything in the browser's databases that has these words in it."""
    found = person.page.evaluate(
        """async (words) => {
            const open = (name) => new Promise((done) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
            const all = (store) => new Promise((done) => { const r = store.getAll(); r.onsuccess = () => done(r.result); });
            const found = [];
            for (const { name } of await indexedDB.databases()) {
                const database = await open(name);
                for (const table of database.objectStoreNames) {
                    for (const row of await all(database.transaction(table).objectStore(table))) {
                        const text = JSON.stringify(row);
                        if (text.includes(words)) found.push(text);
                    }
                }
                database.close();
            }
            return JSON.stringify(found);
        }""",
        words,
    )
    rows: list[str] = json.loads(found)
    return rows
