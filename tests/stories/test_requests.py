"""People whom the rules only allow to ask: the first words wait for the other side's yes."""

from playwright.sync_api import expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import OZERTSOVA, PETROV, SNEGIRYOVA, SOKOLOV
from tests.stories.person import Person
from tests.stories.rosters import address_of


def test_a_pupil_asks_another_class_and_is_accepted(school: Installation, new_person: NewPerson) -> None:
    ivan, boris = new_person(school), new_person(school)
    boris.come_in(SOKOLOV)
    ivan.come_in(PETROV)
    leave_safe_mode(boris, ivan)
    ask(ivan, "Борис Соколов", "Привет! Ты идёшь на робототехнику?")

    boris.look()
    line = boris.chat_in_list("Иван Петров")
    expect(line).to_contain_text("Запрос на переписку")
    line.click()
    banner = boris.page.get_by_role("region", name="Иван Петров хочет написать вам")
    expect(banner).to_be_visible()
    expect(boris.field).to_have_count(0)
    banner.get_by_role("button", name="Принять").click()

    expect(banner).to_have_count(0)
    boris.say("Да, после уроков")
    ivan.sees("Да, после уроков")
    ivan.say("Тогда до встречи")
    boris.sees("Тогда до встречи")


def test_a_pupil_asks_a_teacher_and_is_declined(school: Installation, new_person: NewPerson) -> None:
    ira, teacher = new_person(school), new_person(school)
    teacher.come_in(OZERTSOVA)
    ira.come_in(SNEGIRYOVA)
    ask(ira, "Нина Павловна Озерцова", "Здравствуйте, можно к вам на кружок?")

    teacher.look()
    teacher.chat_in_list("Ира Снегирёва").click()
    banner = teacher.page.get_by_role("region", name="Ира Снегирёва хочет написать вам")
    banner.get_by_role("button", name="Отклонить").click()

    expect(ira.page.get_by_role("note")).to_have_text("Запрос на переписку отклонён")
    expect(ira.field).to_have_count(0)


def test_somebody_beyond_the_rules_is_not_found(school: Installation, new_person: NewPerson) -> None:
    ivan, egor, boris = new_person(school), new_person(school), new_person(school)
    egor.come_in(address_of("s-5a-04"))
    boris.come_in(SOKOLOV)
    ivan.come_in(PETROV, "/people")
    leave_safe_mode(ivan, egor, boris)
    search = ivan.page.get_by_role("searchbox", name="Фамилия или имя").or_(
        ivan.page.get_by_placeholder("Фамилия или имя")
    )
    search.fill("Яблоков")
    expect(ivan.page.get_by_role("list", name="Люди")).to_contain_text("Егор Яблоков")
    expect(ivan.page.get_by_role("list", name="Люди").get_by_role("listitem")).to_have_count(1)
    search.fill("Соколова")
    # Somebody of his own circle is called nearly so; whom the rules do not join to him is not there.
    expect(ivan.page.get_by_role("list", name="Люди")).to_contain_text("Борис Соколов")
    expect(ivan.page.get_by_role("list", name="Люди").get_by_role("listitem")).to_have_count(1)


def leave_safe_mode(*pupils: Person) -> None:
    """In safe mode, which pupils keep unasked, nobody of another class is there to be asked."""
    for pupil in pupils:
        pupil.ask("PUT", "/api/me/safe-mode", {"kept": False})


def ask(person: Person, name: str, words: str) -> None:
    """From the list's search to the first message, which waits."""
    person.look()
    person.page.get_by_role("searchbox", name="Поиск").fill(name.split()[-1])
    person.page.get_by_role("button", name=name).click()
    person.field.fill(words)
    person.page.get_by_role("button", name="Отправить").click()
    person.sees_sent(words)
    expect(person.page.get_by_role("region", name="Ждёт подтверждения")).to_be_visible()
