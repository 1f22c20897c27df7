"""Handing messages on, keeping them, pinning them, calling everybody, and stickers: what two people see of each other."""

from playwright.sync_api import Locator, expect

from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PARENTS_CHAT, POLYANSKAYA, POLYANSKY
from tests.stories.person import Person
from tests.stories.test_phone import press_long


def test_a_teacher_hands_two_messages_on_to_the_parents(school: Installation, new_person: NewPerson) -> None:
    teacher, father = new_person(school), new_person(school)
    father.come_in(POLYANSKY)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Экскурсия в пятницу")
    teacher.say("Сбор у входа в 8:30")
    teacher.sees_sent("Сбор у входа в 8:30")

    teacher.do("Экскурсия в пятницу", "Выбрать")
    bar = teacher.page.get_by_role("toolbar", name="Выбранные сообщения")
    teacher.message("Сбор у входа").locator("[class*=bubble]").click()
    expect(bar).to_contain_text("Выбрано: 2")
    bar.get_by_role("button", name="Переслать").click()
    sheet = teacher.page.get_by_role("dialog", name="Переслать")
    sheet.get_by_role("button", name="Избранное").click()
    sheet.get_by_role("searchbox", name="Кому переслать").fill("родители")
    sheet.get_by_role("button", name=PARENTS_CHAT).click()
    sheet.get_by_role("textbox", name="Добавить комментарий").fill("Для сведения родителей")
    sheet.get_by_role("button", name="Отправить в 2 чата").click()
    expect(teacher.page.get_by_text("Переслано в 2 чата")).to_be_visible()
    expect(bar).to_have_count(0)

    father.open_chat(PARENTS_CHAT)
    for words in ("Для сведения родителей", "Экскурсия в пятницу", "Сбор у входа в 8:30"):
        father.sees(words)
    expect(father.message("Сбор у входа")).to_contain_text("Переслано от: Анна Сергеевна Ладогина")
    expect(father.message("Для сведения")).not_to_contain_text("Переслано")


def test_what_is_pinned_stands_on_top_and_leads_back(school: Installation, new_person: NewPerson) -> None:
    teacher, zhanna = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    zhanna.come_in(POLYANSKAYA)
    teacher.open_chat(CLASS_CHAT)
    zhanna.open_chat(CLASS_CHAT)
    teacher.say("Расписание звонков изменилось")
    zhanna.sees("Расписание звонков изменилось")
    bubble(zhanna, "Расписание звонков").click(button="right")
    expect(zhanna.page.get_by_role("menuitem", name="Закрепить")).to_have_count(0)
    zhanna.page.keyboard.press("Escape")

    teacher.do("Расписание звонков изменилось", "Закрепить")
    teacher.page.get_by_role("alertdialog").get_by_role("button", name="Закрепить").click()

    top = zhanna.page.get_by_role("region", name="Закреплённые сообщения")
    expect(top).to_contain_text("Расписание звонков изменилось")
    zhanna.look()
    top.get_by_role("button", name="Расписание звонков изменилось").click()
    expect(zhanna.message("Расписание звонков изменилось")).to_be_in_viewport()
    expect(zhanna.page.get_by_role("button", name="Анна Сергеевна закрепляет сообщение")).to_be_visible()
    teacher.do("Расписание звонков изменилось", "Удалить у всех")
    teacher.page.get_by_role("alertdialog").get_by_role("button", name="Удалить").first.click()
    expect(top).to_have_count(0)


def test_a_pupil_keeps_what_matters_and_finds_it_again(school: Installation, new_person: NewPerson) -> None:
    teacher, zhanna = new_person(school), new_person(school, **PHONE)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Учебник на четверг: параграф 12")
    zhanna.come_in(POLYANSKAYA)
    zhanna.chat_in_list(CLASS_CHAT).tap()
    press_long(zhanna, zhanna.message("параграф 12").get_by_text("параграф 12"))
    zhanna.page.get_by_role("menuitem", name="Отметить важным").tap()
    expect(zhanna.message("параграф 12").get_by_role("img", name="Важное")).to_be_visible()
    laptop = new_person(school)
    laptop.come_in(POLYANSKAYA)
    expect(teacher.message("параграф 12").get_by_role("img", name="Важное")).to_have_count(0)

    laptop.page.get_by_role("button", name="Важные сообщения").click()
    laptop.page.get_by_role("link", name="Открыть в чате").click()
    expect(laptop.message("параграф 12")).to_be_in_viewport()
    expect(laptop.message("параграф 12").get_by_role("img", name="Важное")).to_be_visible()
    laptop.page.go_back()
    laptop.page.get_by_role("button", name="Снять отметку «важное»").click()
    expect(laptop.page.get_by_text("Здесь будут важные сообщения")).to_be_visible()
    expect(zhanna.message("параграф 12").get_by_role("img", name="Важное")).to_have_count(0)


def test_words_are_marked_everybody_is_called_and_a_sticker_thanks(
    school: Installation, new_person: NewPerson
) -> None:
    teacher, zhanna = new_person(school), new_person(school)
    zhanna.come_in(POLYANSKAYA)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    teacher.look()
    teacher.field.press_sequentially("@вс")
    teacher.page.get_by_role("option", name="@все").click()
    teacher.field.press_sequentially("завтра контрольная")
    for _ in "контрольная":
        teacher.field.press("Shift+ArrowLeft")
    expect(teacher.page.get_by_role("toolbar", name="Оформление текста")).to_be_visible()
    teacher.field.press("Control+b")
    expect(teacher.field).to_have_value("@все завтра **контрольная**")
    teacher.field.press("Enter")

    line = zhanna.chat_in_list(CLASS_CHAT)
    expect(line.get_by_role("img", name="Вас упомянули")).to_be_visible()
    zhanna.open_chat(CLASS_CHAT)
    expect(zhanna.message("завтра контрольная").locator("strong")).to_have_text("контрольная")
    zhanna.page.get_by_role("button", name="Эмодзи").click()
    zhanna.page.get_by_role("tab", name="Стикеры").click()
    zhanna.page.get_by_role("searchbox", name="Найти стикер").fill("спаси")
    zhanna.page.get_by_role("button", name="Спасибо!").click()

    expect(teacher.page.get_by_role("img", name="Стикер: Спасибо!")).to_be_visible()
    expect(zhanna.chat_in_list(CLASS_CHAT)).to_contain_text("Стикер: Спасибо!")
    zhanna.field.fill("Ответ: ||сорок два||")
    zhanna.field.press("Enter")
    secret = teacher.message("Ответ:").get_by_role("button", name="Показать скрытый текст")
    teacher.look()
    secret.click()
    expect(secret).to_have_count(0)


def bubble(person: Person, text: str) -> Locator:
    """What was said, without its row."""
    person.look()
    return person.message(text).locator("[class*=bubble]").first
