"""Coming by an invite: what one sees, what one becomes, and who is told."""

from parta.organisations.invites.tests.conftest import come, invite, look, roles_of, waiting


async def test_a_pupil_sees_where_and_comes_into_class_and_chats(world, school):
    made = await invite(school.class_teacher, school, "pupil", class_id=school.seven, most_uses=30)
    borya = await world.person("Щеглов", "Борис")

    seen = (await look(borya, made["code"])).json()
    assert (
        seen["organisation_name"],
        seen["class_title"],
        seen["role"],
        seen["state"],
        seen["obstacle"],
    ) == (
        "Школа на Озёрной",
        "7 «Б»",
        "pupil",
        "open",
        None,
    )
    assert seen["invited_by"]["id"] == school.class_teacher.id
    joined = await come(borya, made["code"])
    assert (joined.status_code, joined.json()["state"]) == (200, "joined")
    me = (await borya.get("/me")).json()
    assert [one["role"] for one in me["roles"]] == ["pupil"]
    assert [one["id"] for one in me["classes"]] == [school.seven]
    chats = [one["title"] for one in (await borya.get("/conversations")).json()["items"]]
    assert any("7 «Б»" in title for title in chats)


async def test_coming_twice_is_coming_once(world, school, facts):
    made = await invite(school.head, school, "pupil", class_id=school.seven, most_uses=2)
    borya = await world.person()
    for _ in range(3):
        assert (await come(borya, made["code"])).json()["state"] == "joined"
    assert await facts("SELECT uses FROM school_invites") == [(1,)]
    assert await facts("SELECT count(*) FROM audit_log WHERE action = 'joined_by_invite'") == [(1,)]


async def test_an_old_code_does_not_give_back_what_was_taken_away(world, school, facts):
    made = await invite(school.head, school, "administrator")
    newcomer = await world.person()
    await come(newcomer, made["code"])
    await facts("UPDATE roles SET ended_at = now() WHERE person_id = $1 RETURNING id", newcomer.id)
    assert (await come(newcomer, made["code"])).json()["state"] == "joined"
    assert await roles_of(newcomer) == []


async def test_a_teacher_waits_is_approved_under_the_right_name_and_told(world, school, facts):
    made = await invite(school.head, school, "teacher", subject="Физика", approval=True, most_uses=5)
    newcomer = await world.person("Лучникав", "Олег")
    assert (await come(newcomer, made["code"])).json()["state"] == "waiting"
    assert await roles_of(newcomer) == []
    assert await facts(
        "SELECT count(*) FROM events WHERE stream = $1 AND kind = 'joining_asked'", f"person:{school.head.id}"
    ) == [(1,)]

    [asked] = await waiting(school.head, school)
    assert (asked["person"]["family_name"], asked["subject"], asked["may_rename"]) == (
        "Лучникав",
        "Физика",
        True,
    )
    path = f"/organisations/{school.id}/joinings/{asked['id']}/approval"
    assert (await school.class_teacher.post(path, {})).status_code == 404
    wrong = {"name": {"family_name": "Лучников1", "given_name": "Олег"}}
    assert (await school.head.post(path, wrong)).json()["code"] == "name_wrong"
    right = {"name": {"family_name": "Лучников", "given_name": "Олег", "patronymic": "Ильич"}}
    assert (await school.head.post(path, right)).status_code == 204
    assert (await school.head.post(path, right)).status_code == 404

    me = (await newcomer.get("/me")).json()
    assert (me["family_name"], me["roles"][0]["subject"], me["roles"][0]["confirmed"]) == (
        "Лучников",
        "Физика",
        True,
    )
    told = await facts(
        "SELECT body FROM events WHERE stream = $1 AND kind = 'joining_decided'", f"person:{newcomer.id}"
    )
    assert '"approved": true' in str(told[0][0]) or '"approved":true' in str(told[0][0])
    assert await waiting(school.head, school) == []


