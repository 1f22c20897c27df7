"""Two tabs without a network, one closed and one reloaded in the middle: everything goes out once, in order."""

import re

from playwright.sync_api import Page, expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, POLYANSKAYA
from tests.stories.person import Person


def test_what_two_tabs_wanted_offline_happens_once_and_in_order(
    school: Installation, new_person: NewPerson
) -> None:
    teacher, pupil = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    pupil.come_in(POLYANSKAYA)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Кто дежурит завтра?")
    pupil.open_chat(CLASS_CHAT)
    pupil.sees("Кто дежурит завтра?")
    pupil.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    first = pupil.page
    second = another_tab(pupil)
    second.wait_for_timeout(1500)

    pupil.context.set_offline(True)
    turn_to(pupil, first)
    pupil.say("Дежурю я, Жанна")
    react(pupil, "Кто дежурит завтра?", "👍")
    turn_to(pupil, second)
    pupil.say("И ещё Петров")
    # The tab that was the one to send goes; the other begins anew from what the device has kept.
    first.close()
    react(pupil, "Кто дежурит завтра?", "❤")
    second.reload()
    for text in ("Дежурю я, Жанна", "И ещё Петров"):
        pupil.sees(text)
        expect(pupil.message(text).get_by_role("img", name="Ждёт отправки")).to_be_visible()

    pupil.context.set_offline(False)
    pupil.sees_sent("Дежурю я, Жанна")
    pupil.sees_sent("И ещё Петров")
    teacher.sees("Дежурю я, Жанна")
    teacher.sees("И ещё Петров")
    chat = int(pupil.page.url.rsplit("/", 1)[1])
    history = teacher.ask("GET", f"/api/conversations/{chat}/messages?limit=20")["items"]
    said = [one["body"] for one in history if one["body"] in ("Дежурю я, Жанна", "И ещё Петров")]
    assert said == ["Дежурю я, Жанна", "И ещё Петров"]
    [question] = [one for one in history if one["body"] == "Кто дежурит завтра?"]
    expect(
        teacher.message("Кто дежурит завтра?").get_by_role("button", name=re.compile("1 реакция"))
    ).to_have_count(2)
    reacted = teacher.ask("GET", f"/api/messages/{question['id']}/reactions")["items"]
    assert sorted(one["emoji"][0] for one in reacted) == ["❤", "👍"]


def another_tab(person: Person) -> Page:
    """The same person's second tab, on the same chat."""
    page = person.context.new_page()
    page.goto(person.page.url)
    expect(page.get_by_role("article").filter(has_text="Кто дежурит завтра?")).to_have_count(1)
    return page


def turn_to(person: Person, page: Page) -> None:
    person.page = page
    page.bring_to_front()


def react(person: Person, text: str, emoji: str) -> None:
    """By the message's own menu."""
    person.look()
    person.message(text).click(button="right")
    menu = person.page.get_by_role("menu")
    menu.get_by_role("menuitemcheckbox", name=re.compile(f"Реакция {emoji}")).click()
    expect(menu).to_have_count(0)
