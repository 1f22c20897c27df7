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
    "passkey_added": ("Добавлен ключ доступа", "Passkey added"),
    "passkey_removed": ("Удалён ключ доступа", "Passkey removed"),
    "second_factor_set": ("Включён второй фактор", "Second factor switched on"),
    "second_factor_off": ("Выключен второй фактор", "Second factor switched off"),
    "second_factor_reset": ("Сброшен второй фактор", "Second factor reset"),
    "recovery_codes_made": ("Сделаны запасные коды", "Recovery codes made"),
    "recovery_code_used": ("Вход по запасному коду", "Signed in by a recovery code"),
    "move_started": ("Начата смена номера или почты", "Change of phone or address begun"),
    "move_confirmed": ("Подтверждена смена номера или почты", "Change of phone or address confirmed"),
    "move_cancelled": ("Отменена смена номера или почты", "Change of phone or address cancelled"),
    "contact_moved": ("Сменён номер или почта", "Phone or address changed"),
}
