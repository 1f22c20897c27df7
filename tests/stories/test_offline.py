"""Without a network: what was loaded can be read, what is written waits, and goes out exactly once."""

from playwright.sync_api import expect

from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person

WORKER_READY = "navigator.serviceWorker.ready.then(() => true)"


def test_words_written_offline_survive_a_reload_and_go_out_once(
    school: Installation, new_person: NewPerson
) -> None:
    teacher, pupil = new_person(school), new_person(school)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    teacher.open_chat(CLASS_CHAT)
    teacher.say("Экскурсия в пятницу")
    pupil.open_chat(CLASS_CHAT)
    pupil.sees("Экскурсия в пятницу")
    keep_on_device(pupil)

    pupil.context.set_offline(True)
    pupil.say("Я тоже поеду!")
    waiting(pupil, "Я тоже поеду!")
    teacher.say("Сбор у школы в восемь")
    teacher.sees_sent("Сбор у школы в восемь")

    pupil.page.reload()
    expect(pupil.page.get_by_text("Нет сети").first).to_be_visible()
    pupil.sees("Экскурсия в пятницу")
    waiting(pupil, "Я тоже поеду!")
    expect(teacher.message("Я тоже поеду!")).to_have_count(0)

    pupil.context.set_offline(False)
    teacher.sees("Я тоже поеду!")
    pupil.sees_sent("Я тоже поеду!")
    pupil.sees("Сбор у школы в восемь")
    teacher.page.reload()
    teacher.sees("Я тоже поеду!")


def test_the_page_opens_offline_with_what_it_has(school: Installation, new_person: NewPerson) -> None:
    teacher = new_person(school)
    teacher.come_in(LADOGINA)
    teacher.open_chat("Избранное" if teacher.chat_in_list("Избранное").count() else CLASS_CHAT)
    teacher.say("Купить мел")
    teacher.sees_sent("Купить мел")
    keep_on_device(teacher)
    address = teacher.page.url
    teacher.page.close()

    teacher.context.set_offline(True)
    teacher.page = teacher.context.new_page()
    teacher.page.goto(address)
    teacher.sees("Купить мел")
    expect(teacher.chats).to_be_visible()
    teacher.sections.get_by_role("link", name="Настройки").click()
    expect(teacher.page.get_by_role("heading", name="Мой профиль")).to_be_visible()


def keep_on_device(person: Person) -> None:
    """Wait until the worker has the page, and the device has written down what was heard."""
    assert person.page.evaluate(WORKER_READY)
    person.page.wait_for_timeout(1500)


def waiting(person: Person, text: str) -> None:
    person.sees(text)
    expect(person.message(text).get_by_role("img", name="Ждёт отправки")).to_be_visible()
