"""What messaging stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register
from parta.messaging.asking import stored_tables as stored_asking
from parta.messaging.order import stored_tables as stored_order
from parta.messaging.timed import stored_tables as stored_time

# Each declares its tables by being imported.
__all__ = ["stored_asking", "stored_order", "stored_time"]

_TALK = ("чтобы собеседники видели, что вы написали", "so that those you talk with see what you wrote")
_PLACE = ("чтобы вы были в своих чатах", "so that you are in your chats")
_UNREAD = ("чтобы показывать непрочитанное и кто прочитал", "to show what is unread and who has read")
_QUIET = ("чтобы чат молчал, когда вы просили", "so that a chat is silent when you asked for it")
_ORDER = ("чтобы в чате держался порядок", "so that order is kept in the chat")
_ORDER = ("чтобы чаты стояли так, как вы их расставили", "so that chats stand as you arranged them")
_BEGUN = (
    "чтобы начатое можно было дописать на любом устройстве",
    "so that what you began can be finished on any device",
)
_FIND = ("чтобы вы могли найти их снова", "so that you can find them again")
_APPEAL = ("чтобы скрытое можно было вернуть", "so that what was taken down can be brought back")
_ONCE = ("чтобы сообщение не отправилось дважды", "so that a message is not sent twice")

register(
    StoredTable(
        "conversations",
        ("Чаты, которые вы начали", "Chats you started"),
        "t.created_by = $1",
        {
            "kind": Shown(("Вид", "Kind"), _PLACE),
            "title": Shown(("Название", "Title"), _PLACE),
            "created_at": Shown(("Начат", "Started"), _PLACE),
            "last_message_at": Shown(("Последнее сообщение", "Last message"), _PLACE),
            "members_count": Shown(("Участников", "Members"), _PLACE),
            "request_state": Shown(("Запрос на переписку", "Request"), _PLACE),
            "closed_at": Shown(("Закрыт", "Closed"), _PLACE),
        },
        technical=(
            "id",
            "organisation_id",
            "automatic",
            "class_id",
            "parents_only",
            "held_by_rules",
            "pair_low",
            "pair_high",
            "request_by",
            "created_by",
            "last_number",
            "pins_count",
            "all_mentioned_number",
            "teachers_mentioned_number",
            "lifetime",
            "plain",
            *stored_order.SETTINGS,
        ),
        order="t.id DESC",
    ),
    StoredTable(
        "members",
        ("Ваше участие в чатах", "Your places in chats"),
        "t.person_id = $1",
        {
            "role": Shown(("Роль", "Role"), _PLACE),
            "joined_at": Shown(("Вступили", "Joined"), _PLACE),
            "left_at": Shown(("Вышли", "Left"), _PLACE),
            "read_number": Shown(("Прочитано до номера", "Read up to number"), _UNREAD),
            "mentioned_number": Shown(("Вас упомянули в номере", "Mentioned in number"), _UNREAD),
            "muted_until": Shown(("Без звука до", "Muted until"), _QUIET),
            "mentions_pass": Shown(("Упоминания со звуком", "Mentions pass"), _QUIET),
            "archived_number": Shown(("В архиве с номера", "Archived at number"), _ORDER),
            "pinned_place": Shown(("Место среди закреплённых", "Place among the pinned"), _ORDER),
            "marked_unread": Shown(("Отмечен непрочитанным", "Marked as unread"), _ORDER),
            **stored_order.MEMBERSHIP,
        },
        technical=("conversation_id", "person_id", "source", "write_ban_by", "write_ban_sealed"),
        order="t.joined_at DESC",
    ),
    StoredTable(
        "messages",
        ("Ваши сообщения", "Your messages"),
        "t.author_id = $1",
        {
            "body": Shown(("Текст", "Text"), _TALK),
            "created_at": Shown(("Отправлено", "Sent"), _TALK),
            "edited_at": Shown(("Изменено", "Edited"), _TALK),
            "deleted_at": Shown(("Удалено", "Deleted"), _TALK),
            "expires_at": Shown(("Исчезнет", "Disappears"), _TALK),
            "content": Shown(("Кроме текста", "Besides the text"), _TALK),
            "client_id": Shown(("Номер вашего устройства", "Number given by your device"), _ONCE),
        },
        technical=(
            "id",
            "conversation_id",
            "number",
            "author_id",
            "kind",
            "reply_to_id",
            "mentions",
            "service",
            "has_files",
            "has_reactions",
        ),
        order="t.id DESC",
    ),
    StoredTable(
        "transcripts",
        ("Ваши голосовые сообщения текстом", "Your voice messages as text"),
        "t.message_id IN (SELECT id FROM messages WHERE author_id = $1)",
        {
            "text": Shown(("Текст", "Text"), _TALK),
            "edited_at": Shown(("Исправлено", "Mended"), _TALK),
        },
        technical=("message_id", "file_id", "state"),
        order="t.message_id DESC",
    ),
    StoredTable(
        "voice_choices",
        ("Голосовые сообщения", "Voice messages"),
        "t.person_id = $1",
        {"texts": Shown(("Показывать текстом", "Show as text"), _TALK)},
        technical=("person_id",),
    ),
    StoredTable(
        "withdrawn_messages",
        ("Ваши сообщения, скрытые модератором", "Your messages that a moderator took down"),
        "t.message_id IN (SELECT id FROM messages WHERE author_id = $1)",
        {
            "body": Shown(("Текст", "Text"), _APPEAL),
            "content": Shown(("Кроме текста", "Besides the text"), _APPEAL),
            "withdrawn_at": Shown(("Скрыто", "Taken down"), _APPEAL),
        },
        technical=("message_id", "mentions", "expires_at", "file_ids"),
        order="t.withdrawn_at DESC",
    ),
    StoredTable(
        "reactions",
        ("Ваши реакции", "Your reactions"),
        "t.person_id = $1",
        {
            "emoji": Shown(("Реакция", "Reaction"), _TALK),
            "created_at": Shown(("Поставлена", "Left"), _TALK),
        },
        technical=("message_id", "person_id"),
        order="t.created_at DESC",
    ),
    StoredTable(
        "hidden_messages",
        ("Сообщения, удалённые для себя", "Messages deleted for yourself"),
        "t.person_id = $1",
        {},
        technical=("person_id", "message_id"),
    ),
    StoredTable(
        "folders",
        ("Ваши папки чатов", "Your chat folders"),
        "t.person_id = $1",
        {
            "name": Shown(("Название", "Name"), _ORDER),
            "icon": Shown(("Значок", "Icon"), _ORDER),
            "kinds": Shown(("Виды чатов", "Sorts of chats"), _ORDER),
            "unread_only": Shown(("Только непрочитанные", "Unread only"), _ORDER),
            "without_muted": Shown(("Без выключенных", "Without muted"), _ORDER),
            "without_archived": Shown(("Без архива", "Without archived"), _ORDER),
            "created_at": Shown(("Создана", "Made"), _ORDER),
        },
        technical=("id", "person_id", "chat_ids", "without_ids"),
    ),
    StoredTable(
        "folder_tabs",
        ("Порядок ваших папок", "The order of your folders"),
        "t.person_id = $1",
        {
            "tabs": Shown(("Порядок", "Order"), _ORDER),
            "hidden": Shown(("Скрыты", "Hidden"), _ORDER),
        },
        technical=("person_id",),
    ),
    StoredTable(
        "drafts",
        ("Ваши черновики", "Your drafts"),
        "t.person_id = $1",
        {
            "body": Shown(("Текст", "Text"), _BEGUN),
            "updated_at": Shown(("Изменён", "Changed"), _BEGUN),
        },
        technical=("person_id", "conversation_id", "reply_to_id", "stamp"),
        order="t.updated_at DESC",
    ),
    StoredTable(
        "important_messages",
        ("Сообщения, которые вы отметили важными", "Messages you marked as important"),
        "t.person_id = $1",
        {"marked_at": Shown(("Отмечено", "Marked"), _FIND)},
        technical=("person_id", "message_id"),
        order="t.marked_at DESC",
    ),
    StoredTable(
        "pinned_messages",
        ("Сообщения, которые вы закрепили", "Messages you pinned"),
        "t.pinned_by = $1",
        {"pinned_at": Shown(("Закреплено", "Pinned"), _TALK)},
        technical=("message_id", "conversation_id", "number", "pinned_by"),
        order="t.pinned_at DESC",
    ),
    StoredTable(
        "accompanied_chats",
        ("Чаты при втором взрослом", "Chats with a second grown-up"),
        "t.teacher_id = $1 OR t.pupil_id = $1",
        {
            "conversation_id": Shown(
                ("Чат", "Chat"),
                (
                    "чтобы в чате сидел взрослый, как решила школа",
                    "so that a grown-up sits there as the school wants",
                ),
            )
        },
        technical=("teacher_id", "pupil_id"),
    ),
)
