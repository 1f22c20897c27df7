from parta.organisations.tests.conftest import CONTACTS, FAMILIES, PLACES, ROLES
from parta.organisations.workbook.tests.books import PUPILS, STAFF, book, school
from parta.organisations.workbook.tests.conftest import counts, moved

SCHOOL_ROLES = [
    ("Анна", "teacher"), ("Вера", "pupil"), ("Иван", "pupil"), ("Илья", "parent"), ("Лидия", "administrator"),
    ("Ольга", "parent"), ("Пётр", "teacher"),
]  # fmt: skip


async def test_a_workbook_makes_a_school_that_a_second_loading_does_not_change(director, facts):
    told = await director.show(school())

    assert told["kind"] == "workbook"
    assert not told["refused"]
    assert counts(told, "new") == {"class": 2, "user": 6, "role": 6, "enrollment": 6, "guardianship": 3}
    assert await facts("SELECT 1 FROM classes") == []

    assert (await director.apply(told["id"])).status_code == 200

    assert await facts(ROLES) == SCHOOL_ROLES
    assert await facts(PLACES) == [
        ("Вера", "7Б", "pupil", False),
        ("Иван", "7Б", "pupil", False),
        ("Анна", "7Б", "teacher", True),
        ("Вера", "География, 7 Б", "pupil", False),
        ("Иван", "География, 7 Б", "pupil", False),
        ("Анна", "География, 7 Б", "teacher", False),
    ]
    assert await facts(FAMILIES) == [
        ("Илья", "Иван", "parent"), ("Ольга", "Вера", "parent"), ("Ольга", "Иван", "parent"),
    ]  # fmt: skip
    assert await facts(CONTACTS) == [
        ("Анна", "+79123001001", False), ("Иван", "+79123001005", False), ("Илья", "i@home.example", False),
        ("Ольга", "+79123001002", False), ("Пётр", "+79123001009", False), ("Пётр", "ozertsov@school.example", False),
    ]  # fmt: skip
    assert await facts("SELECT position, subject FROM current_roles WHERE role = 'teacher' ORDER BY 1") == [
        ("Завуч", ""),
        ("Учитель", "География"),
    ]
    assert await facts("SELECT title, kind, grade, subject FROM classes ORDER BY 1") == [
        ("7Б", "homeroom", "7", ""),
        ("География, 7 Б", "subject", "", "География"),
    ]

    again = await director.show(school(), leavers="true")
    assert moved(again) == {}
    assert moved(await director.take(school())) == {}


async def test_a_later_file_moves_a_pupil_and_ends_nobody(director, facts):
    await director.take(school())
    moving = [PUPILS[0], [*PUPILS[1][:3], "8А", *PUPILS[1][4:]]]

    told = await director.take(book(Ученики=moving))

    assert counts(told, "gone") == {"enrollment": 1}
    assert await facts(ROLES) == SCHOOL_ROLES
    assert ("Иван", "8А", "pupil", False) in await facts(PLACES)
    assert ("Иван", "7Б", "pupil", False) not in await facts(PLACES)
    assert len(await facts(FAMILIES)) == 3


async def test_whoever_is_not_in_the_file_leaves_when_the_switch_says_so(director, facts):
    await director.take(school())

    told = await director.take(book(Ученики=PUPILS[:2]), leavers="true")

    assert counts(told, "gone") == {"user": 1, "role": 1, "enrollment": 2, "guardianship": 1}
    assert [one for one in await facts(ROLES) if one[0] == "Вера"] == []
    # The staff's sheet is not in the file, so nobody of it has left; Ольга has another child here.
    assert [one for one in SCHOOL_ROLES if one[0] != "Вера"] == await facts(ROLES)
    assert await facts(FAMILIES) == [("Илья", "Иван", "parent"), ("Ольга", "Иван", "parent")]


async def test_parents_leave_with_their_last_child(director, facts):
    await director.take(school())

    await director.take(book(Ученики=[PUPILS[0], PUPILS[2]]), leavers="true")

    assert ("Илья", "parent") not in await facts(ROLES)
    assert ("Ольга", "parent") in await facts(ROLES)


async def test_nobody_leaves_by_a_sheet_with_a_refused_row(director, facts):
    await director.take(school())
    broken = [PUPILS[0], ["Соколова", "", "", "7Б", "", "", "", "", ""]]

    told = await director.show(book(Ученики=broken), leavers="true")

    assert counts(told, "gone") == {}
    assert ("sheet_not_whole", "Ученики") in [(one["reason"], one["file"]) for one in told["notes"]]


