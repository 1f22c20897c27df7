"""What messaging stores about a person for later, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_LATER = ("чтобы отправить сообщение, когда вы просили", "to send a message when you asked for it")
_REMIND = ("чтобы напомнить вам о сообщении", "to remind you of a message")
_EXPORT = ("чтобы вы могли скачать копию чата", "so that you can download a copy of a chat")

register(
    StoredTable(
        "scheduled_messages",
        ("Запланированные сообщения", "Messages for later"),
        "t.author_id = $1",
        {
            "body": Shown(("Текст", "Text"), _LATER),
            "due_at": Shown(("Когда отправить", "When to send"), _LATER),
            "refused": Shown(("Почему не отправлено", "Why it was not sent"), _LATER),
            "content": Shown(("Что ещё в сообщении", "What else is in the message"), _LATER),
            "created_at": Shown(("Запланировано", "Scheduled"), _LATER),
            "client_id": Shown(("Номер вашего устройства", "Number given by your device"), _LATER),
        },
        technical=("id", "conversation_id", "author_id", "reply_to_id", "mentions"),
        order="t.due_at",
    ),
    StoredTable(
        "message_reminders",
        ("Ваши напоминания", "Your reminders"),
        "t.person_id = $1",
        {
            "due_at": Shown(("Когда напомнить", "When to remind"), _REMIND),
            "reminded_at": Shown(("Напомнили", "Reminded"), _REMIND),
            "created_at": Shown(("Поставлено", "Set"), _REMIND),
        },
        technical=("id", "person_id", "message_id"),
        order="t.due_at",
    ),
    StoredTable(
        "exports",
        ("Копии чатов, которые вы запросили", "Copies of chats you asked for"),
        "t.person_id = $1",
        {
            "format": Shown(("Вид", "Format"), _EXPORT),
            "with_files": Shown(("С файлами", "With files"), _EXPORT),
            "since": Shown(("С какого времени", "From when"), _EXPORT),
            "until": Shown(("До какого времени", "Up to when"), _EXPORT),
            "state": Shown(("Состояние", "State"), _EXPORT),
            "messages": Shown(("Сообщений", "Messages"), _EXPORT),
            "created_at": Shown(("Запрошена", "Asked for"), _EXPORT),
            "finished_at": Shown(("Готова", "Ready"), _EXPORT),
            "expires_at": Shown(("Хранится до", "Kept until"), _EXPORT),
        },
        technical=(
            "id",
            "conversation_id",
            "person_id",
            "problem",
            "language",
            "time_zone",
            "first_number",
            "last_number",
            "done_number",
            "done_files",
            "pages",
            "left_out",
            "archive_size",
            "contents_size",
            "blob_key",
        ),
        order="t.id DESC",
    ),
)
