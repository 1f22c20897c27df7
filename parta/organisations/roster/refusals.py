"""What a roster may be told: rows refused, rows taken with a warning, and bundles that cannot be read at all."""

import msgspec

from parta.core.errors import Problem, Sentences


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was left out: where it is, and a stable code of the reason. Lines count from 1 as an editor does."""

    file: str
    line: int
    sourced_id: str
    reason: str
    value: str = ""
    # The column, where a person has named it and will look for it.
    field: str = ""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something about the bundle as a whole that its owner should know."""

    reason: str
    file: str = ""
    value: str = ""


class RowRefused(Exception):
    """Raised while one row is being read; the reader turns it into a `Refusal`."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.reason, self.value = reason, value[:100]


class BundleRefused(Problem):
    """The bundle cannot be read: nothing of it was taken (422)."""

    def __init__(self, reason: str, *, file: str = "", line: int | None = None, value: str = "") -> None:
        super().__init__(reason, status=422)
        self.extra = {
            name: one for name, one in (("file", file), ("line", line), ("value", value[:100])) if one
        }


UNREADABLE: Sentences = {
    "roster_not_zip": ("Это не архив ZIP.", "This is not a ZIP archive."),
    "roster_too_large": ("Архив слишком велик.", "The archive is too large."),
    "roster_bomb": (
        "Архив распаковывается в слишком большой объём. Загрузка остановлена.",
        "The archive unpacks into too much data. Reading was stopped.",
    ),
    "roster_encrypted": (
        "Архив закрыт паролем. Загрузите архив без пароля.",
        "The archive has a password. Upload it without one.",
    ),
    "roster_bad_path": (
        "В архиве есть файл с недопустимым путём.",
        "The archive has a file with a forbidden path.",
    ),
    "roster_damaged": ("Архив повреждён.", "The archive is damaged."),
    "roster_twice": ("Файл встречается в архиве дважды.", "The file is in the archive twice."),
    "roster_too_many_files": ("В архиве слишком много файлов.", "The archive has too many files."),
    "roster_too_many_rows": ("В файлах слишком много строк.", "The files have too many rows."),
    "roster_empty": (
        "В архиве нет файлов OneRoster (orgs.csv, users.csv и других).",
        "The archive has no OneRoster files (orgs.csv, users.csv and others).",
    ),
    "roster_file_missing": (
        "Манифест обещает файл, которого в архиве нет.",
        "The manifest promises a file that is not in the archive.",
    ),
    "roster_encoding": (
        "Файл не в UTF-8 и не в Windows-1251.",
        "The file is neither UTF-8 nor Windows-1251.",
    ),
    "roster_column_missing": ("В файле нет нужного столбца.", "The file lacks a column it needs."),
    "roster_column_twice": ("Столбец встречается в файле дважды.", "The column is in the file twice."),
    "roster_manifest": ("Манифест нельзя прочесть.", "The manifest cannot be read."),
    "roster_version": (
        "Эта версия OneRoster не поддерживается: нужна 1.1 или 1.2.",
        "This version of OneRoster is not supported: 1.1 or 1.2 is needed.",
    ),
}

REASONS: Sentences = {
    "sourced_id_missing": ("Не указан sourcedId.", "sourcedId is missing."),
    "duplicate": (
        "Такой sourcedId уже был выше в этом файле.",
        "This sourcedId is already above in this file.",
    ),
    "value_missing": ("Не заполнено обязательное поле.", "A required field is empty."),
    "value_unknown": ("Такого значения OneRoster не знает.", "OneRoster has no such value."),
    "too_many_cells": ("В строке больше ячеек, чем столбцов.", "The row has more cells than columns."),
    "row_broken": ("Строку нельзя прочесть: проверьте кавычки.", "The row cannot be read: check its quotes."),
    "control_characters": ("В значении есть невидимые управляющие знаки.", "A value has control characters."),
    "too_long": ("Значение слишком длинное.", "A value is too long."),
    "name_not_letters": ("Имя записано не буквами.", "The name is not written with letters."),
    "email_wrong": ("Неверный адрес почты.", "The e-mail address is wrong."),
    "phone_wrong": ("Неверный номер телефона.", "The phone number is wrong."),
    "date_wrong": ("Неверная дата: нужна в виде 2026-09-01.", "The date is wrong: write it as 2026-09-01."),
    "dates_reversed": ("Конец раньше начала.", "The end is before the beginning."),
    "org_unknown": ("Такой организации нет в выгрузке.", "The roster has no such organisation."),
    "org_refused": ("Строка этой организации не принята.", "The row of this organisation was refused."),
    "class_unknown": ("Такого класса нет в выгрузке.", "The roster has no such class."),
    "class_refused": ("Строка этого класса не принята.", "The row of this class was refused."),
    "course_unknown": ("Такого курса нет в выгрузке.", "The roster has no such course."),
    "course_refused": ("Строка этого курса не принята.", "The row of this course was refused."),
    "session_unknown": (
        "Такого учебного периода нет в выгрузке.",
        "The roster has no such academic session.",
    ),
    "session_refused": ("Строка этого учебного периода не принята.", "The row of this session was refused."),
    "user_unknown": ("Такого человека нет в выгрузке.", "The roster has no such person."),
    "user_refused": ("Строка этого человека не принята.", "The row of this person was refused."),
    "parent_loop": (
        "Организации вложены друг в друга по кругу.",
        "Organisations contain each other in a circle.",
    ),
    "org_not_yours": (
        "Этой организацией вы не управляете; строки о ней не приняты.",
        "You do not administer this organisation; its rows were refused.",
    ),
}

WARNINGS: Sentences = {
    "phone_taken": (
        "Телефон уже у другого человека: профиль создан без него.",
        "The phone belongs to somebody else: the profile was made without it.",
    ),
    "email_taken": (
        "Почта уже у другого человека: профиль создан без неё.",
        "The e-mail belongs to somebody else: the profile was made without it.",
    ),
    "phone_repeated": (
        "Этот телефон в выгрузке уже указан у другого человека и оставлен ему.",
        "Another person of the roster has this phone and keeps it.",
    ),
    "email_repeated": (
        "Эта почта в выгрузке уже указана у другого человека и оставлена ему.",
        "Another person of the roster has this e-mail and keeps it.",
    ),
    "contact_of_guardian": (
        "Этот контакт указан и у родителя; он оставлен родителю.",
        "The guardian has this contact too and keeps it.",
    ),
    "same_person": (
        "Две строки об одном человеке (то же имя и контакт) объединены.",
        "Two rows about one person (same name and contact) were joined.",
    ),
    "person_elsewhere": (
        "Человек состоит и в других организациях: его имя и контакты выгрузка не меняет.",
        "The person belongs to other organisations too: the roster does not change the name or contacts.",
    ),
    "guardian_elsewhere": (
        "Связь родителя с этим ребёнком подтвердит другая его организация.",
        "The link of the guardian with this child is for the child's other organisation to confirm.",
    ),
    "guardian_unknown": (
        "Родитель или ребёнок, указанный в agentSourcedIds, не найден.",
        "The guardian or child named in agentSourcedIds was not found.",
    ),
    "agent_not_guardian": (
        "Указанный в agentSourcedIds не имеет роли родителя или опекуна: связь не создана.",
        "The one named in agentSourcedIds has no role of a parent or guardian: no link was made.",
    ),
    "parent_unknown": (
        "Вышестоящей организации нет в выгрузке; организация загружена без неё.",
        "The parent organisation is not in the roster; the organisation was taken without it.",
    ),
    "user_without_role": (
        "У человека нет ни одной принятой роли: профиль не создан.",
        "The person has no accepted role: no profile was made.",
    ),
    "role_without_rights": (
        "Эта роль в Парте ничего не даёт; строка учтена без неё.",
        "This role gives nothing in Parta; the row was taken without it.",
    ),
    "user_disabled": (
        "Доступ выключен в журнале (enabledUser): профиль остаётся без ролей.",
        "Access is off in the journal (enabledUser): the profile has no roles.",
    ),
    "mass_departure": (
        "Из списков уходит больше половины людей. Проверьте, полная ли это выгрузка.",
        "More than half of the people leave. Check that the roster is complete.",
    ),
}

NOTES: Sentences = {
    "file_unknown": (
        "Файл не относится к OneRoster и пропущен.",
        "The file is not of OneRoster and was skipped.",
    ),
    "file_not_needed": ("Файл не нужен Парте и пропущен.", "Parta does not need the file; it was skipped."),
    "demographics_ignored": (
        "Демографические сведения Парта не хранит: файл пропущен.",
        "Parta keeps no demographics: the file was skipped.",
    ),
    "file_absent_in_manifest": (
        "В манифесте файл отмечен как отсутствующий и пропущен.",
        "The manifest says the file is absent; it was skipped.",
    ),
    "manifest_inferred": (
        "Манифеста нет: считаем, что это полная выгрузка.",
        "There is no manifest: the bundle is taken as complete.",
    ),
    "delta": ("Файл содержит только изменения.", "The file holds only changes."),
}

SENTENCES: Sentences = UNREADABLE | REASONS | WARNINGS | NOTES
