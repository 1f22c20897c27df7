"""Finding: a pupil, a teacher and a parent look for what was said, for people and for chats.

The stories share one school, so the words looked for are said in no other story.
"""

import re

from playwright.sync_api import Locator, expect

from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV, POLYANSKY
from tests.stories.person import Person


def test_what_was_said_is_found_by_those_who_heard_it(school: Installation, new_person: NewPerson) -> None:
    teacher, pupil, parent = new_person(school), new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    parent.come_in(POLYANSKY)
    teacher.open_chat(CLASS_CHAT)
    for words in (
        "Олимпиада в обсерватории в пятницу",
        "Циркули взять с собой",
        "Билеты на олимпиаду у меня",
    ):
        teacher.say(words)
        teacher.sees_sent(words)
    pupil.open_chat(CLASS_CHAT)
    pupil.say("А после олимпиады сразу домой?")
    pupil.sees_sent("А после олимпиады сразу домой?")
    for number in range(40):
        chat = pupil.page.url.rsplit("/", 1)[1]
        pupil.ask(
            "POST",
            f"/api/conversations/{chat}/messages",
            {"client_id": f"0b6b1c1e-0000-4000-8000-{number:012d}", "body": f"Разговор о другом {number}"},
        )

    the_pupil_finds_and_goes_there(pupil)
    only_the_teachers_words(pupil)
    step_by_step_in_the_chat(teacher)
    a_name_with_a_typing_error(pupil)
    who_was_not_there_finds_nothing(parent)
    what_is_deleted_is_found_no_more(teacher, pupil)


def test_a_phone_keeps_what_was_looked_for(school: Installation, new_person: NewPerson) -> None:
    teacher, pupil = new_person(school), new_person(school, **PHONE)
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Форма на физкультуру: белый верх")
    teacher.sees_sent("Форма на физкультуру: белый верх")
    pupil.come_in(PETROV)

    look_for(pupil, "физкультура")
    hit(pupil, "белый верх").click()
    expect(pupil.page.get_by_role("search", name="Поиск в чате")).to_contain_text("1 из 1")
    pupil.sees("Форма на физкультуру: белый верх")
    pupil.page.go_back()

    expect(field(pupil)).to_have_value("физкультура")
    expect(hit(pupil, "белый верх")).to_be_visible()
    pupil.page.get_by_role("button", name="Назад").click()
    expect(pupil.chat_in_list(CLASS_CHAT)).to_be_visible()


def field(person: Person) -> Locator:
    return person.page.get_by_role("searchbox", name="Поиск").first


def look_for(person: Person, words: str) -> None:
    person.look()
    field(person).fill(words)


def messages(person: Person) -> Locator:
    return person.page.get_by_role("list", name="Сообщения")


def hit(person: Person, text: str) -> Locator:
    return messages(person).get_by_role("link").filter(has_text=text)


def the_pupil_finds_and_goes_there(pupil: Person) -> None:
    look_for(pupil, "олимпиад")
    expect(messages(pupil).get_by_role("link")).to_have_count(3)
    expect(hit(pupil, "обсерватор").locator("mark")).to_have_text("Олимпиада")
    expect(hit(pupil, "обсерватор")).to_contain_text(CLASS_CHAT)
    # From the field down into what was found, and open it, without a mouse.
    field(pupil).press("ArrowDown")
    pupil.page.keyboard.press("End")
    pupil.page.keyboard.press("Enter")

    inside = pupil.page.get_by_role("search", name="Поиск в чате")
    expect(inside).to_contain_text("3 из 3")
    expect(pupil.message("Олимпиада в обсерватории")).to_be_in_viewport()
    inside.get_by_role("button", name="К более позднему").click()
    expect(inside).to_contain_text("2 из 3")
    expect(pupil.message("Билеты на олимпиаду")).to_be_in_viewport()
    inside.get_by_role("button", name="Закрыть поиск").click()


def only_the_teachers_words(pupil: Person) -> None:
    pupil.page.get_by_role("button", name="От учителя").click()
    expect(messages(pupil).get_by_role("link")).to_have_count(2)
    expect(hit(pupil, "домой")).to_have_count(0)
    field(pupil).fill("")
    expect(hit(pupil, "Циркули взять")).to_be_visible()
    field(pupil).press("Escape")
    expect(pupil.chat_in_list(CLASS_CHAT)).to_be_visible()


def step_by_step_in_the_chat(teacher: Person) -> None:
    teacher.look()
    teacher.field.press("Control+f")
    inside = teacher.page.get_by_role("search", name="Поиск в чате")
    words = inside.get_by_role("searchbox")
    expect(words).to_be_focused()
    words.fill("олимпиада")
    expect(inside).to_contain_text("1 из 3")
    # The browser paints the words in the messages; the page itself stays as it is.
    expect(teacher.message("Билеты на олимпиаду")).to_be_in_viewport()
    painted = "[...(CSS.highlights.get('parta-found') ?? [])].map(String)"
    for _ in range(50):
        if "олимпиаду" in teacher.page.evaluate(painted):
            break
        teacher.page.wait_for_timeout(100)
    assert {"олимпиаду", "Олимпиада"} <= set(teacher.page.evaluate(painted))
    words.press("Enter")
    expect(inside).to_contain_text("2 из 3")
    words.press("Shift+Enter")
    expect(inside).to_contain_text("1 из 3")
    words.fill("телескоп")
    expect(inside).to_contain_text("Не нашлось")
    words.press("Escape")
    expect(inside).to_have_count(0)


def a_name_with_a_typing_error(pupil: Person) -> None:
    look_for(pupil, "Лодогина")
    people = pupil.page.get_by_role("list", name="Люди").or_(pupil.page.get_by_role("list", name="Чаты"))
    expect(people.filter(has_text="Ладогина").first).to_be_visible()
    field(pupil).press("Escape")


def who_was_not_there_finds_nothing(parent: Person) -> None:
    look_for(parent, "обсерватория")
    expect(parent.page.get_by_text(re.compile("ничего не нашлось", re.IGNORECASE))).to_be_visible()


def what_is_deleted_is_found_no_more(teacher: Person, pupil: Person) -> None:
    found = teacher.ask("GET", "/api/search/messages?q=билеты")["items"]
    teacher.ask("DELETE", f"/api/messages/{found[0]['message_id']}?for=all")
    look_for(pupil, "билеты")
    expect(pupil.page.get_by_text(re.compile("ничего не нашлось", re.IGNORECASE))).to_be_visible()
