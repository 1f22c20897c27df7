"""What the structure made by hand stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_ACTS = ("чтобы было видно, кто это решил", "so that it is seen who decided it")

register(
    StoredTable(
        "community_guests",
        ("Приглашения в сообщества других организаций", "Invites into communities of other organisations"),
        "t.invited_by = $1 OR t.decided_by = $1",
        {
            "state": Shown(("Состояние", "State"), _ACTS),
            "invited_at": Shown(("Приглашены", "Invited"), _ACTS),
            "decided_at": Shown(("Решено", "Decided"), _ACTS),
        },
        technical=("id", "class_id", "organisation_id", "invited_by", "decided_by"),
        order="t.id DESC",
    ),
    StoredTable(
        "school_year_changes",
        ("Смены учебного года", "Changes of the school year"),
        "t.made_by = $1 OR t.undone_by = $1",
        {
            "starts_in": Shown(("Год", "Year"), _ACTS),
            "made_at": Shown(("Сделана", "Made"), _ACTS),
            "undone_at": Shown(("Отменена", "Undone"), _ACTS),
        },
        technical=("id", "organisation_id", "done", "made_by", "undone_by"),
        order="t.id DESC",
    ),
)
