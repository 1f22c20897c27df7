"""A teacher asks: have you read this, and what do you think? Everybody answers from a screen of their own."""

import re

from playwright.sync_api import Locator, expect

from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PARENTS_CHAT, PETROV, PETROVA, SNEGIRYOVA
from tests.stories.person import Person

IMPORTANT = "Завтра контрольная, возьмите линейку и циркуль"
MEETING = "Собрание в четверг в 18:00, кабинет 214"
QUESTION = "Куда поедем в субботу?"
ELECTION = "Кто за выезд на природу?"


def test_important_words_are_confirmed_with_one_tap(school: Installation, new_person: NewPerson) -> None:
    teacher, ira, ivan = new_person(school), new_person(school, **PHONE), new_person(school)
    for person, contact in ((teacher, LADOGINA), (ira, SNEGIRYOVA), (ivan, PETROV)):
        person.come_in(contact)
    teacher.open_chat(CLASS_CHAT)
    ask(teacher, IMPORTANT)

    ira.look()
    chip = ira.page.get_by_role("button", name="1 сообщение ждёт подтверждения")
    expect(chip).to_be_visible()
    ira.open_chat(CLASS_CHAT)
    asked = ira.message(IMPORTANT)
    expect(asked).to_contain_text("Важно: подтвердите прочтение")
    asked.get_by_role("button", name="Подтвердить").click()
    expect(asked).to_contain_text("Вы подтвердили")
    ira.page.get_by_role("button", name="К списку чатов").or_(
        ira.page.get_by_role("button", name="Назад")
    ).click()
    expect(ira.chats).to_be_visible()
    expect(chip).to_have_count(0)

    teacher.look()
    figures = teacher.message(IMPORTANT).get_by_role("button", name="Подтвердили 1 из")
    figures.click()
    sheet = teacher.page.get_by_role("dialog", name="Подтверждения")
    expect(sheet.get_by_role("list", name="Ещё нет")).to_contain_text("Петров")
    sheet.get_by_role("button", name="Подтвердили").click()
    expect(sheet.get_by_role("list", name="Подтвердили")).to_contain_text("Снегирёва")
    with teacher.page.expect_download() as taken:
        sheet.get_by_role("link", name="Скачать список в CSV").click()
    assert "Снегирёва;Ира" in taken.value.path().read_text("utf-8-sig")
    sheet.get_by_role("button", name=re.compile("^Ещё нет")).click()
    sheet.get_by_role("button", name="Напомнить тем, кто ещё нет").click()
    expect(sheet).to_contain_text("Напомнить снова можно")
    expect(sheet.get_by_role("button", name="Напомнить тем, кто ещё нет")).to_be_disabled()

    ivan.look()
    expect(ivan.page.get_by_text("Вам напоминают: сообщение ждёт подтверждения")).to_be_visible()
    ivan.page.get_by_role("button", name="1 сообщение ждёт подтверждения").click()
    waiting = ivan.page.get_by_role("dialog", name="Ждут моего подтверждения")
    expect(waiting).to_contain_text(IMPORTANT)
    ivan.context.set_offline(True)
    waiting.get_by_role("button", name="Подтвердить").click()
    expect(waiting).to_contain_text("Всё подтверждено")
    ivan.context.set_offline(False)
    expect(teacher.message(IMPORTANT).get_by_role("button", name="Подтвердили 2 из")).to_be_attached()


def test_parents_are_named_with_their_child(school: Installation, new_person: NewPerson) -> None:
    teacher, mother = new_person(school), new_person(school, **PHONE)
    teacher.come_in(LADOGINA)
    mother.come_in(PETROVA)
    teacher.open_chat(PARENTS_CHAT)
    ask(teacher, MEETING)
    mother.look()
    mother.open_chat(PARENTS_CHAT)
    mother.message(MEETING).get_by_role("button", name="Подтвердить").click()
    expect(mother.message(MEETING)).to_contain_text("Вы подтвердили")

    teacher.look()
    teacher.message(MEETING).get_by_role("button", name="Подтвердили 1 из").click()
    sheet = teacher.page.get_by_role("dialog", name="Подтверждения")
    sheet.get_by_role("button", name="Подтвердили").click()
    expect(sheet.get_by_role("list", name="Подтвердили")).to_contain_text("мама: Иван Петров, 7 «Б»")

    teacher.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    teacher.do(MEETING, "Изменить")
    teacher.field.fill(f"{MEETING}, приходите все")
    teacher.page.get_by_role("button", name="Сохранить").click()
    mother.look()
    expect(mother.message(MEETING)).to_contain_text("Изменено после вашего подтверждения")
    mother.message(MEETING).get_by_role("button", name="Подтвердить ещё раз").click()
    expect(mother.message(MEETING).get_by_role("button", name="Подтвердить ещё раз")).to_have_count(0)