async def test_a_refusal_has_a_reason_and_gives_the_use_back(world, school, facts):
    made = await invite(school.head, school, "pupil", class_id=school.seven, approval=True)
    newcomer = await world.person()
    await come(newcomer, made["code"])
    [asked] = await waiting(school.class_teacher, school)
    path = f"/organisations/{school.id}/joinings/{asked['id']}/refusal"
    assert (await school.class_teacher.post(path, {"reason": ""})).status_code == 422
    assert (await school.class_teacher.post(path, {"reason": "Вы из другого класса"})).status_code == 204

    seen = (await come(newcomer, made["code"])).json()
    assert (seen["state"], seen["reason"]) == ("declined", "Вы из другого класса")
    assert await roles_of(newcomer) == []
    assert await facts("SELECT uses FROM school_invites") == [(0,)]
    assert (await look(await world.person(), made["code"])).status_code == 200


async def test_nobody_renames_people_whom_a_school_knows(world, school, other_school):
    made = await invite(school.head, school, "teacher", approval=True)
    await come(other_school.geographer, made["code"])
    [asked] = await waiting(school.head, school)
    assert asked["may_rename"] is False
    path = f"/organisations/{school.id}/joinings/{asked['id']}/approval"
    renamed = await school.head.post(path, {"name": {"family_name": "Другой", "given_name": "Человек"}})
    assert (renamed.status_code, renamed.json()["code"]) == (409, "name_from_school")
    assert (await school.head.post(path, {})).status_code == 204


async def test_a_teacher_without_approval_wears_no_cap_until_confirmed(world, school):
    made = await invite(school.head, school, "teacher", subject="Музыка")
    newcomer = await world.person()
    await come(newcomer, made["code"])
    assert await roles_of(newcomer) == [("teacher", False)]
    path = f"/organisations/{school.id}/people/{newcomer.id}/confirmation"
    assert (await newcomer.put(path)).status_code == 404
    assert (await school.class_teacher.put(path)).status_code == 404
    assert (await school.head.put(path)).status_code == 204
    assert await roles_of(newcomer) == [("teacher", True)]


async def test_a_slip_gives_a_newcomer_the_profile_the_school_expected(world, school, facts):
    expected = await world.person("Щеглов", "Борис", claimed=False)
    await world.role(expected, "pupil", school.id)
    await world.enrol(school.seven, expected)
    path = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    sheet = (await school.class_teacher.post(path, {"parents": 0})).json()
    [slip] = [one for one in sheet["slips"] if one["pupil"]["id"] == expected.id]
    newcomer = await world.person("Щегол", "Боря")
    await facts(
        "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', '+79123001414', now()) RETURNING id",
        newcomer.id,
    )

    assert (await look(newcomer, slip["code"])).json()["expected"]["given_name"] == "Борис"
    for grown_up in (school.mother, school.geographer):
        assert (await look(grown_up, slip["code"])).json()["obstacle"] == "adult_session"
    assert (await look(school.older_pupil, slip["code"])).json()["obstacle"] == "not_new"
    assert (await come(school.older_pupil, slip["code"])).json()["code"] == "invite_other_account"

    came = await come(newcomer, slip["code"])
    assert (came.json()["state"], came.json()["received"]) == ("joined", True)
    # The browser goes on with the new cookie; the old one is worth nothing.
    me = (await newcomer.get("/me")).json()
    assert (me["id"], me["family_name"], me["contacts"][0]["value"]) == (
        expected.id,
        "Щеглов",
        "+79123001414",
    )
    assert await facts(
        "SELECT family_name, erased_at IS NOT NULL FROM people WHERE id = $1", newcomer.id
    ) == [("—", True)]
    assert await facts(
        "SELECT count(*) FROM sessions WHERE person_id = $1 AND ended_at IS NULL", newcomer.id
    ) == [(0,)]
    # The same slip in other hands is nothing.
    assert (await look(await world.person(), slip["code"])).status_code == 404
    assert (await look(newcomer, slip["code"])).json()["state"] == "joined"


async def test_a_newcomer_dressed_up_as_a_teacher_is_pointed_out(world, school):
    made = await invite(school.head, school, "teacher", approval=True, most_uses=5)
    names = [("Зимин", "class_teacher"), ("Зимиина", "class_teacher"), ("Кузнецов", "Олег")]
    for family, given in names:
        await come(await world.person(family, given), made["code"])
    asked = {one["person"]["family_name"]: one["resembles"] for one in await waiting(school.head, school)}
    assert {name: other and other["id"] for name, other in asked.items()} == {
        "Зимин": school.class_teacher.id,
        "Зимиина": school.class_teacher.id,
        "Кузнецов": None,
    }
