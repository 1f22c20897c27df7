"""Families made by invites: parents, children, and those who must not become one another's."""

from parta.organisations.invites.tests.conftest import come, invite, look, roles_of, waiting


async def family(who, child):
    answer = await who.get(f"/children/{child.id}/family")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def parent_code(who, child, **more):
    made = await who.post(f"/children/{child.id}/invites", more)
    assert made.status_code == 201, made.text
    return made.json()


async def test_a_mother_comes_by_the_childs_link_and_waits_for_the_school(world, school, facts):
    made = await parent_code(school.classmate, school.classmate, approval=False)
    assert made["invite"]["approval"] is True
    mother = await world.person("Егорова", "Алла")
    seen = (await look(mother, made["code"])).json()
    assert (seen["child"]["id"], seen["class_title"], seen["role"]) == (
        school.classmate.id,
        "7 «Б»",
        "parent",
    )
    assert (await come(mother, made["code"], relation="guardian")).json()["state"] == "waiting"

    [asked] = await waiting(school.class_teacher, school)
    assert (asked["relation"], asked["child"]["id"]) == ("guardian", school.classmate.id)
    path = f"/organisations/{school.id}/joinings/{asked['id']}/approval"
    assert (await school.class_teacher.post(path, {})).status_code == 204
    me = (await mother.get("/me")).json()
    assert [one["id"] for one in me["children"]] == [school.classmate.id]
    assert await roles_of(mother) == [("parent", True)]
    chats = [one["title"] for one in (await mother.get("/conversations")).json()["items"]]
    assert any("Родители 7 «Б»" in title for title in chats)
    # The child and the other guardian are told.
    for told in (school.classmate, school.classmates_mother, mother):
        heard = await facts(
            "SELECT body FROM events WHERE stream = $1 AND kind = 'family_changed'", f"person:{told.id}"
        )
        assert len(heard) == 1


async def test_one_mother_has_several_children(world, school):
    mother = await world.person()
    for child in (school.pupil, school.older_pupil):
        made = await parent_code(school.head, child, approval=False)
        assert (await come(mother, made["code"])).json()["state"] == "joined"
    me = (await mother.get("/me")).json()
    assert {one["id"] for one in me["children"]} == {school.pupil.id, school.older_pupil.id}


async def test_a_parents_link_in_the_childs_session_is_noticed_and_the_reverse(world, school):
    link = await parent_code(school.pupil, school.pupil)
    assert (await look(school.pupil, link["code"])).json()["obstacle"] == "own_child"
    assert (await look(school.classmate, link["code"])).json()["obstacle"] == "pupil_session"
    refused = await come(school.pupil, link["code"])
    assert (refused.status_code, refused.json()["obstacle"]) == (409, "own_child")

    pupils = await invite(school.head, school, "pupil", class_id=school.seven, most_uses=9)
    for grown_up in (school.mother, school.geographer, school.head):
        assert (await look(grown_up, pupils["code"])).json()["obstacle"] == "adult_session"
        assert (await come(grown_up, pupils["code"])).status_code == 409


async def test_who_may_look_at_a_family_and_invite_into_it(world, school, other_school):
    for who in (school.pupil, school.mother, school.class_teacher, school.head):
        assert len((await family(who, school.pupil))["guardians"]) == 2
    assert (await family(school.mother, school.pupil))["may_end"] is False
    stranger = await world.person()
    outsiders = (school.classmate, school.classmates_mother, school.geographer, other_school.head, stranger)
    for who in outsiders:
        assert (await who.get(f"/children/{school.pupil.id}/family")).status_code == 404
        assert (await who.post(f"/children/{school.pupil.id}/invites", {})).status_code == 404
    assert (await school.head.get(f"/children/{school.mother.id}/family")).status_code == 404


async def test_the_family_sees_and_revokes_its_own_invites_only(school):
    theirs = (await parent_code(school.class_teacher, school.pupil))["invite"]["id"]
    own = (await parent_code(school.pupil, school.pupil))["invite"]["id"]
    assert [one["id"] for one in (await family(school.pupil, school.pupil))["invites"]] == [own]
    assert len((await family(school.head, school.pupil))["invites"]) == 2
    path = f"/children/{school.pupil.id}/invites"
    assert (await school.pupil.delete(f"{path}/{theirs}")).status_code == 404
    assert (await school.mother.delete(f"{path}/{own}")).status_code == 404
    assert (await school.pupil.delete(f"{path}/{own}")).status_code == 204
    assert (await school.head.delete(f"{path}/{theirs}")).status_code == 204


