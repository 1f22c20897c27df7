"""What organisations store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_BELONGS = ("чтобы вы видели свою школу, классы и чаты", "so that you see your school, classes and chats")
_FAMILY = ("чтобы родитель был рядом с ребёнком и здесь", "so that a parent is beside the child here too")
_JOURNAL = (
    "чтобы узнать вас в следующей выгрузке электронного журнала",
    "to recognise you in the next roster of the journal",
)
_ACTS = ("чтобы было видно, кто загружал списки", "so that it is seen who loaded rosters")

register(
    StoredTable(
        "roles",
        ("Роли", "Roles"),
        "t.person_id = $1",
        {
            "role": Shown(("Роль", "Role"), _BELONGS),
            "position": Shown(("Должность", "Position"), _BELONGS),
            "subject": Shown(("Предмет", "Subject"), _BELONGS),
            "confirmed_at": Shown(("Подтверждена", "Confirmed"), _BELONGS),
            "limited_to": Shown(("Права администратора", "Rights as an administrator"), _BELONGS),
            "ended_at": Shown(("Окончена", "Ended"), _BELONGS),
            "created_at": Shown(("Дана", "Given"), _BELONGS),
            "source": Shown(("Откуда известна", "Known from"), _JOURNAL),
            "sourced_id": Shown(("Номер строки в журнале", "Row in the journal"), _JOURNAL),
        },
        technical=("id", "person_id", "organisation_id", "appointed"),
        order="t.id DESC",
    ),
    StoredTable(
        "enrollments",
        ("Места в классах", "Places in classes"),
        "t.person_id = $1",
        {
            "role": Shown(("Кто вы в классе", "What you are there"), _BELONGS),
            "class_teacher": Shown(("Классный руководитель", "Class teacher"), _BELONGS),
            "ended_at": Shown(("Окончено", "Ended"), _BELONGS),
            "source": Shown(("Откуда известно", "Known from"), _JOURNAL),
            "sourced_id": Shown(("Номер строки в журнале", "Row in the journal"), _JOURNAL),
        },
        technical=("class_id", "person_id", "guest_of"),
        order="t.class_id DESC",
    ),
    StoredTable(
        "guardianships",
        ("Родители и дети", "Guardians and children"),
        "t.guardian_id = $1 OR t.child_id = $1",
        {
            "relation": Shown(("Кем приходится взрослый", "What the grown-up is"), _FAMILY),
            "ended_at": Shown(("Окончено", "Ended"), _FAMILY),
            "source": Shown(("Откуда известно", "Known from"), _JOURNAL),
        },
        technical=("guardian_id", "child_id", "roster_source_id", "ended_by"),
        order="t.child_id, t.guardian_id",
    ),
    StoredTable(
        "birth_dates",
        ("Дата рождения", "Birth date"),
        "t.person_id = $1",
        {
            "born_on": Shown(
                ("Дата рождения", "Birth date"),
                ("чтобы родительские права окончились в 18 лет", "so that guardianship ends at eighteen"),
            )
        },
        technical=("person_id", "told_by"),
    ),
    StoredTable(
        "roster_links",
        ("Номера в электронном журнале", "Numbers in the journal"),
        "t.entity = 'user' AND t.entity_id = $1",
        {"sourced_id": Shown(("Номер", "Number"), _JOURNAL)},
        technical=("source_id", "entity", "entity_id", "joined_id"),
    ),
    StoredTable(
        "roster_imports",
        ("Загруженные вами списки", "Rosters you loaded"),
        "t.uploaded_by = $1 OR t.applied_by = $1",
        {
            "file_name": Shown(("Файл", "File"), _ACTS),
            "created_at": Shown(("Загружен", "Uploaded"), _ACTS),
            "applied_at": Shown(("Применён", "Applied"), _ACTS),
            "state": Shown(("Состояние", "State"), _ACTS),
        },
        technical=(
            "id",
            "uploaded_by",
            "applied_by",
            "organisation_ids",
            "kind",
            "leavers",
            "blob_key",
            "summary",
            "notes",
            "fingerprint",
        ),
        order="t.id DESC",
    ),
)
