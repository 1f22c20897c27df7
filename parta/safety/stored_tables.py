"""What safety stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_QUIET = ("чтобы вас не беспокоили, когда вы просили", "so that nobody disturbs you when you asked for it")
_DECIDED = ("чтобы было видно, кто это решил", "so that it is known who decided it")

register(
    StoredTable(
        "quiet_hours",
        ("Тихие часы", "Quiet hours"),
        "t.person_id = $1",
        {
            "kept": Shown(("Соблюдать расписание", "Schedule kept"), _QUIET),
            "periods": Shown(("Расписание", "Schedule"), _QUIET),
            "snoozed_until": Shown(("Не беспокоить до", "Not to be disturbed until"), _QUIET),
            "shown": Shown(
                ("Показывать собеседникам", "Shown to others"),
                ("чтобы собеседники знали, когда вы ответите", "so that others know when you will answer"),
            ),
            "changed_at": Shown(("Изменены", "Changed"), _QUIET),
        },
        technical=("person_id",),
    ),
    StoredTable(
        "quiet_exceptions",
        ("Исключения из тихих часов, которые вы разрешили", "Exceptions from quiet hours you allowed"),
        "t.allowed_by = $1",
        {"allowed_at": Shown(("Разрешено", "Allowed"), _DECIDED)},
        technical=("organisation_id", "allowed_by"),
    ),
)
