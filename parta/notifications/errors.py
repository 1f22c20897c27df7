"""What notifications refuse, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "push_off": (
        "Школа не включила уведомления через внешние службы.",
        "The school has not switched push notifications on.",
    ),
    "push_host_refused": (
        "Школа не разрешила службу уведомлений этого браузера.",
        "The school does not allow this browser's push service.",
    ),
    "push_keys_wrong": (
        "Браузер прислал непригодные ключи. Попробуйте включить уведомления ещё раз.",
        "The browser sent unusable keys. Try to switch notifications on again.",
    ),
    "mail_off": ("Письма на этом сервере не настроены.", "Mail is not set up on this server."),
    "mail_missing": (
        "Сначала подтвердите почту: войдите один раз по коду из письма.",
        "Prove an e-mail address first: sign in once by a code from a letter.",
    ),
}
