"""What somebody might try with codes."""

import asyncio

from parta.organisations.invites.tests.conftest import come, invite, look, roles_of, waiting


async def test_a_dead_code_answers_as_one_that_never_was(world, school, facts):
    revoked = await invite(school.head, school, "teacher")
    await school.head.delete(f"/organisations/{school.id}/invites/{revoked['invite']['id']}")
    expired = await invite(school.head, school, "teacher")
    await facts(
        "UPDATE school_invites SET expires_at = now() WHERE id = $1 RETURNING id", expired["invite"]["id"]
    )
    used_up = await invite(school.head, school, "teacher")
    await come(await world.person(), used_up["code"])

    for asker in (look, come):
        stranger = await world.person()
        answers = []
        for code in (revoked["code"], expired["code"], used_up["code"], "AAAA-AAAA-AAAA"):
            answer = await asker(stranger, code)
            answers.append((answer.status_code, answer.json() | {"request_id": ""}))
        assert answers[0][0] == 404
        assert answers == [answers[3]] * 4
    # Whoever answers for such invites is told what became of it.
    told = await look(school.head, revoked["code"])
    assert (told.status_code, told.json()["code"]) == (409, "invite_no_longer")
    assert (await look(school.class_teacher, revoked["code"])).status_code == 404


async def test_guessing_stops_is_written_down_and_stops_the_right_code_too(world, school, facts):
    made = await invite(school.head, school, "teacher")
    guesser = await world.person()
    for number in range(10):
        assert (await look(guesser, f"AAAA-AAAA-AAA{number}")).status_code == 404
    stopped = await look(guesser, made["code"])
    assert (stopped.status_code, stopped.json()["code"]) == (429, "invite_guesses")
    assert stopped.json()["retry_after"] > 0
    assert (await come(guesser, made["code"])).status_code == 429
    assert await facts("SELECT action, subject FROM audit_log WHERE action = 'invite_guessing'") == [
        ("invite_guessing", f"person:{guesser.id}")
    ]
    assert (await look(await world.person(), made["code"])).status_code == 200
    await facts("UPDATE invite_guesses SET guessed_at = now() - interval '11 minutes' RETURNING id")
    assert (await look(guesser, made["code"])).status_code == 200


async def test_guesses_at_one_moment_are_counted_one_by_one(world, facts):
    guesser = await world.person()
    answers = await asyncio.gather(*(look(guesser, f"AAAA-AAAA-AA{number:02}") for number in range(24)))
    assert sorted(answer.status_code for answer in answers) == [404] * 10 + [429] * 14
    assert await facts("SELECT count(*) FROM invite_guesses") == [(10,)]


async def test_an_address_is_limited_however_many_people_guess(world, school, facts):
    for _ in range(20):
        person = await world.person()
        await facts(
            "INSERT INTO invite_guesses (person_id, network, guessed_at)"
            " SELECT $1, '127.0.0.1', now() FROM generate_series(1, 10) RETURNING id",
            person.id,
        )
    made = await invite(school.head, school, "teacher")
    assert (await look(await world.person(), made["code"])).status_code == 429


async def test_of_two_on_the_last_use_exactly_one_gets_in(world, school, facts):
    for _ in range(5):
        made = await invite(school.head, school, "pupil", class_id=school.seven)
        people = [await world.person() for _ in range(4)]
        answers = await asyncio.gather(*(come(one, made["code"]) for one in people))
        assert sorted(answer.status_code for answer in answers) == [200, 404, 404, 404]
        inside = [bool(await roles_of(one)) for one in people]
        assert inside.count(True) == 1
    assert await facts("SELECT DISTINCT uses, most_uses FROM school_invites") == [(1, 1)]


async def test_one_person_pressing_at_once_takes_one_use(world, school, facts):
    made = await invite(school.head, school, "pupil", class_id=school.seven, most_uses=10)
    newcomer = await world.person()
    answers = await asyncio.gather(*(come(newcomer, made["code"]) for _ in range(6)))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert await facts("SELECT uses FROM school_invites") == [(1,)]


async def test_two_newcomers_on_one_slip_are_not_made_one(world, school, facts):
    expected = await world.person("Щеглов", "Борис", claimed=False)
    await world.role(expected, "pupil", school.id)
    await world.enrol(school.seven, expected)
    path = f"/organisations/{school.id}/classes/{school.seven}/invite-sheet"
    [slip] = (await school.head.post(path, {"parents": 0})).json()["slips"]
    people = [await world.person() for _ in range(3)]
    answers = await asyncio.gather(*(come(one, slip["code"]) for one in people))
    assert sorted(answer.status_code for answer in answers) == [200, 404, 404]
    assert await facts("SELECT count(*) FROM people WHERE erased_at IS NOT NULL") == [(1,)]


async def test_a_pupil_does_not_stroll_into_another_class_or_the_staff_room(school):
    eight = await invite(school.head, school, "pupil", class_id=school.eight, most_uses=30)
    assert (await look(school.pupil, eight["code"])).json()["obstacle"] == "other_class"
    assert (await come(school.pupil, eight["code"])).status_code == 409
    for role in ("teacher", "administrator"):
        made = await invite(school.head, school, role)
        assert (await look(school.pupil, made["code"])).json()["obstacle"] == "pupil_session"
        assert (await come(school.pupil, made["code"])).json()["code"] == "invite_other_account"
    assert await roles_of(school.pupil) == [("pupil", True)]


async def test_another_schools_administrator_decides_nothing_here(world, school, other_school):
    made = await invite(school.head, school, "teacher", approval=True)
    await come(await world.person(), made["code"])
    [asked] = await waiting(school.head, school)
    for place in (school.id, other_school.id):
        path = f"/organisations/{place}/joinings/{asked['id']}"
        assert (await other_school.head.post(f"{path}/approval", {})).status_code == 404
        assert (await other_school.head.post(f"{path}/refusal", {"reason": "Нет"})).status_code == 404
        invite_path = f"/organisations/{place}/invites/{made['invite']['id']}"
        assert (await other_school.head.delete(invite_path)).status_code == 404
        assert (await other_school.head.get(f"{invite_path}/joinings")).status_code == 404


async def test_two_who_decide_at_once_decide_once(world, school, facts):
    made = await invite(school.head, school, "pupil", class_id=school.seven, approval=True)
    newcomer = await world.person()
    await come(newcomer, made["code"])
    [asked] = await waiting(school.head, school)
    path = f"/organisations/{school.id}/joinings/{asked['id']}"
    answers = await asyncio.gather(
        school.head.post(f"{path}/approval", {}),
        school.class_teacher.post(f"{path}/refusal", {"reason": "Не наш"}),
    )
    assert sorted(answer.status_code for answer in answers) == [204, 404]
    assert await facts("SELECT count(*) FROM events WHERE kind = 'joining_decided'") == [(1,)]
