"""What invites store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_BELONGS = ("чтобы вы пришли в свою школу и семью", "so that you come to your school and family")
_ACTS = ("чтобы было видно, кто кого пригласил", "so that it is seen who invited whom")
_GUESSES = (
    "чтобы коды нельзя было подобрать; хранится час",
    "so that codes cannot be guessed; kept for an hour",
)

register(
    StoredTable(
        "school_invites",
        ("Приглашения в школу: ваши и о вас", "Invites into a school: yours and about you"),
        "$1 IN (t.made_by, t.child_id, t.expected_id)",
        {
            "role": Shown(("Кого приглашали", "Who was invited"), _ACTS),
            "subject": Shown(("Предмет", "Subject"), _ACTS),
            "note": Shown(("Заметка", "Note"), _ACTS),
            "approval": Shown(("С одобрением", "With approval"), _ACTS),
            "most_uses": Shown(("Сколько раз можно прийти", "Uses at most"), _ACTS),
            "uses": Shown(("Сколько раз пришли", "Uses"), _ACTS),
            "on_sheet": Shown(("На листе класса", "On a class's sheet"), _ACTS),
            "created_at": Shown(("Сделано", "Made"), _ACTS),
            "expires_at": Shown(("Действует до", "Works until"), _ACTS),
            "revoked_at": Shown(("Отозвано", "Revoked"), _ACTS),
        },
        technical=("id", "organisation_id", "class_id", "child_id", "expected_id", "digest", "made_by"),
        order="t.id DESC",
    ),
    StoredTable(
        "school_joinings",
        ("Приход по приглашению", "Coming by an invite"),
        "$1 IN (t.person_id, t.decided_by)",
        {
            "relation": Shown(("Кем приходитесь ребёнку", "What you are to the child"), _BELONGS),
            "state": Shown(("Состояние", "State"), _BELONGS),
            "reason": Shown(("Причина отказа", "Reason of a refusal"), _BELONGS),
            "decided_at": Shown(("Решено", "Decided"), _BELONGS),
            "created_at": Shown(("Пришли", "Came"), _BELONGS),
        },
        technical=("id", "invite_id", "organisation_id", "person_id", "decided_by"),
        order="t.id DESC",
    ),
    StoredTable(
        "invite_guesses",
        ("Неверные коды приглашений", "Wrong invite codes"),
        "t.person_id = $1",
        {
            "network": Shown(("Сетевой адрес", "Network address"), _GUESSES),
            "guessed_at": Shown(("Когда", "When"), _GUESSES),
        },
        technical=("id", "person_id"),
        order="t.id DESC",
    ),
)
