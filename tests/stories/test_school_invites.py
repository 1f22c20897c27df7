"""Coming into a school by its invites: a sheet from the printer, the child's own link, a teacher who is looked at first."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.stories import axe, rosters
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import OZERTSOVA
from tests.stories.person import Person

HEAD = "+79123001490"
PUPIL, MOTHER, TEACHER, STRANGER = "+79123001491", "+79123001492", "+79123001493", "+79123001494"
RECOGNISED = "+79123001495"
# The town’s education department comes first in the sample.
SCHOOL = 2
PICTURES = os.environ.get("STORY_PICTURES")


def test_a_school_lets_in_whom_it_invites(empty: Installation, new_person: NewPerson) -> None:
    bundle = empty.folder / "roster.zip"
    bundle.write_bytes(rosters.zipped(rosters.sample()))
    empty.run("import", str(bundle), "--apply", "--yes")
    empty.run(
        "administrator", "--phone", HEAD, "--name", "Рощина Лидия Юрьевна", "--organisation", str(SCHOOL)
    )
    head = new_person(empty)
    head.open()
    head.sign_in(HEAD)

    sheet = the_head_prints_a_sheet(head)
    pupil = new_person(empty, **PHONE)
    a_pupil_comes_by_the_sheet(pupil, code_on(sheet, "Ученику", "Журавлёва Аня"))
    link = the_pupil_invites_a_parent(pupil)
    class_teacher, mother = new_person(empty, **PHONE), new_person(empty, **PHONE)
    class_teacher.come_in(OZERTSOVA, f"/school/organisations/{SCHOOL}/invites")
    a_mother_comes_by_the_childs_link(mother, class_teacher, link)
    the_mother_has_a_second_child(mother, code_on(sheet, "Родителю", "Ветрова Даша"))
    a_pupil_of_the_roster_is_recognised(new_person(empty, **PHONE), class_teacher)
    a_teacher_comes_and_is_confirmed(new_person(empty), head)
    a_stranger_sees_nothing(new_person(empty, **PHONE))


def the_head_prints_a_sheet(head: Person) -> Page:
    page = head.page
    head.sections.get_by_role("link", name="Школа").click()
    page.get_by_role("main").get_by_role("link", name="Приглашения").click()
    expect(page.get_by_text("Приглашений пока нет")).to_be_visible()
    look_at(page, "empty")
    page.get_by_role("button", name="Лист для класса").click()
    page.get_by_label("Класс", exact=True).select_option("5 «А»")
    page.get_by_role("button", name="Сделать лист").click()
    with head.context.expect_page() as opened:
        page.get_by_role("link", name="Открыть для печати").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Приглашения: 5 «А»", exact=False)).to_be_visible()
    expect(sheet.get_by_role("listitem").filter(has_text="Ученику")).to_have_count(4)
    look_at(sheet, "sheet")
    # On small paper all eight slips are there, on several pages: nothing of the screen cuts them off.
    assert sheet.pdf(format="A6").count(b"/Type /Page\n") >= 4
    # Whoever presses again is asked, because the printed codes would die.
    page.get_by_role("button", name="Сделать лист").click()
    expect(page.get_by_text("8 кодов прежнего листа")).to_be_visible()
    page.get_by_role("button", name="Отмена").click()
    return sheet


def code_on(sheet: Page, whom: str, name: str) -> str:
    slip = sheet.get_by_role("listitem").filter(has_text=whom).filter(has_text=name)
    found = re.search(r"\w{4}-\w{4}-\w{4}", slip.first.inner_text())
    assert found is not None
    return found[0]


def a_pupil_comes_by_the_sheet(pupil: Person, code: str) -> None:
    pupil.open(f"/join-school/{code}")
    sign_up(pupil, PUPIL, "Журавлева", "Анна")
    page = pupil.page
    expect(page.get_by_text("Этот код сделан для ученика: Журавлёва Аня Егоровна")).to_be_visible()
    look_at(page, "pupil")
    page.get_by_role("button", name="Всё верно, войти").click()
    expect(pupil.chat_in_list("5 «А» класс")).to_be_visible()
    pupil.open("/settings/profile")
    expect(page.get_by_text("Журавлёва Аня Егоровна")).to_be_visible()


def the_pupil_invites_a_parent(pupil: Person) -> str:
    page = pupil.page
    pupil.open("/settings/family")
    page.get_by_role("button", name="Пригласить родителя").click()
    card = page.get_by_role("status", name="Код приглашения")
    expect(card.get_by_role("img", name="QR-код приглашения")).to_be_visible()
    look_at(page, "family")
    found = re.search(r"/join-school/\S+", card.inner_text())
    assert found is not None
    pupil.open(found[0])
    expect(page.get_by_text("а вы вошли как сам ребёнок")).to_be_visible()
    expect(page.get_by_role("button", name="Сменить учётную запись")).to_be_visible()
    look_at(page, "own-child")
    return found[0]


def a_mother_comes_by_the_childs_link(mother: Person, class_teacher: Person, link: str) -> None:
    mother.open(link)
    sign_up(mother, MOTHER, "Журавлёва", "Кира")
    expect(mother.page.get_by_text("Ребёнок: Аня Журавлёва")).to_be_visible()
    mother.page.get_by_role("button", name="Всё верно, попроситься").click()
    expect(mother.page.get_by_text("Ждёт одобрения")).to_be_visible()

    class_teacher.look()
    asked = waiting(class_teacher, "Журавлёва Кира")
    look_at(class_teacher.page, "waiting")
    asked.get_by_role("button", name="Одобрить").click()
    expect(asked).to_have_count(0)
    mother.look()
    expect(mother.page.get_by_role("status").filter(has_text="Вы в школе")).to_be_visible()
    mother.page.get_by_role("button", name="К чатам").click()
    expect(mother.chat_in_list("Родители 5 «А» и классный руководитель")).to_be_visible()


def the_mother_has_a_second_child(mother: Person, code: str) -> None:
    page = mother.page
    mother.open("/settings/family")
    page.get_by_role("button", name="У меня есть код приглашения").click()
    page.get_by_label("Код приглашения").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Продолжить").click()
    page.get_by_role("button", name="Всё верно, войти").click()
    expect(page.get_by_role("status").filter(has_text="Вы в школе")).to_be_visible()
    mother.open("/settings/family")
    for child in ("Аня Журавлёва", "Даша Ветрова"):
        expect(page.get_by_role("heading", name=f"Ребёнок: {child}")).to_be_visible()


def a_pupil_of_the_roster_is_recognised(pupil: Person, class_teacher: Person) -> None:
    """The roster has no phone of hers, and she comes by an invite of the class instead of her slip."""
    page = class_teacher.page
    class_teacher.open(f"/school/organisations/{SCHOOL}/invites/new")
    page.get_by_label("Кого пригласить").select_option("pupil")
    page.get_by_label("Класс", exact=True).select_option("5 «А»")
    page.get_by_role("button", name="Сделать приглашение").click()
    card = page.get_by_role("status", name="Код приглашения")
    found = re.search(r"/join-school/\S+", card.inner_text())
    assert found is not None

    pupil.open(found[0])
    sign_up(pupil, RECOGNISED, "Ветрова", "Дарья")
    pupil.page.get_by_role("button", name="Всё верно, попроситься").click()
    expect(pupil.page.get_by_text("Ждёт одобрения")).to_be_visible()

    class_teacher.open(f"/school/organisations/{SCHOOL}/invites")
    asked = waiting(class_teacher, "Ветрова Дарья")
    expect(asked.get_by_text("Похоже, это уже есть в реестре")).to_be_visible()
    expect(asked.get_by_role("radio", checked=True)).to_have_count(0)
    expect(asked.get_by_role("button", name="Одобрить")).to_be_disabled()
    expect(asked.get_by_text("ученик · 5 «А»", exact=False)).to_be_visible()
    look_at(page, "matches")
    # By keyboard: the first of the roster.
    asked.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    expect(asked.get_by_role("radio", name="Ветрова Даша")).to_be_checked()
    asked.get_by_role("button", name="Одобрить").click()
    expect(asked).to_have_count(0)

    # Her page goes on by itself, signed in as before, as the pupil of the roster.
    expect(pupil.page.get_by_role("status").filter(has_text="Вы в школе")).to_be_visible()
    pupil.open("/settings/profile")
    expect(pupil.page.get_by_text("Ветрова Даша")).to_be_visible()
    pupil.open("/chats")
    expect(pupil.chat_in_list("5 «А» класс")).to_be_visible()


def a_teacher_comes_and_is_confirmed(teacher: Person, head: Person) -> None:
    head.look()
    head.open(f"/school/organisations/{SCHOOL}/invites/new")
    head.page.get_by_label("Кого пригласить").select_option("teacher")
    head.page.get_by_label("Предмет").fill("Астрономия")
    look_at(head.page, "new")
    head.page.get_by_role("button", name="Сделать приглашение").click()
    card = head.page.get_by_role("status", name="Код приглашения")
    found = re.search(r"/join-school/\S+", card.inner_text())
    assert found is not None
    look_at(head.page, "made")
    card.get_by_role("button", name="Готово").click()

    teacher.open(found[0])
    sign_up(teacher, TEACHER, "Звездин", "Артём")
    teacher.page.get_by_role("button", name="Всё верно, попроситься").click()
    head.look()
    asked = waiting(head, "Звездин Артём")
    asked.get_by_role("button", name="Исправить имя").click()
    asked.get_by_label("Фамилия").fill("Звёздин")
    look_at(head.page, "renaming")
    asked.get_by_role("button", name="Одобрить").click()
    expect(waiting(head, "Звездин")).to_have_count(0)

    teacher.look()
    expect(teacher.page.get_by_role("status").filter(has_text="Вы в школе")).to_be_visible()
    teacher.open("/settings/profile")
    expect(teacher.page.get_by_text("Звёздин Артём")).to_be_visible()
    expect(teacher.page.get_by_text("Учитель · Астрономия")).to_be_visible()
    expect(teacher.page.get_by_text("Школа ещё не подтвердила")).to_have_count(0)

    head.look()
    head.open(f"/school/organisations/{SCHOOL}/people?role=teacher")
    head.page.get_by_role("main").get_by_role("link", name="Звёздин Артём").click()
    look_at(head.page, "role")
    head.page.get_by_role("button", name="Снять подтверждение").click()
    head.page.get_by_role("alertdialog").get_by_role("button", name="Снять подтверждение").click()
    expect(head.page.get_by_role("button", name="Подтвердить учителя")).to_be_visible()
    teacher.look()
    expect(teacher.page.get_by_text("Школа ещё не подтвердила")).to_be_visible()


def a_stranger_sees_nothing(stranger: Person) -> None:
    stranger.open("/join-school/KMPT-ABCD-2345")
    sign_up(stranger, STRANGER, "Нездешний", "Павел")
    expect(stranger.page.get_by_text("По этому коду никого не ждут")).to_be_visible()
    expect(stranger.page.get_by_text("Школа №")).to_have_count(0)
    look_at(stranger.page, "nothing")


def waiting(person: Person, name: str) -> Locator:
    """Somebody in the queue, where only those who wait can be approved."""
    listed = person.page.get_by_role("list", name="Ждут одобрения").get_by_role("listitem")
    return listed.filter(has=person.page.get_by_role("button", name="Одобрить")).filter(has_text=name)


def sign_up(person: Person, contact: str, family_name: str, given_name: str) -> None:
    """As somebody whom no school has listed; afterwards they are where they were going."""
    page = person.page
    page.get_by_label("Телефон или почта").fill(contact)
    page.get_by_role("button", name="Продолжить").click()
    code = page.get_by_label("Код из шести цифр")
    expect(code).to_be_visible()
    code.fill(person.installation.next_code(contact, after=0))
    page.get_by_label("Фамилия").fill(family_name)
    page.get_by_label("Имя", exact=True).fill(given_name)
    for box in page.get_by_role("checkbox").all():
        box.check(force=True)
    page.get_by_role("button", name="Создать профиль").click()
    expect(page).to_have_url(re.compile("/join-school/"))


def look_at(page: Page, name: str) -> None:
    """Nobody stumbles here; and where pictures are wanted, one in each theme."""
    assert axe.faults(page) == []
    if PICTURES:
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.wait_for_timeout(300)
            page.screenshot(path=Path(PICTURES) / f"{name}-{theme}.png")
        page.emulate_media(color_scheme="light")
