"""What moderation writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "report_case_read": ("Открыта жалоба", "A report was opened"),
    "report_case_taken": ("Жалоба взята в работу", "A report was taken"),
    "report_case_given_back": ("Жалоба отдана другим", "A report was left to others"),
    "report_case_passed": ("Жалоба передана операторам", "A report was passed to the operators"),
    "report_case_overdue": ("Жалоба не решена в срок", "A report was not decided in time"),
    "report_case_decided": ("Решено по жалобе", "A report was decided"),
    "measure_taken": ("Принята мера по жалобе", "A measure was taken on a report"),
    "measure_lifted": ("Отменена мера по жалобе", "A measure on a report was lifted"),
    "watched_word_added": ("Слово взято под присмотр", "A word was put on the list"),
    "watched_word_removed": ("Слово убрано из списка", "A word was taken off the list"),
    "word_list_changed": ("Изменено, чьи слова под присмотром", "Whose words are watched was changed"),
    "word_list_imported": ("Загружен список слов", "A list of words was imported"),
    "noted_messages_read": ("Просмотрены отмеченные сообщения", "Noted messages were read"),
    "crisis_alerts_changed": ("Изменены тревожные слова", "Crisis words were changed"),
    "crisis_alert_read": ("Открыто тревожное сообщение", "A call for help was opened"),
    "crisis_alert_taken": ("Тревожное сообщение взято в работу", "A call for help was taken"),
    "crisis_alert_closed": ("Тревожное сообщение закрыто", "A call for help was closed"),
}
