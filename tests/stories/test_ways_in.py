"""Ways in: a teacher's key, an administrator's app, and a child who leaves the mother's number."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import Page, expect

from tests.stories import axe, rosters
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, LADOGINA, PETROVA
from tests.stories.person import Person

CHILDS = "+79123001466"
PICTURES = os.environ.get("STORY_PICTURES")


@pytest.fixture
def strict() -> Iterator[Installation]:
    """A school that asks its staff for a second factor; Ivan Petrov stands there with his mother's number."""
    installation = Installation(environ={"PARTA_SIGN_IN_STAFF_SECOND_FACTOR": "required"})
    try:
        installation.start()
        apply(installation, child_has_phone=True)
        yield installation
    finally:
        installation.stop()


def apply(installation: Installation, *, child_has_phone: bool) -> None:
    files = rosters.renamed(rosters.sample(), "s-7b-01", phone=PETROVA if child_has_phone else "", email="")
    if child_has_phone:
        files = rosters.renamed(files, "p-7b-01", phone="")
    bundle = installation.folder / "roster.zip"
    bundle.write_bytes(rosters.zipped(files))
    installation.run("import", str(bundle), "--apply", "--yes")


def test_keys_a_second_factor_and_a_childs_own_number(strict: Installation, new_person: NewPerson) -> None:
    child = new_person(strict, **PHONE)
    child.open()
    child.sign_in(PETROVA)
    apply(strict, child_has_phone=False)

    # A key is bound to a name, and 127.0.0.1 is none.
    by_name = f"http://localhost:{urlsplit(strict.address).port}"
    teacher = new_person(strict, address=by_name)
    a_teacher_must_have_a_factor_and_chooses_a_key(teacher)
    head = new_person(strict)
    secret = the_head_sets_up_an_app(head)
    the_head_moves_the_child(head, strict)

    expect(child.page.get_by_label("Телефон или почта")).to_be_visible()
    mother = new_person(strict, **PHONE)
    mother.open()
    mother.sign_in(PETROVA)
    mother.page.goto(f"{strict.address}/settings/profile")
    expect(mother.page.get_by_text("Петрова Ольга Андреевна")).to_be_visible()
    child.sign_in(CHILDS)
    child.page.goto(f"{strict.address}/settings/contacts")
    expect(child.page.get_by_text("Раньше вы входили так")).to_be_visible()
    look_at(child.page, "contacts-phone")
    the_head_comes_again(head, secret)


def enter_code(person: Person, contact: str) -> None:
    """Contact, code and documents: for staff the way does not end there."""
    page = person.page
    known = len(person.installation.codes_for(contact))
    page.get_by_label("Телефон или почта").fill(contact)
    page.get_by_role("button", name="Продолжить").click()
    page.get_by_label("Код из шести цифр").fill(person.installation.next_code(contact, after=known))
    agree = page.get_by_role("button", name="Принять и войти")
    factor = page.get_by_role("heading", name="Защитите свой вход").or_(
        page.get_by_role("heading", name="Второй фактор")
    )
    expect(agree.or_(factor)).to_be_visible()
    if agree.is_visible():
        for box in page.get_by_role("checkbox").all():
            box.check(force=True)
        agree.click()
    expect(factor).to_be_visible()


def sign_out(person: Person) -> None:
    person.open("/settings")
    person.page.get_by_role("button", name="Выйти").first.click()
    person.page.get_by_role("alertdialog").or_(person.page.get_by_role("dialog")).get_by_role(
        "button", name="Выйти"
    ).click()
    expect(person.page.get_by_label("Телефон или почта")).to_be_visible()


