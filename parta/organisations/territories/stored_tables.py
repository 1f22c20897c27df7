"""What territories store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_OFFICE = ("чтобы вы видели заявки и школы своей территории", "so that you see your territory's schools")
_WRITTEN = ("чтобы было видно, кто написал памятку", "so that it is seen who wrote the guide")

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
    StoredTable(
        "territory_guides",
        ("Памятки регионов, которые вы изменили последним", "Guides of regions that you changed last"),
        "t.changed_by = $1",
        {
            "body": Shown(("Текст", "Text"), _WRITTEN),
            "link_titles": Shown(("Ссылки", "Links"), _WRITTEN),
            "link_urls": Shown(("Адреса", "Addresses"), _WRITTEN),
            "changed_at": Shown(("Изменено", "Changed"), _WRITTEN),
        },
        technical=("territory_id", "changed_by"),
        order="t.territory_id",
    ),
)
