"""Lists to take away: words stay words, in the reader's language and on their clock."""

import io
from zipfile import ZipFile

from parta.core.sheets import write_sheet
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import World


def test_a_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    table = write_sheet("csv", ["Имя", "Голосов"], [["=cmd()", 2], ["Аня; «Я»", 0], ["-1", 1], ['"', 1]])
    assert table.startswith(b"\xef\xbb\xbf")
    assert table.decode("utf-8-sig").split("\r\n") == [
        "Имя;Голосов",
        "'=cmd();2",
        '"Аня; «Я»";0',
        "'-1;1",
        '"""";1',
        "",
    ]


def test_an_xlsx_keeps_formulas_as_words() -> None:
    book = ZipFile(io.BytesIO(write_sheet("xlsx", ["Имя"], [["=1+1"], ["Аня"]])))
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert "=1+1" in book.read("xl/sharedStrings.xml").decode()


async def test_a_teacher_takes_the_list_of_confirmations(world: World) -> None:
    school = await make_school(world)
    await keep_current(world, school)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET patronymic = 'Ивановна' WHERE id = $1", school.mother.id)
        await tx.run(
            "UPDATE people SET time_zone = 'Asia/Vladivostok' WHERE id = $1", school.class_teacher.id
        )
    chat = (await chats_of(world, school))["class_parents", school.seven].id
    message = (await say(school.class_teacher, chat, "Собрание", content={"confirm": True}))["id"]
    await school.mother.put(f"/messages/{message}/confirmation")

    csv = await school.class_teacher.get(f"/messages/{message}/confirmations/table?format=csv")
    assert csv.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert csv.headers["Content-Disposition"] == f'attachment; filename="confirmations-{message}.csv"'
    lines = csv.content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Фамилия;Имя;Отчество;Кто;Ребёнок;Подтверждено"
    assert lines[1].endswith(";ещё нет")
    assert lines[-2].startswith('Ёлкина;mother;Ивановна;мама;"Ёлкин pupil, 7 «Б»";') or lines[-2].startswith(
        "Ёлкина;mother;Ивановна;мама;Ёлкин pupil, 7 «Б»;"
    )
    xlsx = await school.class_teacher.get(f"/messages/{message}/confirmations/table")
    assert ZipFile(io.BytesIO(xlsx.content)).testzip() is None
    odd = await school.class_teacher.get(f"/messages/{message}/confirmations/table?format=pdf")
    assert odd.status_code in (400, 422)


async def test_an_open_poll_names_who_chose_what(world: World) -> None:
    anna, boris = await world.person(), await world.person("Соколов", "Борис")
    chat = await group(world, anna, boris)
    poll = (await say(anna, chat, "", content={"poll": {"question": "Едем?", "options": ["+1", "Нет"]}}))[
        "id"
    ]
    await boris.put(f"/messages/{poll}/vote", {"options": [0]})

    table = await anna.get(f"/messages/{poll}/votes/table?format=csv")
    assert table.content.decode("utf-8-sig").split("\r\n") == [
        "Вариант;Голосов;Кто выбрал",
        "'+1;1;Соколов Борис",
        "Нет;0;",
        "Проголосовали;1;",
        "",
    ]
    assert (await boris.get(f"/messages/{poll}/votes/table")).status_code == 403
