"""axe finds nothing on any of the main screens: light and dark, on a phone and on a desktop."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.stories import rosters
from tests.stories.axe import cut_off, faults
from tests.stories.conftest import DESKTOP, OPERATOR, PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.person import Person
from tests.stories.places import OVER_THE_CHAT, open_folders, open_parents, search_for
from tests.stories.town import class_chat, notable

CLASS_TEACHER = "Классный руководитель"

LOOKS = [
    pytest.param(device | {"color_scheme": theme}, id=f"{name}-{theme}")
    for name, device in (("desktop", DESKTOP), ("phone", PHONE))
    for theme in ("light", "dark")
]


@pytest.mark.parametrize("look", LOOKS)
def test_talk_is_accessible(town: Installation, new_person: NewPerson, look: dict[str, Any]) -> None:
    visitor = new_person(town, **look)
    visitor.open("/sign-in")
    expect(visitor.page.get_by_role("heading", name="Вход в Парту")).to_be_visible()
    found = {"sign-in": faults(visitor.page)}
    visitor.become(notable(visitor, CLASS_TEACHER)["id"])
    chat = class_chat(visitor)
    for name in screens(visitor, chat):
        found[name] = faults(visitor.page)
    if lines := in_lines(found):
        pytest.fail(lines, pytrace=False)


def in_lines(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{screen}: {fault}" for screen, faults in found.items() for fault in faults)


def screens(person: Person, chat: dict[str, Any]) -> Iterator[str]:
    """Go from one screen to the next; the caller looks at each."""
    page = person.page
    expect(person.chats).to_be_visible()
    yield "list"
    person.open(f"/chats/{chat['id']}")
    expect(page.get_by_role("article").first).to_be_visible()
    yield "chat"
    page.get_by_role("button", name="О чате", exact=True).click()
    expect(page.get_by_role("region", name="Участники").get_by_role("listitem").first).to_be_visible()
    yield "members"
    person.open(f"/people/{chat['last_message']['author_id']}")
    expect(page.get_by_role("heading", name="О человеке")).to_be_visible()
    yield "person"
    for path, heading in (
        ("/settings", "Настройки"),
        ("/settings/devices", "Устройства"),
        ("/settings/data", "Передаваемые данные"),
        ("/settings/notifications", "О чём сообщать"),
        ("/settings/voice", "Голосовые сообщения"),
        ("/unsubscribe/nobody", "Письма о непрочитанном"),
    ):
        person.open(path)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        yield path


# Every theme and every width once: what differs between them does not differ by pairs.
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[3]])
def test_what_opens_over_talk_is_accessible(
    town: Installation, new_person: NewPerson, look: dict[str, Any]
) -> None:
    visitor = new_person(town, **look)
    visitor.become(notable(visitor, CLASS_TEACHER)["id"])
    found: dict[str, list[str]] = {}
    for name, open_it in OVER_THE_CHAT.items():
        open_parents(visitor)
        open_it(visitor)
        found[name] = faults(visitor.page) + cut_off(visitor.page)
    open_folders(visitor)
    found["folders"] = faults(visitor.page) + cut_off(visitor.page)
    search_for(visitor, "собрание")
    found["search"] = faults(visitor.page) + cut_off(visitor.page)
    if lines := in_lines(found):
        pytest.fail(lines, pytrace=False)


@pytest.mark.parametrize("look", LOOKS)
def test_the_preview_of_a_roster_is_accessible(
    school: Installation, new_person: NewPerson, look: dict[str, Any]
) -> None:
    phone, name = OPERATOR
    school.run("administrator", "--phone", phone, "--name", name)
    operator = new_person(school, **look)
    operator.come_in(phone, "/school/rosters")
    later = rosters.renamed(rosters.without(rosters.sample(), "s-7b-05"), "s-7b-04", givenName="Ирина")
    file = {"name": "roster.zip", "mimeType": "application/zip", "buffer": rosters.zipped(later)}
    found = {"rosters": faults(operator.page)}
    operator.page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(operator.page.get_by_role("list", name="Строки реестра")).to_be_visible()
    found["preview"] = faults(operator.page)
    if lines := in_lines(found):
        pytest.fail(lines, pytrace=False)
