"""A parent is told of what the class teacher writes: on the screen, in the closed browser, and not in quiet hours."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.stories import rosters
from tests.stories.conftest import NewPerson
from tests.stories.installation import Installation
from tests.stories.people import LADOGINA, PETROVA
from tests.stories.person import Person

RECEIVER = Path(__file__).parents[2] / "parta" / "notifications" / "tests" / "push_receiver.py"
TEACHER = "Ладогина"

# The one part of the way that needs the Internet is the browser's own talk with its maker; ours stands in.
OWN_PUSH_SERVICE = """
    const given = %s;
    const subscription = (options) => ({
        endpoint: given.endpoint, options, toJSON: () => given,
        unsubscribe: async () => { localStorage.removeItem('test.subscribed'); return true; },
    });
    PushManager.prototype.subscribe = async (options) => {
        localStorage.setItem('test.subscribed', options.applicationServerKey);
        return subscription({ applicationServerKey: null });
    };
    PushManager.prototype.getSubscription = async () =>
        localStorage.getItem('test.subscribed') ? subscription({ applicationServerKey: null }) : null;
"""

SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map(({ title, body, tag, data }) => ({ title, body, tag, path: data.path }))"""


@pytest.fixture(scope="module")
def push_service() -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, str(RECEIVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def pushing_school(push_service: str) -> Iterator[Installation]:
    """A school that has switched push on, with a push service of its own."""
    installation = Installation(
        environ={
            "PARTA_NOTIFICATIONS_PUSH": "true",
            "PARTA_NOTIFICATIONS_PUSH_HOSTS": "127.0.0.1",
            "PARTA_NOTIFICATIONS_PUSH_PRIVATE_ADDRESSES": "true",
        }
    )
    try:
        installation.start()
        bundle = installation.folder / "roster.zip"
        bundle.write_bytes(rosters.zipped(rosters.sample()))
        installation.run("import", str(bundle), "--apply", "--yes")
        yield installation
    finally:
        installation.stop()


def test_news_reach_a_parent_on_the_screen_and_when_parta_is_closed(
    pushing_school: Installation, push_service: str, new_person: NewPerson
) -> None:
    teacher, parent = new_person(pushing_school), new_person(pushing_school)
    browser = httpx.get(f"{push_service}/subscription/parent", trust_env=False).json()
    parent.context.add_init_script(OWN_PUSH_SERVICE % json.dumps(browser))
    parent.context.grant_permissions(["notifications"], origin=parent.address)
    teacher.come_in(LADOGINA)
    parent.come_in(PETROVA, "/settings/notifications")
    direct = open_direct(teacher, parent)

    # On the screen: a banner over whatever is open, and the count in the tab.
    expect(parent.page.get_by_role("heading", name="Уведомления")).to_be_visible()
    teacher.say("Завтра собрание в 18:00")
    banner = parent.page.get_by_role("status").filter(has_text="Завтра собрание в 18:00")
    expect(banner).to_contain_text(TEACHER)
    expect(parent.page).to_have_title(re.compile(r"^\(1\)"))
    banner.get_by_role("button").click()
    parent.sees("Завтра собрание в 18:00")
    expect(parent.page).not_to_have_title(re.compile(r"^\("))

    # Switched on by a press, and only by it.
    parent.open("/settings/notifications")
    push = parent.page.get_by_role("switch", name="Уведомления, когда Парта закрыта")
    expect(push).not_to_be_checked()
    push.click(force=True)
    expect(push).to_be_checked()
    parent.page.close()

    teacher.say("Возьмите **паспорт**")
    [note] = wait_for(push_service, "parent", 1)
    assert note == {"kind": "message", "conversation_id": direct, "number": 2, "urgent": True}
    parent.page = parent.context.new_page()
    parent.open("/settings/quiet")
    worker = deliver(parent, note)
    assert shown(parent) == [
        {
            "title": f"{teacher_name(teacher)} 🎓",
            "body": "Возьмите паспорт",
            "tag": f"chat-{direct}",
            "path": f"/chats/{direct}?at=2",
        }
    ]
    # Pressed, it leads to the message; read, it goes from the screen.
    press(parent)
    parent.sees("Возьмите паспорт")
    expect(parent.page).to_have_url(re.compile(rf"/chats/{direct}$"))
    until_shown(parent, 0)
    # A server out of reach: that something came is said, and nothing of what.
    parent.context.route("**/api/notifications/**", lambda route: route.abort())
    parent.page.goto(f"{parent.address}/settings/notifications")
    deliver(parent, note | {"number": 3}, worker)
    assert shown(parent)[0]["body"] == "Новое сообщение"


def test_in_quiet_hours_nothing_comes_and_afterwards_one_summary(
    pushing_school: Installation, new_person: NewPerson
) -> None:
    teacher, parent = new_person(pushing_school), new_person(pushing_school)
    teacher.come_in(LADOGINA)
    parent.come_in(PETROVA, "/settings/quiet")
    parent.page.get_by_role("button", name="Тишина на час").click()
    expect(parent.page.get_by_text("Сейчас тихо — до")).to_be_visible()

    open_direct(teacher, parent)
    expect(teacher.page.get_by_role("note")).to_contain_text("тихие часы до")
    for text in ("Не срочно", "И это не срочно"):
        teacher.say(text)
        teacher.sees_sent(text)
    # What can wait is left at the server until the silence is over.
    teacher.field.fill("А это подождёт")
    teacher.page.get_by_role("button", name="Отложить до").click()
    expect(teacher.field).to_have_value("")
    expect(teacher.message("А это подождёт")).to_have_count(0)
    # The follower works about once a second; a banner would have come long ago.
    teacher.page.wait_for_timeout(4000)
    parent.look()
    expect(parent.page.get_by_text("Не срочно")).to_have_count(0)

    parent.page.get_by_role("button", name="Включить звук сейчас").click()
    summary = parent.page.get_by_role("status").filter(has_text="Пока вас не беспокоили")
    expect(summary).to_contain_text(re.compile(r"\d+ сообщени[ея] в \d+ чат"))

    # A schedule of one's own, begun with a ready-made one.
    parent.page.get_by_role("switch", name="Тихие часы по расписанию").click(force=True)
    parent.page.get_by_role("group", name="Готовые расписания").get_by_role("button", name="Ночь").click()
    parent.page.get_by_role("button", name="Сохранить").click()
    expect(parent.page.get_by_text("Тихие часы сохранены")).to_be_visible()
    kept = parent.ask("GET", "/api/me/quiet-hours")
    assert kept["periods"] == [{"days": [1, 2, 3, 4, 5, 6, 7], "starts": "22:00", "ends": "07:00"}]
    parent.page.reload()
    expect(parent.page.get_by_label("До", exact=True)).to_have_value("07:00")


def open_direct(teacher: Person, parent: Person) -> int:
    """The teacher's chat with the parent, on the teacher's screen."""
    parent_id = parent.ask("GET", "/api/me")["id"]
    chat: int = teacher.ask("PUT", f"/api/conversations/direct/{parent_id}")["id"]
    teacher.open(f"/chats/{chat}")
    expect(teacher.field).to_be_visible()
    return chat


def teacher_name(teacher: Person) -> str:
    me = teacher.ask("GET", "/api/me")
    return f"{me['given_name']} {me['patronymic']}"


def wait_for(push_service: str, name: str, amount: int) -> list[dict[str, Any]]:
    """What the push service has decrypted for a browser."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        received = httpx.get(f"{push_service}/received", trust_env=False).json()
        notes = [one["note"] for one in received if one["name"] == name and one["note"]["kind"] == "message"]
        if len(notes) >= amount:
            return notes
        time.sleep(0.2)
    raise TimeoutError("no push came")


def deliver(person: Person, note: dict[str, Any], worker: CDPSession | None = None) -> CDPSession:
    """Hand the worker what the push service has, as the browser would."""
    person.page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    session = worker or person.context.new_cdp_session(person.page)
    registrations: list[dict[str, Any]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda e: registrations.extend(e["registrations"]))
    if worker is not None:
        session.send("ServiceWorker.disable")
    session.send("ServiceWorker.enable")
    person.page.wait_for_timeout(300)
    ours = next(one for one in registrations if one["scopeURL"].startswith(person.address))
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": person.address, "registrationId": ours["registrationId"], "data": json.dumps(note)},
    )
    until_shown(person, 1)
    return session


def shown(person: Person) -> list[dict[str, Any]]:
    notifications: list[dict[str, Any]] = person.page.evaluate(SHOWN)
    return notifications


def until_shown(person: Person, amount: int) -> None:
    page: Page = person.page
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if len(shown(person)) == amount:
            return
        page.wait_for_timeout(200)
    raise TimeoutError(f"{shown(person)} on the screen, {amount} expected")


def press(person: Person) -> None:
    """The system tells the worker that its notification was pressed."""
    [worker] = person.context.service_workers
    worker.evaluate(
        """async () => {
            const [notification] = await registration.getNotifications();
            self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
        }"""
    )
