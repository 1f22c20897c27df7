"""A school wants a second grown-up between teachers and pupils, a mother holds her son to safe mode: three screens."""

from playwright.sync_api import expect

from tests.stories.axe import faults, settle
from tests.stories.conftest import PHONE, NewPerson
from tests.stories.installation import Installation
from tests.stories.people import DIRECTOR, LADOGINA, PETROV, PETROVA
from tests.stories.person import Person
from tests.stories.rosters import address_of

RULE = "Личные чаты учеников с учителями и администраторами"
STRANGER = address_of("s-5a-04")


def test_a_second_grown_up_and_a_locked_safe_mode(school: Installation, new_person: NewPerson) -> None:
    director, teacher = new_person(school), new_person(school)
    mother, son = new_person(school, **PHONE), new_person(school, **PHONE)
    for one, contact in ((mother, PETROVA), (son, PETROV), (teacher, LADOGINA)):
        one.come_in(contact)
    director.come_in(DIRECTOR, "/school/contacts")
    organisation = director.ask("GET", "/api/organisations")["items"][0]["id"]
    try:
        decide(director, "Только при втором взрослом")
        write_with_the_mother(teacher, mother, son)
    finally:
        usual = {"pupil_staff": "allowed", "pupils": "request", "pupil_groups": "yes", "parents": "request"}
        director.ask("PUT", f"/api/organisations/{organisation}/contact-policy", usual)
    hold_to_safe_mode(mother, son)
    find_nobody(new_person(school))
    let_go(mother, son)


def decide(director: Person, value: str) -> None:
    """The head chooses, is asked once more, and the table says what became of it."""
    page = director.page
    director.look()
    # The radio's own circle lies over its words.
    page.get_by_role("group", name=RULE).get_by_role("radio", name=value).check(force=True)
    assert faults(page) == []
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("alertdialog").or_(page.get_by_role("dialog")).get_by_role(
        "button", name="Сохранить"
    ).click()
    row = page.get_by_role("row").filter(has_text="ученик и учителя его классов и групп")
    expect(row).to_contain_text("при втором взрослом")


def write_with_the_mother(teacher: Person, mother: Person, son: Person) -> None:
    """The teacher is told who will sit there; all three see the words, and the chat says why."""
    teacher.look()
    person = next(
        one
        for one in teacher.ask("GET", "/api/people/search?q=Петров Иван")["items"]
        if one["family_name"] == "Петров"
    )
    teacher.open(f"/people/{person['id']}")
    offer = teacher.page.get_by_role("region", name="Чат при втором взрослом")
    expect(offer).to_contain_text("Петрова")
    assert faults(teacher.page) == []
    offer.get_by_role("button").click()
    teacher.say("Ваня, глобус остался в кабинете")
    for one in (mother, son):
        one.look()
        one.chats.get_by_role("link").filter(has_text="глобус остался").click()
        one.sees("Ваня, глобус остался в кабинете")
    expect(son.page.get_by_text("Школа разрешает этот чат при втором взрослом")).to_be_visible()
    son.say("Заберу завтра")
    teacher.sees("Заберу завтра")


def hold_to_safe_mode(mother: Person, son: Person) -> None:
    """The mother holds the son to safe mode; he reads what she sees, and cannot leave it."""
    mother.look()
    mother.open("/settings/family")
    lock = mother.page.get_by_role("switch", name="Не разрешать выключать")
    expect(lock).to_be_visible()
    settle(mother.page)  # cards that come later move the switch
    if not lock.is_checked():
        lock.click(force=True)
    # It shows what the server has decided.
    expect(lock).to_be_checked()
    expect(mother.page.get_by_role("heading", name="Кто просил о переписке")).to_be_visible()
    assert faults(mother.page) == []
    son.look()
    son.open("/settings/privacy")
    expect(son.page.get_by_text("Режим включили:")).to_contain_text("Петрова")
    expect(son.page.get_by_role("switch", name="Безопасный режим")).to_be_disabled()
    assert faults(son.page) == []
    son.open("/settings/family")
    expect(son.page.get_by_text("Не видят: что вы пишете")).to_be_visible()
    assert faults(son.page) == []


def find_nobody(stranger: Person) -> None:
    """A pupil of another class finds nobody to ask."""
    stranger.come_in(STRANGER, "/people")
    search = stranger.page.get_by_placeholder("Фамилия или имя")
    search.fill("Петров")
    expect(stranger.page.get_by_text("Иван Петров")).to_have_count(0)


def let_go(mother: Person, son: Person) -> None:
    """The mother takes the lock back, and the son may decide again."""
    mother.look()
    mother.open("/settings/family")
    lock = mother.page.get_by_role("switch", name="Не разрешать выключать")
    expect(lock).to_be_checked()
    settle(mother.page)
    lock.click(force=True)
    expect(lock).not_to_be_checked()
    son.look()
    son.open("/settings/privacy")
    expect(son.page.get_by_role("switch", name="Безопасный режим")).to_be_enabled()
