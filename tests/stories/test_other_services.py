"""A region with an OpenID provider of its own: linking it, coming in without a code, unlinking, and who does not come in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from parta.testing.openid_provider import openid_process
from tests.stories import rosters
from tests.stories.axe import faults
from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import OZERTSOVA, PETROVA
from tests.stories.person import Person

ACCOUNTS = {
    "teacher": {},
    "mother": {"phone_number": PETROVA, "phone_number_verified": True},
    "passer-by": {},
}
BUTTON = "Войти через «Областной вход»"


@pytest.fixture(scope="module")
def region() -> Iterator[tuple[Installation, str]]:
    """A school, and the address of the provider."""
    installation = Installation()
    with openid_process(f"{installation.address}/sign-in/openid", ACCOUNTS) as provider:
        installation.also(provider.environ)
        try:
            installation.start()
            bundle = installation.folder / "roster.zip"
            bundle.write_bytes(rosters.zipped(rosters.sample()))
            installation.run("import", str(bundle), "--apply", "--yes")
            yield installation, provider.issuer
        finally:
            installation.stop()


def test_a_teacher_links_comes_in_without_a_code_and_unlinks(
    region: tuple[Installation, str], new_person: NewPerson
) -> None:
    installation, issuer = region
    teacher = new_person(installation, visits=issuer)
    page = teacher.page
    teacher.come_in(OZERTSOVA, "/settings/ways")

    page.get_by_role("button", name="Привязать: Областной вход").click()
    tell_the_region(teacher, "teacher")
    expect(page.get_by_text("Готово: теперь можно входить через «Областной вход»")).to_be_visible()
    expect(page.get_by_role("button", name="Отвязать: Областной вход")).to_be_visible()
    assert faults(page) == []

    sign_out(teacher)
    assert faults(page) == []
    page.get_by_role("button", name=BUTTON).click()
    expect(teacher.sections).to_be_visible()
    assert "code=" not in page.url

    teacher.open("/settings/ways")
    expect(page.get_by_text("последний вход")).to_be_visible()
    page.get_by_role("button", name="Отвязать: Областной вход").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Отвязать").click()
    expect(page.get_by_role("button", name="Привязать: Областной вход")).to_be_visible()
    sign_out(teacher)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("heading", name="Учётная запись отвязана")).to_be_visible()
    page.get_by_role("button", name="Войти по коду").click()
    expect(page.get_by_label("Телефон или почта")).to_be_visible()


def test_whom_the_school_expects_comes_in_and_whom_nobody_knows_does_not(
    region: tuple[Installation, str], new_person: NewPerson
) -> None:
    installation, issuer = region
    mother, stranger = (new_person(installation, visits=issuer) for _ in range(2))

    mother.open("/settings/ways")
    mother.page.get_by_role("button", name=BUTTON).click()
    tell_the_region(mother, "mother")
    expect(mother.page.get_by_role("heading", name="Прежде чем войти")).to_be_visible()
    assert faults(mother.page) == []
    for box in mother.page.get_by_role("checkbox").all():
        box.check(force=True)
    mother.page.get_by_role("button", name="Принять и войти").click()
    # Where she was going when the door stopped her.
    expect(mother.page.get_by_role("button", name="Отвязать: Областной вход")).to_be_visible()

    stranger.open("/")
    stranger.page.get_by_role("button", name=BUTTON).click()
    tell_the_region(stranger, "", act="Отмена")
    expect(stranger.page.get_by_role("heading", name="Вход отменён")).to_be_visible()
    stranger.page.get_by_role("button", name="Начать заново").click()
    tell_the_region(stranger, "passer-by")
    expect(stranger.page.get_by_role("heading", name="Сначала войдите по коду")).to_be_visible()
    assert faults(stranger.page) == []
    stranger.page.reload()
    expect(
        stranger.page.get_by_text("Этот вход начат не здесь").or_(
            stranger.page.get_by_text("уже использован")
        )
    ).to_be_visible()


def tell_the_region(person: Person, login: str, *, act: str = "Войти") -> None:
    """Say who one is on the provider's own page."""
    expect(person.page.get_by_role("heading", name="Областной вход")).to_be_visible()
    person.page.get_by_label("Логин").fill(login)
    person.page.get_by_role("button", name=act).click()


def sign_out(person: Person) -> None:
    """By the button at the foot of settings."""
    person.page.bring_to_front()
    person.page.get_by_role("button", name="Выйти").click()
    person.page.get_by_role("alertdialog").get_by_role("button", name="Выйти").click()
    expect(person.page.get_by_role("button", name=BUTTON)).to_be_visible()
