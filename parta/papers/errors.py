"""What papers say when they refuse."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "paper_failed": (
        "Файл не получился. Попробуйте ещё раз или скачайте DOCX.",
        "The file could not be made. Try again or take the DOCX.",
    ),
    "class_empty": ("В этом классе пока никого нет.", "Nobody is in this class yet."),
    "class_too_large": (
        "В этом классе слишком много учеников для одного файла.",
        "This class has too many pupils for one file.",
    ),
}
