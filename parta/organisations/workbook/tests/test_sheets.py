import pytest

from parta.organisations.tests.conftest import FAMILIES, PLACES
from parta.organisations.workbook.lines import class_name
from parta.organisations.workbook.tests.books import PUPILS, STAFF, book, school
from parta.organisations.workbook.tests.conftest import counts, moved

CLASSES = [
    ["Класс", "Параллель", "Буква", "Классный руководитель"],
    ["7 Б", "7", "Б", "Ладогина Анна"],
    ["", "8", "А", ""],
]


@pytest.mark.parametrize("typed", ["7 Б", "7Б", "7-б", " 7 «Б» ", "7_Б", "7.б"])
def test_a_class_is_one_however_it_is_written(typed):
    assert class_name(typed).key == "7б"


def test_a_class_typed_in_the_other_alphabet_is_the_same():
    assert class_name("7A").key == class_name("7А").key
    assert class_name("Английский A").key != class_name("Английский А").title


async def test_classes_are_listed_and_what_is_not_listed_is_refused(director, facts):
    pupils = [*PUPILS, ["Рысев", "Яков", "", "7Ы", "", "", "", "", ""]]

    told = await director.take(book(Классы=CLASSES, Сотрудники=[STAFF[0][:4], STAFF[1][:4]], Ученики=pupils))

    assert [(one["file"], one["line"], one["column"], one["value"]) for one in told["refused"]] == [
        ("Ученики", 4, "Класс", "7Ы")
    ]
    assert await facts("SELECT title, grade FROM classes ORDER BY 1") == [("7Б", "7"), ("8А", "8")]
    assert ("Анна", "7Б", "teacher", True) in await facts(PLACES)


async def test_a_class_keeps_its_own_name(director, world, facts):
    await world.school_class(director.school, "7 «Б»")

    await director.take(school())

    assert await facts("SELECT title FROM classes WHERE kind = 'homeroom'") == [("7 «Б»",)]


async def test_parents_on_their_own_sheet_find_their_children(director, facts):
    await director.take(school())
    [(vera,)] = await facts("SELECT id FROM people WHERE given_name = 'Вера'")
    parents = [
        ["ФИО", "Телефон", "Кем приходится", "Ребёнок", "Класс", "Номер ребёнка в Парте"],
        ["Соколов Олег", "89123001011", "Отец", "Соколова Вера", "7 б", ""],
        ["Сорокина Рая", "", "бабушка", "", "", vera],
        ["Никто Никита", "", "", "Соколова Вера", "9Я", ""],
        ["Чей Тойот", "", "сосед", "Соколова Вера", "7Б", ""],
        ["Чья Таня", "", "", "", "", ""],
    ]

    told = await director.take(book(Родители=parents))

    assert [(one["line"], one["column"], one["reason"]) for one in told["refused"]] == [
        (4, "Ребёнок", "child_unknown"),
        (5, "Кем приходится", "word_unknown"),
        (6, "Ребёнок", "value_missing"),
    ]
    assert [one for one in await facts(FAMILIES) if one[1] == "Вера"] == [
        ("Олег", "Вера", "parent"), ("Ольга", "Вера", "parent"), ("Рая", "Вера", "relative"),
    ]  # fmt: skip


async def test_groups_hold_classes_and_people(director, facts):
    groups = [
        ["Группа", "Вид", "Учитель", "Состав"],
        ["Хор", "предмет", "Озерцов Пётр Ильич", "Петров Иван; Соколова Вера"],
        ["Лишние", "предмет", "Никто Неизвестный", ""],
        ["Пустые", "предмет", "", "Кто Такой"],
        ["Шары", "созвездие", "", "7Б"],
        ["хор", "предмет", "", "7Б"],
        ["Юный физик", "Кружок", "", "Петров Иван"],
    ]

    told = await director.take(school(Группы=groups))

    assert [(one["line"], one["column"], one["reason"]) for one in told["refused"]] == [
        (3, "Учитель", "teacher_unknown"),
        (4, "Состав", "member_unknown"),
        (5, "Вид", "word_unknown"),
        (6, "Группа", "class_repeated"),
    ]
    assert [one for one in await facts(PLACES) if one[1] == "Хор"] == [
        ("Вера", "Хор", "pupil", False), ("Иван", "Хор", "pupil", False), ("Пётр", "Хор", "teacher", False),
    ]  # fmt: skip
    assert await facts("SELECT kind, subject FROM classes WHERE title = 'Юный физик'") == [("club", "")]
    smaller = [groups[0], ["Хор", "предмет", "Озерцов Пётр", "Петров Иван"]]
    assert moved(await director.show(book(Группы=smaller))) == {}
    assert counts(await director.show(book(Группы=smaller), leavers="true"), "gone") == {"enrollment": 1}


async def test_only_whoever_administers_the_school_may_load_it(director, world):
    other = await world.school("Другая школа")
    stranger, operator = await world.person(), await world.person()
    await world.role(operator, "operator", None)
    data = school()

    for person, school_id in ((director.actor, other), (director.actor, 10**9), (stranger, director.school)):
        director.actor, mine = person, director.actor
        answer = await director.send(data, school=school_id)
        director.actor = mine
        assert answer.status_code == 404
        assert answer.json()["code"] == "not_found"
    director.actor, mine = operator, director.actor
    told = await director.show(data)
    director.actor = mine
    # What an operator loads into a school is its administrators' to read.
    assert (await director.actor.get(f"/rosters/{told['id']}")).status_code == 200
