"""Settings and reaches in a head teacher's words, Russian and English."""

from parta.safety.rules import Reach, Setting

Words = tuple[str, str]

SETTING_WORDS: dict[Setting, Words] = {
    "pupil_staff": (
        "Личные чаты учеников с учителями и администраторами",
        "Direct chats of pupils with teachers and administrators",
    ),
    "pupils": ("Личные чаты учеников между собой", "Direct chats of pupils among themselves"),
    "pupil_groups": ("Группы, которые создают ученики", "Groups that pupils make"),
    "parents": ("Личные чаты родителей одного класса", "Direct chats of parents of one class"),
}

VALUE_WORDS: dict[Setting, dict[str, Words]] = {
    "pupil_staff": {
        "allowed": ("разрешены", "allowed"),
        "second_adult": ("только при втором взрослом", "only with a second grown-up"),
        "off": ("запрещены", "not at all"),
    },
    "pupils": {
        "request": (
            "в классе сразу, между классами по заявке",
            "at once in a class, by request across classes",
        ),
        "class": ("только внутри класса", "only within a class"),
        "off": ("запрещены", "not at all"),
    },
    "pupil_groups": {
        "yes": ("разрешены", "allowed"),
        "with_teacher": ("только с учителем в группе", "only with a teacher in the group"),
        "no": ("запрещены", "not at all"),
    },
    "parents": {
        "request": ("по заявке", "by request"),
        "open": ("сразу", "at once"),
        "off": ("запрещены", "not at all"),
    },
}

REACH_WORDS: dict[Reach | None, Words] = {
    "open": ("пишут сразу", "write at once"),
    "request": ("первое сообщение — заявка", "the first message is a request"),
    "accompanied": ("чат при втором взрослом", "a chat with a second grown-up"),
    "together": ("только в общих чатах", "only in groups"),
    None: ("не находят друг друга", "do not find each other"),
}

SAFE_MODE: Words = (
    "безопасный режим у одного из них: незнакомые не находят друг друга",
    "one of them keeps safe mode: strangers do not find each other",
)


def said(words: Words, locale: str) -> str:
    """In the reader's language."""
    return words[locale == "en"]


def decided(setting: Setting, value: str, locale: str) -> str:
    """«Личные чаты учеников между собой: только внутри класса»."""
    return f"{said(SETTING_WORDS[setting], locale)}: {said(VALUE_WORDS[setting][value], locale)}"
