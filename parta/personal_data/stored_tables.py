"""What this room stores about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_CARRY = ("чтобы вы могли забрать копию своих данных", "so that you can carry a copy of your data away")

_PROOF = ("чтобы доказать, кто и на что согласился", "to prove who agreed to what")

register(
    StoredTable(
        "guardian_consents",
        ("Согласия законных представителей", "Consents of guardians"),
        "t.child_id = $1 OR t.guardian_id = $1 OR t.noted_by = $1",
        {
            "document": Shown(("Документ", "Document"), _PROOF),
            "version": Shown(("Редакция", "Version"), _PROOF),
            "way": Shown(("Как дано", "How it was given"), _PROOF),
            "signed_on": Shown(("Подписано на бумаге", "Signed on paper"), _PROOF),
            "given_at": Shown(("Записано", "Recorded"), _PROOF),
            "withdrawn_at": Shown(("Отозвано", "Withdrawn"), _PROOF),
        },
        technical=("id", "child_id", "guardian_id", "guardian_name", "noted_by"),
        technical_purpose=(
            "служебные номера и имя подписавшего на бумаге: его видит только школа",
            "internal numbers, and the name of who signed on paper, which only the school sees",
        ),
        order="t.id DESC",
    ),
    StoredTable(
        "withdrawals",
        ("Отзывы согласия", "Withdrawals of consent"),
        "t.person_id = $1 OR t.asked_by = $1 OR t.taken_back_by = $1",
        {
            "asked_at": Shown(("Отозвано", "Withdrawn"), _PROOF),
            "erase_at": Shown(("Стирание назначено", "To be erased"), _PROOF),
            "taken_back_at": Shown(("Отзыв отменён", "Taken back"), _PROOF),
            "erased_at": Shown(("Стёрто", "Erased"), _PROOF),
        },
        technical=("id", "person_id", "asked_by", "taken_back_by", "on_paper_of"),
        order="t.id DESC",
    ),
    StoredTable(
        "consent_papers",
        ("Согласия и отзывы на бумаге", "Consents and withdrawals on paper"),
        "t.person_id = $1 OR t.noted_by = $1",
        {
            "what": Shown(("Согласие или отзыв", "Consent or withdrawal"), _PROOF),
            "document": Shown(("Вид документа", "Sort of paper"), _PROOF),
            "signed_on": Shown(("Подписано", "Signed"), _PROOF),
            "noted_at": Shown(("Отмечено", "Noted"), _PROOF),
        },
        technical=("id", "organisation_id", "person_id", "signed_by", "remark", "noted_by"),
        technical_purpose=(
            "служебные номера, имя подписавшего и примечание: их видит только школа",
            "internal numbers, the name of who signed and a remark, which only the school sees",
        ),
        order="t.id DESC",
    ),
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
