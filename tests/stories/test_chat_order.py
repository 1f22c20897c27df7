"""A teacher keeps a group in order: words wait for a yes, hurry is slowed, one is silenced, another comes by a link."""

import re

from playwright.sync_api import Locator, expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import LADOGINA, PETROV, POLYANSKAYA
from tests.stories.person import Person

TRIP = "Поход на озеро"


def test_a_teacher_keeps_a_group_in_order(school: Installation, new_person: NewPerson) -> None:
    teacher, ivan, zhanna = new_person(school), new_person(school), new_person(school)
    ivan.come_in(PETROV)
    teacher.come_in(LADOGINA)
    [pupil] = teacher.ask("GET", "/api/people/search?q=Иван Петров")["items"]
    teacher.ask("POST", "/api/conversations", {"kind": "group", "title": TRIP, "person_ids": [pupil["id"]]})
    teacher.open_chat(TRIP)
    ivan.open_chat(TRIP)

    words_wait_for_approval(teacher, ivan)
    hurry_is_slowed(teacher, ivan)
    one_is_silenced(teacher, ivan)
    another_comes_by_a_link(teacher, zhanna)
    the_group_ends(teacher, ivan)


def words_wait_for_approval(teacher: Person, ivan: Person) -> None:
    settings = open_rules(teacher, "Настройки чата")
    settings.get_by_text("Проверять сообщения", exact=True).click()
    expect(teacher.page.get_by_role("log").get_by_text("меняет настройки чата")).to_be_visible()
    close_all(teacher)

    ivan.say("Можно взять собаку?")
    held = ivan.page.get_by_role("region", name="Ваши сообщения на проверке")
    expect(held).to_contain_text("Ждёт одобрения")

    teacher.look()
    teacher.page.get_by_role("button", name=re.compile("1 сообщение ждёт одобрения")).click()
    queue = teacher.page.get_by_role("dialog", name="Заявки и одобрение")
    expect(queue).to_contain_text("Можно взять собаку?")
    queue.get_by_role("button", name="Одобрить").click()
    expect(queue).to_contain_text("Всё разобрано")
    close_all(teacher)

    ivan.look()
    expect(held).to_have_count(0)
    ivan.sees("Можно взять собаку?")

    ivan.say("Купите слона")
    teacher.look()
    teacher.page.get_by_role("button", name=re.compile("1 сообщение ждёт одобрения")).click()
    queue.get_by_role("button", name="Отклонить").click()
    queue.get_by_label("Почему").fill("Не по теме")
    queue.get_by_role("button", name="Отклонить").click()
    expect(queue).to_contain_text("Всё разобрано")
    close_all(teacher)
    ivan.look()
    expect(held).to_contain_text("Причина: Не по теме")
    held.get_by_role("button", name="Убрать").click()
    expect(held).to_have_count(0)


def hurry_is_slowed(teacher: Person, ivan: Person) -> None:
    settings = open_rules(teacher, "Настройки чата")
    settings.get_by_text("Проверять сообщения", exact=True).click()
    settings.get_by_label("Медленный режим").select_option("300")
    expect(settings.get_by_label("Медленный режим")).to_have_value("300")
    close_all(teacher)
    ivan.say("Спасибо!")
    ivan.sees("Спасибо!")
    expect(ivan.page.get_by_role("timer")).to_contain_text("Медленный режим: следующее сообщение через 4:")
    ivan.field.fill("И ещё вопрос")
    expect(ivan.page.get_by_role("button", name="Отправить", exact=True)).to_be_disabled()
    ivan.field.fill("")


def one_is_silenced(teacher: Person, ivan: Person) -> None:
    info = open_info(teacher)
    info.get_by_role("button", name=re.compile("^Действия: .*Петров")).click()
    teacher.page.get_by_role("menuitem", name="Запретить писать…").click()
    ban = teacher.page.get_by_role("dialog", name="Запретить писать")
    ban.get_by_label("На сколько").select_option("86400")
    ban.get_by_label("Причина").fill("Шутки не к месту")
    ban.get_by_role("button", name="Запретить", exact=True).click()
    expect(info).to_contain_text("не пишет, срок")
    ivan.look()
    closed = ivan.page.get_by_role("note").filter(has_text="Вам запретили писать")
    expect(closed).to_contain_text("Причина: Шутки не к месту")
    expect(ivan.field).to_have_count(0)

    teacher.look()
    info.get_by_role("button", name=re.compile("^Действия: .*Петров")).click()
    teacher.page.get_by_role("menuitem", name="Разрешить писать").click()
    expect(info).not_to_contain_text("не пишет, срок")
    close_all(teacher)
    ivan.look()
    expect(ivan.field).to_be_visible()


def another_comes_by_a_link(teacher: Person, zhanna: Person) -> None:
    links = open_rules(teacher, "Ссылки")
    links.get_by_role("button", name="Создать ссылку").click()
    links.get_by_text("Впускать после одобрения", exact=True).click()
    links.get_by_role("button", name="Создать", exact=True).click()
    address = links.get_by_text(re.compile(r"/join/")).inner_text()
    links.get_by_role("button", name="QR-код").click()
    expect(links.get_by_role("img", name="QR-код чата")).to_be_visible()
    expect(links.get_by_role("img", name="QR-код чата")).not_to_have_js_property("naturalWidth", 0)
    close_all(teacher)

    # Who is not signed in comes to the door first, and then to the chat.
    zhanna.open(address.removeprefix(zhanna.address))
    zhanna.sign_in(POLYANSKAYA)
    expect(zhanna.page.get_by_role("region", name=TRIP)).to_contain_text("2 участника")
    zhanna.page.get_by_role("button", name="Подать заявку").click()
    expect(zhanna.page.get_by_role("status").filter(has_text="Заявка отправлена")).to_be_visible()

    teacher.look()
    teacher.page.get_by_role("button", name=re.compile("1 заявка в чат")).click()
    queue = teacher.page.get_by_role("dialog", name="Заявки и одобрение")
    queue.get_by_role("button", name=re.compile("^Принять")).click()
    expect(queue).to_contain_text("Всё разобрано")
    close_all(teacher)
    zhanna.look()
    expect(zhanna.chat_in_list(TRIP)).to_be_visible()
    zhanna.open_chat(TRIP)
    zhanna.sees("Спасибо!")


def the_group_ends(teacher: Person, ivan: Person) -> None:
    info = open_info(teacher)
    info.get_by_role("button", name="Удалить чат для всех").click()
    teacher.page.get_by_role("button", name="Удалить", exact=True).click()
    expect(teacher.chat_in_list(TRIP)).to_have_count(0)
    ivan.look()
    expect(ivan.chat_in_list(TRIP)).to_have_count(0)


def open_info(person: Person) -> Locator:
    """The page about the open chat."""
    person.look()
    person.page.get_by_role("button", name="О чате", exact=True).click()
    return person.page.get_by_role("dialog").first


def open_rules(person: Person, matter: str) -> Locator:
    """One matter of the chat's order, opened from the page about the chat."""
    open_info(person).get_by_role("button", name=matter).click()
    dialog = person.page.get_by_role("dialog", name=matter)
    expect(dialog).to_be_visible()
    return dialog


def close_all(person: Person) -> None:
    """Put away everything that lies over the chat."""
    dialogs = person.page.get_by_role("dialog")
    while (open_now := dialogs.count()) > 0:
        person.page.keyboard.press("Escape")
        expect(dialogs).to_have_count(open_now - 1)