def a_teacher_must_have_a_factor_and_chooses_a_key(teacher: Person) -> None:
    page = teacher.page
    browser = teacher.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    teacher.open()
    enter_code(teacher, LADOGINA)
    look_at(page, "enrol")
    page.get_by_role("button", name="Ключ доступа").click()
    page.get_by_label("Название ключа").fill("Ноутбук в учительской")
    page.get_by_role("button", name="Добавить ключ").click()
    expect(page.get_by_role("list", name="Запасные коды").get_by_role("listitem")).to_have_count(10)
    look_at(page, "codes")
    page.get_by_role("button", name="Я сохранил коды").click()
    expect(teacher.sections).to_be_visible()

    sign_out(teacher)
    look_at(page, "sign-in")
    page.get_by_role("button", name="Войти с ключом").click()
    expect(teacher.sections).to_be_visible()
    teacher.open("/settings/devices")
    expect(page.get_by_role("list", name="Ключи доступа")).to_contain_text("Ноутбук в учительской")
    expect(page.get_by_text("Здесь он обязателен для всех сотрудников")).to_be_visible()
    look_at(page, "devices")
    page.set_viewport_size({"width": 390, "height": 844})
    look_at(page, "devices-phone")


def the_head_sets_up_an_app(head: Person) -> str:
    page = head.page
    head.open()
    enter_code(head, DIRECTOR)
    # No door opens before that, whatever address is typed.
    head.open("/school")
    expect(page.get_by_role("heading", name="Защитите свой вход")).to_be_visible()
    page.get_by_role("button", name="Приложение с кодами").click()
    expect(page.get_by_role("img", name="Код для приложения")).to_be_visible()
    look_at(page, "app")
    secret = page.locator("[class*=secret]").inner_text().replace(" ", "")
    page.get_by_label("Код из приложения").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Подтвердить").click()
    page.get_by_role("button", name="Я сохранил коды").click()
    expect(head.sections).to_be_visible()
    return secret


def the_head_comes_again(head: Person, secret: str) -> None:
    page = head.page
    sign_out(head)
    enter_code(head, DIRECTOR)
    look_at(page, "factor")
    page.get_by_label("Код из приложения").fill("000000")
    page.get_by_role("button", name="Войти", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Код не подходит")
    soon = datetime.now(UTC) + timedelta(seconds=25)
    page.get_by_label("Код из приложения").fill(pyotp.TOTP(secret).at(soon))
    page.wait_for_timeout(1100)  # the pause after a wrong try
    page.get_by_role("button", name="Войти", exact=True).click()
    expect(head.sections).to_be_visible()


def the_head_moves_the_child(head: Person, installation: Installation) -> None:
    page = head.page
    [found] = head.ask("GET", "/api/people/search?q=Петров%20Иван")["items"]
    head.open(f"/people/{found['id']}")
    expect(page.get_by_role("heading", name="Помощь со входом")).to_be_visible()
    page.get_by_role("list", name="Помощь со входом").get_by_role("button", name="Сменить").click()
    page.get_by_label("Новый телефон или почта").fill(CHILDS)
    page.get_by_label("Причина").fill("Был записан на номер мамы")
    look_at(page, "support-start")
    page.get_by_role("button", name="Начать смену").click()
    expect(page.get_by_role("region", name="Новый контакт")).to_be_visible()
    head.open("/school/moves")
    page.get_by_role("main").get_by_role("link", name="Петров Иван").click()
    for side, contact in (("Новый контакт", CHILDS), ("Прежний контакт", PETROVA)):
        card = page.get_by_role("region", name=side)
        known = len(installation.codes_for(contact))
        card.get_by_role("button", name="Отправить код на").click()
        if side == "Новый контакт":
            look_at(page, "support-move")
        card.get_by_role("textbox").fill(installation.next_code(contact, after=known))
        card.get_by_role("button", name="Подтвердить", exact=True).click()
        expect(card.get_by_text("подтверждён").or_(page.get_by_text("Контакт сменён")).first).to_be_visible()
    expect(page.get_by_role("list", name="Помощь со входом")).to_contain_text("66")


def look_at(page: Page, name: str) -> None:
    """Nothing on this screen is in anybody's way; with STORY_PICTURES it is kept, light and dark."""
    assert axe.faults(page) == []
    assert axe.cut_off(page) == []
    if PICTURES:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=Path(PICTURES) / f"{name}-{scheme}.png")
        page.emulate_media(color_scheme="no-preference")
