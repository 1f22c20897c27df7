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
}
