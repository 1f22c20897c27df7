"""What is told by SMS and mail: codes by what they are for, and notices, which hold no code.

Each is a subject and a text, in Russian and in English; SMS has the text alone.
"""

Said = tuple[str, str]

WORDS: dict[str, tuple[Said, Said]] = {
    "move": (
        (
            "{code} — код для смены номера",
            "{code} — код, чтобы сменить телефон или почту для входа в Парту. Если вы этого не ждали, никому его не говорите.",
        ),
        (
            "{code} is your code for a change",
            "{code} is the code to change the phone or address for signing in to Parta. If you did not expect it, tell it to nobody.",
        ),
    ),
    "move_started": (
        (
            "Смена номера для входа",
            "Начата смена телефона или почты для входа в Парту. Если это не вы, отмените её в настройках или скажите школе.",
        ),
        (
            "Changing your way to sign in",
            "A change of the phone or address for signing in to Parta was begun. If it was not you, cancel it in Settings or tell the school.",
        ),
    ),
    "moved": (
        (
            "Номер для входа сменён",
            "Телефон или почта для входа в Парту сменены. Если вы об этом не знали, скажите школе.",
        ),
        (
            "Your way to sign in has changed",
            "The phone or address for signing in to Parta has changed. If you did not know, tell the school.",
        ),
    ),
    "move_cancelled": (
        ("Смена номера отменена", "Смена телефона или почты для входа в Парту отменена. Всё осталось как было."),
        ("The change was cancelled", "The change of your phone or address in Parta was cancelled. Nothing has changed."),
    ),
    "factor_on": (
        ("Второй фактор включён", "Для вашего входа в Парту включён второй фактор. Если это не вы, скажите школе."),
        ("Second factor switched on", "A second factor was set up for your sign-in to Parta. If it was not you, tell the school."),
    ),
    "factor_off": (
        ("Второй фактор выключен", "Второй фактор вашего входа в Парту убран. Если это не вы, скажите школе."),
        ("Second factor switched off", "A second factor of your sign-in to Parta was removed. If it was not you, tell the school."),
    ),
    "factor_reset": (
        ("Второй фактор сброшен", "Администратор сбросил второй фактор вашего входа в Парту. Если вы не просили, скажите школе."),
        ("Second factor reset", "An administrator has reset the second factor of your sign-in to Parta. If you did not ask for it, tell the school."),
    ),
    "factor_guessed": (
        ("Неверные коды при входе", "Кто-то вводит неверные коды второго фактора при входе в Парту под вашим именем."),
        ("Wrong codes at sign-in", "Somebody is entering wrong codes of your second factor at the door of Parta."),
    ),
    "recovery_used": (
        ("Вход по запасному коду", "В Парту вошли по вашему запасному коду. Если это не вы, скажите школе."),
        ("Signed in by a recovery code", "Your recovery code was used to sign in to Parta. If it was not you, tell the school."),
    ),
    "passkey_added": (
        ("Добавлен ключ доступа", "К вашему входу в Парту добавлен ключ доступа. Если это не вы, удалите его в настройках."),
        ("Passkey added", "A passkey was added to your sign-in to Parta. If it was not you, remove it in Settings."),
    ),
    "passkey_removed": (
        ("Удалён ключ доступа", "Ключ доступа удалён из вашего входа в Парту. Если это не вы, скажите школе."),
        ("Passkey removed", "A passkey was removed from your sign-in to Parta. If it was not you, tell the school."),
    ),
}  # fmt: skip


def words(purpose: str, code: str, locale: str) -> Said:
    """The subject and the text."""
    subject, text = WORDS[purpose][1 if locale == "en" else 0]
    return subject.format(code=code), text.format(code=code)
