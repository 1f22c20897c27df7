"""A pupil reports rude words, the head decides, the author is told why, and a measure is taken back."""

import re

from playwright.sync_api import Locator, expect

from tests.stories.axe import faults
from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, PETROV, POLYANSKAYA
from tests.stories.person import Person

CLUB = "Астрономы седьмых"
RUDE = "Тебе и телескоп не поможет, пустая голова"


def test_a_report_is_made_and_decided(school: Installation, new_person: NewPerson) -> None:
    ivan, zhanna, head = new_person(school), new_person(school), new_person(school)
    zhanna.come_in(POLYANSKAYA)
    ivan.come_in(PETROV)
    start_the_club(ivan)
    ivan.open_chat(CLUB)
    ivan.say(RUDE)
    head.come_in(DIRECTOR, "/school")
    zhanna.open_chat(CLUB)
    zhanna.sees(RUDE)

    a_pupil_reports(zhanna)
    ivan.do(RUDE, "Удалить у всех")  # too late: the words are kept
    ivan.page.get_by_role("button", name="Удалить", exact=True).click()
    expect(zhanna.message(RUDE)).to_have_count(0)
    the_head_decides(head)
    the_author_is_told(ivan)
    the_reporter_is_told(zhanna)
    a_measure_is_taken_back(head, ivan)


def start_the_club(ivan: Person) -> None:
    [zhanna] = ivan.ask("GET", "/api/people/search?q=Жанна Полянская")["items"]
    ivan.ask("POST", "/api/conversations", {"kind": "group", "title": CLUB, "person_ids": [zhanna["id"]]})


def a_pupil_reports(zhanna: Person) -> None:
    zhanna.do(RUDE, "Пожаловаться")
    dialog = zhanna.page.get_by_role("dialog", name="Пожаловаться")
    expect(dialog).to_contain_text(RUDE)
    send = dialog.get_by_role("button", name="Отправить жалобу")
    expect(send).to_be_disabled()
    dialog.get_by_text("Угрозы", exact=True).click()
    expect(dialog.get_by_role("note")).to_contain_text("112")
    dialog.get_by_text("Оскорбления, травля", exact=True).click()
    expect(dialog.get_by_role("note")).to_have_count(0)
    dialog.get_by_label("Расскажите подробнее").fill("Так уже неделю")
    assert faults(zhanna.page) == []
    send.click()
    expect(zhanna.page.get_by_text("Жалоба отправлена")).to_be_visible()
    expect(dialog).to_have_count(0)


def the_head_decides(head: Person) -> None:
    head.look()
    school = head.sections.get_by_role("link", name=re.compile("^Школа"))
    expect(school).to_contain_text("1 жалоба")
    head.page.get_by_role("link", name=re.compile("^Жалобы")).click()
    queue = head.page.get_by_role("list", name="Ждут решения")
    expect(queue).to_contain_text(RUDE)
    assert faults(head.page) == []
    queue.get_by_role("link").first.click()
    main = head.page.get_by_role("main")
    expect(main.get_by_role("article").filter(has_text="На это пожаловались")).to_contain_text(RUDE)
    expect(main).to_contain_text("Так уже неделю")
    main.get_by_role("button", name="Взять на себя").click()
    expect(main.get_by_role("button", name="Отдать другим")).to_be_visible()
    choose(main, "Предупредить")
    choose(main, "Запретить писать в этом чате")
    main.get_by_label("Срок: Запретить писать в этом чате").select_option("604800")
    main.get_by_label("Причина").fill("У нас так не разговаривают")
    main.get_by_label("Ответ тем, кто жаловался").fill("Поговорили с Иваном")
    assert faults(head.page) == []
    main.get_by_role("button", name="Принять меры").click()
    head.page.get_by_role("alertdialog").get_by_role("button", name="Принять меры").click()
    expect(main).to_contain_text("Решение: ")
    expect(main.get_by_role("button", name="Принять меры")).to_have_count(0)


def choose(main: Locator, measure: str) -> None:
    main.get_by_role("group", name="Что сделать").get_by_text(measure, exact=True).click()


def the_author_is_told(ivan: Person) -> None:
    ivan.look()
    for heading in ("Вам сделали предупреждение", "Вам запретили писать в чате"):
        alert = ivan.page.get_by_role("alertdialog").filter(has_text=heading)
        expect(alert).to_contain_text("Причина: У нас так не разговаривают")
        alert.get_by_role("button", name="Закрыть").last.click()
        expect(alert).to_have_count(0)
    expect(ivan.page.get_by_role("note").filter(has_text="Вам запретили писать")).to_be_visible()
    ivan.open("/settings/reports?view=measures")
    told = ivan.page.get_by_role("list", name="Решения обо мне")
    expect(told).to_contain_text("Причина: У нас так не разговаривают")
    expect(told).not_to_contain_text("Полянская")


def the_reporter_is_told(zhanna: Person) -> None:
    zhanna.look()
    zhanna.sections.get_by_role("link", name="Настройки").click()
    zhanna.page.get_by_role("link", name="Мои жалобы").click()
    mine = zhanna.page.get_by_role("list", name="Мои жалобы")
    expect(mine).to_contain_text("Приняты меры")
    expect(mine).to_contain_text("Ответ модератора: Поговорили с Иваном")
    assert faults(zhanna.page) == []


def a_measure_is_taken_back(head: Person, ivan: Person) -> None:
    head.look()
    main = head.page.get_by_role("main")
    ban = main.get_by_role("listitem").filter(has_text="Запрет писать в чате")
    ban.get_by_role("button", name="Отменить").click()
    head.page.get_by_role("alertdialog").get_by_role("button", name="Отменить").click()
    expect(ban).to_contain_text("Отменено")
    ivan.look()
    expect(ivan.page.get_by_role("list", name="Решения обо мне")).to_contain_text("Отменено")
    ivan.open("/chats")
    ivan.open_chat(CLUB)
    expect(ivan.field).to_be_visible()
