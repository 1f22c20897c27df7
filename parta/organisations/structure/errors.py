"""What the structure made by hand says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "group_from_roster": (
        "Этот класс или группа из выгрузки журнала. Измените их в журнале, иначе следующая выгрузка всё вернёт.",
        "This class or group comes from the journal. Change it there, or the next roster will change it back.",
    ),
    "group_title_taken": (
        "Класс или группа с таким названием уже есть.",
        "There is a class or group with this title already.",
    ),
    "grade_needed": (
        "Укажите параллель класса: от 1 до 12.",
        "Name the grade of the class: from 1 to 12.",
    ),
    "place_from_roster": (
        "Это место из выгрузки журнала. Измените его в журнале, иначе следующая выгрузка всё вернёт.",
        "This place comes from the journal. Change it there, or the next roster will change it back.",
    ),
    "place_role_wrong": (
        "В такой группе этой роли не бывает.",
        "There is no such role in a group of this kind.",
    ),
    "in_other_class": (
        "Кто-то из учеников уже в другом классе.",
        "Some of the pupils are in another class.",
    ),
    "not_a_community": (
        "Другие организации приглашают только в сообщество.",
        "Other organisations are invited into communities only.",
    ),
    "guest_already": (
        "Эта организация уже в сообществе или приглашена в него.",
        "This organisation is in the community, or invited into it, already.",
    ),
    "guests_full": (
        "В сообществе уже столько организаций, сколько может быть.",
        "The community has as many organisations as it can have.",
    ),
    "guest_people_full": (
        "От одной организации в сообществе может быть не больше ста человек.",
        "One organisation can send at most a hundred people into a community.",
    ),
    "community_answered": (
        "На это приглашение уже ответили.",
        "This invitation is answered already.",
    ),
    "community_not_accepted": (
        "Сначала примите приглашение в сообщество.",
        "Accept the invitation into the community first.",
    ),
}
