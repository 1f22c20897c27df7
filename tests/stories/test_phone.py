"""On a phone: one thing at a time, the browser's Back, and a finger instead of a pointer."""

from playwright.sync_api import Locator, expect

from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, POLYANSKAYA
from tests.stories.person import Person

HELD = 700  # milliseconds: longer than any long press


def test_a_finger_walks_from_the_list_into_a_chat_and_back(
    school: Installation, new_person: NewPerson
) -> None:
    zhanna = new_person(school, **PHONE)
    zhanna.come_in(POLYANSKAYA)
    expect(zhanna.chats).to_be_visible()
    expect(zhanna.field).to_have_count(0)

    zhanna.chat_in_list(CLASS_CHAT).tap()
    expect(zhanna.field).to_be_visible()
    expect(zhanna.chats).to_have_count(0)
    expect(zhanna.sections).to_have_count(0)
    zhanna.page.go_back()
    expect(zhanna.chats).to_be_visible()
    expect(zhanna.sections).to_be_visible()

    zhanna.chat_in_list(CLASS_CHAT).tap()
    zhanna.page.get_by_role("button", name="К списку чатов").tap()
    expect(zhanna.chats).to_be_visible()
    zhanna.sections.get_by_role("link", name="Люди").tap()
    zhanna.page.get_by_role("link", name="Анна Сергеевна Ладогина").tap()
    expect(zhanna.page.get_by_role("button", name="Написать")).to_be_visible()
    zhanna.page.go_back()
    expect(zhanna.page.get_by_role("list", name="Люди")).to_be_visible()


def test_a_long_press_opens_the_menu_and_answers(school: Installation, new_person: NewPerson) -> None:
    teacher, zhanna = new_person(school), new_person(school, **PHONE)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Кто дежурит завтра?")
    zhanna.come_in(POLYANSKAYA)
    zhanna.chat_in_list(CLASS_CHAT).tap()
    zhanna.sees("Кто дежурит завтра?")

    press_long(zhanna, zhanna.message("Кто дежурит завтра?").get_by_text("Кто дежурит завтра?"))
    menu = zhanna.page.get_by_role("menu", name="Действия с сообщением")
    expect(menu.get_by_role("menuitem", name="Изменить")).to_have_count(0)
    menu.get_by_role("menuitem", name="Ответить").tap()
    zhanna.field.fill("Я и Ира")
    zhanna.page.get_by_role("button", name="Отправить").tap()

    answer = teacher.message("Я и Ира")
    expect(answer).to_contain_text("Кто дежурит завтра?")
    zhanna.sees_sent("Я и Ира")
    press_long(zhanna, zhanna.message("Я и Ира").get_by_text("Я и Ира"))
    zhanna.page.get_by_role("menuitem", name="Удалить у всех").tap()
    zhanna.page.get_by_role("alertdialog").get_by_role("button", name="Удалить").first.tap()
    expect(answer).to_have_count(0)
    expect(teacher.message("Сообщение удалено")).to_be_visible()


def press_long(person: Person, what: Locator) -> None:
    """A finger that stays: real touch events, as the browser gets them from a screen."""
    # Waits until nothing moves it and nothing covers it.
    what.tap(trial=True)
    box = what.bounding_box()
    assert box is not None
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    finger = person.context.new_cdp_session(person.page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    person.page.wait_for_timeout(HELD)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    finger.detach()
