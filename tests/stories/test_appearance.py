"""Two languages, two themes, and links that lead where they say."""

import re

from playwright.sync_api import Page, expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PARENTS_CHAT, POLYANSKY

BACKGROUND = "getComputedStyle(document.querySelector('main')).backgroundColor + getComputedStyle(document.body).backgroundColor"


def test_language_and_theme_change_at_once_and_stay(school: Installation, new_person: NewPerson) -> None:
    teacher = new_person(school)
    teacher.come_in(LADOGINA, "/settings/appearance")
    page = teacher.page
    light = colours(page)
    page.get_by_role("radio", name="Тёмная").check(force=True)
    expect(page.get_by_role("radio", name="Тёмная")).to_be_checked()
    dark = colours(page)
    assert dark != light

    page.get_by_role("radio", name="English").check(force=True)
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.reload()
    expect(page.get_by_role("heading", name="Appearance")).to_be_visible()
    assert colours(page) == dark

    page.get_by_role("link", name="Chats").click()
    page.get_by_role("link").filter(has=page.get_by_text(CLASS_CHAT, exact=True)).click()
    expect(page.get_by_role("textbox", name="Message")).to_be_visible()
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name=re.compile("Appearance")).click()
    page.get_by_role("radio", name="Русский").check(force=True)
    page.get_by_role("radio", name="Светлая").check(force=True)
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


def colours(page: Page) -> str:
    return str(page.evaluate(BACKGROUND))
