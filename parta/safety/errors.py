"""What safety says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "too_many_ids": ("За один раз можно спросить о ста людях.", "Ask about a hundred people at a time."),
    "quiet_time_wrong": ("Время тихих часов указано неверно.", "The time of the quiet hours is wrong."),
    "snooze_wrong": (
        "Тишину можно включить на срок до месяца вперёд.",
        "Silence can be asked for up to a month ahead.",
    ),
}
