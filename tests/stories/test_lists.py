"""A school's lists from Excel: the director fills in the template, mends a row, applies; the class talks."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from tests.stories.axe import cut_off, faults
from tests.stories.conftest import DESKTOP, PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.person import Person

DIRECTOR = ("+79123001480", "Заречная Полина Львовна")
TEACHER, PUPIL = "orlova@school.example", "filin@school.example"
CLASS_CHAT = "9Д класс"


@pytest.fixture
def director(school: Installation, new_person: NewPerson) -> Person:
    """The director of the sample school, at the page of lists."""
    phone, name = DIRECTOR
    school.run("administrator", "--phone", phone, "--name", name, "--organisation", "2")
    person = new_person(school)
    person.come_in(phone, "/school/rosters")
    return person


def test_a_director_brings_a_class_from_the_template(
    director: Person, school: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    page = director.page
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать шаблон").click()
    lists = fill_in(load_workbook(io.BytesIO(Path(download.value.path()).read_bytes())))

    upload(page, "класс.xlsx", lists)
    remark = page.get_by_role("list", name="Строки реестра")
    expect(remark).to_contain_text("Неверный номер телефона.")
    expect(remark).to_contain_text("Лист «Ученики», строка 3, столбец «Телефон родителя 1»")
    with page.expect_download() as errors:
        page.get_by_role("link", name="Скачать ошибки").click()
    [row] = list(
        load_workbook(io.BytesIO(Path(errors.value.path()).read_bytes())).active.iter_rows(
            min_row=2, values_only=True
        )
    )
    assert row[:4] == ("Ученики", 3, "Телефон родителя 1", "8 912 звонить вечером")
    assert look_around(director, tmp_path) == []

    lists["Ученики"]["L3"] = "8 912 300 14 82"
    page.get_by_role("link", name="Реестр").click()
    upload(page, "класс исправлен.xlsx", lists)
    expect(page.get_by_role("link", name="Скачать ошибки")).to_have_count(0)
    apply(director)

    teacher, pupil = new_person(school), new_person(school)
    teacher.come_in(TEACHER)
    pupil.open()
    pupil.sign_in(PUPIL)
    teacher.open_chat(CLASS_CHAT)
    pupil.open_chat(CLASS_CHAT)
    teacher.say("Добро пожаловать в девятый Д")
    pupil.sees("Добро пожаловать в девятый Д")


def fill_in(template: Workbook) -> Workbook:
    """What a director writes: a teacher, two pupils, a parent whose phone is no phone."""
    heads = {sheet.title: [cell.value for cell in sheet[1]] for sheet in template}

    def write(title: str, **cells: str) -> None:
        named = {name.replace("_", " "): value for name, value in cells.items()}
        assert named.keys() <= set(heads[title])
        template[title].append([named.get(head) for head in heads[title]])

    write(
        "Сотрудники",
        Фамилия="Орлова",
        Имя="Инга",
        Почта=TEACHER,
        Должность="Учитель",
        Классное_руководство="9Д",
    )
    write("Классы", Класс="9Д", Параллель="9", Буква="Д")
    write("Ученики", Фамилия="Филин", Имя="Прохор", Класс="9 д", Почта=PUPIL)
    write(
        "Ученики", Фамилия="Чижова", Имя="Ульяна", Класс="9-Д",
        Родитель_1="Чижова Клара", Телефон_родителя_1="8 912 звонить вечером",
    )  # fmt: skip
    return template


def upload(page: Page, name: str, lists: Workbook) -> None:
    packed = io.BytesIO()
    lists.save(packed)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": name, "mimeType": kind, "buffer": packed.getvalue()}
    page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def apply(director: Person) -> None:
    director.look()
    director.page.get_by_role("button", name="Применить").click()
    director.page.get_by_role("alertdialog").get_by_role("button", name="Применить").click()
    expect(director.page.get_by_text(re.compile("Реестр применён: "))).to_be_visible()


def look_around(director: Person, folder: Path) -> list[str]:
    """Both screens of lists, on a desktop and a phone, by day and by night."""
    page, found = director.page, []
    preview = page.url
    for path in ("/school/rosters", preview.removeprefix(director.address)):
        director.open(path)
        for name, device, theme in (("desktop", DESKTOP, "light"), ("phone", PHONE, "dark")):
            page.set_viewport_size(device["viewport"])  # type: ignore[arg-type]
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
            found += [f"{path} {name}: {fault}" for fault in faults(page) + cut_off(page)]
            page.screenshot(path=folder / f"lists-{path.count('/')}-{name}.png")
    page.set_viewport_size(DESKTOP["viewport"])  # type: ignore[arg-type]
    page.emulate_media(color_scheme="light")
    return found
