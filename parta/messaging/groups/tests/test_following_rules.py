"""A school decides who writes to whom: its chats follow, nothing is taken away, and nobody gets round it."""

from uuid import uuid4

from parta.testing.school import School, make_school
from parta.testing.talk import say
from parta.testing.world import Actor, World

USUAL = {"pupil_staff": "allowed", "pupils": "request", "pupil_groups": "yes", "parents": "request"}


async def decide(school: School, **policy: str) -> None:
    answer = await school.head.put(f"/organisations/{school.id}/contact-policy", USUAL | policy)
    assert answer.status_code == 200, answer.text


async def direct(me: Actor, other: Actor) -> tuple[int, str]:
    answer = await me.put(f"/conversations/direct/{other.id}")
    return answer.status_code, answer.json().get("code", answer.json().get("id"))


async def leave_safe_mode(*pupils: Actor) -> None:
    for pupil in pupils:
        assert (await pupil.put("/me/safe-mode", {"kept": False})).status_code == 200


async def refusal(me: Actor, chat: int) -> str | None:
    answer = await me.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Слово"})
    return None if answer.status_code == 201 else answer.json()["code"]


async def members(me: Actor, chat: int) -> dict[int, str]:
    items = (await me.get(f"/conversations/{chat}/members")).json()["items"]
    return {item["person"]["id"]: item["role"] for item in items}


