"""A year of a school: a club is made and lives, rights are given, and in May everybody goes up a class."""

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.stories import axe, rosters
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, PETROV, SOKOLOV
from tests.stories.person import Person

# The town’s education department comes first in the sample.
SCHOOL = "/school/organisations/2"
PICTURES = os.environ.get("STORY_PICTURES")


def test_a_school_lives_through_a_year(empty: Installation, new_person: NewPerson) -> None:
    bundle = empty.folder / "roster.zip"
    bundle.write_bytes(rosters.zipped(rosters.sample()))
    empty.run("import", str(bundle), "--apply", "--yes")
    head, younger, graduate = new_person(empty), new_person(empty, **PHONE), new_person(empty, **PHONE)
    head.come_in(DIRECTOR, SCHOOL)
    younger.come_in(SOKOLOV)
    graduate.come_in(PETROV)
    younger.open_chat("5 «А» класс")
    younger.field.fill("Кто идёт на каток?")
    younger.page.get_by_role("button", name="Отправить").click()
    expect(younger.message("Кто идёт на каток?")).to_be_visible()

    a_club_is_made(head)
    younger.open("/chats")
    younger.open_chat("Кружок «Воздушные змеи»")
    a_teacher_gets_one_right(head)
    the_year_changes(head)

    younger.open("/chats")
    younger.open_chat("6 «А» класс")
    expect(younger.message("Кто идёт на каток?")).to_be_visible()
    expect(younger.page.get_by_text("Новый учебный год: теперь это «6 «А» класс»")).to_be_visible()
    graduate.open("/chats")
    expect(graduate.page.get_by_role("main")).to_be_visible()
    expect(graduate.chat_in_list("7 «Б» класс")).to_have_count(0)
    the_year_is_taken_back(head)
    younger.open("/chats")
    expect(younger.chat_in_list("5 «А» класс")).to_be_visible()


def a_club_is_made(head: Person) -> None:
    page = head.page
    head.look()
    page.get_by_role("link", name="Классы и группы").click()
    expect(page.get_by_role("list", name="Классы и группы")).to_be_visible()
    look_at(page, "groups")
    page.get_by_role("button", name="Создать").click()
    page.get_by_label("Название", exact=True).fill("Воздушные змеи")
    choose(page, "Кто ведёт", "Туманов")
    look_at(page, "new-group")
    page.get_by_role("button", name="Создать", exact=True).click()
    expect(page.get_by_role("list", name="Кто в группе")).to_contain_text("Туманов")
    page.get_by_role("button", name="Добавить людей").click()
    choose(page, "Добавить людей", "Соколов")
    page.get_by_role("button", name="Добавить", exact=True).click()
    expect(page.get_by_role("list", name="Кто в группе")).to_contain_text("Соколов")
    look_at(page, "group")


def a_teacher_gets_one_right(head: Person) -> None:
    page = head.page
    head.open(f"{SCHOOL}/administrators")
    choose(page, "Назначить администратора", "Туманов")
    page.get_by_role("button", name="Назначить администратора").click()
    page.get_by_role("button", name="Права: Туманов", exact=False).click()
    switch = page.get_by_role("switch", name="Коды и листы приглашений")
    switch.click(force=True)
    expect(switch).to_be_checked()
    look_at(page, "administrators")


def the_year_changes(head: Person) -> None:
    page = head.page
    head.open(f"{SCHOOL}/school-year")
    expect(page.get_by_text("7 «Б» → 8 «Б»")).to_be_visible()
    page.get_by_role("button", name="Выпустить 7 «Б»").click()
    expect(page.get_by_role("list", name="Выпускаются")).to_contain_text("7 «Б»")
    look_at(page, "year")
    page.get_by_role("button", name="Начать год").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Начать год").click()
    expect(page.get_by_role("button", name="Отменить смену года")).to_be_visible()
    look_at(page, "year-begun")


def the_year_is_taken_back(head: Person) -> None:
    page = head.page
    head.look()
    page.get_by_role("button", name="Отменить смену года").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Отменить смену года").click()
    expect(page.get_by_role("button", name="Начать год")).to_be_visible()


def choose(page: Page, field: str, name: str) -> None:
    """Find somebody by the surname and press the line."""
    page.get_by_label(field, exact=True).fill(name)
    page.get_by_role("list", name="Найденные люди").get_by_role("button", name=name).first.click()


def look_at(page: Page, name: str) -> None:
    """Nobody stumbles here; and where pictures are wanted, one in each theme and width."""
    assert axe.faults(page) == []
    if PICTURES:
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            for width, height in ((1280, 800), (390, 844)):
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(300)
                page.screenshot(path=Path(PICTURES) / f"{name}-{theme}-{width}.png")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
