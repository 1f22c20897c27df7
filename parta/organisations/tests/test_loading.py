from parta.core.events import LISTENERS
from parta.organisations.events import RosterApplied
from parta.organisations.tests.bundles import (
    CLASSES,
    PEOPLE,
    PLACES,
    place,
    role,
    roster,
    small_school,
    small_school_1_1,
    user,
)
from parta.organisations.tests.bundles import (
    ROLES as ROLE_ROWS,
)
from parta.organisations.tests.conftest import CONTACTS, FAMILIES, ROLES
from parta.organisations.tests.conftest import PLACES as PLACES_NOW

NEW = {"org": 1, "year": 1, "class": 2, "user": 4, "enrollment": 5, "guardianship": 2}
SCHOOL_ROLES = [
    ("Анна", "administrator"),
    ("Анна", "teacher"),
    ("Вера", "pupil"),
    ("Иван", "pupil"),
    ("Ольга", "parent"),
]


def counts(told, kind):
    return {entity: numbers[kind] for entity, numbers in told["summary"].items() if numbers[kind]}


def without(rows, *sourced_ids):
    return [one for one in rows if not any(sid in one["sourcedId"].split("-") for sid in sourced_ids)]


async def test_a_preview_changes_nothing_and_an_application_all_that_was_shown(operator, facts):
    told = await operator.preview(small_school())

    assert told["state"] == "previewed"
    assert counts(told, "new") == {**NEW, "role": 5}
    assert not counts(told, "refused")
    assert await facts("SELECT 1 FROM organisations") == []

    applied = await operator.apply(told["id"])

    assert applied.json()["state"] == "applied"
    assert await facts(ROLES) == SCHOOL_ROLES
    assert await facts(PLACES_NOW) == [
        ("Вера", "7 «Б»", "pupil", False),
        ("Иван", "7 «Б»", "pupil", False),
        ("Анна", "7 «Б»", "teacher", True),
        ("Иван", "География, 7 «Б»", "pupil", False),
        ("Анна", "География, 7 «Б»", "teacher", False),
    ]
    assert await facts(FAMILIES) == [("Ольга", "Вера", "parent"), ("Ольга", "Иван", "parent")]
    assert await facts(
        "SELECT position, subject FROM current_roles WHERE role IN ('teacher', 'administrator') ORDER BY 1"
    ) == [
        ("", "География"),
        ("Директор", ""),
    ]
    assert await facts("SELECT kind, grade, subject FROM classes ORDER BY kind") == [
        ("homeroom", "7", ""),
        ("subject", "7", "География"),
    ]
    assert await facts(
        "SELECT y.title, count(c.id) FROM school_years y JOIN classes c ON c.school_year_id = y.id GROUP BY 1"
    ) == [("2026/2027", 2)]


async def test_the_older_standard_makes_the_same_school(operator, facts):
    told = await operator.load(small_school_1_1())

    assert counts(told, "new") == {**NEW, "role": 4}
    assert await facts(FAMILIES) == [("Ольга", "Вера", "parent"), ("Ольга", "Иван", "parent")]
    assert counts(await operator.load(small_school_1_1()), "unchanged") == {**NEW, "role": 4}


async def test_the_same_roster_again_changes_nothing_and_says_nothing(operator, facts, monkeypatch):
    heard = []

    async def hear(_tx, event):
        heard.append(event)

    monkeypatch.setitem(LISTENERS, RosterApplied, [hear])
    await operator.load(small_school())
    assert len(heard) == 1

    told = await operator.load(small_school())

    assert counts(told, "unchanged") == {**NEW, "role": 5}
    assert not any(counts(told, kind) for kind in ("new", "changed", "gone", "refused", "warning"))
    assert len(heard) == 1
    assert await facts("SELECT count(*) FROM people WHERE claimed_at IS NULL") == [(4,)]


async def test_an_application_repeated_is_one(operator):
    told = await operator.preview(small_school())
    first, second = await operator.apply(told["id"]), await operator.apply(told["id"])

    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()


