"""What applications store about a person, in words."""

from parta.identity.stored_data import Shown, StoredTable, register

_ASKED = ("чтобы подключить вашу организацию", "to let your organisation join")
_CHOSEN = ("чтобы назначить администратора", "to appoint the administrator")
_DECIDED = ("чтобы было видно, что решено по заявке", "so that it is seen what was decided")

register(
    StoredTable(
        "applications",
        ("Ваши заявки организаций", "Your organisations' applications"),
        "t.applicant_id = $1",
        {
            "type": Shown(("Тип организации", "Type"), _ASKED),
            "name": Shown(("Название", "Name"), _ASKED),
            "short_name": Shown(("Краткое название", "Short name"), _ASKED),
            "settlement": Shown(("Населённый пункт", "Settlement"), _ASKED),
            "inn": Shown(("ИНН", "INN"), _ASKED),
            "kpp": Shown(("КПП", "KPP"), _ASKED),
            "ogrn": Shown(("ОГРН", "OGRN"), _ASKED),
            "family_name": Shown(("Фамилия администратора", "Administrator's surname"), _CHOSEN),
            "given_name": Shown(("Имя администратора", "Administrator's name"), _CHOSEN),
            "patronymic": Shown(("Отчество администратора", "Administrator's patronymic"), _CHOSEN),
            "phone": Shown(("Телефон администратора", "Administrator's phone"), _CHOSEN),
            "email": Shown(("Почта администратора", "Administrator's e-mail"), _CHOSEN),
            "proven_phone": Shown(("Подтверждённый телефон", "Proved phone"), _CHOSEN),
            "proven_email": Shown(("Подтверждённая почта", "Proved e-mail"), _CHOSEN),
            "state": Shown(("Состояние", "State"), _DECIDED),
            "created_at": Shown(("Начата", "Begun"), _DECIDED),
            "submitted_at": Shown(("Подана", "Submitted"), _DECIDED),
            "due_at": Shown(("Решат до", "Decided by"), _DECIDED),
            "decided_at": Shown(("Решено", "Decided"), _DECIDED),
            "changed_at": Shown(("Изменена", "Changed"), _DECIDED),
        },
        technical=("id", "applicant_id", "territory_id", "file_id", "organisation_id"),
        order="t.id DESC",
    ),
    StoredTable(
        "application_steps",
        ("Ваши решения по заявкам", "Your steps in applications"),
        "t.done_by = $1",
        {
            "state": Shown(("Шаг", "Step"), _DECIDED),
            "reason": Shown(("Причина", "Reason"), _DECIDED),
            "done_at": Shown(("Когда", "When"), _DECIDED),
        },
        technical=("id", "application_id", "done_by"),
        order="t.id DESC",
    ),
)
