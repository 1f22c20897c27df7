"""One's own order of chats, the same on a laptop and a phone: folders, the archive, pins, silence, drafts."""

import re

from playwright.sync_api import Locator, expect

from tests.stories.axe import faults
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person

PARENTS = "Родители 7 «Б» и классный руководитель"


def test_what_is_arranged_on_one_device_stands_so_on_the_other(
    school: Installation, new_person: NewPerson
) -> None:
    laptop, phone, pupil = new_person(school), new_person(school, **PHONE), new_person(school)
    laptop.come_in(LADOGINA)
    phone.come_in(LADOGINA)
    pupil.come_in(PETROV)

    choose(laptop, CLASS_CHAT, "Закрепить")
    choose(laptop, PARENTS, "Закрепить")
    expect(phone.chats.get_by_role("link").first).to_contain_text(PARENTS)
    choose(laptop, CLASS_CHAT, "Поднять выше")
    expect(phone.chats.get_by_role("link").first).to_contain_text(CLASS_CHAT)

    choose(laptop, PARENTS, "Отключить уведомления", "До завтрашнего утра")
    expect(phone.chat_in_list(PARENTS).get_by_role("img", name="Без звука")).to_be_visible()
    choose(laptop, PARENTS, "Пометить непрочитанным")
    expect(phone.chat_in_list(PARENTS).get_by_role("img", name="Отмечен непрочитанным")).to_be_visible()
    phone.open_chat(PARENTS)
    expect(laptop.chat_in_list(PARENTS).get_by_role("img", name="Отмечен непрочитанным")).to_have_count(0)
    phone.page.go_back()

    archive_and_call_back(laptop, phone, pupil)
    make_a_folder(laptop, phone)


def archive_and_call_back(laptop: Person, phone: Person, pupil: Person) -> None:
    """A chat put away comes back by itself when somebody speaks."""
    choose(laptop, CLASS_CHAT, "В архив")
    expect(phone.chat_in_list(CLASS_CHAT)).to_have_count(0)
    phone.look()
    phone.page.get_by_role("button", name="Архив").click()
    expect(phone.page.get_by_role("heading", name="Архив")).to_be_visible()
    expect(phone.chat_in_list(CLASS_CHAT)).to_be_visible()
    assert faults(phone.page) == []
    phone.page.get_by_role("button", name="Назад").click()

    pupil.open_chat(CLASS_CHAT)
    pupil.say("Можно вопрос?")
    expect(phone.chat_in_list(CLASS_CHAT)).to_be_visible()
    expect(laptop.chat_in_list(CLASS_CHAT)).to_be_visible()


def make_a_folder(laptop: Person, phone: Person) -> None:
    """A folder is made with the keyboard, and is a tab on the phone."""
    laptop.look()
    laptop.chat_in_list(PARENTS).focus()
    laptop.page.keyboard.press("ContextMenu")
    menu(laptop).get_by_role("menuitem", name="Добавить в папку").press("Enter")
    menu(laptop).get_by_role("menuitem", name="Новая папка").press("Enter")
    sheet = laptop.page.get_by_role("dialog", name="Новая папка")
    sheet.get_by_label("Название").fill("Семьи")
    sheet.get_by_role("button", name="👪").click()
    expect(sheet.get_by_role("checkbox", name=PARENTS)).to_be_checked()
    assert faults(laptop.page) == []
    sheet.get_by_role("button", name="Создать папку").click()
    expect(tab(laptop, "Семьи")).to_have_attribute("aria-selected", "true")
    expect(laptop.chats.get_by_role("link")).to_have_count(1)

    phone.look()
    tab(phone, "Семьи").click()
    expect(phone.chats.get_by_role("link")).to_have_count(1)
    expect(phone.chat_in_list(PARENTS)).to_be_visible()
    tab(phone, "Все").click()


def test_a_draft_goes_from_the_laptop_to_the_phone_and_is_gone_once_sent(
    school: Installation, new_person: NewPerson
) -> None:
    laptop, phone = new_person(school), new_person(school, **PHONE)
    laptop.come_in(LADOGINA)
    phone.come_in(LADOGINA)
    laptop.open_chat(CLASS_CHAT)
    laptop.field.fill("Завтра контрольная")
    expect(phone.chat_in_list(CLASS_CHAT)).to_contain_text("Черновик: Завтра контрольная")

    phone.open_chat(CLASS_CHAT)
    expect(phone.field).to_have_value("Завтра контрольная")
    phone.field.press_sequentially(" по географии")
    laptop.look()
    expect(laptop.field).to_have_value("Завтра контрольная по географии")

    phone.look()
    phone.page.get_by_role("button", name="Отправить").click()
    phone.sees_sent("Завтра контрольная по географии")
    laptop.look()
    expect(laptop.field).to_have_value("")
    expect(phone.field).to_have_value("")


def test_what_is_typed_survives_a_closed_tab_and_a_lost_network(
    school: Installation, new_person: NewPerson
) -> None:
    laptop, phone = new_person(school), new_person(school, **PHONE)
    laptop.come_in(LADOGINA)
    phone.come_in(LADOGINA)
    laptop.open_chat(PARENTS)
    laptop.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    laptop.page.wait_for_timeout(1000)

    laptop.context.set_offline(True)
    laptop.field.fill("Собрание в среду")
    choose(laptop, CLASS_CHAT, "Закрепить" if not pinned(laptop, CLASS_CHAT) else "Открепить")
    was_pinned = pinned(laptop, CLASS_CHAT)
    laptop.page.reload()
    expect(laptop.field).to_have_value("Собрание в среду")
    assert pinned(laptop, CLASS_CHAT) == was_pinned

    laptop.context.set_offline(False)
    expect(phone.chat_in_list(PARENTS)).to_contain_text("Черновик: Собрание в среду")
    expect(phone.chat_in_list(CLASS_CHAT).get_by_role("img", name="Закреплён")).to_have_count(int(was_pinned))
    laptop.field.fill("")
    expect(phone.chat_in_list(PARENTS)).not_to_contain_text("Черновик")


def choose(person: Person, title: str, *deeds: str) -> None:
    """Press the right button on a chat and choose."""
    person.look()
    person.chat_in_list(title).click(button="right")
    for deed in deeds:
        menu(person).get_by_role("menuitem", name=deed, exact=True).click()
    expect(menu(person)).to_have_count(0)


def menu(person: Person) -> Locator:
    return person.page.get_by_role("menu", name=re.compile("Действия с чатом"))


def tab(person: Person, name: str) -> Locator:
    return person.page.get_by_role("tab", name=re.compile(name))


def pinned(person: Person, title: str) -> bool:
    return person.chat_in_list(title).get_by_role("img", name="Закреплён").count() == 1
