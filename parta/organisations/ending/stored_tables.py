"""What the ending of organisations stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_ACTS = ("чтобы было видно, кто закрыл организацию", "so that it is seen who closed an organisation")

register(
    StoredTable(
        "organisation_endings",
        ("Закрытые вами организации", "Organisations you closed"),
        "t.ended_by = $1 OR t.undone_by = $1",
        {
            "reason": Shown(("Причина", "Reason"), _ACTS),
            "ended_at": Shown(("Закрыта", "Closed"), _ACTS),
            "undone_at": Shown(("Открыта снова", "Opened again"), _ACTS),
        },
        technical=("id", "organisation_id", "into_id", "ended_by", "undone_by"),
        order="t.id DESC",
    ),
)
