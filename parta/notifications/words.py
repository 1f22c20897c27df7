"""What a notification says, in the two languages of the interface; shown by a device that has no page open."""

import re
from typing import Literal

Language = Literal["ru", "en"]
Words = tuple[str, str]

# The marks of light formatting, as the client reads them.
_MARKS = re.compile(r"\*\*(?=\S)([^*\n]*?[^*\s])\*\*|\*(?=[^\s*])([^*\n]*?[^*\s])\*|`([^`\n]+)`")

NEUTRAL: Words = ("Новое сообщение", "New message")
FAVOURITES: Words = ("Избранное", "Saved messages")
UNKNOWN: Words = ("Участник", "Somebody")
URGENT: Words = ("Важно, подтвердите: ", "Please confirm: ")
REQUEST: Words = ("Запрос на переписку: ", "Wants to write to you: ")
REMINDER: Words = ("Напоминание: ", "Reminder: ")
STICKER: Words = ("Стикер", "Sticker")
POLL: Words = ("Опрос: ", "Poll: ")
PHOTO: Words = ("Фото", "Photo")
VIDEO: Words = ("Видео", "Video")
VOICE: Words = ("Голосовое сообщение", "Voice message")
QUIET_OVER: Words = ("Пока вас не беспокоили", "While you were not disturbed")
REACTED: Words = ("{name}: {emoji} на ваше сообщение", "{name}: {emoji} to your message")

LONGEST = 180  # characters of a message that a notification shows


def language_of(locale: str) -> Language:
    """The language of a person."""
    return "en" if locale.startswith("en") else "ru"


def say(words: Words, language: Language) -> str:
    """One of the two."""
    return words[1 if language == "en" else 0]


def plain(body: str) -> str:
    """A message's text on one line, without marks, as long as a notification is."""
    text = _MARKS.sub(lambda found: found[1] or found[2] or found[3], " ".join(body.split()))
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def count(amount: int, one: str, few: str, many: str) -> str:
    """«1 сообщение», «3 сообщения», «14 сообщений»."""
    tail, last = amount % 100, amount % 10
    if 11 <= tail <= 14 or last in (0, 5, 6, 7, 8, 9):
        return f"{amount} {many}"
    return f"{amount} {one if last == 1 else few}"


def missed(messages: int, chats: int, language: Language) -> str:
    """«14 сообщений в 3 чатах»."""
    if language == "en":
        said = f"{messages} message{'' if messages == 1 else 's'}"
        return f"{said} in {chats} chat{'' if chats == 1 else 's'}"
    said = count(messages, "сообщение", "сообщения", "сообщений")
    return f"{said} в {count(chats, 'чате', 'чатах', 'чатах')}"