async def test_a_later_roster_changes_what_changed(operator, facts):
    await operator.load(small_school())
    people = [
        {**one, "familyName": "Ветрова", "phone": "+79123001099"} if one["sourcedId"] == "anna" else one
        for one in PEOPLE
    ]
    classes = [{**CLASSES[0], "title": "8 «Б»", "grades": "08"}, CLASSES[1]]
    told = await operator.load(small_school(users=people, classes=classes))

    assert counts(told, "changed") == {"class": 1, "user": 1}
    [changed] = await operator.changes(told["id"], kind="changed", entity="user")
    assert changed["title"] == "Ветрова Анна"
    assert changed["line"] == 2
    assert changed["fields"] == [
        {"name": "family_name", "old": "Ладогина", "new": "Ветрова"},
        {"name": "phone", "old": "+79123001001", "new": "+79123001099"},
    ]
    [title] = await operator.changes(told["id"], kind="changed", entity="class")
    assert {"name": "title", "old": "7 «Б»", "new": "8 «Б»"} in title["fields"]
    assert ("Анна", "+79123001099", False) in await facts(CONTACTS)
    assert ("Анна", "+79123001001", False) not in await facts(CONTACTS)


async def test_who_is_absent_from_a_complete_roster_leaves_but_is_not_deleted(operator, facts):
    await operator.load(small_school())
    told = await operator.load(
        small_school(
            users=without(PEOPLE, "ivan"),
            roles=without(ROLE_ROWS, "ivan"),
            enrollments=without(PLACES, "ivan"),
        )
    )

    assert counts(told, "gone") == {"user": 1, "role": 1, "enrollment": 2, "guardianship": 1}
    [gone] = await operator.changes(told["id"], kind="gone", entity="user")
    assert gone["title"] == "Петров Иван, 7 «Б»"
    assert ("Иван", "pupil") not in await facts(ROLES)
    assert await facts(FAMILIES) == [("Ольга", "Вера", "parent")]
    assert await facts("SELECT count(*) FROM people WHERE given_name = 'Иван'") == [(1,)]

    back = await operator.load(small_school())

    assert counts(back, "new") == {"role": 1, "enrollment": 2, "guardianship": 1}
    assert await facts(ROLES) == SCHOOL_ROLES
    assert await facts("SELECT count(*) FROM people WHERE given_name = 'Иван'") == [(1,)]


async def test_a_class_absent_from_a_complete_roster_is_closed_and_may_return(operator, facts):
    await operator.load(small_school())
    told = await operator.load(small_school(classes=CLASSES[:1], enrollments=PLACES[:3]))

    assert counts(told, "gone") == {"class": 1, "enrollment": 2}
    assert await facts("SELECT title FROM classes WHERE closed_at IS NULL") == [("7 «Б»",)]

    back = await operator.load(small_school())
    assert counts(back, "changed")["class"] == 1
    assert counts(back, "new") == {"enrollment": 2}
    assert len(await facts(PLACES_NOW)) == 5


async def test_whose_row_was_refused_has_not_left(operator, facts):
    await operator.load(small_school())
    people = [{**one, "givenName": ""} if one["sourcedId"] in ("ivan", "anna") else one for one in PEOPLE]
    told = await operator.load(small_school(users=people))

    assert counts(told, "refused") == {"user": 2, "role": 3, "enrollment": 4}
    assert not counts(told, "gone")
    assert await facts(ROLES) == SCHOOL_ROLES
    assert len(await facts(PLACES_NOW)) == 5
    assert len(await facts(FAMILIES)) == 2


async def test_refusals_name_file_line_and_reason_in_the_language_asked(operator):
    people = [*PEOPLE, user("bad", "<b>Туманов</b>", "Глеб")]
    told = await operator.preview(small_school(users=people))

    assert told["refused"] == await operator.changes(told["id"], kind="refused")
    [row] = told["refused"]
    assert (row["file"], row["line"], row["sourced_id"], row["reason"]) == (
        "users.csv",
        6,
        "bad",
        "name_not_letters",
    )
    assert row["detail"] == "Имя записано не буквами."
    english = await operator.actor.get(f"/rosters/{told['id']}", headers={"Accept-Language": "en"})
    assert english.json()["refused"][0]["detail"] == "The name is not written with letters."