async def test_a_child_has_only_so_many_guardians(world, school):
    for _ in range(4):
        made = await parent_code(school.head, school.pupil, approval=False)
        assert (await come(await world.person(), made["code"])).status_code == 200
    made = await parent_code(school.head, school.pupil, approval=False)
    late = await world.person()
    assert (await look(late, made["code"])).json()["obstacle"] == "too_many_guardians"
    refused = await come(late, made["code"])
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_guardians")


async def test_a_family_does_not_hand_out_codes_without_end(school):
    path = f"/children/{school.pupil.id}/invites"
    answers = [await school.pupil.post(path, {}) for _ in range(11)]
    assert [one.status_code for one in answers] == [201] * 10 + [409]
    assert answers[-1].json()["code"] == "too_many_invites"


async def test_a_club_does_not_decide_about_a_childs_family(world, school, facts):
    club, head = await world.school("Кружок на Лесной"), await world.person()
    await facts("UPDATE organisations SET type = 'additional' WHERE id = $1 RETURNING id", club)
    await world.role(head, "administrator", club)
    await world.role(school.pupil, "pupil", club)
    path = f"/children/{school.pupil.id}"
    assert (await head.get(f"{path}/family")).status_code == 404
    assert (await head.post(f"{path}/invites", {})).status_code == 404
    assert (
        await head.post(f"/organisations/{club}/invites", {"role": "parent", "child_id": school.pupil.id})
    ).status_code == 404
    end = await head.post(f"{path}/guardians/{school.father.id}/end", {"reason": "Так"})
    assert end.status_code == 404


async def test_the_school_ends_a_guardianship_and_no_old_code_brings_it_back(world, school, facts):
    held = await parent_code(school.head, school.pupil, approval=False)
    path = f"/children/{school.pupil.id}/guardians/{school.father.id}/end"
    reason = {"reason": "Решение суда"}
    for who in (school.pupil, school.mother, school.father, school.geographer):
        assert (await who.post(path, reason)).status_code == 404
    assert (await school.class_teacher.post(path, reason)).status_code == 204
    assert (await school.class_teacher.post(path, reason)).status_code == 404

    me = (await school.father.get("/me")).json()
    assert (me["children"], me["roles"]) == ([], [])
    assert (await look(school.father, held["code"])).status_code == 404
    assert (await school.father.get(f"/people/{school.pupil.id}")).status_code == 404
    for told in (school.pupil, school.mother, school.father):
        heard = await facts(
            "SELECT body FROM events WHERE stream = $1 AND kind = 'family_changed'", f"person:{told.id}"
        )
        assert len(heard) == 1
    assert await facts("SELECT details FROM audit_log WHERE action = 'guardianship_ended'")
    [(ended_by,)] = await facts("SELECT ended_by FROM guardianships WHERE guardian_id = $1", school.father.id)
    assert ended_by == school.class_teacher.id


async def test_the_first_grades_come_only_where_the_school_wants_them(world, school, facts):
    await facts("UPDATE classes SET grade = '3' WHERE id = $1 RETURNING id", school.seven)
    path, policy = f"/organisations/{school.id}/invites", f"/organisations/{school.id}/joining-policy"
    pupil = {"role": "pupil", "class_id": school.seven}
    refused = await school.class_teacher.post(path, pupil)
    assert (refused.status_code, refused.json()["code"]) == (409, "junior_grades_off")
    sheet = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    assert (await school.head.post(sheet, {})).json()["code"] == "junior_grades_off"
    assert (await school.head.post(sheet, {"pupils": False})).status_code == 201

    assert (await school.class_teacher.put(policy, {"junior_grades": True})).status_code == 404
    assert (await school.head.put(policy, {"junior_grades": True})).status_code == 200
    made = (await school.class_teacher.post(path, pupil | {"approval": False, "most_uses": 3})).json()
    assert (await come(await world.person(), made["code"])).status_code == 200
    await school.head.put(policy, {"junior_grades": False})
    late = await come(await world.person(), made["code"])
    assert (late.status_code, late.json()["code"]) == (409, "junior_grades_off")
    assert await facts(
        "SELECT details->>'on' FROM audit_log WHERE action = 'junior_grades_switched' ORDER BY id"
    ) == [("true",), ("false",)]
