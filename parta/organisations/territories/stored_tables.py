"""What territories store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_OFFICE = ("чтобы вы видели заявки и школы своей территории", "so that you see your territory's schools")

register(
    StoredTable(
        "territory_staff",
        ("Территории, за которыми вы смотрите", "Territories you look after"),
        "t.person_id = $1",
        {
            "appointed_at": Shown(("Назначены", "Appointed"), _OFFICE),
            "ended_at": Shown(("Окончено", "Ended"), _OFFICE),
        },
        technical=("id", "territory_id", "person_id", "appointed_by"),
        order="t.id DESC",
    ),
)
