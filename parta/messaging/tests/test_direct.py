"""Two people: at once, by request, or not at all."""

import asyncio
from uuid import uuid4

import httpx

from parta.messaging.drafts import Draft
from parta.messaging.sending import post_messages
from parta.organisations.roles import grant_role, withdraw_role
from parta.testing.school import make_school
from parta.testing.talk import say
from parta.testing.world import Actor, World


async def direct(who: Actor, whom: Actor) -> httpx.Response:
    return await who.put(f"/conversations/direct/{whom.id}")


async def post(who: Actor, chat: int, body: str = "Здравствуйте") -> httpx.Response:
    return await who.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": body})


async def test_those_whom_a_rule_joins_write_at_once_and_share_one_chat(world: World) -> None:
    s = await make_school(world)

    new, again, other_side = (
        await direct(s.pupil, s.class_teacher),
        await direct(s.pupil, s.class_teacher),
        await direct(s.class_teacher, s.pupil),
    )

    assert (new.status_code, again.status_code, other_side.status_code) == (201, 200, 200)
    chat = new.json()["id"]
    assert again.json()["id"] == other_side.json()["id"] == chat
    assert (new.json()["request"], new.json()["partner_id"], new.json()["members_count"]) == (
        None,
        s.class_teacher.id,
        2,
    )
    assert other_side.json()["partner_id"] == s.pupil.id
    await say(s.pupil, chat, "Можно вопрос?")
    assert (await s.class_teacher.get("/conversations")).json()["items"][0]["unread"] == 1


async def test_opening_from_both_sides_at_once_is_one_chat(world: World) -> None:
    s = await make_school(world)

    answers = await asyncio.gather(
        *(direct(*pair) for pair in [(s.pupil, s.classmate), (s.classmate, s.pupil)] * 4)
    )

    assert {a.status_code for a in answers} <= {200, 201}
    assert len({a.json()["id"] for a in answers}) == 1


async def test_whom_nothing_joins_is_like_nobody(world: World) -> None:
    s, other = await make_school(world), await make_school(world, "Другая школа")
    stranger = await world.person()

    nobody = await s.mother.put("/conversations/direct/999999")
    refusals = [
        await direct(s.mother, s.classmate),  # somebody else's child
        await direct(s.mother, other.class_teacher),
        await direct(s.pupil, s.classmates_mother),
        await direct(s.pupil, s.pupil),
        await direct(stranger, s.pupil),
        await direct(s.pupil, stranger),
    ]

    for refused in refusals:
        assert refused.status_code == nobody.status_code == 404
        assert refused.json() | {"request_id": ""} == nobody.json() | {"request_id": ""}


async def test_a_request_takes_one_message_until_it_is_answered(world: World) -> None:
    s = await make_school(world)
    asked = (await direct(s.mother, s.classmates_mother)).json()
    chat = asked["id"]
    assert (asked["request"], asked["can_write"]) == ({"by": s.mother.id, "state": "waiting"}, True)

    assert (await post(s.mother, chat)).status_code == 201
    second, unanswered = await post(s.mother, chat), await post(s.classmates_mother, chat)
    assert (second.status_code, second.json()["code"]) == (409, "request_waiting")
    assert (unanswered.status_code, unanswered.json()["code"]) == (409, "request_unanswered")
    assert (await s.mother.get(f"/conversations/{chat}")).json()["can_write"] is False

    own = await s.mother.post(f"/conversations/{chat}/request-answer", {"accept": True})
    foreign = await s.father.post(f"/conversations/{chat}/request-answer", {"accept": True})
    assert own.status_code == foreign.status_code == 404
    accepted = await s.classmates_mother.post(f"/conversations/{chat}/request-answer", {"accept": True})

    assert (accepted.status_code, accepted.json()["request"], accepted.json()["can_write"]) == (
        200,
        None,
        True,
    )
    assert (
        (await post(s.mother, chat)).status_code == (await post(s.classmates_mother, chat)).status_code == 201
    )
    again = await s.classmates_mother.post(f"/conversations/{chat}/request-answer", {"accept": False})
    assert again.status_code == 404