async def test_only_changes_touch_only_what_they_name(operator, facts):
    await operator.load(small_school())
    delta = roster(
        delta=("users", "roles", "enrollments"),
        users=[
            {**PEOPLE[2], "status": "active", "familyName": "Полянская"},
            user("gleb", "Туманов", "Глеб", status="active", agentSourcedIds="olga"),
            {"sourcedId": "ivan", "status": "tobedeleted"},
        ],
        roles=[role("gleb", "student", status="active")],
        enrollments=[
            place("7b", "gleb", status="active"),
            {"sourcedId": "7b-geo-anna-teacher", "status": "tobedeleted"},
        ],
    )
    told = await operator.load(delta)

    assert not counts(told, "refused")
    assert counts(told, "new") == {"user": 1, "role": 1, "enrollment": 1, "guardianship": 1}
    assert counts(told, "changed") == {"user": 1}
    assert counts(told, "gone") == {"user": 1, "role": 1, "enrollment": 3, "guardianship": 1}
    assert ("Глеб", "7 «Б»", "pupil", False) in await facts(PLACES_NOW)
    assert ("Анна", "7 «Б»", "teacher", True) in await facts(PLACES_NOW)
    assert await facts(FAMILIES) == [("Ольга", "Вера", "parent"), ("Ольга", "Глеб", "parent")]


async def test_a_place_moved_by_changes_is_left_behind(operator, facts):
    other = {**CLASSES[0], "sourcedId": "7a", "title": "7 «А»"}
    await operator.load(small_school(classes=[*CLASSES, other]))
    moved = {**place("7b", "vera", status="active"), "classSourcedId": "7a"}
    told = await operator.load(roster(delta=("enrollments",), enrollments=[moved]))

    assert counts(told, "new") == counts(told, "gone") == {"enrollment": 1}
    assert [row for row in await facts(PLACES_NOW) if row[0] == "Вера"] == [("Вера", "7 «А»", "pupil", False)]


async def test_disabled_and_departed_people_have_no_roles(operator, facts):
    await operator.load(small_school())
    people = [{**one, "enabledUser": "false"} if one["sourcedId"] == "ivan" else one for one in PEOPLE]
    roles = [{**one, "endDate": "2020-01-01"} if one["userSourcedId"] == "vera" else one for one in ROLE_ROWS]
    await operator.load(small_school(users=people, roles=roles))

    assert {name for name, _ in await facts(ROLES)} == {"Анна", "Ольга"}


async def test_what_was_given_by_hand_stays(operator, world, facts):
    await operator.load(small_school())
    [(school,)] = await facts("SELECT id FROM organisations")
    guest = await world.person("Яблоков", "Захар")
    await world.role(guest, "teacher", school)
    await operator.load(small_school())

    assert ("Захар", "teacher") in await facts(ROLES)


async def test_when_the_base_has_changed_the_preview_is_made_anew(operator, facts):
    first = await operator.preview(small_school())
    second = await operator.preview(small_school())
    await operator.apply(first["id"])

    outdated = await operator.apply(second["id"])

    assert outdated.status_code == 409
    assert outdated.json()["code"] == "roster_outdated"
    again = (await operator.actor.get(f"/rosters/{second['id']}")).json()
    assert counts(again, "unchanged") == {**NEW, "role": 5}
    assert (await operator.apply(second["id"])).status_code == 200
    assert await facts("SELECT count(*) FROM organisations") == [(1,)]


async def test_most_of_a_school_leaving_is_worth_a_warning(operator):
    crowd = [user(f"p{n}", "Журавлёв", "Борис") for n in range(20)]
    roles = [role(one["sourcedId"], "student") for one in crowd]
    await operator.load(small_school(users=[*PEOPLE, *crowd], roles=[*ROLE_ROWS, *roles]))

    assert ("", "mass_departure") in await operator.warnings(small_school())
