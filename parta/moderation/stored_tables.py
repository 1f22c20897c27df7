"""What moderation stores about a person, in words.

A case that is open, or found nothing, is not shown to the accused: it would tell that somebody complained.
"""

from parta.identity.stored_data import Shown, StoredTable, register

_ORDER = (
    "чтобы модераторы разобрались и защитили от травли",
    "so that moderators look into it and protect people from bullying",
)
_KEPT = (
    "служебные номера и копия того, на что пожаловались: в ней чужие слова, она стирается после срока хранения",
    "internal numbers, and the copy of what was reported: it holds others' words and is erased after its term",
)
_HELP = ("чтобы вовремя помочь", "so that help comes in time")
_QUIETLY = (
    "ваши слова и заметка сотрудника, который помогает: он рассказывает о них сам",
    "your words and the note of the member of staff who helps: they tell of it themselves",
)

register(
    StoredTable(
        "reports",
        ("Ваши жалобы", "Your reports"),
        "t.reporter_id = $1",
        {
            "kind": Shown(("Причина", "Reason"), _ORDER),
            "words": Shown(("Ваши слова", "Your words"), _ORDER),
            "created_at": Shown(("Отправлена", "Sent"), _ORDER),
        },
        technical=("id", "case_id", "reporter_id"),
        order="t.id DESC",
    ),
    StoredTable(
        "report_cases",
        ("Решения модераторов о вас", "Moderators' decisions about you"),
        "t.accused_id = $1 AND t.outcome = 'acted'",
        {
            "target_kind": Shown(("О чём", "About what"), _ORDER),
            "outcome": Shown(("Итог", "Outcome"), _ORDER),
            "reason": Shown(("Почему", "Why"), _ORDER),
            "decided_at": Shown(("Решено", "Decided"), _ORDER),
            "erased_at": Shown(("Копия стёрта", "Copy erased"), _ORDER),
        },
        technical=(
            "id",
            "target_id",
            "conversation_id",
            "accused_id",
            "organisation_ids",
            "for_operators",
            "state",
            "opened_at",
            "due_at",
            "overdue_at",
            "taken_by",
            "taken_at",
            "answer",
            "decided_by",
            "evidence",
            "file_ids",
        ),
        technical_purpose=_KEPT,
        order="t.id DESC",
    ),
    StoredTable(
        "measures",
        ("Меры модераторов к вам", "Measures moderators took"),
        "t.person_id = $1",
        {
            "kind": Shown(("Мера", "Measure"), _ORDER),
            "reason": Shown(("Почему", "Why"), _ORDER),
            "until": Shown(("До какого времени", "Until"), _ORDER),
            "taken_at": Shown(("Принята", "Taken"), _ORDER),
            "lifted_at": Shown(("Отменена", "Lifted"), _ORDER),
        },
        technical=(
            "id",
            "case_id",
            "person_id",
            "conversation_id",
            "message_id",
            "organisation_ids",
            "taken_by",
            "lifted_by",
        ),
        order="t.id DESC",
    ),
    StoredTable(
        "noted_messages",
        (
            "Ваши сообщения, отмеченные по списку слов школы",
            "Your messages that a school's word list has noted",
        ),
        "t.author_id = $1",
        {
            "phrase": Shown(("Слово", "Word"), _ORDER),
            "sentence": Shown(("Предложение", "Sentence"), _ORDER),
            "said_at": Shown(("Сказано", "Said"), _ORDER),
        },
        technical=("id", "organisation_id", "message_id", "conversation_id", "author_id"),
        order="t.id DESC",
    ),
    # That a child's words called somebody is told by that person, not by a table.
    StoredTable(
        "crisis_alerts",
        ("Закрытые обращения к вам по тревожным словам", "Closed alerts about crisis words of yours"),
        "t.author_id = $1 AND t.state = 'closed'",
        {"said_at": Shown(("Сказано", "Said"), _HELP), "closed_at": Shown(("Закрыто", "Closed"), _HELP)},
        technical=(
            "id",
            "organisation_id",
            "author_id",
            "chat_kind",
            "sentence",
            "more",
            "last_sentence",
            "last_said_at",
            "state",
            "taken_by",
            "taken_at",
            "closed_by",
            "note",
        ),
        technical_purpose=_QUIETLY,
        order="t.id DESC",
    ),
    StoredTable(
        "alert_staff",
        ("Где вас назначили узнавать о тревожных словах", "Where you are named to hear of crisis words"),
        "t.person_id = $1",
        {"organisation_id": Shown(("Организация", "Organisation"), _HELP)},
        technical=("person_id",),
        order="t.organisation_id",
    ),
)
