"""What safety says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "pupil_groups_off": (
        "В вашей школе ученики не создают групп. Попросите учителя.",
        "In your school pupils make no groups. Ask a teacher.",
    ),
    "group_needs_teacher": (
        "В вашей школе в группе, которую создал ученик, должен быть учитель.",
        "In your school a pupil's group must have a teacher in it.",
    ),
    "safe_mode_locked": (
        "Безопасный режим включил родитель. Выключить его может только он.",
        "A guardian has switched safe mode on and alone can switch it off.",
    ),
    "too_many_ids": ("За один раз можно спросить о ста людях.", "Ask about a hundred people at a time."),
    "quiet_time_wrong": ("Время тихих часов указано неверно.", "The time of the quiet hours is wrong."),
    "snooze_wrong": (
        "Тишину можно включить на срок до месяца вперёд.",
        "Silence can be asked for up to a month ahead.",
    ),
}
