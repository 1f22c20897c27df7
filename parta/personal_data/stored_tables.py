"""What this room stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_CARRY = ("чтобы вы могли забрать копию своих данных", "so that you can carry a copy of your data away")

register(
    StoredTable(
        "own_archives",
        ("Запрошенные архивы данных", "Copies of data that were asked for"),
        "t.person_id = $1 OR t.about_id = $1",
        {
            "state": Shown(("Состояние", "State"), _CARRY),
            "created_at": Shown(("Запрошен", "Asked for"), _CARRY),
            "finished_at": Shown(("Готов", "Ready"), _CARRY),
            "expires_at": Shown(("Будет удалён", "Removed"), _CARRY),
            "archive_size": Shown(("Размер, байт", "Size, bytes"), _CARRY),
        },
        technical=(
            "id",
            "person_id",
            "about_id",
            "problem",
            "language",
            "time_zone",
            "counts",
            "tables",
            "done_file",
            "files",
            "left_out",
            "contents_size",
            "blob_key",
        ),
        order="t.id DESC",
    ),
)
