"""Two languages, two themes, and links that lead where they say."""

import re

from playwright.sync_api import Page, expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import LADOGINA, PARENTS_CHAT, POLYANSKY, TUMANOV

BACKGROUND = "getComputedStyle(document.querySelector('main')).backgroundColor + getComputedStyle(document.body).backgroundColor"


def test_language_and_theme_change_at_once_and_stay(school: Installation, new_person: NewPerson) -> None:
    # Somebody whom no other story expects to speak Russian.
    teacher = new_person(school)
    teacher.come_in(TUMANOV, "/settings/appearance")
    page = teacher.page
    light = colours(page)
    choose(page, "Тёмная")
    dark = colours(page)
    assert dark != light

    choose(page, "English")
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.reload()
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
    assert colours(page) == dark

    page.get_by_role("link", name="Chats").click()
    page.get_by_role("link").filter(has_text="Математика").click()
    expect(page.get_by_role("textbox", name="Message")).to_be_visible()
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name=re.compile("Appearance")).click()
    choose(page, "Русский")
    choose(page, "Светлая")
    expect(page.get_by_role("heading", name="Оформление и язык")).to_be_visible()
    assert colours(page) == light


def test_a_link_to_a_chat_leads_there_after_signing_in(school: Installation, new_person: NewPerson) -> None:
    teacher, parent = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    teacher.open_chat(PARENTS_CHAT)
    teacher.say("Собрание в четверг")
    teacher.sees_sent("Собрание в четверг")
    path = re.sub("^https?://[^/]+", "", teacher.page.url)

    parent.open(path)
    expect(parent.page.get_by_role("heading", name="Вход в Парту")).to_be_visible()
    parent.sign_in(POLYANSKY)
    parent.sees("Собрание в четверг")
    expect(parent.page).to_have_url(re.compile(re.escape(path) + "$"))


def choose(page: Page, option: str) -> None:
    page.get_by_text(option, exact=True).click()
    expect(page.get_by_role("radio", name=option)).to_be_checked()


def colours(page: Page) -> str:
    return str(page.evaluate(BACKGROUND))
