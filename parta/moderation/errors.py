"""What moderation refuses, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "already_reported": (
        "Вы уже пожаловались, модераторы ещё разбираются.",
        "You have reported this already, the moderators are looking into it.",
    ),
    "own_report": ("На себя пожаловаться нельзя.", "You cannot report yourself."),
    "nothing_to_report": (
        "На это сообщение пожаловаться нельзя: его написала Парта.",
        "This message cannot be reported: Parta itself wrote it.",
    ),
    "too_many_reports": (
        "Сегодня вы отправили уже много жалоб. Если нужна срочная помощь, обратитесь к взрослому рядом.",
        "You have sent many reports today. If you need help at once, turn to an adult near you.",
    ),
    "case_decided": ("По этой жалобе уже решено.", "This report is already decided."),
    "case_taken": (
        "Жалобой уже занимается другой модератор.",
        "Another moderator is looking into this report.",
    ),
    "case_with_operators": (
        "Жалоба уже передана операторам.",
        "The report is with the operators already.",
    ),
    "measure_impossible": (
        "К этой жалобе такая мера не подходит.",
        "This measure does not fit this report.",
    ),
    "measure_without_reason": (
        "Напишите причину: её увидит тот, к кому меры.",
        "Write the reason: whom the measure concerns will see it.",
    ),
    "measure_beyond_office": (
        "Человек состоит и там, где вы не администратор. Передайте жалобу операторам.",
        "The person belongs also where you are no administrator. Pass the report to the operators.",
    ),
    "measure_final": ("Эту меру отменить нельзя.", "This measure cannot be undone."),
    "measure_over": ("Эта мера уже не действует.", "This measure is over already."),
    "measure_term_invalid": (
        "Срок — от часа до года.",
        "A term is from an hour to a year.",
    ),
    "message_not_kept": (
        "Сообщение вернуть уже нельзя: срок хранения прошёл.",
        "The message cannot be brought back any more: its term is over.",
    ),
}
