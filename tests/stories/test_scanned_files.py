"""A teacher sends a file with a virus in it: the class never gets it, the operator finds it in quarantine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from parta.testing.scanner import EICAR, listening_clamd
from tests.stories import rosters
from tests.stories.axe import cut_off, faults
from tests.stories.conftest import OPERATOR, PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person


@pytest.fixture
def scanned() -> Iterator[Installation]:
    """A school whose files are scanned."""
    with listening_clamd() as address:
        installation = Installation(environ={"PARTA_FILES_SCANNER": address})
        try:
            installation.start()
            bundle = installation.folder / "roster.zip"
            bundle.write_bytes(rosters.zipped(rosters.sample()))
            installation.run("import", str(bundle), "--apply", "--yes")
            phone, name = OPERATOR
            installation.run("administrator", "--phone", phone, "--name", name)
            yield installation
        finally:
            installation.stop()


def test_a_file_with_a_virus_reaches_nobody(
    scanned: Installation, new_person: NewPerson, tmp_path: Path
) -> None:
    sick, sound = tmp_path / "Карта.com", tmp_path / "Контурная карта.txt"
    sick.write_bytes(EICAR)
    sound.write_text("Материки и океаны", encoding="utf-8")
    teacher, pupil, operator = new_person(scanned), new_person(scanned, **PHONE), new_person(scanned)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    operator.come_in(OPERATOR[0], "/school/quarantine")
    expect(operator.page.get_by_text("Карантин пуст")).to_be_visible()
    assert faults(operator.page) == []

    teacher.open_chat(CLASS_CHAT)
    teacher.say("Раскрасьте к пятнице", sick, sound)
    refused = teacher.message("Раскрасьте к пятнице")
    expect(refused).to_contain_text("найдена вредоносная программа")
    teacher.say("Пока вот это", sound)
    pupil.open_chat(CLASS_CHAT)
    sent = pupil.message("Пока вот это")
    with pupil.page.expect_download() as download:
        sent.get_by_role("link", name="Скачать Контурная карта.txt").click()
    assert Path(download.value.path()).read_text("utf-8") == "Материки и океаны"
    expect(pupil.message("Раскрасьте к пятнице")).to_have_count(0)

    a_false_alarm(operator)
    refused.get_by_role("button", name="Повторить").click()
    expect(pupil.message("Раскрасьте к пятнице").get_by_role("link")).to_have_count(2)


def a_false_alarm(operator: Person) -> None:
    page = operator.page
    operator.look()
    operator.open("/school/quarantine")
    card = page.get_by_role("article").filter(has_text="Карта.com")
    expect(card).to_contain_text("Eicar-Test-Signature")
    assert faults(page) == []
    assert cut_off(page) == []
    card.get_by_role("button", name="Ложная тревога").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Открыть файл").click()
    expect(page.get_by_text("Карантин пуст")).to_be_visible()
