"""A mother consents for her child, carries her data away, takes her consent back and thinks again; the head makes papers."""

import io
import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Download, Page, expect

from tests.stories import axe
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, PETROVA
from tests.stories.person import Person

PICTURES = os.environ.get("STORY_PICTURES")


def test_a_family_rules_its_data_and_the_head_makes_papers(
    school: Installation, new_person: NewPerson
) -> None:
    mother, head = new_person(school, **PHONE), new_person(school)
    mother.come_in(PETROVA, "/settings/family")
    she_consents_for_her_child(mother)
    she_carries_her_data_away(mother)
    she_takes_it_back_and_thinks_again(mother)
    head.come_in(DIRECTOR, "/school")
    the_head_reads_the_register(head)
    the_head_makes_the_order(head)
    the_head_prints_forms_for_a_class(head)


def she_consents_for_her_child(mother: Person) -> None:
    page = mother.page
    expect(page.get_by_text("Согласия родителя на обработку данных ребёнка ещё нет.")).to_be_visible()
    look_at(page, "family")
    page.get_by_role("button", name="Дать согласие").click()
    expect(page.get_by_text("Согласие дано.", exact=True)).to_be_visible()
    expect(page.get_by_text("Петрова", exact=False).filter(has_text="редакция")).to_be_visible()


def she_carries_her_data_away(mother: Person) -> None:
    page = mother.page
    mother.open("/settings/data")
    page.get_by_role("button", name="Запросить архив").click()
    expect(page.get_by_text("Архив готов")).to_be_visible()
    look_at(page, "data")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Скачать архив").click()
    archive = zipfile.ZipFile(taken.value.path())
    assert archive.testzip() is None
    assert "Петрова" in archive.read("index.html").decode()
    assert PETROVA in archive.read("data/contacts.json").decode()
    assert '"privacy"' in archive.read("data/guardian_consents.json").decode()
    assert f"<td>{PETROVA}</td>" in archive.read("pages/contacts.html").decode()


def she_takes_it_back_and_thinks_again(mother: Person) -> None:
    page = mother.page
    mother.open("/settings/data")
    page.get_by_role("button", name="Отозвать согласие").click()
    dialog = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
    expect(dialog.get_by_text("Через 30 дней профиль будет стёрт без возврата.", exact=False)).to_be_visible()
    dialog.get_by_role("button", name="Отозвать согласие").click()
    expect(page.get_by_role("status").filter(has_text="Согласие отозвано")).to_be_visible()
    look_at(page, "withdrawn")
    page.get_by_role("button", name="Вернуть согласие").click()
    expect(page.get_by_role("button", name="Отозвать согласие")).to_be_visible()


def the_head_reads_the_register(head: Person) -> None:
    page = head.page
    page.get_by_role("link", name="Персональные данные").click()
    register = page.get_by_role("list", name="Реестр согласий")
    expect(register.get_by_text("Согласие родителя: Петрова", exact=False)).to_be_visible()
    look_at(page, "register")
    page.get_by_role("button", name="Дети без согласия родителя").click()
    expect(register.get_by_role("button", name="Отметить бумажное: Полянская", exact=False)).to_be_visible()
    page.get_by_role("button", name="Отметить бумажное: Полянская", exact=False).click()
    page.get_by_label("Кто подписал").fill("Полянский Яков Ильич")
    page.get_by_label("Дата подписи").fill("2026-09-01")
    page.get_by_role("button", name="Отметить", exact=True).click()
    expect(register.get_by_text("Полянская", exact=False)).to_have_count(0)
    she_notes_a_withdrawal_and_a_consent(head)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Скачать реестр, CSV").click()
    assert "Фамилия;Имя" in taken.value.path().read_text("utf-8-sig")


def she_notes_a_withdrawal_and_a_consent(head: Person) -> None:
    """On paper, for whoever signed it: the term begins, is seen in the register, and ends with the next paper."""
    page = head.page
    page.get_by_role("button", name="Все", exact=True).click()
    row = (
        page.get_by_role("list", name="Реестр согласий")
        .get_by_role("listitem")
        .filter(has_text="Полянская")
        .first
    )
    row.get_by_role("button", name="Отметить бумажное").click()
    row.get_by_label("Что подписано").select_option("Отзыв согласия")
    row.get_by_label("Вид документа").select_option("Заявление")
    row.get_by_label("Кто подписал").fill("Полянский Яков Ильич")
    row.get_by_label("Дата подписи").fill("2026-09-02")
    row.get_by_label("Примечание").fill("Вх. № 7104")
    look_at(page, "paper")
    row.get_by_role("button", name="Отметить", exact=True).click()
    asked = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
    asked.get_by_role("button", name="Отметить").click()
    expect(row.get_by_text("Отзыв на бумаге (заявление): Полянский Яков Ильич", exact=False)).to_be_visible()
    expect(row.get_by_text("Вх. № 7104", exact=False)).to_be_visible()
    expect(row.get_by_text("Согласие отозвано, стирание", exact=False)).to_be_visible()
    row.get_by_role("button", name="Отметить бумажное").click()
    row.get_by_label("Кто подписал").fill("Полянский Яков Ильич")
    row.get_by_label("Дата подписи").fill("2026-09-03")
    row.get_by_role("button", name="Отметить", exact=True).click()
    expect(row.get_by_text("стирание", exact=False)).to_have_count(0)


def the_head_makes_the_order(head: Person) -> None:
    page = head.page
    page.get_by_role("link", name="Документы").click()
    page.get_by_label("Номер приказа").fill("71-н")
    page.get_by_label("Другой человек, через запятую должность").fill("Ежова Нина Львовна, секретарь")
    sheet = page.get_by_role("article", name="Приказ о назначении администратора")
    expect(sheet.get_by_text("№ 71-н")).to_be_visible()
    expect(sheet.get_by_role("cell", name="Ежова Нина Львовна, секретарь")).to_be_visible()
    look_at(page, "order")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Скачать DOCX").click()
    assert taken.value.suggested_filename == "Приказ о назначении администратора.docx"
    words = words_of(taken.value)
    assert "ПРИКАЗЫВАЮ:" in words
    assert "Ежова Нина Львовна, секретарь" in words
    with page.expect_download() as taken:
        page.get_by_role("button", name="Скачать PDF").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF-")


def the_head_prints_forms_for_a_class(head: Person) -> None:
    page = head.page
    page.get_by_role("button", name="Согласие родителя").click()
    page.get_by_label("Класс для печати").select_option("7 «Б»")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Скачать согласия класса").click()
    assert taken.value.suggested_filename == "Согласия, 7 «Б».pdf"
    page.set_viewport_size({"width": 390, "height": 844})
    look_at(page, "forms-phone")


def words_of(taken: Download) -> str:
    document = zipfile.ZipFile(io.BytesIO(taken.path().read_bytes())).read("word/document.xml")
    return "".join(ET.fromstring(document).itertext())


def look_at(page: Page, name: str) -> None:
    """Nobody stumbles here; and where pictures are wanted, one in each theme."""
    assert axe.faults(page) == []
    if PICTURES:
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.wait_for_timeout(300)
            page.screenshot(path=Path(PICTURES) / f"{name}-{theme}.png")
        page.emulate_media(color_scheme="light")
