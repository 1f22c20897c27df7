"""The sheets of a workbook as data: what they and their columns are called, in Russian first and as people write it."""

import re
from typing import Literal

Kind = Literal["staff", "classes", "pupils", "parents", "groups"]

# The order of reading: a row may only name what stands in sheets above it, or in the database.
KINDS: tuple[Kind, ...] = ("classes", "staff", "pupils", "parents", "groups")

# The first name is the one the template and the export write.
SHEETS: dict[Kind, tuple[str, ...]] = {
    "staff": ("Сотрудники", "Учителя", "Педагоги", "Персонал", "Staff", "Teachers"),
    "classes": ("Классы", "Classes"),
    "pupils": ("Ученики", "Учащиеся", "Обучающиеся", "Дети", "Воспитанники", "Pupils", "Students"),
    "parents": ("Родители", "Законные представители", "Parents", "Guardians"),
    "groups": ("Группы", "Кружки и группы", "Groups"),
}
GUIDE = ("Как заполнять", "How to fill in")

Columns = dict[str, tuple[str, ...]]

_PERSON: Columns = {
    "number": ("Номер в Парте", "Номер Парты", "Parta number"),
    "id": ("ID", "Идентификатор", "Табельный номер", "Личное дело"),
    "name": ("ФИО", "Фамилия Имя Отчество", "Фамилия, имя, отчество", "Full name", "Name"),
    "family_name": ("Фамилия", "Family name", "Last name", "Surname"),
    "given_name": ("Имя", "Given name", "First name"),
    "patronymic": ("Отчество", "Отчество при наличии", "Patronymic", "Middle name"),
    "phone": ("Телефон", "Мобильный телефон", "Сотовый телефон", "Номер телефона", "Phone", "Mobile"),
    "email": ("Почта", "Электронная почта", "Эл. почта", "E-mail", "Email", "Адрес почты"),
}


def _parent(place: int) -> Columns:
    return {
        f"parent{place}_name": (f"Родитель {place}", f"ФИО родителя {place}", f"Parent {place}"),
        f"parent{place}_relation": (f"Кем приходится родитель {place}", f"Parent {place} relation"),
        f"parent{place}_phone": (f"Телефон родителя {place}", f"Parent {place} phone"),
        f"parent{place}_email": (
            f"Почта родителя {place}",
            f"E-mail родителя {place}",
            f"Parent {place} e-mail",
        ),
    }


# What a table of one parent calls the first of them.
_ALONE: Columns = {
    "parent1_name": ("Родитель", "ФИО родителя", "Законный представитель", "Parent"),
    "parent1_relation": ("Кем приходится родитель", "Parent relation"),
    "parent1_phone": ("Телефон родителя", "Parent phone"),
    "parent1_email": ("Почта родителя", "E-mail родителя", "Parent e-mail"),
}
_FIRST = _parent(1)

COLUMNS: dict[Kind, Columns] = {
    "staff": {
        **_PERSON,
        "position": ("Должность", "Position"),
        "subject": ("Предмет", "Предметы", "Subject", "Subjects"),
        "homerooms": ("Классное руководство", "Классный руководитель", "Class teacher of"),
    },
    "classes": {
        "title": ("Класс", "Название", "Class", "Title"),
        "grade": ("Параллель", "Год обучения", "Grade"),
        "letter": ("Буква", "Литера", "Letter"),
        "teacher": ("Классный руководитель", "Class teacher"),
    },
    "pupils": {
        **_PERSON,
        "born": ("Дата рождения", "День рождения", "Birth date", "Date of birth"),
        "klass": ("Класс", "Class"),
        **{field: (*names, *_ALONE[field]) for field, names in _FIRST.items()},
        **_parent(2),
    },
    "parents": {
        **_PERSON,
        "relation": ("Кем приходится", "Родство", "Relation"),
        "child_number": ("Номер ребёнка в Парте", "Child's Parta number"),
        "child_id": ("ID ребёнка", "Child's ID", "Child ID"),
        "child_name": ("Ребёнок", "ФИО ребёнка", "Child"),
        "child_class": ("Класс ребёнка", "Класс", "Child's class", "Class"),
    },
    "groups": {
        "title": ("Группа", "Название", "Group", "Title"),
        "kind": ("Вид", "Kind"),
        "subject": ("Предмет", "Subject"),
        "teacher": ("Учитель", "Преподаватель", "Руководитель", "Teacher"),
        "members": ("Состав", "Ученики", "Members"),
    },
}

# A sheet without any of these columns is not of this kind; each inner tuple is one way to be complete.
NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "staff": (("name",), ("family_name", "given_name")),
    "classes": (("title",), ("grade", "letter")),
    "pupils": (("name", "klass"), ("family_name", "given_name", "klass")),
    "parents": tuple(
        (*name, child)
        for name in (("name",), ("family_name", "given_name"))
        for child in ("child_name", "child_id", "child_number")
    ),
    "groups": (("title", "members"), ("title", "teacher")),
}

# The same as what the server keeps; a table may only say what there is.
RELATIONS: dict[str, str] = {
    **dict.fromkeys(("родитель", "мать", "мама", "отец", "папа", "parent", "mother", "father"), "parent"),
    **dict.fromkeys(("опекун", "попечитель", "приемный родитель", "guardian"), "guardian"),
    **dict.fromkeys(
        ("родственник", "бабушка", "дедушка", "тетя", "дядя", "брат", "сестра", "relative"), "relative"
    ),
}
RELATION_WORDS = {"parent": "родитель", "guardian": "опекун", "relative": "родственник"}
GROUP_KINDS: dict[str, str] = {
    **dict.fromkeys(("предмет", "предметная", "учебная", "subject"), "subject"),
    **dict.fromkeys(("кружок", "клуб", "club"), "club"),
    **dict.fromkeys(("секция", "section"), "section"),
    **dict.fromkeys(("по интересам", "интересы", "interest"), "interest"),
}
GROUP_KIND_WORDS = {"subject": "предмет", "club": "кружок", "section": "секция", "interest": "по интересам"}
# Says «this is somebody else than the namesake you have».
NEW = frozenset({"новый", "новая", "new"})


def header(field: str, kind: Kind) -> str:
    """How the template calls a column."""
    return COLUMNS[kind][field][0]


def plain(words: str) -> str:
    """A heading as people compare headings: case, ё, signs and spaces do not matter."""
    return " ".join(re.sub(r"[\W_]+", " ", words.casefold().replace("ё", "е")).split())


FIELDS: dict[Kind, dict[str, str]] = {
    kind: {plain(name): field for field, names in reversed(columns.items()) for name in names}
    for kind, columns in COLUMNS.items()
}
KIND_OF_SHEET: dict[str, Kind] = {plain(name): kind for kind, names in SHEETS.items() for name in names}
GUIDES = frozenset(plain(name) for name in GUIDE)
