"""What messaging writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "message_deleted": ("Удалено чужое сообщение", "Somebody else's message was deleted"),
    "mass_sending_paused": ("Остановлена массовая рассылка", "Mass sending was stopped"),
    "held_message_approved": ("Сообщение одобрено", "A held message was approved"),
    "held_message_declined": ("Сообщение отклонено", "A held message was declined"),
    "write_ban_laid": ("Запрещено писать", "Writing was forbidden"),
    "write_ban_lifted": ("Снова разрешено писать", "Writing was allowed again"),
    "chat_silenced": ("В чате включена тишина", "A chat was silenced"),
    "chat_silence_ended": ("Тишина в чате закончена", "A chat's silence was ended"),
    "chat_settings_changed": ("Изменены настройки чата", "A chat's settings were changed"),
    "chat_policy_changed": ("Изменены правила чатов школы", "The school's rules for chats were changed"),
    "chat_closed": ("Чат закрыт", "A chat was closed"),
    "chat_deleted": ("Чат удалён", "A chat was deleted"),
    "ownership_handed_over": ("Чат передан другому владельцу", "A chat was handed over"),
    "invite_link_made": ("Создана ссылка в чат", "A link into a chat was made"),
    "invite_link_revoked": ("Ссылка в чат отозвана", "A link into a chat was revoked"),
    "joined_by_link": ("Вход в чат по ссылке", "A chat was joined by its link"),
    "join_request_approved": ("Заявка в чат одобрена", "A request to join a chat was approved"),
    "join_request_declined": ("Заявка в чат отклонена", "A request to join a chat was declined"),
}
