"""Messages that wait for approval: kept whole, seen by few, said once."""

from typing import Any
from uuid import uuid4

from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.testing.live import Sockets
from parta.testing.school import School, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def held_chat(world: World) -> tuple[School, int]:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.classmate)
    await s.class_teacher.patch(f"/conversations/{chat}/settings", {"approval": True})
    return s, chat


async def ask(who: Actor, chat: int, body: str, **more: Any) -> dict[str, Any]:
    message = {"client_id": str(uuid4()), "body": body, **more}
    answer = await who.post(f"/conversations/{chat}/messages", message)
    assert (answer.status_code, answer.json()["code"]) == (202, "message_held"), answer.text
    return message | {"id": answer.json()["held_id"]}


async def queue(who: Actor, chat: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await who.get(f"/conversations/{chat}/held-messages")).json()["items"]
    return items


async def bodies(who: Actor, chat: int) -> list[str]:
    items = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
    return [m["body"] for m in items if m["kind"] == "text"]


async def test_it_waits_seen_by_its_author_and_those_who_decide(world: World, sockets: Sockets) -> None:
    s, chat = await held_chat(world)
    desk, other = await sockets.open(s.class_teacher), await sockets.open(s.classmate)

    held = await ask(s.pupil, chat, "Можно с собакой?")

    assert (await desk.event("waiting_changed"))["held"] == 1
    assert await bodies(s.pupil, chat) == await bodies(s.classmate, chat) == []
    assert [h["body"] for h in await queue(s.class_teacher, chat)] == ["Можно с собакой?"]
    assert [h["state"] for h in await queue(s.pupil, chat)] == ["waiting"]
    assert await queue(s.classmate, chat) == []
    waits = {
        who: (await who.get(f"/conversations/{chat}")).json()["waiting"]
        for who in (s.class_teacher, s.pupil, s.classmate)
    }
    assert list(waits.values()) == [{"held": 1}, {"held": 1}, {}]
    assert all("собакой" not in str(frame) for frame in other.frames)
    repeated = await s.pupil.post(
        f"/conversations/{chat}/messages", {"client_id": held["client_id"], "body": held["body"]}
    )
    assert repeated.json()["held_id"] == held["id"]
    assert len(await queue(s.class_teacher, chat)) == 1
    assert (await say(s.class_teacher, chat, "Администратор пишет сразу"))["number"]


async def test_approved_it_is_said_once_by_its_author(world: World, sockets: Sockets) -> None:
    s, chat = await held_chat(world)
    held = await ask(s.pupil, chat, "Можно с собакой?")
    await say(s.class_teacher, chat, "С собакой лучше не надо")
    live = await sockets.open(s.classmate)

    approval = f"/held-messages/{held['id']}/approval"
    assert (await s.pupil.post(approval)).json()["code"] == "not_an_administrator"
    assert (await s.classmate.post(approval)).status_code == 404
    first, second = await s.class_teacher.post(approval), await s.class_teacher.post(approval)

    assert first.json() == second.json()
    said = (await live.event("message_added"))["message"]
    assert (said["author_id"], said["body"], said["client_id"]) == (
        s.pupil.id,
        held["body"],
        held["client_id"],
    )
    assert await bodies(s.pupil, chat) == ["С собакой лучше не надо", "Можно с собакой?"]
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["unread"] > 0
    assert await queue(s.class_teacher, chat) == await queue(s.pupil, chat) == []
    declined = await s.class_teacher.post(f"/held-messages/{held['id']}/refusal", {"reason": "поздно"})
    assert (declined.status_code, declined.json()["code"]) == (409, "already_decided")
    edited = await s.pupil.patch(f"/messages/{said['id']}", {"body": "Другое"})
    assert (edited.status_code, edited.json()["code"]) == (409, "edit_needs_approval")
    again = await s.pupil.post(
        f"/conversations/{chat}/messages", {"client_id": held["client_id"], "body": held["body"]}
    )
    assert (again.status_code, again.json()["id"]) == (201, said["id"])


async def test_declined_its_author_sees_why_and_puts_it_away(world: World) -> None:
    s, chat = await held_chat(world)
    held = await ask(s.pupil, chat, "Глупости")
    refusal = f"/held-messages/{held['id']}/refusal"

    assert [
        (await s.class_teacher.post(refusal, {"reason": "Не по теме"})).status_code for _ in range(2)
    ] == [204, 204]

    [mine] = await queue(s.pupil, chat)
    assert (mine["state"], mine["reason"], mine["body"]) == ("declined", "Не по теме", "Глупости")
    assert await queue(s.class_teacher, chat) == []
    repeated = await s.pupil.post(
        f"/conversations/{chat}/messages", {"client_id": held["client_id"], "body": held["body"]}
    )
    assert (repeated.status_code, repeated.json()["code"]) == (409, "message_declined")
    assert (await s.class_teacher.post(f"/held-messages/{held['id']}/approval")).json()[
        "code"
    ] == "already_decided"
    assert (await s.class_teacher.delete(f"/held-messages/{held['id']}")).status_code == 404
    assert (await s.pupil.delete(f"/held-messages/{held['id']}")).status_code == 204
    assert await queue(s.pupil, chat) == []


async def test_it_survives_a_restart_and_those_who_left_say_nothing(
    world: World, database: Database, dsn: str
) -> None:
    s, chat = await held_chat(world)
    held = await ask(s.pupil, chat, "Можно с собакой?")
    gone = await ask(s.classmate, chat, "А с кошкой?")
    await s.classmate.delete(f"/conversations/{chat}/members/{s.classmate.id}")

    again = await Database.connect(dsn, database.bus, database.configuration, database.blobs)
    await perform_all(again)
    await again.close()

    assert len(await queue(s.class_teacher, chat)) == 2
    refused = await s.class_teacher.post(f"/held-messages/{gone['id']}/approval")
    assert (refused.status_code, refused.json()["code"]) == (409, "author_left")
    assert (await s.class_teacher.post(f"/held-messages/{held['id']}/approval")).status_code == 200
    assert await bodies(s.class_teacher, chat) == ["Можно с собакой?"]


async def test_what_waits_is_bounded_and_its_answer_is_kept(world: World) -> None:
    s, chat = await held_chat(world)
    question = await say(s.class_teacher, chat, "Вопросы есть?")
    first = await ask(s.pupil, chat, "Вопрос 0", reply_to_id=question["id"])
    for i in range(1, 20):
        await ask(s.pupil, chat, f"Вопрос {i}")
    full = await s.pupil.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Ещё"})
    assert (full.status_code, full.json()["code"]) == (409, "too_many_held")

    page = (await s.class_teacher.get(f"/conversations/{chat}/held-messages?limit=15")).json()
    rest = (
        await s.class_teacher.get(f"/conversations/{chat}/held-messages?limit=15&after={page['next']}")
    ).json()
    assert [h["body"] for h in page["items"] + rest["items"]] == [f"Вопрос {i}" for i in range(20)]
    said = (await s.class_teacher.post(f"/held-messages/{first['id']}/approval")).json()
    assert said["reply_to"]["id"] == question["id"]
