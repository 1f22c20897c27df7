"""Somebody at a browser of their own: what their hands do and their eyes find."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, expect

from tests.stories.installation import Installation

UPLOAD = "input[type=file]"


class Person:
    """One person, one device: an isolated context with one page in it."""

    def __init__(
        self, context: BrowserContext, installation: Installation, address: str | None = None
    ) -> None:
        self.context = context
        self.address = address or installation.address
        self.installation = installation
        self.page = context.new_page()
        self.csrf = ""

    # ── coming in ──

    def open(self, path: str = "/") -> None:
        """Go to an address of the installation."""
        self.page.goto(f"{self.address}{path}")

    def sign_in(self, contact: str) -> None:
        """As a person does it: contact, code, documents, on the page that is open."""
        known = len(self.installation.codes_for(contact))
        self.page.get_by_label("Телефон или почта").fill(contact)
        self.page.get_by_role("button", name="Продолжить").click()
        code = self.page.get_by_label("Код из шести цифр")
        expect(code).to_be_visible()
        code.fill(self.installation.next_code(contact, after=known))
        agree = self.page.get_by_role("button", name="Принять и войти")
        expect(agree.or_(self.sections)).to_be_visible()
        if agree.is_visible():
            expect(agree).to_be_disabled()
            for box in self.page.get_by_role("checkbox").all():
                box.check(force=True)
            agree.click()
        expect(self.sections).to_be_visible()

    def come_in(self, contact: str, path: str = "/chats") -> None:
        """The same by requests, for stories about something else."""
        known = len(self.installation.codes_for(contact))
        code_id = self._ask("POST", "/api/sign-in/codes", {"contact": contact})["id"]
        documents = self._ask("GET", "/api/documents")["items"]
        signed_in = self._ask(
            "POST",
            "/api/sign-in/sessions",
            {
                "code_id": code_id,
                "code": self.installation.next_code(contact, after=known),
                "consents": [{"document": one["document"], "version": one["version"]} for one in documents],
            },
        )
        self.csrf = signed_in["csrf"]
        self.open(path)
        expect(self.page.get_by_role("main")).to_be_visible()

    def become(self, person_id: int, path: str = "/chats") -> None:
        """In the demo anybody is anybody by one request."""
        self.csrf = self._ask("POST", "/api/demo/sessions", {"person_id": person_id})["csrf"]
        self.open(path)

    def _ask(self, method: str, path: str, data: Any = None) -> Any:
        headers = {"X-CSRF-Token": self.csrf} if self.csrf else {}
        answer = self.context.request.fetch(
            f"{self.address}{path}", method=method, data=data, headers=headers
        )
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
        return answer.json() if answer.status != 204 else None

    def ask(self, method: str, path: str, data: Any = None) -> Any:
        """A request in this person's name, past the page."""
        return self._ask(method, path, data)

    def look(self) -> None:
        """Turn to this screen: a browser draws no animation to its end in windows that nobody looks at."""
        self.page.bring_to_front()

    # ── the list ──

    @property
    def sections(self) -> Locator:
        """The rail or the tabs: there only for those who are in."""
        return self.page.get_by_role("navigation", name="Разделы")

    @property
    def chats(self) -> Locator:
        """The list of chats."""
        return self.page.get_by_role("list", name="Чаты")

    def chat_in_list(self, title: str) -> Locator:
        """The line of a chat in the list, by its whole title."""
        exact = self.page.get_by_text(title, exact=True)
        return self.chats.get_by_role("link").filter(has=exact)

    def open_chat(self, title: str) -> None:
        """Press the chat's line and wait for its messages."""
        self.look()
        self.chat_in_list(title).click()
        expect(self.page.get_by_role("button", name=f"О чате: {title}")).to_be_visible()

    # ── the chat ──

    @property
    def field(self) -> Locator:
        """Where messages are written."""
        return self.page.get_by_role("textbox", name="Сообщение")

    def message(self, text: str) -> Locator:
        """The message with these words."""
        return self.page.get_by_role("article").filter(has_text=text)

    def say(self, text: str, *files: Path) -> None:
        """Write, attach and send."""
        self.look()
        if files:
            self.page.locator(UPLOAD).first.set_input_files(list(files))
            expect(self.page.get_by_role("button", name="Убрать файл")).to_have_count(len(files))
        self.field.fill(text)
        self.page.get_by_role("button", name="Отправить").click()

    def do(self, text: str, deed: str) -> None:
        """One entry of a message's menu, opened by the right button."""
        self.look()
        self.message(text).locator("[class*=bubble]").first.click(button="right")
        self.page.get_by_role("menu").get_by_role("menuitem", name=deed, exact=True).click()

    def react(self, text: str, emoji: str) -> None:
        """A quick reaction from the message's menu."""
        self.look()
        self.message(text).locator("[class*=bubble]").first.click(button="right")
        self.page.get_by_role("menuitem", name=f"Реакция {emoji}").or_(
            self.page.get_by_role("menuitemcheckbox", name=f"Реакция {emoji}")
        ).click()

    def sees(self, text: str) -> None:
        """The words are in the open chat, once."""
        expect(self.message(text)).to_have_count(1)

    def sees_sent(self, text: str) -> None:
        """The server has the message."""
        self.sees(text)
        sent = re.compile("Отправлено|Прочитано")
        expect(self.message(text).get_by_role("img", name=sent)).to_be_visible()
