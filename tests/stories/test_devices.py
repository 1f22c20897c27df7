"""One computer, several people; one person, several devices: nothing of anybody stays where it should not."""

from playwright.sync_api import expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, SNEGIRYOV, SNEGIRYOVA
from tests.stories.person import Person

DATABASES = "indexedDB.databases().then((all) => all.map((one) => one.name).filter((name) => name.startsWith('parta')))"
REMEMBERED = "Object.keys(localStorage).filter((key) => localStorage[key].includes('@') || localStorage[key].includes('+7'))"


def test_signing_out_leaves_nothing_for_the_next_one(school: Installation, new_person: NewPerson) -> None:
    computer = new_person(school)
    computer.come_in(LADOGINA)
    computer.open_chat(CLASS_CHAT)
    computer.say("Пароль от журнала не пишите в чат")
    computer.sees_sent("Пароль от журнала не пишите в чат")
    expect(computer.page.locator("body")).to_contain_text(CLASS_CHAT)
    until(computer, DATABASES, filled=True)

    sign_out(computer)
    until(computer, DATABASES, filled=False)
    assert computer.page.evaluate(REMEMBERED) == []
    assert [one for one in computer.context.cookies() if one["name"] == "parta_session"] == []

    computer.sign_in(SNEGIRYOV)
    expect(computer.chats).to_be_visible()
    expect(computer.chat_in_list(CLASS_CHAT)).to_have_count(0)
    expect(computer.page.get_by_text("Пароль от журнала")).to_have_count(0)
    computer.page.go_back()
    expect(computer.page.get_by_text("Пароль от журнала")).to_have_count(0)


def test_a_second_person_on_the_computer_sees_only_their_own(
    school: Installation, new_person: NewPerson
) -> None:
    computer = new_person(school)
    computer.come_in(LADOGINA)
    computer.open_chat(CLASS_CHAT)
    computer.say("Видно только нашему классу")
    computer.sees_sent("Видно только нашему классу")
    # The cookie changes under an open page: another tab has signed somebody else in.
    computer.context.clear_cookies()
    computer.csrf = ""
    computer.come_in(SNEGIRYOV)
    expect(computer.chats).to_be_visible()
    expect(computer.page.get_by_text("Видно только нашему классу")).to_have_count(0)
    expect(computer.chat_in_list(CLASS_CHAT)).to_have_count(0)


def test_a_revoked_session_is_thrown_out_at_once(school: Installation, new_person: NewPerson) -> None:
    phone, laptop = new_person(school), new_person(school)
    phone.come_in(SNEGIRYOVA)
    phone.open_chat(CLASS_CHAT)
    laptop.come_in(SNEGIRYOVA, "/settings/devices")
    phone.look()
    told = phone.page.get_by_role("status").filter(has_text="Вход с нового устройства")
    expect(told).to_contain_text("Chrome")
    told.get_by_role("button").click()
    expect(phone.page.get_by_role("heading", name="Устройства", exact=True)).to_be_visible()
    phone.page.go_back()

    laptop.look()
    laptop.page.get_by_role("main").get_by_role("button", name="Завершить").first.click()
    laptop.page.get_by_role("alertdialog").get_by_role("button", name="Завершить").click()

    expect(phone.page.get_by_role("heading", name="Вход в Парту")).to_be_visible()
    until(phone, DATABASES, filled=False)
    expect(laptop.page.get_by_text("Больше вы нигде не вошли.")).to_be_visible()
    laptop.sections.get_by_role("link", name="Чаты").click()
    expect(laptop.chat_in_list(CLASS_CHAT)).to_be_visible()


def sign_out(person: Person) -> None:
    person.look()
    person.sections.get_by_role("link", name="Настройки").click()
    person.page.get_by_role("button", name="Выйти").click()
    person.page.get_by_role("alertdialog").get_by_role("button", name="Выйти").click()
    expect(person.page.get_by_role("heading", name="Вход в Парту")).to_be_visible()


def until(person: Person, what: str, *, filled: bool) -> None:
    person.page.wait_for_function(f"async () => (await {what}).length {'>' if filled else '==='} 0")
