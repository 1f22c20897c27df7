"""Where in the demo a messenger's capabilities are to be seen: each verb opens one of them for a class teacher."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.stories.person import Person
from tests.stories.town import parents_chat

OUTING = "Куда поедем на зимних каникулах?"


def open_parents(person: Person) -> None:
    """The chat with a «!!!» half confirmed, a poll half answered and a message for tomorrow."""
    person.open(f"/chats/{parents_chat(person)['id']}")
    expect(person.page.get_by_role("group", name=OUTING).first).to_be_visible()


def open_confirmations(person: Person) -> None:
    """Who has confirmed the meeting and who has not."""
    person.page.get_by_role("button", name=re.compile(r"^Подтвердили \d+ из")).first.click()
    expect(person.page.get_by_role("list", name="Ещё нет").get_by_role("listitem").first).to_be_visible()


def open_turnout(person: Person) -> None:
    """Who has chosen what in the poll."""
    person.do(OUTING, "Ход опроса")
    sheet = person.page.get_by_role("dialog", name="Ход опроса")
    expect(sheet.get_by_role("listitem").first).to_be_visible()


def open_new_poll(person: Person) -> None:
    """The sheet in which a poll is made."""
    person.page.get_by_role("button", name="Прикрепить").first.click()
    person.page.get_by_role("menuitem", name="Опрос").click()
    expect(person.page.get_by_role("dialog", name="Новый опрос")).to_be_visible()


def open_rules(person: Person) -> None:
    """Who may do what in the chat."""
    _from_the_page_of_the_chat(person, "Настройки чата")


def open_copy(person: Person) -> None:
    """A copy of the chat to carry away."""
    _from_the_page_of_the_chat(person, "Скачать копию чата")


def open_scheduled(person: Person) -> None:
    """What waits for its hour."""
    person.page.get_by_role("button", name=re.compile("отправки")).click()
    expect(person.page.get_by_role("dialog", name="Запланированные сообщения")).to_be_visible()


def open_stickers(person: Person) -> None:
    """The drawings that may be sent."""
    person.page.get_by_role("button", name="Эмодзи").first.click()
    person.page.get_by_role("tab", name="Стикеры").click()
    expect(person.page.get_by_role("searchbox", name="Найти стикер")).to_be_visible()


def open_folders(person: Person) -> None:
    """Folders in their order."""
    person.open("/chats")
    expect(person.chats).to_be_visible()
    person.page.get_by_role("button", name="Настроить папки").click()
    expect(person.page.get_by_role("dialog", name="Папки")).to_be_visible()


def search_for(person: Person, words: str) -> None:
    """What the field above the list finds."""
    person.open("/chats")
    person.page.get_by_role("searchbox", name="Поиск").first.fill(words)
    expect(person.page.get_by_role("list", name="Сообщения").get_by_role("link").first).to_be_visible()


def _from_the_page_of_the_chat(person: Person, row: str) -> None:
    person.page.get_by_role("button", name="О чате", exact=True).click()
    person.page.get_by_role("button", name=row).click()
    expect(person.page.get_by_role("dialog", name=row)).to_be_visible()


OVER_THE_CHAT: dict[str, Callable[[Person], None]] = {
    "confirmations": open_confirmations,
    "turnout": open_turnout,
    "new poll": open_new_poll,
    "chat settings": open_rules,
    "copy": open_copy,
    "scheduled": open_scheduled,
    "stickers": open_stickers,
}