def test_a_poll_is_made_answered_and_closed(school: Installation, new_person: NewPerson) -> None:
    teacher, ira, ivan = new_person(school), new_person(school, **PHONE), new_person(school)
    for person, contact in ((teacher, LADOGINA), (ira, SNEGIRYOVA), (ivan, PETROV)):
        person.come_in(contact)
        person.open_chat(CLASS_CHAT)
    make_poll(teacher, QUESTION, "В музей", "В планетарий", "Никуда")

    ira.look()
    choose(ira, QUESTION, "В планетарий")
    expect(result(ira, QUESTION, "В планетарий")).to_contain_text("100 %, 1 голос, ваш ответ")
    ivan.look()
    ivan.context.set_offline(True)
    choose(ivan, QUESTION, "В музей")
    expect(card(ivan, QUESTION)).to_contain_text("Голос отправится, когда появится сеть")
    ivan.context.set_offline(False)
    expect(result(ivan, QUESTION, "В музей")).to_contain_text("50 %, 1 голос, ваш ответ")

    ira.look()
    ira.page.get_by_role("article").filter(has_text=QUESTION).locator("[class*=bubble]").first.click(
        button="right"
    )
    ira.page.get_by_role("menuitem", name="Отозвать голос").click()
    ira.page.get_by_role("alertdialog").get_by_role("button", name="Отозвать голос").click()
    choose(ira, QUESTION, "В музей")
    expect(result(ira, QUESTION, "В музей")).to_contain_text("100 %, 2 голоса, ваш ответ")

    teacher.look()
    teacher.do(QUESTION, "Ход опроса")
    sheet = teacher.page.get_by_role("dialog", name="Ход опроса")
    expect(sheet).to_contain_text("Проголосовали 2 из")
    expect(sheet.get_by_role("list", name="В музей")).to_contain_text("Снегирёва")
    teacher.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    teacher.do(QUESTION, "Закрыть опрос")
    teacher.page.get_by_role("alertdialog").get_by_role("button", name="Закрыть опрос").click()
    for person in (teacher, ira, ivan):
        expect(card(person, QUESTION)).to_contain_text("Опрос закрыт")
    expect(result(teacher, QUESTION, "В музей")).to_contain_text("100 %, 2 голоса")


def test_an_anonymous_poll_tells_nobody(school: Installation, new_person: NewPerson) -> None:
    teacher, ira = new_person(school), new_person(school)
    for person, contact in ((teacher, LADOGINA), (ira, SNEGIRYOVA)):
        person.come_in(contact)
        person.open_chat(CLASS_CHAT)
    teacher.look()
    make_poll(teacher, ELECTION, "За", "Против", anonymous=True)

    ira.look()
    vote = card(ira, ELECTION).get_by_role("button", name="Проголосовать")
    expect(vote).to_be_disabled()
    choose(ira, ELECTION, "Против")
    vote.click()
    expect(card(ira, ELECTION)).to_contain_text("Голос принят. Ваш выбор не записан нигде")
    ira.page.reload()
    expect(card(ira, ELECTION)).to_contain_text("Голос принят")
    expect(card(ira, ELECTION)).not_to_contain_text("ваш ответ")

    teacher.look()
    expect(card(teacher, ELECTION)).to_contain_text("обновляются раз в пять голосов")
    teacher.do(ELECTION, "Ход опроса")
    sheet = teacher.page.get_by_role("dialog", name="Ход опроса")
    expect(sheet).to_contain_text("Проголосовали 1 из")
    expect(sheet).to_contain_text("кто что выбрал, не знает никто")
    expect(sheet).not_to_contain_text("Снегирёва")


def ask(author: Person, words: str) -> None:
    """Say something with «!!!»."""
    add(author, "С подтверждением")
    expect(author.page.get_by_text("Получатели подтвердят прочтение")).to_be_visible()
    author.say(words)
    author.sees_sent(words)


def add(author: Person, what: str) -> None:
    """One entry of the menu behind the paper clip."""
    author.look()
    author.page.get_by_role("button", name="Прикрепить").first.click()
    author.page.get_by_role("menuitem", name=what).click()


def make_poll(author: Person, question: str, *options: str, anonymous: bool = False) -> None:
    """Put a poll to the open chat, by the keyboard as one types it."""
    add(author, "Опрос")
    sheet = author.page.get_by_role("dialog", name="Новый опрос")
    sheet.get_by_role("textbox", name="Вопрос").fill(question)
    sheet.get_by_role("textbox", name="Ответ 1").click()
    for option in options:
        author.page.keyboard.type(option)
        author.page.keyboard.press("Enter")
    if anonymous:
        sheet.get_by_text("Анонимно", exact=True).click()
    sheet.get_by_role("button", name="Отправить опрос").click()
    expect(sheet).to_have_count(0)
    expect(card(author, question)).to_be_visible()


def card(person: Person, question: str) -> Locator:
    """The poll in the chat."""
    return person.page.get_by_role("group", name=question).first


def choose(person: Person, question: str, option: str) -> None:
    """Press an answer."""
    card(person, question).get_by_role("radio", name=option).click()


def result(person: Person, question: str, option: str) -> Locator:
    """The line that tells how an answer stands."""
    return card(person, question).get_by_role("listitem").filter(has_text=option)
