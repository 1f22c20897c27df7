"""What the order of chats stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register
from parta.messaging.order.chat_order import ChatSettings

_ORDER = ("чтобы в чате держался порядок", "so that order is kept in the chat")
_APPROVAL = (
    "чтобы администратор чата решил, пропустить ли сообщение",
    "so that an administrator of the chat decides about the message",
)
_JOINING = ("чтобы люди попадали в чат по ссылке", "so that people come into the chat by a link")
_FLOOD = ("чтобы никто не рассылал одно и то же всем подряд", "so that nobody sends one text to everybody")

# Columns of chats that say nothing about a person.
SETTINGS = ChatSettings.__struct_fields__

MEMBERSHIP = {
    "write_ban_until": Shown(("Не можете писать до", "May not write until"), _ORDER),
    "write_ban_reason": Shown(("Почему не можете писать", "Why you may not write"), _ORDER),
    "said_at": Shown(("Последнее сообщение", "Last said something"), _ORDER),
}

register(
    StoredTable(
        "held_messages",
        ("Ваши сообщения, которые ждут одобрения", "Your messages that wait for approval"),
        "t.author_id = $1",
        {
            "draft": Shown(("Сообщение", "Message"), _APPROVAL),
            "state": Shown(("Решение", "Decision"), _APPROVAL),
            "reason": Shown(("Почему не пропущено", "Why it was declined"), _APPROVAL),
            "created_at": Shown(("Написано", "Written"), _APPROVAL),
            "decided_at": Shown(("Решено", "Decided"), _APPROVAL),
        },
        technical=("id", "conversation_id", "author_id", "client_id", "file_ids", "decided_by", "watched"),
        order="t.id DESC",
    ),
    StoredTable(
        "invite_links",
        ("Ссылки-приглашения, которые вы сделали", "Invite links you made"),
        "t.made_by = $1",
        {
            "audience": Shown(("Для кого", "For whom"), _JOINING),
            "uses": Shown(("Пришли по ссылке", "Came by it"), _JOINING),
            "most_uses": Shown(("Может прийти", "May come"), _JOINING),
            "expires_at": Shown(("Действует до", "Works until"), _JOINING),
            "revoked_at": Shown(("Отозвана", "Revoked"), _JOINING),
            "created_at": Shown(("Сделана", "Made"), _JOINING),
        },
        technical=("id", "conversation_id", "made_by", "token", "digest", "approval"),
        order="t.id DESC",
    ),
    StoredTable(
        "join_requests",
        ("Ваши заявки в чаты", "Your requests to join chats"),
        "t.person_id = $1",
        {
            "state": Shown(("Решение", "Decision"), _JOINING),
            "created_at": Shown(("Отправлена", "Sent"), _JOINING),
        },
        technical=("conversation_id", "person_id", "link_id", "decided_by"),
        order="t.created_at DESC",
    ),
    StoredTable(
        "link_guesses",
        ("Неверные ссылки-приглашения, которые вы открывали", "Wrong invite links you opened"),
        "t.person_id = $1",
        {"guessed_at": Shown(("Открыта", "Opened"), _JOINING)},
        technical=("person_id",),
        order="t.guessed_at DESC",
    ),
    StoredTable(
        "repeated_texts",
        ("Отпечатки ваших сообщений за сутки", "Fingerprints of your messages of the last day"),
        "t.author_id = $1",
        {"said_at": Shown(("Отправлено", "Sent"), _FLOOD)},
        technical=("author_id", "digest", "conversation_id"),
        order="t.said_at DESC",
    ),
)
