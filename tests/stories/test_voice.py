"""Voices and faces: recorded in the browser, heard and read by others, also when the line was away."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Locator, Page, expect

from parta.testing.spoken import ENGINE, make_grammar
from tests.stories import axe, rosters
from tests.stories.conftest import DESKTOP, FLAGS, PATIENCE, PHONE
from tests.stories.installation import Installation
from tests.stories.people import CLASS_CHAT, LADOGINA, PETROV
from tests.stories.person import Person
from tests.stories.watching import Watch

REFUSE = "void (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', '{}')))"
# How long it takes to press a button depends on the machine; that it took some time does not.
LENGTH = r"0:(?:0[1-9]|[1-5]\d)"
SAID = "read the letter on page two"


@pytest.fixture(scope="module")
def hearing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A school whose server understands a few English sentences."""
    grammar = tmp_path_factory.mktemp("grammar")
    installation = Installation(
        environ={"PARTA_SPEECH_ENGINE": ENGINE, "PARTA_SPEECH_MODEL": str(make_grammar(grammar))}
    )
    try:
        installation.start()
        bundle = installation.folder / "roster.zip"
        bundle.write_bytes(rosters.zipped(rosters.sample()))
        installation.run("import", str(bundle), "--apply", "--yes")
        yield installation
    finally:
        installation.stop()


@pytest.fixture(scope="module")
def speaking_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """A browser whose microphone hears one sentence again and again."""
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not here and could not be installed: scripts/ensure-speech")
    folder = tmp_path_factory.mktemp("spoken")
    subprocess.run(
        ["espeak-ng", "-v", "en-us+f3", "-w", str(folder / "said.wav"), SAID], check=True, timeout=30
    )
    microphone = f"--use-file-for-fake-audio-capture={folder / 'said.wav'}"
    browser = browser_type.launch(**browser_type_launch_args | {"args": [*FLAGS, microphone]})
    yield browser
    browser.close()


@pytest.fixture
def speaker(speaking_browser: Browser, hearing: Installation) -> Iterator[Callable[..., Person]]:
    """Somebody with a microphone and a camera."""
    watches: list[Watch] = []

    def make(**options: object) -> Person:
        context = speaking_browser.new_context(
            locale="ru-RU", permissions=["microphone", "camera"], **(DESKTOP | options)
        )
        context.set_default_timeout(PATIENCE)
        watch = Watch(hearing.address)
        watch.over(context)
        watches.append(watch)
        return Person(context, hearing)

    yield make
    assert [fault for watch in watches for fault in watch.faults] == []


def button(place: Page | Locator, name: str | re.Pattern[str]) -> Locator:
    return place.get_by_role("button", name=name)


def voices(person: Person) -> Locator:
    return person.page.get_by_role("group", name=re.compile("^Голосовое сообщение:"))


def meet(*people: Person, at: str) -> int:
    """Everybody opens the chat and sees the same words in it; how many voice messages there are above them."""
    first = people[0]
    for person in people:
        person.open_chat(CLASS_CHAT)
    first.say(at)
    for person in people:
        person.look()
        person.sees(at)
    return voices(first).count()


def test_a_voice_message_is_recorded_heard_read_and_mended(speaker: Callable[..., Person]) -> None:
    teacher, pupil = speaker(), speaker()
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    pupil.come_in(PETROV)
    pupil.open_chat(CLASS_CHAT)

    # Paused, listened to, gone on with, sent.
    teacher.look()
    button(teacher.page, "Записать голосовое сообщение").click()
    expect(teacher.page.get_by_text("Идёт запись")).to_be_attached()
    teacher.page.wait_for_timeout(2600)
    button(teacher.page, "Приостановить запись").click()
    button(teacher.page, "Слушать").click()
    expect(button(teacher.page, "Пауза")).to_be_visible()
    button(teacher.page, "Отправить").click()
    expect(voices(teacher)).to_have_count(1)

    # Whole in the list, with its length; its wave comes from the server.
    pupil.look()
    expect(voices(pupil)).to_have_count(1)
    expect(pupil.chat_in_list(CLASS_CHAT)).to_contain_text(re.compile(f"Голосовое сообщение, {LENGTH}"))
    place = pupil.page.get_by_role("slider", name="Позиция в записи")
    expect(place).to_have_attribute("aria-valuetext", re.compile(f"^0:00 из {LENGTH}$"))

    # Its speed is chosen in the bar above everything; the keyboard moves it.
    button(voices(pupil), "Слушать").click()
    player = pupil.page.get_by_role("region", name="Сейчас звучит")
    expect(player).to_be_visible()
    button(player, "Скорость: 1×").click()
    expect(button(player, "Скорость: 1.5×")).to_be_visible()
    button(player, "Закрыть плеер").click()
    expect(player).to_have_count(0)
    place.press("End")
    expect(button(voices(pupil), "Слушать")).to_be_visible()
    expect(place).to_have_attribute("aria-valuetext", re.compile(f"^{LENGTH} из {LENGTH}$"))

    # Anybody may ask for its words; its author puts them right.
    button(voices(pupil), "Показать текст").click()
    expect(pupil.page.get_by_text(re.compile("read the letter"))).to_be_visible()
    teacher.look()
    expect(teacher.page.get_by_text(re.compile("read the letter"))).to_be_visible()
    button(teacher.page, "Исправить текст").click()
    teacher.page.get_by_role("textbox", name="Текст сообщения").fill("Прочитайте письмо на второй странице")
    button(teacher.page, "Сохранить").click()
    pupil.look()
    expect(pupil.page.get_by_text("Прочитайте письмо на второй странице")).to_be_visible()
    expect(pupil.page.get_by_text("исправлено автором")).to_be_visible()
    expect(button(pupil.page, "Исправить текст")).to_have_count(0)
    assert axe.faults(pupil.page) == []


