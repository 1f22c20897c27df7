"""What files store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_SENT = (
    "чтобы те, кому вы отправили файл, могли его открыть",
    "so that those you sent a file to can open it",
)
_SAFE = ("чтобы показывать файлы безопасно и красиво", "to show files safely and well")
_SPACE = ("чтобы место на сервере не закончилось", "so that the server does not run out of space")
_HARM = ("чтобы файлы не навредили другим", "so that files do not harm others")
_FACE = ("чтобы вас узнавали в лицо", "so that people know your face")

register(
    StoredTable(
        "files",
        ("Файлы", "Files"),
        "t.owner_id = $1",
        {
            "name": Shown(("Название", "Name"), _SENT),
            "content_type": Shown(("Тип", "Type"), _SAFE),
            "kind": Shown(("Вид", "Kind"), _SAFE),
            "size": Shown(("Размер, байт", "Size, bytes"), _SPACE),
            "received": Shown(("Загружено, байт", "Uploaded, bytes"), _SPACE),
            "width": Shown(("Ширина", "Width"), _SAFE),
            "height": Shown(("Высота", "Height"), _SAFE),
            "duration_ms": Shown(("Длительность, мс", "Duration, ms"), _SAFE),
            "purpose": Shown(("Записано как", "Recorded as"), _SAFE),
            "waveform": Shown(("Громкость по времени", "Loudness over time"), _SAFE),
            "created_at": Shown(("Загружен", "Uploaded"), _SENT),
            "expires_at": Shown(("Будет удалён, если не пригодится", "Removed if unused"), _SPACE),
            "scan_state": Shown(("Проверка на вирусы", "Scan for malware"), _HARM),
            "scan_found": Shown(("Что нашла проверка", "What the scan found"), _HARM),
            "scanned_at": Shown(("Когда проверен", "Scanned"), _HARM),
            "quarantined_until": Shown(("В карантине до", "In quarantine until"), _HARM),
        },
        technical=("id", "owner_id", "blob_key", "state", "preview_key", "preview_state"),
        order="t.id DESC",
    ),
    StoredTable(
        "portraits",
        ("Фотографии профиля", "Profile photographs"),
        "t.person_id = $1",
        {
            "state": Shown(("Состояние", "State"), _FACE),
            "reason": Shown(("Почему отклонена", "Why it was refused"), _FACE),
            "created_at": Shown(("Отправлена", "Sent"), _FACE),
        },
        technical=("id", "person_id", "blob_key", "decided_by"),
        order="t.id DESC",
    ),
)
