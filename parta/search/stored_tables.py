"""What search stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_FOUND = ("чтобы те, кто видит сообщение, могли его найти", "so that those who see a message can find it")

register(
    StoredTable(
        "search_entries",
        ("Поисковый указатель ваших сообщений", "The search index of your messages"),
        "t.message_id IN (SELECT m.id FROM messages m WHERE m.author_id = $1)",
        {
            "at": Shown(("Отправлено", "Sent"), _FOUND),
            "words": Shown(("Основы слов", "Stems of words"), _FOUND),
        },
        technical=("message_id", "conversation_id", "author_id", "number", "expires_at", "period"),
        order="t.message_id DESC",
    ),
)
