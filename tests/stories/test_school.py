"""The main story: an operator brings a school in by its roster, and its people talk, live, in their browsers."""

import hashlib
import os
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.stories import rosters
from tests.stories.conftest import OPERATOR, NewPerson
from tests.stories.installation import Installation
from tests.stories.line import Line
from tests.stories.person import Person

CLASS_CHAT = "7 «Б» класс"
PARENTS_CHAT = "Родители 7 «Б» и классный руководитель"
TEACHER, PUPIL, PARENT = "ladogina@school14.example", rosters.address_of("s-7b-01"), "+79123001416"
LARGE = 200 * 1024 * 1024


def test_a_school_comes_in_by_its_roster_and_talks(
    empty: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    phone, name = OPERATOR
    empty.run("administrator", "--phone", phone, "--name", name)
    operator = new_person(empty)
    operator.open()
    operator.sign_in(phone)
    upload_first_roster(operator)

    line = Line(empty.address)
    teacher = come(new_person(empty, address=line.address), TEACHER)
    pupil, parent = come(new_person(empty), PUPIL), come(new_person(empty), PARENT)
    teacher.open_chat(CLASS_CHAT)
    pupil.open_chat(CLASS_CHAT)
    expect(parent.chat_in_list(PARENTS_CHAT)).to_be_visible()
    expect(parent.chat_in_list(CLASS_CHAT)).to_have_count(0)

    a_large_file_survives_a_cut(teacher, pupil, line, tmp_path)
    all_three_hear_one_another(teacher, pupil, parent)
    who_leaves_the_roster_stops_hearing(operator, teacher, pupil)
    line.close()


def come(person: Person, contact: str) -> Person:
    person.open()
    person.sign_in(contact)
    return person


def upload_first_roster(operator: Person) -> None:
    page = operator.page
    operator.sections.get_by_role("link", name="Школа").click()
    page.get_by_role("link", name="Реестр").click()
    upload(operator, "roster.zip", rosters.zipped(rosters.sample()))
    expect(card(operator, "Люди")).to_contain_text(re.compile(r"Новые\s*21"))
    expect(page.get_by_role("list", name="Строки реестра")).to_contain_text("Ладогина")
    apply(operator)
    page.get_by_role("link", name=re.compile("Школа № 14")).click()
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"9\s*учеников"))


def upload(operator: Person, name: str, archive: bytes) -> None:
    file = {"name": name, "mimeType": "application/zip", "buffer": archive}
    operator.page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(operator.page.get_by_role("heading", name=name)).to_be_visible()


def card(operator: Person, entity: str):
    title = operator.page.get_by_role("heading", name=entity, exact=True)
    return operator.page.get_by_role("listitem").filter(has=title)


def apply(operator: Person) -> None:
    operator.look()
    operator.page.get_by_role("button", name="Применить").click()
    operator.page.get_by_role("alertdialog").get_by_role("button", name="Применить").click()
    expect(operator.page.get_by_text(re.compile("Реестр применён: "))).to_be_visible()


def a_large_file_survives_a_cut(teacher: Person, pupil: Person, line: Line, tmp_path: Path) -> None:
    film = tmp_path / "Поход на озеро.bin"
    digest = write_noise(film)
    asked: list[str] = []
    teacher.page.on("request", lambda request: "/api/uploads" in request.url and asked.append(request.method))
    line.cut_after(LARGE * 2 // 5)
    teacher.say("Фильм о походе", film)
    line.wait_until_cut(120)
    expect(teacher.page.get_by_text("Соединение…").first).to_be_visible()
    expect(teacher.message("Фильм о походе").get_by_role("img", name="Ждёт отправки")).to_be_visible()
    expect(pupil.message("Фильм о походе")).to_have_count(0)
    line.mend()

    expect(pupil.message("Фильм о походе")).to_be_visible(timeout=180_000)
    assert asked.count("POST") == 1, "the upload began anew instead of going on"
    assert asked.count("HEAD") >= 1, "nobody asked how far the upload had come"
    with pupil.page.expect_download(timeout=120_000) as download:
        pupil.message("Фильм о походе").get_by_role("link", name=f"Скачать {film.name}").click()
    assert download.value.suggested_filename == film.name
    assert hashlib.sha256(Path(download.value.path()).read_bytes()).hexdigest() == digest


def write_noise(path: Path) -> str:
    """Random bytes, so that nothing on the way can make them fewer."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for _ in range(LARGE // 2**20):
            piece = os.urandom(2**20)
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def all_three_hear_one_another(teacher: Person, pupil: Person, parent: Person) -> None:
    teacher.say("Завтра география в кабинете 214")
    pupil.sees("Завтра география в кабинете 214")
    expect(mark(teacher, "Завтра география", "Прочитано")).to_be_visible()

    teacher.do("Завтра география в кабинете 214", "Изменить")
    teacher.field.fill("Завтра география в кабинете 215")
    teacher.page.get_by_role("button", name="Сохранить").click()
    pupil.sees("Завтра география в кабинете 215")
    expect(pupil.message("кабинете 214")).to_have_count(0)
    expect(pupil.message("кабинете 215")).to_contain_text("изм.")

    pupil.react("кабинете 215", "👍")
    expect(teacher.message("кабинете 215").get_by_role("button", name="👍: 1 реакция")).to_be_visible()
    pupil.field.press_sequentially("Спас")
    expect(teacher.page.get_by_text("Иван Петров печатает…").first).to_be_visible()

    teacher.open_chat(PARENTS_CHAT)
    parent.open_chat(PARENTS_CHAT)
    parent.say("Когда собрание?")
    teacher.sees("Когда собрание?")
    expect(mark(parent, "Когда собрание?", "Прочитано")).to_be_visible()
    teacher.do("Когда собрание?", "Ответить")
    teacher.say("В четверг в 18:30")
    expect(parent.message("В четверг в 18:30")).to_contain_text("Когда собрание?")
    pupil.say("А я тут один?")
    expect(teacher.chat_in_list(CLASS_CHAT)).to_contain_text("А я тут один?")


def mark(person: Person, text: str, state: str):
    return person.message(text).get_by_role("img", name=state)


def who_leaves_the_roster_stops_hearing(operator: Person, teacher: Person, pupil: Person) -> None:
    later = rosters.renamed(rosters.without(rosters.sample(), "s-7b-01"), "s-7b-04", givenName="Ирина")
    operator.page.get_by_role("link", name="Реестр").click()
    upload(operator, "через месяц.zip", rosters.zipped(later, encoding="cp1251", delimiter=";"))
    expect(card(operator, "Люди")).to_contain_text(re.compile(r"Изменятся\s*1"))
    operator.page.get_by_role("button", name=re.compile("^Изменятся")).click()
    lines = operator.page.get_by_role("list", name="Строки реестра")
    expect(lines).to_contain_text("Ирина")
    apply(operator)

    expect(pupil.chat_in_list(CLASS_CHAT)).to_have_count(0)
    expect(pupil.page.get_by_text("Такого чата нет")).to_be_visible()
    teacher.open_chat(CLASS_CHAT)
    expect(teacher.message("А я тут один?")).to_be_visible()
    teacher.say("Теперь нас четверо")
    teacher.sees_sent("Теперь нас четверо")
    expect(pupil.page.get_by_text("Теперь нас четверо")).to_have_count(0)
