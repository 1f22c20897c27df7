"""The new school year: looked at, begun in one step, taken back; whoever graduates hears nothing more."""

from typing import Any

import pytest

from parta.core.db import Tx
from parta.organisations.school_year.titles import grade_of, raised
from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.world import World

GRADUATING = {"last_grade": 8}


@pytest.fixture
async def school(world: World) -> School:
    made = await make_school(world)
    await keep_current(world, made)
    return made


async def preview(school: School, choices: dict[str, Any]) -> dict[str, Any]:
    """Look at the change as the head does."""
    answer = await school.head.post(f"/organisations/{school.id}/school-year/preview", choices)
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def begin(school: School, choices: dict[str, Any], fingerprint: str) -> Any:
    """Begin the year as the head does."""
    return await school.head.post(
        f"/organisations/{school.id}/school-years", {"choices": choices, "fingerprint": fingerprint}
    )


async def everything(tx: Tx, school_id: int) -> list[Any]:
    """The structure as it holds now, without what only notes when it came to be."""
    return [
        await tx.connection.fetch(sql, school_id)
        for sql in (
            "SELECT id, title, grade, closed_at FROM classes WHERE organisation_id = $1 ORDER BY id",
            (
                "SELECT class_id, person_id, role, class_teacher FROM current_enrollments"
                " WHERE organisation_id = $1 ORDER BY 1, 2, 3"
            ),
            "SELECT person_id, role FROM current_roles WHERE organisation_id = $1 ORDER BY 1, 2",
        )
    ]


@pytest.mark.parametrize(
    ("title", "grade", "number", "after"),
    [
        ("7 «Б»", "7", 7, "8 «Б»"),
        ("9А", "", 9, "10А"),
        ("Ромашка", "3", 3, "Ромашка"),
        ("11-Б", "7", 7, "11-Б"),
        ("Хор", "", None, None),
    ],
)
def test_titles_follow_their_number(title: str, grade: str, number: int | None, after: str | None) -> None:
    assert grade_of(title, grade) == number
    if number is not None:
        assert raised(title, number) == after


async def test_a_preview_shows_everything_and_changes_nothing(world: World, school: School) -> None:
    async with world.database.transaction() as tx:
        before = await everything(tx, school.id)
    shown = await preview(school, GRADUATING | {"new_classes": [{"title": "1 «А»", "grade": "1"}]})
    assert [(one["title"], one["new_title"]) for one in shown["going_up"]] == [("7 «Б»", "8 «Б»")]
    assert [one["title"] for one in shown["leaving"]] == ["8 «А»"]
    assert (shown["pupils_leaving"], shown["parents_leaving"]) == (1, 1)
    assert [one["kept"] for one in shown["study_groups"]] == [False]
    async with world.database.transaction() as tx:
        assert await everything(tx, school.id) == before


async def test_classes_go_up_with_their_chats_and_graduates_are_out(world: World, school: School) -> None:
    chats = await chats_of(world, school)
    shown = await preview(school, GRADUATING)
    assert (await begin(school, GRADUATING, shown["fingerprint"])).status_code == 201
    after = await chats_of(world, school)
    seven, eight = after["class", school.seven], after["class", school.eight]
    assert (seven.id, seven.title) == (chats["class", school.seven].id, "8 «Б» класс")
    assert seven.members == chats["class", school.seven].members
    said = (await school.pupil.get(f"/conversations/{seven.id}/messages")).json()["items"]
    assert said[-1]["service"] == {"what": "new_year", "title": "8 «Б» класс"}
    assert eight.closed
    assert after["subject", school.geography].closed
    assert (await school.older_pupil.get(f"/conversations/{eight.id}/messages")).status_code == 404
    assert (await school.older_mother.get("/me")).json()["roles"] == []
    assert (await school.older_pupil.get("/me")).json()["roles"] == []
    assert (await school.pupil.get("/me")).json()["classes"][0]["title"] == "8 «Б»"


async def test_a_group_that_is_kept_goes_on(world: World, school: School) -> None:
    choices = GRADUATING | {"kept_ids": [school.geography]}
    shown = await preview(school, choices)
    assert (await begin(school, choices, shown["fingerprint"])).status_code == 201
    chat = (await chats_of(world, school))["subject", school.geography]
    assert not chat.closed
    assert school.pupil.id in chat.members


