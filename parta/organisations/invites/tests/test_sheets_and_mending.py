"""A class's sheet for printing, and roles put right afterwards."""

import asyncio

from parta.organisations.invites.tests.conftest import come, invite, look, roles_of


async def expected_pupil(world, school, name="Борис"):
    child = await world.person("Щеглов", name, claimed=False)
    await world.role(child, "pupil", school.id)
    await world.enrol(school.seven, child)
    return child


async def test_a_sheet_has_a_code_for_each_who_is_not_here_and_for_parents(world, school, facts):
    child = await expected_pupil(world, school)
    path = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    made = await school.class_teacher.post(path, {"parents": 2})
    assert made.status_code == 201
    sheet = made.json()
    assert (sheet["organisation_name"], sheet["class_title"]) == ("Школа на Озёрной", "7 «Б»")
    slips = [(one["role"], one["pupil"]["id"]) for one in sheet["slips"]]
    assert slips.count(("pupil", child.id)) == 1
    assert slips.count(("parent", child.id)) == slips.count(("parent", school.pupil.id)) == 2
    # Whoever has come needs no code.
    assert ("pupil", school.pupil.id) not in slips
    assert len({one["code"] for one in sheet["slips"]}) == len(slips) == 7
    mother = await world.person()
    [slip, _] = [
        one for one in sheet["slips"] if slips[sheet["slips"].index(one)] == ("parent", school.pupil.id)
    ]
    assert (await come(mother, slip["code"])).json()["state"] == "joined"
    assert await facts("SELECT action FROM audit_log WHERE subject = $1", f"class:{school.seven}") == [
        ("invite_sheet_made",)
    ]


async def test_a_new_sheet_asks_first_and_revokes_only_what_nobody_used(world, school):
    path = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    first = (await school.head.post(path, {})).json()["slips"]
    mother = await world.person()
    await come(mother, first[0]["code"])
    asked = await school.head.post(path, {})
    assert (asked.status_code, asked.json()["code"], asked.json()["unused"]) == (
        409,
        "sheet_made_before",
        len(first) - 1,
    )
    assert (await look(await world.person(), first[1]["code"])).status_code == 200
    assert (await school.head.post(path, {"replace": True})).status_code == 201
    assert (await look(await world.person(), first[1]["code"])).status_code == 404
    assert (await look(mother, first[0]["code"])).json()["state"] == "joined"


async def test_two_sheets_at_once_are_one_sheet(school):
    path = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    answers = await asyncio.gather(*(school.head.post(path, {}) for _ in range(3)))
    assert sorted(one.status_code for one in answers) == [201, 409, 409]


async def test_nobody_else_makes_a_classs_sheet(school, other_school):
    for place in (school.id, other_school.id):
        path = f"/organisations/{place}/classes/{school.seven}/invite-sheet"
        for who in (other_school.head, school.geographer, school.pupil, school.mother):
            assert (await who.post(path, {})).status_code == 404
            assert (await who.get(path.replace("invite-sheet", "pupils"))).status_code == 404
    eight = f"/organisations/{school.id}/classes/{school.eight}/invite-sheet"
    assert (await school.class_teacher.post(eight, {})).status_code == 404


async def test_a_wrong_role_is_put_right_with_all_that_hung_on_it(world, school, facts):
    made = await invite(school.head, school, "pupil", class_id=school.seven)
    mother = await world.person("Щеглова", "Алла")
    await come(mother, made["code"])
    path = f"/organisations/{school.id}/people/{mother.id}/role"
    change = {"old": "pupil", "new": "parent", "child_id": school.pupil.id}
    assert (await school.class_teacher.put(path, change)).status_code == 404
    assert (await mother.put(path, change)).status_code == 404
    assert (await school.head.put(path, {"old": "pupil", "new": "parent"})).status_code == 422
    assert (await school.head.put(path, change)).status_code == 204
    me = (await mother.get("/me")).json()
    assert ([one["role"] for one in me["roles"]], me["classes"]) == (["parent"], [])
    assert [one["id"] for one in me["children"]] == [school.pupil.id]

    assert (
        await school.head.put(path, {"old": "parent", "new": "teacher", "subject": "Труд"})
    ).status_code == 204
    me = (await mother.get("/me")).json()
    assert ([one["subject"] for one in me["roles"]], me["children"]) == (["Труд"], [])
    back = {"old": "teacher", "new": "pupil", "class_id": school.eight}
    assert (await school.head.put(path, back)).status_code == 204
    assert [one["id"] for one in (await mother.get("/me")).json()["classes"]] == [school.eight]
    # The first invite gives nothing back.
    assert (await come(mother, made["code"])).json()["state"] == "joined"
    assert [one["id"] for one in (await mother.get("/me")).json()["classes"]] == [school.eight]
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'role_changed'") == [(3,)]


async def test_what_the_journal_says_is_mended_in_the_journal(school, facts):
    await facts("UPDATE roles SET source = 'roster' WHERE person_id = $1 RETURNING id", school.geographer.id)
    path = f"/organisations/{school.id}/people/{school.geographer.id}"
    answers = [
        await school.head.put(f"{path}/role", {"old": "teacher", "new": "pupil", "class_id": school.seven}),
        await school.head.delete(f"{path}/confirmation"),
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(409, "role_from_roster")] * 2
    assert await roles_of(school.geographer) == [("teacher", True)]


async def test_nobody_changes_their_own_role_or_anothers_school(school, other_school, facts):
    path = f"/organisations/{school.id}/people/{school.geographer.id}"
    change = {"old": "teacher", "new": "pupil", "class_id": school.seven}
    assert (await other_school.head.put(f"{path}/role", change)).status_code == 404
    assert (await other_school.head.delete(f"{path}/confirmation")).status_code == 404
    own = f"/organisations/{school.id}/people/{school.head.id}/role"
    assert (await school.head.put(own, change)).json()["code"] == "own_role"
    foreign = f"/organisations/{school.id}/people/{other_school.geographer.id}"
    assert (await school.head.put(f"{foreign}/role", change)).status_code == 404
    assert (await school.head.delete(f"{foreign}/confirmation")).status_code == 404


async def test_the_cap_goes_everywhere_at_once(school, facts):
    path = f"/organisations/{school.id}/people/{school.geographer.id}/confirmation"
    seen = f"/people/{school.geographer.id}"
    assert (await school.pupil.get(seen)).json()["confirmed_teacher"] is True
    assert (await school.head.delete(path)).status_code == 204
    assert (await school.head.delete(path)).status_code == 204
    assert (await school.pupil.get(seen)).json()["confirmed_teacher"] is False
    assert await roles_of(school.geographer) == [("teacher", False)]
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'teacher_unconfirmed'") == [(1,)]
    assert (await school.head.put(path)).status_code == 204
    assert (await school.pupil.get(seen)).json()["confirmed_teacher"] is True
