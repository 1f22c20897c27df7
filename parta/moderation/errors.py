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
    "phrase_invalid": (
        "Напишите слово или фразу: от 2 до 80 знаков и не больше шести слов.",
        "Write a word or a phrase: 2 to 80 characters and at most six words.",
    ),
    "too_many_words": ("В списке уже 2000 слов и фраз.", "The list has 2000 words and phrases already."),
    "word_list_too_long": ("Список длиннее 200 000 знаков.", "The list is longer than 200,000 characters."),
    "not_of_the_staff": (
        "Назначить можно только учителя или администратора этой организации.",
        "Only a teacher or administrator of this organisation can be named.",
    ),
    "nobody_to_alert": (
        "Выберите хотя бы одного сотрудника, который узнает о тревожных словах.",
        "Choose at least one of the staff to hear of crisis words.",
    ),
    "alert_closed": ("Это оповещение уже закрыто.", "This alert is already closed."),
    "note_missing": ("Напишите, что сделано.", "Write what was done."),
    "message_not_kept": (
        "Сообщение вернуть уже нельзя: срок хранения прошёл.",
        "The message cannot be brought back any more: its term is over.",
    ),
}
