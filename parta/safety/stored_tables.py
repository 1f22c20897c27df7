"""What safety stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_QUIET = ("чтобы вас не беспокоили, когда вы просили", "so that nobody disturbs you when you asked for it")
_SAFE = ("чтобы незнакомые вас не находили", "so that strangers do not find you")
_FAMILY = ("чтобы родители видели, с кем общается ребёнок", "so that guardians see with whom the child is")
_LOOKED = (
    "чтобы семья знала, кто смотрел данные ребёнка",
    "so that the family knows who looked at the child's data",
)
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
    StoredTable(
        "contact_policies",
        ("Правила общения, которые вы изменили", "Contact policies you changed"),
        "t.changed_by = $1",
        {"changed_at": Shown(("Изменены", "Changed"), _DECIDED)},
        technical=("organisation_id", "pupil_staff", "pupils", "pupil_groups", "parents", "changed_by"),
    ),
    StoredTable(
        "safe_modes",
        ("Безопасный режим", "Safe mode"),
        "t.person_id = $1 OR t.chosen_by = $1",
        {
            "kept": Shown(("Включён", "Switched on"), _SAFE),
            "changed_at": Shown(("Изменён", "Changed"), _SAFE),
        },
        technical=("person_id", "chosen_by"),
    ),
    StoredTable(
        "safe_mode_locks",
        ("Кто из родителей включил безопасный режим", "Which guardian holds a child to safe mode"),
        "t.child_id = $1 OR t.guardian_id = $1",
        {"locked_at": Shown(("Включён", "Switched on"), _SAFE)},
        technical=("child_id", "guardian_id"),
    ),
    StoredTable(
        "acquaintances",
        ("Знакомые: с кем у вас есть личный чат", "Contacts: with whom you have a chat"),
        "t.person_id = $1",
        {"since": Shown(("С какого времени", "Since"), _FAMILY)},
        technical=("person_id", "other_id"),
    ),
    StoredTable(
        "first_requests",
        ("Кто просил о переписке", "Who asked for a chat"),
        "t.person_id = $1 OR t.asked_by = $1",
        {"asked_at": Shown(("Когда", "When"), _FAMILY)},
        technical=("person_id", "asked_by"),
    ),
    StoredTable(
        "guardian_quiet_hours",
        ("Тихие часы, которые задал родитель", "Quiet hours set by a guardian"),
        "t.child_id = $1 OR t.guardian_id = $1",
        {
            "periods": Shown(("Расписание", "Schedule"), _QUIET),
            "changed_at": Shown(("Изменены", "Changed"), _QUIET),
        },
        technical=("child_id", "guardian_id"),
    ),
    StoredTable(
        "minor_accesses",
        ("Кто из сотрудников смотрел данные ученика", "Who of the staff looked at a pupil's data"),
        "t.minor_id = $1 OR t.reader_id = $1",
        {
            "day": Shown(("День", "Day"), _LOOKED),
            "kind": Shown(("Что смотрели", "What"), _LOOKED),
            "times": Shown(("Сколько раз", "How often"), _LOOKED),
        },
        technical=("minor_id", "reader_id", "organisation_id"),
        order="t.day DESC",
    ),
)
