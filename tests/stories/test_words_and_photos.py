"""A word is held and approved, a photograph waits and appears live, and a call for help is heard quietly."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.stories.axe import faults
from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, DIRECTOR, LADOGINA, SNEGIRYOVA, TUMANOV
from tests.stories.person import Person
from tests.stories.pictures import draw

WORD = "кулёма"
SAID = "Ну ты и к-у-л-е-м-а, Петя"
CALL = "Лучше бы меня не было"


def test_a_word_waits_a_photograph_appears_and_a_call_is_heard(
    school: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    head, teacher, ira = new_person(school), new_person(school), new_person(school)
    head.come_in(DIRECTOR, "/school/words")
    the_head_adds_a_word(head)
    the_head_names_the_psychologist(head)
    ira.come_in(SNEGIRYOVA)
    teacher.come_in(LADOGINA)
    a_message_waits_and_is_approved(ira, teacher)
    a_photograph_waits_and_appears(ira, head, teacher, tmp_path)
    ira.open("/chats")
    ira.open_chat(CLASS_CHAT)
    ira.say(CALL)
    a_call_reaches_the_named(new_person(school))
    ira.open("/settings/watching")
    expect(ira.page.get_by_role("main")).to_contain_text("например психолог")
    assert faults(ira.page) == []


def the_head_adds_a_word(head: Person) -> None:
    main = head.page.get_by_role("main")
    main.get_by_label("Слово или фраза").fill(WORD)
    main.get_by_role("button", name="Добавить", exact=True).click()
    expect(main.get_by_role("list", name="Список")).to_contain_text(WORD)
    main.get_by_label("Что мог бы написать ученик").fill("Вот кулёмы!")
    main.get_by_role("button", name="Проверить").click()
    expect(main.get_by_text("Сообщение подождёт одобрения.")).to_be_visible()
    assert faults(head.page) == []


def the_head_names_the_psychologist(head: Person) -> None:
    main = head.page.get_by_role("main")
    main.get_by_role("button", name="Тревожные слова").click()
    main.get_by_label("Добавить сотрудника").fill("Туманов")
    main.get_by_role("button", name=re.compile("Туманов")).first.click()
    expect(main.get_by_role("button", name=re.compile("^Убрать: .*Туманов"))).to_be_visible()
    main.get_by_label("Слушать тревожные слова").click(force=True)
    expect(main.get_by_label("Слушать тревожные слова")).to_be_checked()
    assert faults(head.page) == []


def a_message_waits_and_is_approved(ira: Person, teacher: Person) -> None:
    ira.open_chat(CLASS_CHAT)
    ira.field.fill(SAID)
    ira.field.press("Enter")
    teacher.open_chat(CLASS_CHAT)
    expect(teacher.message(SAID)).to_have_count(0)
    teacher.page.get_by_role("button", name=re.compile("1 сообщение ждёт одобрения")).click()
    queue = teacher.page.get_by_role("dialog", name="Заявки и одобрение")
    expect(queue).to_contain_text(SAID)
    queue.get_by_role("button", name="Одобрить").click()
    ira.sees(SAID)


def a_photograph_waits_and_appears(ira: Person, head: Person, teacher: Person, tmp_path: Path) -> None:
    ira.open("/settings/photo")
    ira.page.locator("input[type=file]").set_input_files(draw(tmp_path / "Портрет.png"))
    area = ira.page.get_by_role("application")
    area.focus()
    for key in ("+", "+", "ArrowRight", "ArrowDown", "-"):
        area.press(key)
    assert faults(ira.page) == []
    ira.page.get_by_role("button", name="Сохранить фотографию").click()
    expect(ira.page.get_by_text("Фотография ждёт одобрения")).to_be_visible()

    head.open("/school/photos")
    main = head.page.get_by_role("main")
    expect(main.get_by_role("img", name=re.compile("Снегирёва"))).to_have_js_property("naturalWidth", 512)
    assert faults(head.page) == []
    faces = teacher.page.locator("img[src*='/portraits/']")
    expect(faces).to_have_count(0)
    main.get_by_role("button", name=re.compile("^Одобрить: .*Снегирёва")).click()
    expect(main.get_by_text("Ничего не ждёт")).to_be_visible()
    # It appears beside what she has said, without anybody asking anew.
    expect(faces.first).to_have_js_property("naturalWidth", 128)


def a_call_reaches_the_named(psychologist: Person) -> None:
    psychologist.come_in(TUMANOV, "/settings/alerts")
    main = psychologist.page.get_by_role("main")
    main.get_by_role("link", name=re.compile("Снегирёва")).click()
    expect(main.get_by_text(CALL)).to_be_visible()
    main.get_by_role("button", name="Взять в работу").click()
    expect(main.get_by_text(re.compile("^Занимается"))).to_be_visible()
    main.get_by_label("Что сделано").fill("Поговорили с Ирой и мамой")
    assert faults(psychologist.page) == []
    main.get_by_role("button", name="Закрыть", exact=True).click()
    psychologist.page.get_by_role("alertdialog").get_by_role(
        "button", name="Закрыть", exact=True
    ).last.click()
    expect(main.get_by_text(re.compile("^Закрыто:"))).to_be_visible()
