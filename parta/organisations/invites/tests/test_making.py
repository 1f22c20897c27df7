"""Who may invite whom, and what becomes of an invite."""

from parta.organisations.invites import codes
from parta.organisations.invites.tests.conftest import come, invite, look


async def test_an_administrator_invites_everybody_and_the_code_is_told_once(world, school, facts):
    made = await invite(school.head, school, "teacher", subject="Химия", note="Новая\x00  учительница ")

    assert made["link"].endswith(f"/join-school/{made['code']}")
    assert made["qr"].startswith("data:image/svg+xml")
    assert len(made["code"].replace("-", "")) == 12
    listed = await school.head.get(f"/organisations/{school.id}/invites")
    assert made["code"] not in listed.text
    assert made["code"].replace("-", "") not in listed.text
    [one] = listed.json()["items"]
    assert (one["role"], one["subject"], one["note"], one["state"], one["uses"]) == (
        "teacher",
        "Химия",
        "Новая учительница",
        "active",
        0,
    )
    assert one["made_by"]["id"] == school.head.id
    assert await facts("SELECT digest FROM school_invites") == [(codes.digest_of(made["code"]),)]
    assert await facts("SELECT action FROM audit_log WHERE subject LIKE 'invite:%'") == [("invite_made",)]


async def test_a_code_leaves_no_trace_in_answers_kept_for_repeating(school, facts):
    made = await school.head.post(
        f"/organisations/{school.id}/invites", {"role": "teacher"}, headers={"Idempotency-Key": "again"}
    )
    assert made.status_code == 201
    kept = await facts("SELECT body FROM idempotency_keys WHERE body IS NOT NULL")
    assert all(made.json()["code"].encode() not in (body or b"") for (body,) in kept)


async def test_a_class_teacher_invites_only_into_the_own_class(school):
    path = f"/organisations/{school.id}/invites"
    own = {"role": "pupil", "class_id": school.seven}
    assert (await school.class_teacher.post(path, own)).status_code == 201
    parent = {"role": "parent", "child_id": school.pupil.id}
    assert (await school.class_teacher.post(path, parent)).status_code == 201

    for refused in (
        {"role": "pupil", "class_id": school.eight},
        {"role": "parent", "child_id": school.older_pupil.id},
        {"role": "teacher"},
        {"role": "administrator"},
    ):
        assert (await school.class_teacher.post(path, refused)).status_code == 404, refused
    # Who only teaches in the class invites nobody.
    assert (await school.geographer.post(path, own)).status_code == 404


async def test_pupils_parents_and_others_make_no_invites(school, other_school, world):
    stranger = await world.person()
    path = f"/organisations/{school.id}/invites"
    for who in (school.pupil, school.mother, other_school.head, other_school.class_teacher, stranger):
        for role in ("teacher", "administrator", "pupil"):
            answer = await who.post(path, {"role": role, "class_id": school.seven})
            assert answer.status_code == 404, (who, role)
        assert (await who.get(path)).status_code == 404
        assert (await who.get(f"/organisations/{school.id}/invite-places")).status_code == 404


async def test_another_schools_class_and_child_are_not_there(school, other_school):
    path = f"/organisations/{school.id}/invites"
    assert (
        await school.head.post(path, {"role": "pupil", "class_id": other_school.seven})
    ).status_code == 404
    assert (
        await school.head.post(path, {"role": "parent", "child_id": other_school.pupil.id})
    ).status_code == 404
    for incomplete in ({"role": "pupil"}, {"role": "parent"}):
        answer = await school.head.post(path, incomplete)
        assert (answer.status_code, answer.json()["code"]) == (422, "invite_incomplete")


async def test_staff_do_not_come_in_crowds_without_a_yes(school):
    path = f"/organisations/{school.id}/invites"
    many = {"role": "teacher", "most_uses": 20, "approval": False}
    answer = await school.head.post(path, many)
    assert (answer.status_code, answer.json()["code"]) == (422, "staff_invite_open")
    assert (await school.head.post(path, many | {"approval": True})).status_code == 201


async def test_states_and_who_came_are_listed(world, school, facts):
    used = await invite(school.head, school, "teacher")
    newcomer = await world.person("Лучникова", "Ольга")
    await come(newcomer, used["code"])
    await invite(school.head, school, "teacher")
    revoked = await invite(school.head, school, "teacher")
    await school.head.delete(f"/organisations/{school.id}/invites/{revoked['invite']['id']}")
    old = await invite(school.head, school, "teacher")
    await facts(
        "UPDATE school_invites SET expires_at = now() WHERE id = $1 RETURNING id", old["invite"]["id"]
    )

    path = f"/organisations/{school.id}/invites"
    listed = (await school.head.get(path)).json()["items"]
    assert [one["state"] for one in listed] == ["expired", "revoked", "active", "used_up"]
    only = (await school.head.get(path, params={"invite_state": "revoked"})).json()["items"]
    assert [one["id"] for one in only] == [revoked["invite"]["id"]]
    first = (await school.head.get(path, params={"limit": 3})).json()
    rest = (await school.head.get(path, params={"limit": 3, "after": first["next"]})).json()
    assert [*first["items"], *rest["items"]] == listed
    comers = await school.head.get(f"{path}/{used['invite']['id']}/joinings")
    assert [(one["person"]["family_name"], one["state"]) for one in comers.json()["items"]] == [
        ("Лучникова", "joined")
    ]
    # A class teacher sees neither the list of staff invites nor who came by one.
    assert (await school.class_teacher.get(path)).json()["items"] == []
    assert (await school.class_teacher.get(f"{path}/{used['invite']['id']}/joinings")).status_code == 404


async def test_an_invite_ends_with_the_right_of_whoever_made_it(world, school, facts):
    made = await invite(school.class_teacher, school, "pupil", class_id=school.seven)
    newcomer = await world.person()
    assert (await look(newcomer, made["code"])).status_code == 200
    await facts(
        "UPDATE enrollments SET ended_at = now() WHERE person_id = $1 RETURNING 1", school.class_teacher.id
    )
    assert (await look(newcomer, made["code"])).status_code == 404
    assert (await come(newcomer, made["code"])).status_code == 404


async def test_a_code_is_read_however_it_is_typed():
    assert codes.digest_of("kmpt-abc2-xyz9") == codes.digest_of("КМРТ АВС2 ХYZ9")
    assert codes.digest_of("KMPTABC2XYZ9") != codes.digest_of("KMPTABC2XYZ8")
    assert len({codes.new_code() for _ in range(1000)}) == 1000
