"""What a copy of one's data says of its own, in both languages."""

from parta.identity.stored_data import Words

WORDS: dict[str, Words] = {
    "title": ("Мои данные", "My data"),
    "child": ("Данные ребёнка", "The child's data"),
    "made": ("Собрано {0}, часовой пояс {1}", "Gathered on {0}, time zone {1}"),
    "intro": (
        "Здесь всё, что Парта хранит о вас. Страницы открываются в любом браузере без сети.",
        "This is everything that Parta stores about you. The pages open in any browser without a network.",
    ),
    "programs": (
        "То же самое для программ лежит в папке data.",
        "The same for programs is in the folder data.",
    ),
    "intro_child": (
        "Здесь профиль, согласия, роли и классы ребёнка. Его переписку и файлы видит только он сам.",
        "This is the child's profile, consents, roles and classes. Messages and files only the child sees.",
    ),
    "section": ("Раздел", "Section"),
    "rows": ("Записей", "Records"),
    "for_programs": ("Для программ", "For programs"),
    "files": ("Файлы, которые вы загрузили", "Files you uploaded"),
    "files_left_out": ("Не поместилось файлов: {0}", "Files that did not fit: {0}"),
    "back": ("← К оглавлению", "← To the contents"),
    "nothing": ("Ничего нет.", "Nothing."),
    "yes": ("да", "yes"),
    "no": ("нет", "no"),
    "only_numbers": ("Только служебные номера.", "Only internal numbers."),
}


def language_number(language: str) -> int:
    """The place of a language in pairs of words."""
    return 1 if language == "en" else 0


def say(language: str, key: str, *args: object) -> str:
    """A sentence in the asker's language."""
    return WORDS[key][language_number(language)].format(*args)
