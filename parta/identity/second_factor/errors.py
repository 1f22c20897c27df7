"""What keys and the second factor say when they refuse."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "second_factor_first": ("Нужен второй фактор входа.", "A second factor is needed first."),
    "factor_wrong": ("Код не подходит. Проверьте его.", "This code does not match. Check it."),
    "factor_tries_too_many": (
        "Неверных кодов слишком много. Подождите и попробуйте снова.",
        "Too many wrong codes. Wait and try again.",
    ),
    "second_factor_not_offered": (
        "Второй фактор здесь не предусмотрен.",
        "A second factor is not offered here.",
    ),
    "second_factor_required": (
        "Сотрудникам второй фактор обязателен. Его можно заменить, но не выключить.",
        "Staff must have a second factor. It can be replaced, not switched off.",
    ),
    "second_factor_last": (
        "Это ваш единственный второй фактор. Сначала добавьте другой.",
        "This is your only second factor. Add another one first.",
    ),
    "second_factor_off": ("Второй фактор не включён.", "The second factor is off."),
    "second_factor_draft_gone": (
        "Время вышло. Начните подключение приложения заново.",
        "The time is over. Begin setting up the app again.",
    ),
    "passkey_needed": ("Сначала добавьте ключ доступа.", "Add a passkey first."),
    "passkey_wrong": ("Ключ не подошёл.", "This passkey did not match."),
    "passkey_expired": (
        "Время вышло. Попробуйте ещё раз.",
        "The time is over. Try again.",
    ),
    "passkey_known": ("Этот ключ уже добавлен.", "This passkey is already added."),
    "passkeys_too_many": ("Ключей уже двадцать. Удалите лишние.", "There are twenty passkeys. Remove some first."),
    "passkey_last_way": (
        "Это ваш единственный способ входа. Сначала добавьте другой.",
        "This is your only way to sign in. Add another one first.",
    ),
}  # fmt: skip