async def test_what_others_brought_stays(director, world, facts):
    boris = await world.person("Яблоков", "Борис")
    await world.role(boris, "pupil", director.school)

    told = await director.take(school(), leavers="true")

    assert counts(told, "gone") == {}
    assert [(one["reason"], one["value"]) for one in told["notes"]] == [("others_stay", "1")]
    assert ("Борис", "pupil") in await facts(ROLES)


async def test_an_empty_cell_takes_nothing_away(director, facts):
    await director.take(school())
    bare = [["ФИО", "Телефон", "Должность"], ["Ладогина Анна", "", ""], ["Озерцов Петр", "", ""]]

    told = await director.take(book(Сотрудники=bare), leavers="true")

    assert moved(told) == {}
    assert ("Пётр", "ozertsov@school.example", False) in await facts(CONTACTS)


async def test_a_number_renames_and_an_id_is_remembered(director, facts):
    await director.take(school())
    [(anna,)] = await facts("SELECT id FROM people WHERE given_name = 'Анна'")
    renamed = [["Номер в Парте", "ID", "ФИО"], [anna, "T-17", "Речная Анна Сергеевна"]]

    assert counts(await director.take(book(Сотрудники=renamed)), "changed") == {"user": 1}
    by_id = [["ID", "ФИО"], ["T-17", "Полевая Анна Сергеевна"]]
    assert counts(await director.take(book(Staff=by_id)), "changed") == {"user": 1}

    assert await facts("SELECT id FROM people WHERE family_name = 'Полевая'") == [(anna,)]


async def test_a_person_of_another_school_is_absent_by_number(director, world):
    elsewhere = await world.person("Чужова", "Анна")
    await world.role(elsewhere, "teacher", await world.school("Другая школа"))
    rows = [["Номер в Парте", "ФИО"], [elsewhere.id, "Чужова Анна"], [elsewhere.id + 9000, "Чужова Анна"]]

    assert await director.refused(book(Сотрудники=rows)) == [
        ("Сотрудники", 2, "Номер в Парте", "number_unknown"),
        ("Сотрудники", 3, "Номер в Парте", "number_unknown"),
    ]


async def test_nobody_is_guessed(director):
    head = ["ФИО", "Класс", "Дата рождения", "Номер в Парте"]
    twins = [head, ["Котов Лев", "7Б", "01.02.2014", ""], ["Котов Лев", "7Б", "02.03.2014", ""]]
    assert counts(await director.take(book(Ученики=twins)), "new")["user"] == 2
    assert moved(await director.show(book(Ученики=twins))) == {}

    unclear = [
        head,
        ["Котов Лев", "7Б", "", ""],
        ["Котов Лев", "8А", "", ""],
        ["Котов Лев", "8А", "", "новый"],
    ]
    told = await director.show(book(Ученики=unclear))

    assert [(one["line"], one["reason"]) for one in told["refused"]] == [
        (2, "person_ambiguous"),
        (3, "namesake_elsewhere"),
    ]
    assert counts(told, "new")["user"] == 1


async def test_two_people_with_one_phone_are_two_people(director, facts):
    rows = [
        ["ФИО", "Телефон", "Класс", "Родитель", "Телефон родителя"],
        ["Львов Лев Львович", "89123001010", "7Б", "Львов Лев Львович", "89123001010"],
    ]

    told = await director.take(book(Ученики=rows))

    warned = (await director.changes(told["id"], kind="warning"))[0]
    assert (warned["reason"], warned["file"], warned["line"], warned["column"]) == (
        "contact_of_guardian", "Ученики", 2, "Телефон",
    )  # fmt: skip
    assert await facts("SELECT count(*) FROM people WHERE given_name = 'Лев'") == [(2,)]
    assert moved(await director.show(book(Ученики=rows))).keys() <= {"warning"}


async def test_the_journal_keeps_what_it_brought(director, facts):
    from parta.organisations.tests.bundles import small_school  # noqa: PLC0415

    await director.load(small_school())
    moving = [["ФИО", "Класс", "Номер в Парте"]]
    [(ivan,)] = await facts("SELECT id FROM people WHERE given_name = 'Иван'")
    moving.append(["Петров Иван", "8А", ivan])

    told = await director.take(book(Ученики=moving, Сотрудники=STAFF[:1] + STAFF[2:]), leavers="true")

    assert counts(told, "gone") == {}
    assert [one["reason"] for one in await director.changes(told["id"], kind="warning")] == [
        "stays_by_journal"
    ]
    assert moved(await director.preview(small_school())) == {}
