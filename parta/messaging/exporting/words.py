"""What an export says of its own, in both languages."""

from typing import Any

from parta.messaging.exporting.page import Page

Words = dict[str, tuple[str, str]]

WORDS: Words = {
    "page": ("Страница {0}", "Page {0}"),
    "earlier": ("← Раньше", "← Earlier"),
    "later": ("Позже →", "Later →"),
    "edited": ("изменено", "edited"),
    "disappearing": (
        "Исчезающее сообщение: в копию чата не входит.",
        "A disappearing message: not part of the copy.",
    ),
    "forwarded": ("Переслано от: {0}", "Forwarded from: {0}"),
    "deleted_reply": ("Удалённое сообщение", "A deleted message"),
    "left_out": ("в копию не вошёл", "not in the copy"),
    "sticker": ("Стикер: {0}", "Sticker: {0}"),
    "confirm": ("Требует подтверждения", "To be confirmed"),
    "poll": ("Опрос", "Poll"),
    "quiz": ("Викторина", "Quiz"),
    "votes": ("голосов: {0}", "votes: {0}"),
    "spoken": ("Текст записи: {0}", "What was said: {0}"),
    "created": ("{0} создал(а) чат", "{0} started the chat"),
    "renamed": ("{0} назвал(а) чат «{1}»", "{0} named the chat “{1}”"),
    "added": ("{0} добавил(а): {2}", "{0} added {2}"),
    "removed": ("{0} удалил(а): {2}", "{0} removed {2}"),
    "left": ("{0} вышел(ла) из чата", "{0} left the chat"),
    "joined": ("В чате: {2}", "Joined: {2}"),
    "request_accepted": ("{0} принял(а) запрос", "{0} accepted the request"),
    "lifetime": ("{0} изменил(а) срок исчезающих сообщений", "{0} changed when messages disappear"),
    "pinned": ("{0} закрепил(а) сообщение", "{0} pinned a message"),
    "other": ("{0} изменил(а) настройки чата", "{0} changed the chat's settings"),
    "people": ("участники", "members"),
}


def say(language: str, key: str, *args: object) -> str:
    """A sentence in the asker's language."""
    return WORDS[key][1 if language == "en" else 0].format(*args)


def notice_text(page: Page, author_id: int, service: dict[str, Any]) -> str:
    """What a service message tells, in words."""
    what = str(service.get("what", "other"))
    people = ", ".join(page.name_of(person) for person in service.get("people", ()))
    key = what if what in WORDS else "other"
    return say(page.language, key, page.name_of(author_id), service.get("title", ""), people)


def size_text(size: int, language: str) -> str:
    """Bytes in a unit that people read."""
    units = ("B", "KB", "MB", "GB") if language == "en" else ("Б", "КБ", "МБ", "ГБ")
    value, unit = float(size), 0
    while value >= 1024 and unit < len(units) - 1:
        value, unit = value / 1024, unit + 1
    return f"{value:.0f} {units[unit]}" if unit == 0 or value >= 10 else f"{value:.1f} {units[unit]}"
