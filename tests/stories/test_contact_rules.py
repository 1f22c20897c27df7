"""Who may write to whom: the director asks, a mother finds it to be so, and the log tells who asked."""

from playwright.sync_api import expect

from tests.stories.axe import faults
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import PETROVA
from tests.stories.person import Person

DIRECTOR = "director@school14.example"


def test_the_director_asks_about_two_people_and_it_is_so(school: Installation, new_person: NewPerson) -> None:
    director, mother = new_person(school), new_person(school, **PHONE)
    director.come_in(DIRECTOR, "/school")
    director.page.get_by_role("link", name="Кто кому пишет").click()
    page = director.page
    expect(page.get_by_role("row", name="ученики одного класса сразу")).to_be_visible()

    choose(director, "Первый человек", "Петрова")
    choose(director, "Второй человек", "Ладогина")
    said = page.get_by_role("status").filter(has_text="Пишут друг другу сразу")
    expect(said.get_by_role("listitem")).to_have_text(["родитель и учителя его ребёнка — сразу"])
    page.get_by_role("button", name="Выбрать другого: Второй человек").click()
    choose(director, "Второй человек", "Соколов")
    expect(page.get_by_role("status").filter(has_text="Не видят и не находят")).to_be_visible()
    assert faults(page) == []

    # Asking is an act by office: it stands in the log.
    page.get_by_role("link", name="Журнал действий").click()
    page.get_by_label("Что сделано").select_option("Спрошено, кто кому может писать")
    written = page.get_by_role("list", name="Записи журнала").get_by_role("article")
    expect(written).to_have_count(2)
    expect(written.first).to_contain_text("Петрова")
    assert faults(page) == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Выгрузить журнал в CSV").click()
    assert "Спрошено, кто кому может писать" in taken.value.path().read_text("utf-8-sig")

    mother.come_in(PETROVA, "/people")
    expect(mother.page.get_by_role("link").filter(has_text="Ладогина")).to_be_visible()
    expect(mother.page.get_by_role("link").filter(has_text="Соколов")).to_have_count(0)


def choose(person: Person, label: str, surname: str) -> None:
    person.page.get_by_role("searchbox", name=label).fill(surname)
    person.page.get_by_role("list", name=label).get_by_role("button").filter(has_text=surname).first.click()