async def test_two_first_messages_in_one_batch_are_one(world: World) -> None:
    s = await make_school(world)
    chat = (await direct(s.mother, s.classmates_mother)).json()["id"]
    drafts = [
        Draft(conversation_id=chat, author_id=s.mother.id, client_id=uuid4(), body=f"Вопрос {i}")
        for i in range(3)
    ]

    async with world.database.transaction() as tx:
        await post_messages(tx, drafts)

    said = (await s.mother.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["body"] for m in said] == ["Вопрос 0"]


async def test_a_declined_request_is_silent_until_the_other_side_changes_its_mind(world: World) -> None:
    s = await make_school(world)
    chat = (await direct(s.mother, s.classmates_mother)).json()["id"]
    await say(s.mother, chat, "Добрый день")

    declined = await s.classmates_mother.post(f"/conversations/{chat}/request-answer", {"accept": False})
    assert declined.json()["request"]["state"] == "declined"
    for who in (s.mother, s.classmates_mother):
        refused = await post(who, chat)
        assert (refused.status_code, refused.json()["code"]) == (409, "request_declined")
    reopened = await direct(s.mother, s.classmates_mother)
    assert (reopened.status_code, reopened.json()["request"]["state"]) == (200, "declined")

    accepted = await s.classmates_mother.post(f"/conversations/{chat}/request-answer", {"accept": True})
    assert accepted.json()["request"] is None
    assert (await post(s.mother, chat)).status_code == 201


async def test_a_direct_chat_has_no_members_to_change_and_no_title(world: World) -> None:
    s = await make_school(world)
    chat = (await direct(s.pupil, s.class_teacher)).json()["id"]

    refusals = [
        await s.pupil.post(f"/conversations/{chat}/members", {"person_ids": [s.classmate.id]}),
        await s.pupil.delete(f"/conversations/{chat}/members/{s.class_teacher.id}"),
        await s.pupil.delete(f"/conversations/{chat}/members/{s.pupil.id}"),
        await s.pupil.put(f"/conversations/{chat}/members/{s.class_teacher.id}", {"role": "owner"}),
        await s.pupil.patch(f"/conversations/{chat}", {"title": "Мы"}),
    ]

    assert {(r.status_code, r.json()["code"]) for r in refusals} == {(409, "direct_chat")}


async def test_a_direct_chat_closes_when_nothing_joins_the_two_any_more(world: World) -> None:
    s = await make_school(world)
    chat = (await direct(s.head, s.geographer)).json()["id"]
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
            " VALUES ($1, NULL, 'operator', now(), 'manual')",
            s.head.id,
        )
    async with world.database.transaction() as tx:
        await tx.run("UPDATE enrollments SET ended_at = now() WHERE person_id = $1", s.geographer.id)
        await withdraw_role(tx, s.geographer.id, "teacher", s.id, by=s.head.id)
    closed = await post(s.geographer, chat)
    assert (closed.status_code, closed.json()["code"]) == (409, "conversation_closed")

    async with world.database.transaction() as tx:
        await grant_role(tx, s.geographer.id, "teacher", s.id, by=s.head.id)
    assert (await post(s.geographer, chat)).status_code == 201


async def test_favourites_are_ones_own_and_one(world: World) -> None:
    anna, boris = await world.person(), await world.person()

    first, again, his = [(await p.get("/conversations/favourites")).json() for p in (anna, anna, boris)]

    assert first["id"] == again["id"] != his["id"]
    assert (first["kind"], first["partner_id"], first["members_count"]) == ("favourites", None, 1)
    await say(anna, first["id"], "Купить тетради")
    assert (await boris.get(f"/conversations/{first['id']}/messages")).status_code == 404
    refused = await anna.delete(f"/conversations/{first['id']}/members/{anna.id}")
    assert (refused.status_code, refused.json()["code"]) == (409, "direct_chat")
