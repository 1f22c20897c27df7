"""What messaging stores about a person who asks for answers and gives them, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_ASKED = ("чтобы было видно, кто прочитал важное", "so that it is seen who has read what matters")
_VOTED = ("чтобы подсчитать голоса", "to count the votes")

register(
    StoredTable(
        "confirmation_requests",
        ("Ваши сообщения с подтверждением", "Your messages to be confirmed"),
        "t.author_id = $1",
        {"asked_at": Shown(("Отправлено", "Sent"), _ASKED)},
        technical=("message_id", "conversation_id", "author_id"),
        order="t.asked_at DESC",
    ),
    StoredTable(
        "confirmations",
        ("Что вы подтвердили", "What you confirmed"),
        "t.person_id = $1",
        {"confirmed_at": Shown(("Подтверждено", "Confirmed"), _ASKED)},
        technical=("message_id", "person_id"),
        order="t.confirmed_at DESC",
    ),
    StoredTable(
        "polls",
        ("Ваши опросы и анонимные опросы, где вы голосовали", "Your polls, and anonymous polls you voted in"),
        "$1 = ANY (t.voters) OR EXISTS (SELECT FROM messages m WHERE m.id = t.message_id AND m.author_id = $1)",
        {
            "question": Shown(("Вопрос", "Question"), _VOTED),
            "options": Shown(("Варианты", "Options"), _VOTED),
            "explanation": Shown(("Пояснение", "Explanation"), _VOTED),
            "closes_at": Shown(("Закроется", "Closes"), _VOTED),
            "closed_at": Shown(("Закрыт", "Closed"), _VOTED),
            "many": Shown(("Несколько ответов", "Many answers"), _VOTED),
            "anonymous": Shown(
                ("Анонимный: ваш выбор не хранится", "Anonymous: your choice is not kept"), _VOTED
            ),
        },
        technical=(
            "message_id",
            "conversation_id",
            "hide_until_closed",
            "change_allowed",
            "quiz_right",
            "counts",
            "voted",
            "told_counts",
            "told_voted",
            "voters",
        ),
        order="t.message_id DESC",
    ),
    StoredTable(
        "votes",
        ("Ваши голоса в открытых опросах", "Your votes in open polls"),
        "t.person_id = $1",
        {
            "options": Shown(("Номера ответов", "Numbers of the answers"), _VOTED),
            "voted_at": Shown(("Время", "Time"), _VOTED),
        },
        technical=("message_id", "person_id"),
        order="t.voted_at DESC",
    ),
    StoredTable(
        "asking_reminders",
        ("Напоминания, которые вы разослали", "Reminders you sent"),
        "t.asked_by = $1",
        {
            "asked_at": Shown(("Время", "Time"), _ASKED),
            "reminded": Shown(("Скольким", "To how many"), _ASKED),
        },
        technical=("id", "message_id", "asked_by", "finished_at"),
        order="t.asked_at DESC",
    ),
)
