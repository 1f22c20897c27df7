"""What keys, the second factor and moves store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_KEY = ("чтобы входить по ключу, без кода", "to sign in by a key, without a code")
_FACTOR = (
    "чтобы в ваш профиль не вошёл тот, кто получил ваш код",
    "so that whoever got your code cannot sign in as you",
)
_MOVE = (
    "чтобы сменить телефон или почту и ничего не потерять",
    "to change a phone or address and lose nothing",
)
_SINCE = ("Добавлен", "Added")

register(
    StoredTable(
        "passkeys",
        ("Ключи доступа", "Passkeys"),
        "t.person_id = $1",
        {
            "name": Shown(("Название", "Name"), _KEY),
            "created_at": Shown(_SINCE, _KEY),
            "last_used_at": Shown(("Последний вход", "Last used"), _KEY),
        },
        technical=("id", "person_id", "credential_id", "public_key", "user_handle", "sign_count", "transports"),
        technical_purpose=(
            "номер и открытая часть ключа; закрытая часть есть только на вашем устройстве",
            "the key's number and public part; the private part is only on your device",
        ),
    ),
    StoredTable(
        "passkey_challenges",
        ("Вопросы ключам", "Questions to keys"),
        "t.person_id = $1",
        {"expires_at": Shown(("Действует до", "Valid until"), _KEY)},
        technical=("id", "person_id", "purpose", "challenge", "user_handle"),
    ),
    StoredTable(
        "second_factors",
        ("Второй фактор", "Second factor"),
        "t.person_id = $1",
        {"switched_on_at": Shown(("Включён", "Switched on"), _FACTOR)},
        technical=("person_id", "totp", "last_step"),
        technical_purpose=(
            "секрет приложения с кодами, зашифрованный, и номер последнего кода",
            "the secret of the app, encrypted, and the number of the last code",
        ),
    ),
    StoredTable(
        "second_factor_drafts",
        ("Подключение приложения", "Setting up the app"),
        "t.person_id = $1",
        {"expires_at": Shown(("Действует до", "Valid until"), _FACTOR)},
        technical=("person_id", "totp"),
        technical_purpose=("секрет приложения, зашифрованный", "the secret of the app, encrypted"),
    ),
    StoredTable(
        "recovery_codes",
        ("Запасные коды", "Recovery codes"),
        "t.person_id = $1",
        {
            "made_at": Shown(("Сделан", "Made"), _FACTOR),
            "used_at": Shown(("Использован", "Used"), _FACTOR),
        },
        technical=("id", "person_id", "digest"),
        technical_purpose=("отпечаток кода; самого кода на сервере нет", "a fingerprint; the code is not on the server"),
    ),
    StoredTable(
        "remembered_devices",
        ("Запомненные устройства", "Remembered devices"),
        "t.person_id = $1",
        {
            "user_agent": Shown(("Браузер", "Browser"), _FACTOR),
            "created_at": Shown(_SINCE, _FACTOR),
            "expires_at": Shown(("Действует до", "Valid until"), _FACTOR),
        },
        technical=("id", "person_id", "token_hash"),
    ),
    StoredTable(
        "contact_moves",
        ("Смена телефона или почты", "Changes of phone or address"),
        "t.person_id = $1",
        {
            "old_value": Shown(("Прежний", "Former"), _MOVE),
            "new_value": Shown(("Новый", "New"), _MOVE),
            "reason": Shown(("Почему", "Why"), _MOVE),
            "started_at": Shown(("Начата", "Begun"), _MOVE),
            "expires_at": Shown(("Действует до", "Valid until"), _MOVE),
            "help_asked_at": Shown(("Попросили школу помочь", "The school was asked for help"), _MOVE),
            "new_proven_at": Shown(("Новый подтверждён", "New one proven"), _MOVE),
            "old_confirmed_at": Shown(("Прежний подтверждён", "Former one confirmed"), _MOVE),
            "done_at": Shown(("Завершена", "Done"), _MOVE),
            "cancelled_at": Shown(("Отменена", "Cancelled"), _MOVE),
        },
        technical=(
            "id", "person_id", "contact_id", "old_kind", "new_kind", "keeps_sessions",
            "started_by", "confirmed_by", "cancelled_by",
        ),
        order="t.id DESC",
    ),
    StoredTable(
        "former_contacts",
        ("Прежние телефоны и адреса", "Former phones and addresses"),
        "t.person_id = $1",
        {
            "kind": Shown(("Вид", "Kind"), _MOVE),
            "value": Shown(("Телефон или адрес", "Phone or address"), _MOVE),
            "held_from": Shown(("С какого времени", "From"), _MOVE),
            "held_until": Shown(("До какого времени", "Until"), _MOVE),
        },
        technical=("id", "person_id", "moved_by"),
        order="t.id DESC",
    ),
    StoredTable(
        "awaited_contacts",
        ("Телефоны и адреса, занятые другими", "Phones and addresses others have"),
        "t.person_id = $1",
        {
            "kind": Shown(("Вид", "Kind"), _MOVE),
            "value": Shown(("Телефон или адрес", "Phone or address"), _MOVE),
        },
        technical=("id", "person_id"),
    ),
)  # fmt: skip
