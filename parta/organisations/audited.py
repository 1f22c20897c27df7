"""What organisations write to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "role.granted": ("Дана роль", "Role given"),
    "role.withdrawn": ("Роль снята", "Role withdrawn"),
    "roster.previewed": ("Реестр загружен для просмотра", "Roster loaded for a preview"),
    "roster.applied": ("Реестр применён", "Roster applied"),
    "roster.forgotten": ("Просмотр реестра удалён", "Roster preview thrown away"),
}