async def test_an_old_preview_begins_nothing(world: World, school: School) -> None:
    shown = await preview(school, GRADUATING)
    newcomer = await world.person()
    await world.role(newcomer, "pupil", school.id)
    await world.enrol(school.seven, newcomer)
    stale = await begin(school, GRADUATING, shown["fingerprint"])
    assert (stale.status_code, stale.json()["code"]) == (409, "school_year_outdated")
    other = await begin(school, {"last_grade": 9}, (await preview(school, GRADUATING))["fingerprint"])
    assert other.json()["code"] == "school_year_outdated"


async def test_two_classes_never_get_one_title(world: World, school: School) -> None:
    double = {"new_classes": [{"title": "8  «б»", "grade": "8"}]} | GRADUATING
    shown = await preview(school, double)
    assert shown["conflicts"] == ["8 «Б»", "8 «б»"]
    refused = await begin(school, double, shown["fingerprint"])
    assert (refused.status_code, refused.json()["code"]) == (409, "school_year_conflicts")
    mended = double | {"titles": [{"id": school.seven, "title": "8 «В»"}]}
    shown = await preview(school, mended)
    assert shown["conflicts"] == []
    assert (await begin(school, mended, shown["fingerprint"])).status_code == 201


async def test_a_year_begins_once_and_is_taken_back_whole(world: World, school: School) -> None:
    async with world.database.transaction() as tx:
        before = await everything(tx, school.id)
    chats = await chats_of(world, school)
    shown = await preview(school, GRADUATING)
    change = (await begin(school, GRADUATING, shown["fingerprint"])).json()
    again = await preview(school, GRADUATING)
    assert (await begin(school, GRADUATING, again["fingerprint"])).json()["code"] == "school_year_begun"
    state = (await school.head.get(f"/organisations/{school.id}/school-year")).json()
    assert (state["begun"], state["last_grade"], state["last"]["id"]) == (True, 8, change["id"])
    where = f"/organisations/{school.id}/school-years/{change['id']}"
    assert (await school.head.delete(where)).status_code == 204
    async with world.database.transaction() as tx:
        assert await everything(tx, school.id) == before
    restored = await chats_of(world, school)
    assert {key: (one.title, one.members, one.owners, one.closed) for key, one in restored.items()} == {
        key: (one.title, one.members, one.owners, one.closed) for key, one in chats.items()
    }
    assert (await school.head.delete(where)).status_code == 404


@pytest.mark.parametrize("built", ["renamed", "filled", "role", "roster", "old"])
async def test_what_was_built_upon_stays(world: World, school: School, built: str) -> None:
    choices = GRADUATING | {"new_classes": [{"title": "1 «А»", "grade": "1"}]}
    shown = await preview(school, choices)
    change = (await begin(school, choices, shown["fingerprint"])).json()["id"]
    async with world.database.transaction() as tx:
        match built:
            case "renamed":
                await tx.run("UPDATE classes SET title = '8 «Я»' WHERE id = $1", school.seven)
            case "filled":
                first = await tx.value("SELECT id FROM classes WHERE title = '1 «А»'")
                await tx.run(
                    "INSERT INTO enrollments (class_id, person_id, role) VALUES ($1, $2, 'pupil')",
                    first,
                    school.pupil.id,
                )
            case "role":
                await tx.run(
                    "INSERT INTO roles (person_id, organisation_id, role, source) VALUES ($1, $2, 'pupil', 'manual')",
                    school.older_pupil.id,
                    school.id,
                )
            case "roster":
                await tx.run(
                    "INSERT INTO roster_imports (file_name, blob_key, state, applied_at)"
                    " VALUES ('r.zip', 'x', 'applied', now())"
                )
            case _:
                await tx.run(
                    "UPDATE school_year_changes SET made_at = made_at - interval '7 days' WHERE id = $1",
                    change,
                )
    refused = await school.head.delete(f"/organisations/{school.id}/school-years/{change}")
    expected = "school_year_too_old" if built == "old" else "school_year_built_upon"
    assert (refused.status_code, refused.json()["code"]) == (409, expected)
