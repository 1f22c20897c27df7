"""What applications refuse, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "inn_length": ("ИНН организации — 10 цифр.", "An organisation's INN has 10 digits."),
    "inn_wrong": (
        "В ИНН ошибка: контрольная цифра не сходится.",
        "The INN is mistyped: its check digit does not match.",
    ),
    "kpp_wrong": (
        "КПП — 9 знаков: цифры, на пятом и шестом месте могут быть латинские буквы.",
        "A KPP has 9 characters: digits, the fifth and sixth may be Latin letters.",
    ),
    "ogrn_length": ("ОГРН — 13 цифр.", "An OGRN has 13 digits."),
    "ogrn_wrong": (
        "В ОГРН ошибка: контрольная цифра не сходится.",
        "The OGRN is mistyped: its check digit does not match.",
    ),
    "field_empty": ("Заполните это поле.", "Fill in this field."),
    "territory_unfinished": ("Выберите муниципалитет.", "Choose the municipality."),
    "phone_not_phone": (
        "Это не номер телефона. Например: +7 900 123-45-67.",
        "This is no phone number. For example: +7 900 123-45-67.",
    ),
    "email_not_email": (
        "Это не адрес почты. Например: school@example.org.",
        "This is no e-mail address. For example: school@example.org.",
    ),
    "contact_not_proven": (
        "Подтвердите кодом, что это действующий контакт.",
        "Confirm by a code that this contact works.",
    ),
    "document_missing": (
        "Приложите скан подписанного документа о назначении.",
        "Attach a scan of the signed appointment document.",
    ),
    "document_wrong_kind": (
        "Скан — это файл PDF, JPEG или PNG.",
        "The scan is a PDF, JPEG or PNG file.",
    ),
    "document_too_large": (
        "Файл слишком большой для скана.",
        "The file is too large for a scan.",
    ),
    "application_unfinished": (
        "В заявке не всё заполнено. Проверьте отмеченные поля.",
        "The application is not complete. Check the marked fields.",
    ),
    "application_not_editable": (
        "Эту заявку уже нельзя изменить.",
        "This application cannot be changed any more.",
    ),
    "application_not_waiting": (
        "По этой заявке уже решено, или её отозвали.",
        "This application is already decided, or was withdrawn.",
    ),
    "application_reason_missing": (
        "Напишите причину: её увидит тот, кто подал заявку.",
        "Write the reason: the applicant will see it.",
    ),
    "application_territory_gone": (
        "Этого муниципалитета больше нет. Верните заявку, чтобы в ней выбрали другой.",
        "This municipality is gone. Return the application so that another one is chosen.",
    ),
    "too_many_applications": (
        "У вас уже много заявок, по которым не решено.",
        "You have many undecided applications already.",
    ),
}
