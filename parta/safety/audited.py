"""What safety writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "profile_read": ("Открыт профиль ученика", "A pupil's profile was opened"),
    "contact_explained": ("Спрошено, кто кому может писать", "Asked who may write to whom"),
    "quiet_exception_changed": (
        "Изменено, нарушает ли «!!!» тихие часы",
        "Changed whether «!!!» breaks quiet hours",
    ),
    "contact_policy_changed": ("Изменены правила общения", "The contact policy was changed"),
    "minors_read": ("Просмотрены данные учеников", "Pupils' data were looked at"),
    "audit_exported": ("Журнал выгружен таблицей", "The log was taken away as a table"),
}
