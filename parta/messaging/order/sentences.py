"""What the order of a chat refuses, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "not_the_owner": ("Это может сделать только владелец чата.", "Only the owner of the chat can do that."),
    "only_administrators_write": (
        "В этом чате пишут только администраторы.",
        "Only administrators write in this chat.",
    ),
    "chat_silent": (
        "Администратор попросил тишины: пока пишут только администраторы.",
        "An administrator asked for silence: only administrators write for now.",
    ),
    "write_ban_sealed": (
        "Этот запрет наложили модераторы организации: снять или сменить его могут только они.",
        "The moderators of the organisation laid this ban: only they lift or change it.",
    ),
    "not_withdrawable": (
        "Опрос или сообщение с подтверждением можно только удалить: голоса потом не вернуть.",
        "A poll or a message to be confirmed can only be deleted: its votes could not be brought back.",
    ),
    "write_banned": (
        "Администратор запретил вам писать в этом чате.",
        "An administrator has banned you from writing in this chat.",
    ),
    "slow_mode": (
        "В чате медленный режим: следующее сообщение можно отправить чуть позже.",
        "The chat is in slow mode: the next message can be sent a little later.",
    ),
    "message_held": (
        "Сообщение ждёт одобрения администратора.",
        "The message waits for an administrator's approval.",
    ),
    "message_declined": (
        "Администратор не пропустил это сообщение.",
        "An administrator declined this message.",
    ),
    "too_many_held": (
        "Одобрения уже ждут 20 ваших сообщений. Дождитесь решения администратора.",
        "20 of your messages are waiting for approval. Wait for an administrator.",
    ),
    "edit_needs_approval": (
        "В этом чате сообщения проверяет администратор: отправленное изменить нельзя.",
        "Messages of this chat are approved by an administrator: what was said cannot be edited.",
    ),
    "title_official": (
        "Так называются чаты школы. Выберите другое название.",
        "Chats of the school are called so. Choose another title.",
    ),
    "words_refused": (
        "В сообщении есть слово, которое в чатах школы не принято. Скажите это, пожалуйста, иначе.",
        "The message has a word that is not used in the school's chats. Please say it in another way.",
    ),
    "held_for_staff": (
        "Это сообщение ждёт из-за слова из списка школы: решает учитель или администратор школы.",
        "This message waits because of a word on the school's list: a teacher or administrator of the school decides.",
    ),
    "already_decided": ("Об этом сообщении уже решили.", "This message was decided about already."),
    "author_left": (
        "Автора сообщения больше нет в чате.",
        "The author of the message is no longer in the chat.",
    ),
    "administrators_always_write": (
        "Администратору чата нельзя запретить писать: сначала снимите его с этой роли.",
        "An administrator of the chat cannot be banned from writing: take the role away first.",
    ),
    "term_invalid": (
        "Срок — от одной минуты до года.",
        "A term is between one minute and one year.",
    ),
    "reason_too_long": ("Причина длиннее 300 знаков.", "The reason is longer than 300 characters."),
    "members_are_hidden": (
        "Список участников этого чата скрыт.",
        "The list of this chat's members is hidden.",
    ),
    "link_no_longer": (
        "Эта ссылка больше не действует. Попросите новую.",
        "This link no longer works. Ask for a new one.",
    ),
    "links_not_for_others": (
        "Школа не разрешает приглашать по ссылке людей из других школ.",
        "The school does not allow links for people of other schools.",
    ),
    "too_many_links": (
        "У чата уже 20 действующих ссылок. Отзовите лишние.",
        "The chat has 20 working links. Revoke some of them.",
    ),
    "link_invalid": (
        "Ссылка действует от часа до года и пускает от 1 до 10 000 человек.",
        "A link works for an hour to a year and lets in 1 to 10,000 people.",
    ),
    "join_declined": (
        "Администратор чата отклонил вашу заявку.",
        "An administrator of the chat declined your request to join.",
    ),
    "chat_is_full": ("В чате больше нет мест.", "There is no more room in the chat."),
    "too_many_guesses": (
        "Слишком много неверных ссылок подряд. Подождите несколько минут.",
        "Too many wrong links in a row. Wait a few minutes.",
    ),
    "roster_appoints": (
        "Владельца этого чата назначает школа.",
        "The school appoints the owner of this chat.",
    ),
    "too_many_chats_at_once": (
        "Вы разослали один и тот же текст по многим чатам. Писать снова можно будет чуть позже.",
        "You have sent one text to many chats. You can write again a little later.",
    ),
    "too_many_new_groups": (
        "Вы создали слишком много групп за сутки. Попробуйте завтра.",
        "You have started too many groups today. Try tomorrow.",
    ),
    "too_many_requests_to_people": (
        "Вы отправили слишком много запросов на переписку за сутки. Попробуйте завтра.",
        "You have asked too many people today. Try tomorrow.",
    ),
}
