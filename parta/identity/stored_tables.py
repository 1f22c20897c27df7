"""What identity and core store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_RECOGNISED = (
    "чтобы вас узнавали те, с кем вы учитесь и работаете",
    "so that those you study and work with know you",
)
_SIGN_IN = ("чтобы войти по одноразовому коду", "to sign in by a one-time code")
_SCREEN = ("чтобы показывать на вашем языке и по вашему времени", "to speak your language and show your time")
_OWN_DEVICE = (
    "чтобы вы узнали своё устройство и заметили чужое",
    "so that you recognise your device and notice another's",
)
_PROOF = ("чтобы доказать, на что вы согласились", "to prove what you agreed to")
_WATCH = ("чтобы никто не мог незаметно злоупотребить доступом", "so that nobody can misuse access unnoticed")
_LIMIT = ("чтобы коды нельзя было подбирать", "so that codes cannot be guessed")

_MY_CONTACTS = "SELECT kind, value FROM contacts WHERE person_id = $1"

register(
    StoredTable(
        "people",
        ("Профиль", "Profile"),
        "t.id = $1",
        {
            "family_name": Shown(("Фамилия", "Family name"), _RECOGNISED),
            "given_name": Shown(("Имя", "Given name"), _RECOGNISED),
            "patronymic": Shown(("Отчество", "Patronymic"), _RECOGNISED),
            "search_name": Shown(("Имя для поиска", "Name for search"), _RECOGNISED),
            "locale": Shown(("Язык", "Language"), _SCREEN),
            "time_zone": Shown(("Часовой пояс", "Time zone"), _SCREEN),
            "created_at": Shown(("Профиль заведён", "Profile made"), _PROOF),
            "claimed_at": Shown(("Первый вход", "First sign-in"), _PROOF),
            "last_seen_at": Shown(
                ("Последний раз в сети", "Last seen"),
                ("чтобы собеседники знали, когда вас ждать", "so that others know when to expect you"),
            ),
            "erased_at": Shown(("Профиль стёрт", "Profile erased"), _PROOF),
            "portrait": Shown(("Номер фотографии", "Number of the photograph"), _RECOGNISED),
        },
        technical=("id",),
    ),
    StoredTable(
        "contacts",
        ("Телефоны и адреса", "Phones and addresses"),
        "t.person_id = $1",
        {
            "kind": Shown(("Вид", "Kind"), _SIGN_IN),
            "value": Shown(("Телефон или адрес", "Phone or address"), _SIGN_IN),
            "proven_at": Shown(("Подтверждён", "Proven"), _SIGN_IN),
            "created_at": Shown(("Записан", "Recorded"), _SIGN_IN),
        },
        technical=("id", "person_id"),
    ),
    StoredTable(
        "consents",
        ("Согласия", "Consents"),
        "t.person_id = $1",
        {
            "document": Shown(("Документ", "Document"), _PROOF),
            "version": Shown(("Редакция", "Version"), _PROOF),
            "given_at": Shown(("Дано", "Given"), _PROOF),
            "withdrawn_at": Shown(("Отозвано", "Withdrawn"), _PROOF),
        },
        technical=("id", "person_id"),
        order="t.given_at DESC",
    ),
    StoredTable(
        "sessions",
        ("Устройства", "Devices"),
        "t.person_id = $1",
        {
            "user_agent": Shown(("Браузер", "Browser"), _OWN_DEVICE),
            "ip": Shown(("Сетевой адрес", "Network address"), _OWN_DEVICE),
            "created_at": Shown(("Вход", "Signed in"), _OWN_DEVICE),
            "last_seen_at": Shown(("Последнее обращение", "Last used"), _OWN_DEVICE),
            "expires_at": Shown(("Действует до", "Valid until"), _OWN_DEVICE),
            "ended_at": Shown(("Выход", "Signed out"), _OWN_DEVICE),
            "factor_at": Shown(("Второй фактор показан", "Second factor shown"), _OWN_DEVICE),
        },
        technical=("id", "person_id", "token_hash", "lacks"),
        technical_purpose=(
            "служебные номера и отпечаток ключа входа; самого ключа на сервере нет",
            "internal numbers and a fingerprint of the key; the key itself is not on the server",
        ),
        order="t.last_seen_at DESC",
    ),
    StoredTable(
        "sign_in_codes",
        ("Одноразовые коды", "One-time codes"),
        f"(t.kind, t.value) IN ({_MY_CONTACTS})",
        {
            "kind": Shown(("Вид", "Kind"), _SIGN_IN),
            "value": Shown(("Телефон или адрес", "Phone or address"), _SIGN_IN),
            "created_at": Shown(("Запрошен", "Asked for"), _SIGN_IN),
            "expires_at": Shown(("Действует до", "Valid until"), _SIGN_IN),
            "used_at": Shown(("Использован", "Used"), _SIGN_IN),
            "tries_left": Shown(("Осталось попыток", "Tries left"), _LIMIT),
        },
        technical=("id", "code_hash", "salt"),
        technical_purpose=(
            "отпечатки; самого кода на сервере нет, через сутки строка удаляется",
            "fingerprints; the code itself is not on the server, the row is deleted after a day",
        ),
        order="t.created_at DESC",
    ),
    StoredTable(
        "sign_in_limits",
        ("Счётчик кодов", "Counter of codes"),
        "t.key IN (SELECT 'contact:' || encode(sha256(convert_to(kind || ':' || value, 'UTF8')), 'hex')"
        " FROM contacts WHERE person_id = $1)",
        {
            "taken": Shown(("Запрошено кодов", "Codes asked for"), _LIMIT),
            "next_at": Shown(("Следующий код не раньше", "Next code not before"), _LIMIT),
            "window_ends_at": Shown(("Счёт начнётся заново", "Counting starts anew"), _LIMIT),
        },
        technical=("key",),
        technical_purpose=("отпечаток телефона или адреса", "a fingerprint of the phone or address"),
    ),
    StoredTable(
        "suspensions",
        ("Приостановка входа", "Suspended access"),
        "t.person_id = $1",
        {
            "reason": Shown(("Почему", "Why"), _WATCH),
            "suspended_at": Shown(("С какого времени", "Since"), _WATCH),
            "until": Shown(("До какого времени", "Until"), _WATCH),
            "lifted_at": Shown(("Снята", "Lifted"), _WATCH),
        },
        technical=("id", "person_id", "suspended_by"),
        order="t.id DESC",
    ),
    StoredTable(
        "audit_log",
        ("Журнал действий", "Log of acts"),
        "t.actor_id = $1 OR t.subject = 'person:' || $1",
        {
            "at": Shown(("Когда", "When"), _WATCH),
            "action": Shown(("Что сделано", "What was done"), _WATCH),
            "subject": Shown(("С чем", "To what"), _WATCH),
            "details": Shown(("Подробности", "Details"), _WATCH),
        },
        technical=("id", "actor_id", "organisation_id"),
        order="t.id DESC",
    ),
)
