"""What a workbook may be told, beside what every roster may be told."""

from parta.core.errors import Sentences
from parta.organisations.roster.refusals import RowRefused


class CellRefused(RowRefused):
    """Raised while a row is read or matched: the row is left out whole, because of this column of it."""

    def __init__(self, field: str, reason: str, value: str = "") -> None:
        super().__init__(reason, value)
        self.field = field


UNREADABLE: Sentences = {
    "workbook_kind": (
        "Это не таблица: нужен файл XLSX или CSV.",
        "This is no table: an XLSX or CSV file is needed.",
    ),
    "workbook_old": (
        "Это старый формат XLS или файл с паролем. Откройте его и сохраните как «Книга Excel (XLSX)» без пароля.",
        "This is the old XLS format or a file with a password. Save it as an XLSX workbook without one.",
    ),
    "workbook_macros": (
        "В файле есть макросы. Сохраните его как обычную книгу Excel (XLSX).",
        "The file has macros. Save it as an ordinary XLSX workbook.",
    ),
    "workbook_damaged": ("Файл повреждён: прочесть его нельзя.", "The file is damaged and cannot be read."),
    "workbook_large": ("Таблица слишком велика.", "The table is too large."),
    "workbook_bomb": (
        "Файл распаковывается в слишком большой объём. Чтение остановлено.",
        "The file unpacks into too much data. Reading was stopped.",
    ),
    "workbook_sheets": ("В файле слишком много листов.", "The file has too many sheets."),
    "workbook_rows": ("В файле слишком много строк.", "The file has too many rows."),
    "workbook_columns": ("На листе слишком много столбцов.", "The sheet has too many columns."),
    "workbook_unknown": (
        "Не узнан ни один лист: возьмите шаблон и перенесите списки в него.",
        "No sheet was recognised: take the template and move your lists into it.",
    ),
    "workbook_twice": ("В файле два листа одного вида.", "The file has two sheets of one kind."),
    "workbook_column_twice": (
        "Столбец встречается на листе дважды.",
        "The column is on the sheet twice.",
    ),
    "workbook_columns_missing": (
        "На листе нет нужных столбцов: сверьте заголовки с шаблоном.",
        "The sheet lacks columns it needs: compare its headings with the template.",
    ),
    "workbook_empty": ("В файле нет ни одной строки.", "The file has no rows."),
    "export_too_large": (
        "В организации слишком много людей для одного файла.",
        "The organisation has too many people for one file.",
    ),
}

REASONS: Sentences = {
    "cell_too_long": ("В ячейке слишком длинный текст.", "The cell holds too long a text."),
    "cell_is_error": (
        "В ячейке ошибка формулы. Замените формулу её значением.",
        "The cell holds an error of a formula. Put the value instead.",
    ),
    "number_mangled": (
        "Excel сократил число (7,9E+10). Сделайте столбец текстовым и впишите номер заново.",
        "Excel has shortened the number (7.9E+10). Make the column text and enter it again.",
    ),
    "name_incomplete": ("Нужны и фамилия, и имя.", "Both the family and the given name are needed."),
    "day_wrong": ("Неверная дата: нужна как 01.09.2014.", "The date is wrong: write it as 01.09.2014."),
    "word_unknown": (
        "Такого слова здесь не бывает: выберите из списка в шаблоне.",
        "No such word is known here: choose from the template's list.",
    ),
    "number_unknown": (
        "Человека с таким номером в этой организации нет.",
        "Nobody in this organisation has this number.",
    ),
    "number_contradicts": (
        "ID и номер в Парте указывают на разных людей.",
        "The ID and the Parta number mean different people.",
    ),
    "person_ambiguous": (
        "Подходит несколько человек. Укажите «Номер в Парте» из выгрузки.",
        "Several people fit. Give the Parta number from the export.",
    ),
    "namesake_elsewhere": (
        "Человек с таким ФИО уже есть, но в другом классе. Если это он, укажите «Номер в Парте», если нет — слово «новый».",
        "A namesake is already in another class. If it is the same person, give the Parta number; if not, the word «new».",
    ),
    "row_repeated": (
        "Этот человек уже есть выше на листе.",
        "This person is already above on the sheet.",
    ),
    "class_repeated": ("Этот класс уже есть выше на листе.", "This class is already above on the sheet."),
    "class_not_listed": (
        "Такого класса нет ни в организации, ни на листе «Классы».",
        "Neither the organisation nor the sheet of classes has such a class.",
    ),
    "class_not_understood": (
        "Название не похоже на класс. Если он так и называется, впишите его на лист «Классы».",
        "This does not look like a class. If it is called so, put it on the sheet of classes.",
    ),
    "class_ambiguous": (
        "В организации два класса с таким названием.",
        "The organisation has two classes of this name.",
    ),
    "child_unknown": (
        "Такого ребёнка нет ни среди учеников, ни на листе «Ученики».",
        "There is no such child among the pupils or on their sheet.",
    ),
    "teacher_unknown": (
        "Такого сотрудника нет ни в организации, ни на листе «Сотрудники».",
        "There is no such member of staff here or on their sheet.",
    ),
    "member_unknown": (
        "Такого ученика или класса нет.",
        "There is no such pupil or class.",
    ),
}

WARNINGS: Sentences = {
    "stays_by_journal": (
        "В прежнем классе ученика оставляет электронный журнал: этот файл его оттуда не убирает.",
        "The journal keeps the pupil in the former class: this file does not take the pupil out.",
    ),
}

NOTES: Sentences = {
    "sheet_hidden": ("Скрытый лист пропущен.", "The hidden sheet was skipped."),
    "sheet_unknown": ("Лист не узнан и пропущен.", "The sheet was not recognised and was skipped."),
    "column_unknown": ("Столбец не узнан и пропущен:", "The column was not recognised and was skipped:"),
    "nobody_leaves": (
        "Файл только добавляет и исправляет: кого в нём нет, тот остаётся.",
        "The file only adds and corrects: whoever is not in it stays.",
    ),
    "sheet_not_whole": (
        "На листе есть непринятые строки, поэтому никто с него не уходит.",
        "The sheet has rows that were not taken, so nobody of it leaves.",
    ),
    "others_stay": (
        "Нет в файле, но остаются, потому что их привёл не файл, человек:",
        "People who are not in the file and stay, because no file brought them:",
    ),
}

SENTENCES: Sentences = UNREADABLE | REASONS | WARNINGS | NOTES
