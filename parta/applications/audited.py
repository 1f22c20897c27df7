"""What applications write to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "application_submitted": ("Подана заявка организации", "An organisation's application submitted"),
    "application_withdrawn": ("Заявка отозвана", "An application withdrawn"),
    "application_read": ("Открыта заявка организации", "An organisation's application opened"),
    "application_returned": ("Заявка возвращена на доработку", "An application returned"),
    "application_approved": ("Заявка одобрена", "An application approved"),
    "application_declined": ("Заявка отклонена", "An application declined"),
}
