import io

from openpyxl import load_workbook

from parta.organisations.tests.bundles import small_school
from parta.organisations.workbook.tests.books import GROUPS, PUPILS, STAFF, book, school
from parta.organisations.workbook.tests.conftest import moved


async def exported(director) -> bytes:
    response = await director.actor.get(f"/organisations/{director.school}/workbooks/export")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    return response.content


def rows(data: bytes, title: str) -> list[dict[str, str]]:
    head, *lines = load_workbook(io.BytesIO(data))[title].iter_rows(values_only=True)
    return [{name: cell for name, cell in zip(head, line, strict=True) if cell} for line in lines]


async def test_what_is_exported_changes_nothing_when_it_comes_back(director, facts):
    twins = [
        *PUPILS,
        *[["Котов", "Лев", "", "7Б", "", "", "", "", ""]],
        ["Котов", "Лев", "", "8А", "", "", "", "", ""],
    ]
    twins[0] = [*twins[0], "Номер в Парте"]
    twins[1:] = [[*row, "новый"] for row in twins[1:]]
    await director.take(
        school(Ученики=twins, Группы=[*GROUPS, ["Хор", "", "", "Озерцов Пётр Ильич", "Петров Иван"]])
    )

    data = await exported(director)

    told = await director.show(data, leavers="true")
    assert moved(told) == {}
    assert told["summary"]["user"]["unchanged"] == 8
    assert told["summary"]["guardianship"]["unchanged"] == 3
    assert rows(data, "Сотрудники")[0].keys() == {
        "Номер в Парте", "Фамилия", "Имя", "Отчество", "Телефон", "Должность", "Предмет",
    }  # fmt: skip
    assert [row["Класс"] for row in rows(data, "Ученики")] == ["7Б", "8А", "7Б", "7Б"]
    assert rows(data, "Группы")[1]["Состав"] == "Петров Иван Ильич"
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'roster.exported'") == [(1,)]


async def test_the_export_of_a_school_from_the_journal_changes_nothing_either(director):
    await director.load(small_school())

    assert moved(await director.show(await exported(director), leavers="true")) == {}


async def test_what_somebody_has_proven_is_theirs(director, world, facts):
    await director.take(school())
    async with world.database.transaction() as tx:
        await tx.run("UPDATE contacts SET proven_at = now() WHERE value = '+79123001001'")

    data = await exported(director)

    assert "Телефон" not in rows(data, "Сотрудники")[0]
    assert rows(data, "Сотрудники")[1]["Телефон"] == "+79123001009"
    assert moved(await director.show(data)) == {}


async def test_words_stay_words(director):
    staff = [["ФИО", "Должность", "Предмет"], ["Ладогина Анна", "=1+1", "@SUM(A1)"]]
    staff[1][1:] = ["+cmd", "-2"]
    await director.take(book(Сотрудники=staff))

    sheet = load_workbook(io.BytesIO(await exported(director)))["Сотрудники"]

    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.value for cell in cells} >= {"+cmd", "-2"}
    assert {cell.data_type for cell in cells} == {"s"}


async def test_the_template_is_empty_and_is_read_back(director):
    response = await director.actor.get(f"/organisations/{director.school}/workbooks/template")

    made = load_workbook(io.BytesIO(response.content))
    assert made.sheetnames == ["Сотрудники", "Классы", "Ученики", "Родители", "Группы", "Как заполнять"]
    assert made["Ученики"].freeze_panes == "A2"
    phone = next(cell for cell in made["Ученики"][1] if cell.value == "Телефон")
    assert made["Ученики"].column_dimensions[phone.column_letter].width > 15
    assert made["Родители"].data_validations.dataValidation
    refused = await director.send(response.content)
    assert (refused.status_code, refused.json()["code"]) == (422, "workbook_empty")
    made["Ученики"].append([None, None, "Рысев", "Яков", None, 89120000009.0, None, None, "5в"])
    buffer = io.BytesIO()
    made.save(buffer)
    told = await director.show(buffer.getvalue())
    assert (told["summary"]["user"]["new"], told["refused"]) == (1, [])


async def test_refused_rows_are_taken_away_as_a_table(director):
    told = await director.show(book(Сотрудники=[*STAFF, ["Один", "", "", "", "", ""]]))

    table = await director.actor.get(f"/rosters/{told['id']}/refusals", params={"format": "csv"})

    lines = table.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Лист;Строка;Столбец;Значение;Что случилось;Что не так"
    assert lines[1] == "Сотрудники;4;ФИО;Один;строка не принята;Нужны и фамилия, и имя."
    assert (await director.actor.get(f"/rosters/{told['id'] + 9}/refusals")).status_code == 404
