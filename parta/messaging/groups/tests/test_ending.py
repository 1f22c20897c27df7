"""Handing a group over, closing and deleting it, and making another one from it."""

from uuid import uuid4

import pytest

from parta.core.jobs_worker import perform_all
from parta.messaging.groups import ending
from parta.testing.live import Sockets
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def roles(who: Actor, chat: int) -> dict[int, str]:
    items = (await who.get(f"/conversations/{chat}/members")).json()["items"]
    return {m["person"]["id"]: m["role"] for m in items}


async def test_ownership_passes_whole_to_a_member(world: World) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.geographer, s.pupil)
    owner = f"/conversations/{chat}/owner"
    assert (await s.pupil.put(owner, {"person_id": s.pupil.id})).status_code == 403
    assert (await s.class_teacher.put(owner, {"person_id": s.head.id})).status_code == 404
    assert (await s.class_teacher.put(owner, {"person_id": s.geographer.id})).status_code == 204
    assert (await roles(s.pupil, chat)) == {
        s.geographer.id: "owner",
        s.class_teacher.id: "administrator",
        s.pupil.id: "member",
    }
    refused = await s.class_teacher.put(owner, {"person_id": s.class_teacher.id})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_owner")


async def test_the_school_appoints_in_its_own_chats_and_they_do_not_end(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    chat = (await chats_of(world, s))["class", s.seven].id
    handed = await s.class_teacher.put(f"/conversations/{chat}/owner", {"person_id": s.pupil.id})
    assert (handed.status_code, handed.json()["code"]) == (409, "roster_appoints")
    for answer in (
        await s.class_teacher.put(f"/conversations/{chat}/end"),
        await s.class_teacher.delete(f"/conversations/{chat}"),
        await s.class_teacher.post(f"/conversations/{chat}/links", {}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "automatic_chat")


async def test_closed_it_is_read_and_not_written(world: World, sockets: Sockets) -> None:
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil)
    said = await say(s.pupil, chat, "На память")
    live = await sockets.open(s.pupil)
    assert (await s.pupil.put(f"/conversations/{chat}/end")).status_code == 403
    assert [(await s.class_teacher.put(f"/conversations/{chat}/end")).status_code for _ in range(2)] == [
        204,
        204,
    ]

    assert (await live.event("conversation_changed"))["closed"] is True
    for who in (s.pupil, s.class_teacher):
        answer = await who.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Ещё"})
        assert (answer.status_code, answer.json()["code"]) == (409, "conversation_closed")
    items = (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["id"] for m in items if m["kind"] == "text"] == [said["id"]]
    assert items[-1]["service"] == {"what": "closed"}


async def test_deleted_it_is_gone_for_all_with_every_word(
    world: World, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "ERASED_AT_ONCE", 2)  # more than one step
    s = await make_school(world)
    chat = await group(world, s.class_teacher, s.pupil, s.geographer)
    for i in range(3):
        await say(s.pupil, chat, f"Секрет {i}")
    await s.class_teacher.put(f"/conversations/{chat}/members/{s.geographer.id}", {"role": "administrator"})
    live = await sockets.open(s.pupil)
    assert (await s.geographer.delete(f"/conversations/{chat}")).json()["code"] == "not_the_owner"
    assert (await s.class_teacher.delete(f"/conversations/{chat}")).status_code == 204

    await live.event("conversation_left", conversation_id=chat)
    for who in (s.pupil, s.class_teacher, s.geographer):
        assert (await who.get(f"/conversations/{chat}")).status_code == 404
    await perform_all(world.database)
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM messages WHERE body LIKE 'Секрет%'") == 0
        assert await tx.value("SELECT count(*) FROM events WHERE body::text LIKE '%Секрет%'") == 0
        assert await tx.value("SELECT count(*) FROM audit_log WHERE action = 'chat_deleted'") == 1


async def test_a_copy_takes_along_whom_its_maker_reaches(world: World) -> None:
    s = await make_school(world)
    # The pupil reaches the own class and its teacher, but the other class only by asking, and no other parents.
    chat = await group(world, s.class_teacher, s.pupil, s.classmate, s.older_pupil, s.classmates_mother)
    await s.class_teacher.patch(
        f"/conversations/{chat}/settings", {"slow_mode": 30, "who_writes": "administrators"}
    )

    preview = (await s.pupil.get(f"/conversations/{chat}/copy")).json()
    left_out = {person["id"] for person in preview["left_out"]}
    assert left_out == {s.older_pupil.id, s.classmates_mother.id}
    assert (preview["people_count"], preview["left_out_count"]) == (2, 2)
    made = (await s.pupil.post(f"/conversations/{chat}/copy", {"title": " Лыжи "})).json()
    assert (made["title"], made["my_role"], made["members_count"]) == ("Лыжи", "owner", 3)
    assert made["settings"] == {"slow_mode": 30, "who_writes": "administrators"}
    bare = await s.pupil.post(f"/conversations/{chat}/copy", {"title": "Лыжи", "with_settings": False})
    assert bare.json()["settings"] == {}
    assert (await s.pupil.post(f"/conversations/{chat}/copy", {"title": " "})).status_code == 422

    await s.class_teacher.patch(f"/conversations/{chat}/settings", {"members_hidden": True})
    hidden = await s.pupil.get(f"/conversations/{chat}/copy")
    assert (hidden.status_code, hidden.json()["code"]) == (403, "members_are_hidden")
