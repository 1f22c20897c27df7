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
}
