"""What ways in through services store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_WAY_IN = ("чтобы входить без кода", "to sign in without a code")
_UNDER_WAY = (
    "чтобы вернуться от сервиса входа; стирается сразу после входа",
    "to return from the service; erased at once after it",
)

register(
    StoredTable(
        "outside_identities",
        ("Вход через другие сервисы", "Signing in through other services"),
        "t.person_id = $1",
        {
            "provider": Shown(("Сервис", "Service"), _WAY_IN),
            "linked_at": Shown(("Привязан", "Linked"), _WAY_IN),
            "last_used_at": Shown(("Последний вход", "Last sign-in"), _WAY_IN),
            "unlinked_at": Shown(
                ("Отвязан", "Unlinked"),
                (
                    "чтобы отвязанная учётная запись больше не впускала",
                    "so that an unlinked account lets in no more",
                ),
            ),
        },
        technical=("id", "person_id", "issuer", "subject", "named_by"),
        technical_purpose=(
            "номер вашей учётной записи у сервиса и служебные номера; имени, снимка и друзей оттуда нет",
            "the number of your account at the service and internal numbers; no name, picture or friends from there",
        ),
    ),
    StoredTable(
        "outside_flows",
        ("Начатая привязка сервиса", "Linking that was begun"),
        "t.person_id = $1",
        {
            "provider": Shown(("Сервис", "Service"), _UNDER_WAY),
            "created_at": Shown(("Начата", "Begun"), _UNDER_WAY),
            "expires_at": Shown(("Действует до", "Valid until"), _UNDER_WAY),
            "returned_at": Shown(("Сервис ответил", "The service answered"), _UNDER_WAY),
        },
        technical=("id", "person_id", "session_id", "return_to", "proof"),
        technical_purpose=(
            "ответ сервиса до конца привязки: номер учётной записи и подтверждённые им телефон и почта",
            "the service's answer until linking ends: the account's number, and the phone and address it vouched for",
        ),
    ),
)
