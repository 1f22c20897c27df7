"""What the ending of organisations refuses, in words."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "name_not_typed": (
        "Название не совпадает. Введите его так, как оно написано выше.",
        "The name differs. Type it as it is written above.",
    ),
    "full_name_of_staff": (
        "Полное название меняет оператор или сотрудник территории, вы можете изменить краткое.",
        "The full name is for operators and staff of the territory; you may change the short one.",
    ),
    "organisation_closed": ("Эта организация уже закрыта.", "This organisation is closed already."),
    "organisation_open": ("Эта организация не закрыта.", "This organisation is not closed."),
    "organisation_itself": (
        "Организацию нельзя присоединить к ней самой.",
        "An organisation cannot be joined to itself.",
    ),
    "organisation_joined": (
        "Организация присоединена к другой: это не отменить.",
        "The organisation was joined to another: that cannot be undone.",
    ),
    "reopening_too_late": (
        "Открыть организацию снова можно было 30 дней.",
        "An organisation can be opened again for 30 days.",
    ),
}