async def test_a_direct_chat_becomes_readable_only_says_why_and_comes_back(world: World) -> None:
    s = await make_school(world)
    _, chat = await direct(s.geographer, s.pupil)
    await say(s.geographer, chat, "Принеси карту")
    await decide(s, pupil_staff="second_adult")

    for one in (s.geographer, s.pupil):
        assert await refusal(one, chat) == "conversation_closed"
        shown = (await one.get(f"/conversations/{chat}")).json()
        assert (shown["can_write"], shown["held_by_rules"]) == (False, True)
        said = (await one.get(f"/conversations/{chat}/messages")).json()["items"]
        assert [m["body"] for m in said] == ["Принеси карту", ""]
        assert said[-1]["service"] == {"what": "rules_held", "reason": "accompanied"}
    # Their own families and colleagues are not concerned.
    assert (await direct(s.geographer, s.mother))[0] == 201
    assert (await direct(s.pupil, s.classmate))[0] == 201

    await decide(s)
    assert await refusal(s.pupil, chat) is None
    said = (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"]
    assert said[-2]["service"] == {"what": "rules_released", "reason": "open"}


async def test_a_teacher_and_a_pupil_write_with_the_guardians_who_stay(world: World) -> None:
    s = await make_school(world)
    await decide(s, pupil_staff="second_adult")
    assert await direct(s.geographer, s.pupil) == (409, "second_adult_needed")
    place = f"/conversations/accompanied/{s.pupil.id}"
    offered = (await s.geographer.get(place)).json()
    assert {one["id"] for one in offered["adults"]} == {s.mother.id, s.father.id}
    assert offered["conversation_id"] is None
    made = await s.geographer.put(place)
    assert made.status_code == 201
    chat = made.json()["id"]
    everybody = {s.geographer.id: "owner", s.pupil.id: "member", s.mother.id: "member", s.father.id: "member"}
    assert await members(s.pupil, chat) == everybody
    assert await refusal(s.pupil, chat) is None

    # From the other side it is the same chat; nobody else is offered one.
    again = await s.pupil.put(f"/conversations/accompanied/{s.geographer.id}")
    assert (again.status_code, again.json()["id"]) == (200, chat)
    for stranger in (s.mother, s.older_mother, s.head, s.classmate):
        found = await stranger.get(place)
        assert (found.status_code == 200) == (stranger is s.head)
    for who, whom in ((s.geographer, s.mother), (s.mother, s.mother)):
        gone = await who.delete(f"/conversations/{chat}/members/{whom.id}")
        assert (gone.status_code, gone.json()["code"]) == (409, "second_adult_stays")
    assert (await s.geographer.delete(f"/conversations/{chat}")).json()["code"] == "second_adult_stays"

    # A guardian no more hears nothing more, and the last one's place is taken by staff.
    for guardian in (s.mother, s.father):
        end = f"/children/{s.pupil.id}/guardians/{guardian.id}/end"
        assert (await s.head.post(end, {"reason": "Решение суда"})).status_code < 300
        assert (await guardian.get(f"/conversations/{chat}/messages")).status_code == 404
    assert set(await members(s.pupil, chat)) == {s.geographer.id, s.pupil.id, s.class_teacher.id}
    assert await refusal(s.pupil, chat) is None


async def test_a_chat_with_a_pupil_waits_where_no_second_adult_is_left(world: World) -> None:
    s = await make_school(world)
    await decide(s, pupil_staff="second_adult")
    chat = (await s.geographer.put(f"/conversations/accompanied/{s.pupil.id}")).json()["id"]
    for guardian in (s.mother, s.father):
        end = f"/children/{s.pupil.id}/guardians/{guardian.id}/end"
        assert (await s.head.post(end, {"reason": "Решение суда"})).status_code < 300
    async with world.database.transaction() as tx:
        await tx.run("UPDATE enrollments SET ended_at = now() WHERE person_id = $1", s.class_teacher.id)
        await tx.run("UPDATE people SET claimed_at = NULL WHERE id = $1", s.head.id)
    await decide(s, pupil_staff="second_adult", parents="off")
    assert await refusal(s.pupil, chat) == "conversation_closed"
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET claimed_at = now() WHERE id = $1", s.head.id)
    await decide(s, pupil_staff="allowed")
    assert await refusal(s.pupil, chat) is None


async def test_a_group_is_no_way_around(world: World) -> None:
    s = await make_school(world)
    await decide(s, pupil_staff="off")
    assert await direct(s.geographer, s.pupil) == (409, "no_chat_of_two")
    two = await s.geographer.post("/conversations", {"title": "Вдвоём", "person_ids": [s.pupil.id]})
    assert (two.status_code, two.json()["fields"][0]["code"]) == (422, "second_adult_needed")
    three = await s.geographer.post(
        "/conversations", {"title": "Экскурсия", "person_ids": [s.pupil.id, s.classmate.id]}
    )
    assert three.status_code == 201
    chat = three.json()["id"]
    assert await refusal(s.pupil, chat) is None
    assert (await s.geographer.delete(f"/conversations/{chat}/members/{s.classmate.id}")).status_code < 300
    assert await refusal(s.geographer, chat) == await refusal(s.pupil, chat) == "conversation_closed"
    back = await s.geographer.post(f"/conversations/{chat}/members", {"person_ids": [s.class_teacher.id]})
    assert back.status_code == 200, back.text
    assert await refusal(s.pupil, chat) is None
    assert (
        await s.class_teacher.delete(f"/conversations/{chat}/members/{s.class_teacher.id}")
    ).status_code < 300
    assert await refusal(s.pupil, chat) == "conversation_closed"


async def test_pupils_make_groups_as_the_school_wants(world: World) -> None:
    s = await make_school(world)

    async def make(*people: Actor):
        return await s.pupil.post("/conversations", {"title": "Мы", "person_ids": [p.id for p in people]})

    own = (await make(s.classmate)).json()["id"]
    await decide(s, pupil_groups="no")
    assert (await make(s.classmate)).json()["code"] == "pupil_groups_off"
    copied = await s.pupil.post(f"/conversations/{own}/copy", {"title": "Ещё раз"})
    assert copied.json()["code"] == "pupil_groups_off"
    assert await refusal(s.pupil, own) is None  # what there is stays
    await decide(s, pupil_groups="with_teacher")
    assert (await make(s.classmate)).json()["code"] == "group_needs_teacher"
    chat = (await make(s.classmate, s.geographer)).json()["id"]
    gone = await s.pupil.delete(f"/conversations/{chat}/members/{s.geographer.id}")
    assert (gone.status_code, gone.json()["code"]) == (403, "group_needs_teacher")
    assert (await s.geographer.delete(f"/conversations/{chat}/members/{s.geographer.id}")).status_code < 300
    assert await refusal(s.classmate, chat) == "conversation_closed"
    await s.pupil.post(f"/conversations/{chat}/members", {"person_ids": [s.class_teacher.id]})
    assert await refusal(s.classmate, chat) is None
    # Grown-ups are not concerned.
    assert (
        await s.mother.post("/conversations", {"title": "Семья", "person_ids": [s.father.id]})
    ).status_code == 201


async def test_strangers_in_safe_mode_do_not_exist_and_acquaintances_stay(world: World) -> None:
    s = await make_school(world)
    assert (await direct(s.pupil, s.older_pupil))[0] == 404
    await leave_safe_mode(s.pupil)
    assert (await direct(s.pupil, s.older_pupil))[0] == 404
    await leave_safe_mode(s.older_pupil)
    status, chat = await direct(s.pupil, s.older_pupil)
    assert status == 201
    await say(s.pupil, chat, "Привет")
    # The one who is asked goes back into safe mode: the stranger waits no more.
    await s.older_pupil.put("/me/safe-mode", {"kept": True})
    answered = await s.older_pupil.post(f"/conversations/{chat}/request-answer", {"accept": True})
    assert (answered.status_code, answered.json()["code"]) == (409, "conversation_closed")
    await leave_safe_mode(s.older_pupil)
    assert (
        await s.older_pupil.post(f"/conversations/{chat}/request-answer", {"accept": True})
    ).status_code == 200
    await s.older_pupil.put("/me/safe-mode", {"kept": True})
    assert await refusal(s.pupil, chat) is None
    found = (await s.pupil.get("/people/search?q=older_pupil")).json()["items"]
    assert [one["id"] for one in found] == [s.older_pupil.id]
    await decide(s, pupils="class")
    assert await refusal(s.pupil, chat) == "conversation_closed"


async def test_in_safe_mode_only_acquaintances_and_staff_bring_one_in_by_a_link(world: World) -> None:
    s = await make_school(world)

    async def link(maker: Actor) -> str:
        made = await maker.post("/conversations", {"title": "Кружок", "person_ids": [s.head.id]})
        chat = made.json()["id"]
        got = await maker.post(f"/conversations/{chat}/links", {"audience": "organisation"})
        return str(got.json()["path"].rpartition("/")[2])

    by_stranger, by_teacher = await link(s.older_pupil), await link(s.geographer)
    assert (await s.pupil.get(f"/joining/{by_stranger}")).status_code == 404
    assert (await s.pupil.get(f"/joining/{by_teacher}")).status_code == 200
    await leave_safe_mode(s.pupil)
    assert (await s.pupil.get(f"/joining/{by_stranger}")).status_code == 200


async def test_only_administrators_decide_and_it_is_written_down(world: World) -> None:
    here, there = await make_school(world), await make_school(world, "Школа в Сосновке")
    place = f"/organisations/{here.id}/contact-policy"
    for who in (here.pupil, here.mother, here.class_teacher, there.head):
        assert (await who.get(place)).status_code == (await who.put(place, USUAL)).status_code == 404
    assert (await here.head.put(place, USUAL | {"pupils": "maybe"})).status_code in (400, 422)
    assert (await here.head.get(place)).json() == USUAL
    await decide(here, pupils="class")
    entry = (await here.head.get(f"/organisations/{here.id}/journal?action=contact_policy_changed")).json()[
        "items"
    ]
    assert [one["details"] for one in entry] == [{"pupils": "class"}]