def test_one_voice_follows_another_while_one_browses(speaker: Callable[..., Person]) -> None:
    teacher, pupil = speaker(), speaker()
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    before = meet(teacher, pupil, at="Слушайте по очереди")
    teacher.look()
    for _ in range(2):
        button(teacher.page, "Записать голосовое сообщение").click()
        teacher.page.wait_for_timeout(2300)
        button(teacher.page.get_by_role("group", name="Идёт запись"), "Отправить").click()
        expect(button(teacher.page, "Записать голосовое сообщение")).to_be_visible()
    pupil.look()
    expect(voices(pupil)).to_have_count(before + 2)

    button(voices(pupil).nth(before), "Слушать").click()
    expect(button(voices(pupil).nth(before), "Пауза")).to_be_visible()
    expect(button(voices(pupil).nth(before + 1), "Пауза")).to_be_visible()
    pupil.sections.get_by_role("link", name="Люди").click()
    player = pupil.page.get_by_role("region", name="Сейчас звучит")
    expect(player).to_be_visible()
    # The last one ends, and with it the player.
    expect(player).to_have_count(0)


def test_a_voice_recorded_without_a_network_goes_out_when_it_is_back(speaker: Callable[..., Person]) -> None:
    teacher, pupil = speaker(), speaker(**PHONE)
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    before = meet(teacher, pupil, at="Скоро пропадёт сеть")
    # What the recorder needs is there before the line goes.
    button(pupil.page, "Записать голосовое сообщение").click()
    button(pupil.page, "Удалить запись").click()

    pupil.context.set_offline(True)
    button(pupil.page, "Записать голосовое сообщение").click()
    pupil.page.wait_for_timeout(1500)
    button(pupil.page.get_by_role("group", name="Идёт запись"), "Отправить").click()
    expect(pupil.page.get_by_text(re.compile("Отправляется"))).to_be_visible()
    pupil.page.wait_for_timeout(500)
    expect(voices(teacher)).to_have_count(before)

    pupil.context.set_offline(False)
    expect(voices(teacher)).to_have_count(before + 1)
    pupil.look()
    expect(pupil.page.get_by_text(re.compile("Отправляется"))).to_have_count(0)
    expect(voices(pupil)).to_have_count(before + 1)


def test_a_recording_left_behind_waits_in_its_chat(speaker: Callable[..., Person]) -> None:
    teacher = speaker()
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    button(teacher.page, "Записать голосовое сообщение").click()
    teacher.page.wait_for_timeout(1500)
    teacher.sections.get_by_role("link", name="Люди").click()
    teacher.sections.get_by_role("link", name="Чаты").click()
    teacher.open_chat(CLASS_CHAT)

    review = teacher.page.get_by_role("group", name="Идёт запись")
    expect(button(review, "Слушать")).to_be_visible()
    button(review, "Удалить запись").click()
    expect(review).to_have_count(0)


def test_a_circle_is_seen_before_it_is_sent_and_plays_round(speaker: Callable[..., Person]) -> None:
    teacher, pupil = speaker(**PHONE), speaker()
    teacher.come_in(LADOGINA)
    pupil.come_in(PETROV)
    pupil.open_chat(CLASS_CHAT)
    teacher.open_chat(CLASS_CHAT)

    button(teacher.page, "Записать кружочек").click()
    dialog = teacher.page.get_by_role("dialog", name="Кружочек")
    button(dialog, "Начать запись").click()
    teacher.page.wait_for_timeout(1200)
    button(dialog, "Закончить запись").click()
    button(dialog, "Переснять").click()
    button(dialog, "Начать запись").click()
    teacher.page.wait_for_timeout(1800)
    button(dialog, "Закончить запись").click()
    expect(dialog.get_by_label("Ваш кружочек")).to_be_visible()
    assert axe.faults(teacher.page) == []
    button(dialog, "Отправить кружочек").click()
    expect(dialog).to_have_count(0)

    pupil.look()
    circle = button(pupil.page, re.compile(f"^Смотреть кружочек: .+, {LENGTH}$"))
    expect(circle).to_be_visible()
    expect(pupil.chat_in_list(CLASS_CHAT)).to_contain_text(re.compile(f"Кружочек, {LENGTH}"))
    circle.click()
    expect(button(pupil.page, "Остановить кружочек")).to_be_visible()
    assert axe.faults(pupil.page) == []


def test_without_permission_the_reason_is_plain(speaker: Callable[..., Person]) -> None:
    teacher = speaker()
    teacher.come_in(LADOGINA)
    teacher.open_chat(CLASS_CHAT)
    # The browser of a story lets everybody record: here the person has said no.
    teacher.page.evaluate(REFUSE.format("NotAllowedError"))
    button(teacher.page, "Записать голосовое сообщение").click()
    expect(teacher.page.get_by_role("alert")).to_contain_text("Нет доступа к микрофону")
    teacher.page.evaluate(REFUSE.format("NotFoundError"))
    button(teacher.page, "Попробовать ещё раз").click()
    expect(teacher.page.get_by_role("alert")).to_contain_text("Микрофон не найден")
    button(teacher.page, "Закрыть").click()
    expect(teacher.page.get_by_role("alert")).to_have_count(0)
