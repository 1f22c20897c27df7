"""What identity writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "outside_linked": ("Привязан сервис входа", "Sign-in service linked"),
    "outside_unlinked": ("Отвязан сервис входа", "Sign-in service unlinked"),
    "outside_child_named": (
        "Ребёнку открыт вход по профилю родителя",
        "A child's way in by the guardian's profile",
    ),
    "outside_name_taken_back": (
        "Вход ребёнка по профилю бывшего родителя закрыт",
        "A child's way in by a former guardian's profile closed",
    ),
}
