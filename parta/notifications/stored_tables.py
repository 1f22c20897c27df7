"""What notifications store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_TOLD = ("чтобы сообщать вам так, как вы просили", "to tell you in the way you asked for")
_DEVICE = (
    "чтобы ваш браузер узнавал о новостях, когда Парта закрыта",
    "so that your browser learns of news when Parta is closed",
)
_SUMMARY = ("чтобы после тихих часов пришла одна сводка", "so that one summary comes after quiet hours")
_READ = (
    "чтобы прочитанное исчезало с других устройств",
    "so that what was read goes from your other devices",
)
_MAIL = ("чтобы присылать письма, о которых вы просили", "to send the letters you asked for")

register(
    StoredTable(
        "notification_choices",
        ("Настройки уведомлений", "Notification choices"),
        "t.person_id = $1",
        {
            "kinds": Shown(("О чём и как сообщать", "What to tell and how"), _TOLD),
            "show_text": Shown(("Показывать текст", "Show the text"), _TOLD),
        },
        technical=("person_id",),
    ),
    StoredTable(
        "push_subscriptions",
        ("Устройства с уведомлениями", "Devices with notifications"),
        "t.person_id = $1",
        {
            "endpoint": Shown(("Адрес у службы браузера", "Address at the browser's service"), _DEVICE),
            "created_at": Shown(("Включены", "Switched on"), _DEVICE),
        },
        technical=("id", "person_id", "session_id", "p256dh", "auth"),
        technical_purpose=(
            "служебные номера и ключи, которыми для браузера шифруют",
            "internal numbers and the keys to encrypt for the browser",
        ),
    ),
    StoredTable(
        "held_chats",
        ("Чаты, молчавшие в тихие часы", "Chats silent in quiet hours"),
        "t.person_id = $1",
        {"from_number": Shown(("С сообщения номер", "From message number"), _SUMMARY)},
        technical=("person_id", "conversation_id"),
    ),
    StoredTable(
        "quiet_summaries",
        ("Последняя сводка после тихих часов", "Last summary after quiet hours"),
        "t.person_id = $1",
        {
            "messages": Shown(("Сообщений", "Messages"), _SUMMARY),
            "chats": Shown(("Чатов", "Chats"), _SUMMARY),
            "told_at": Shown(("Когда", "When"), _SUMMARY),
        },
        technical=("person_id",),
    ),
    StoredTable(
        "pushed_chats",
        ("Показанные уведомления", "Notifications shown"),
        "t.person_id = $1",
        {"number": Shown(("До сообщения номер", "Up to message number"), _READ)},
        technical=("person_id", "conversation_id"),
    ),
    StoredTable(
        "mail_digests",
        ("Письма о непрочитанном", "Letters about unread messages"),
        "t.person_id = $1",
        {
            "every": Shown(("Как часто", "How often"), _MAIL),
            "hour": Shown(("Час", "Hour"), _MAIL),
            "weekday": Shown(("День недели", "Weekday"), _MAIL),
            "away_hours": Shown(("Часов отсутствия", "Hours away"), _MAIL),
            "texts": Shown(("С текстом сообщений", "With the words of messages"), _MAIL),
            "next_at": Shown(("Следующая проверка", "Next look"), _MAIL),
            "sent_at": Shown(("Последнее письмо", "Last letter"), _MAIL),
        },
        technical=("person_id", "token"),
        technical_purpose=(
            "служебный номер и ключ ссылки «больше не присылать»",
            "an internal number and the key of the link that ends the letters",
        ),
    ),
)
