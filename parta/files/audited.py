"""What files writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "file_quarantined": ("Заражённый файл закрыт", "An infected file was closed"),
    "file_released": ("Файл выпущен из карантина", "A file was released from quarantine"),
    "file_destroyed": ("Заражённый файл уничтожен", "An infected file was destroyed"),
    "portrait_policy_changed": ("Изменён показ фотографий", "What photographs are shown was changed"),
    "portrait_approved": ("Фотография одобрена", "A photograph was approved"),
    "portrait_refused": ("Фотография отклонена", "A photograph was refused"),
    "portrait_removed": ("Фотография убрана", "A photograph was taken away"),
}
