"""What the change of the year says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "school_year_outdated": (
        "С тех пор как показаны изменения, классы стали другими. Посмотрите ещё раз.",
        "The classes have changed since the preview. Look at it again.",
    ),
    "school_year_conflicts": (
        "У двух классов было бы одно название. Дайте одному из них другое.",
        "Two classes would have one title. Give one of them another.",
    ),
    "school_year_begun": (
        "Этот учебный год уже начат.",
        "This school year has begun already.",
    ),
    "school_year_too_old": (
        "Отменить смену года можно в течение семи дней.",
        "The change of the year can be undone within seven days.",
    ),
    "school_year_built_upon": (
        "С тех пор загрузили выгрузку или изменили классы: отменить смену года уже нельзя.",
        "Since then a roster was loaded or classes were changed: the change of the year cannot be undone any more.",
    ),
}
