"""Measures: what each does, and how it is undone."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.moderation.tests.complaints import Quarrel, complain, decide, make_quarrel, waiting
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def attempt(who: Actor, chat: int) -> str:
    answer = await who.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Можно?"})
    return "said" if answer.status_code == 201 else str(answer.json()["code"])


async def decided(q: Quarrel, *measures: dict[str, Any]) -> dict[str, Any]:
    """Complain of the rude message and decide; the first measure."""
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    taken: list[dict[str, Any]] = (await decide(q.school.head, brief["id"], *measures))["measures"]
    return taken[0]


async def shown(who: Actor, q: Quarrel) -> tuple[str, bool]:
    items = (await who.get(f"/conversations/{q.chat}/messages")).json()["items"]
    found = next(m for m in items if m["id"] == q.message["id"])
    return found["body"], found["deleted"]


async def test_a_hidden_message_comes_back_with_its_words(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    phone = await sockets.open(q.school.classmate)
    measure = await decided(q, {"kind": "hide"})
    assert (await phone.event("message_deleted"))["message_id"] == q.message["id"]
    assert await shown(q.school.classmate, q) == ("", True)
    assert (await q.school.head.delete(f"/measures/{measure['id']}")).status_code == 204
    back = await phone.event("message_brought_back")
    assert back["message"]["body"] == "Только не ты, растяпа"
    assert await shown(q.school.classmate, q) == ("Только не ты, растяпа", False)
    again = await q.school.head.delete(f"/measures/{measure['id']}")
    assert (again.status_code, again.json()["code"]) == (409, "measure_over")


async def test_a_deleted_message_does_not_come_back(world: World) -> None:
    q = await make_quarrel(world)
    measure = await decided(q, {"kind": "delete"})
    assert await shown(q.school.classmate, q) == ("", True)
    final = await q.school.head.delete(f"/measures/{measure['id']}")
    assert (final.status_code, final.json()["code"]) == (409, "measure_final")


async def test_a_poll_is_deleted_but_not_hidden(world: World) -> None:
    q = await make_quarrel(world)
    poll = await say(
        q.school.pupil, q.chat, "", content={"poll": {"question": "Кто тут лишний?", "options": ["Я", "Ты"]}}
    )
    await complain(q.school.classmate, poll["id"])
    [brief] = await waiting(q.school.head)
    body = {"measures": [{"kind": "hide"}], "reason": "Травля"}
    refused = await q.school.head.post(f"/report-cases/{brief['id']}/decision", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_withdrawable")
    case = await decide(q.school.head, brief["id"], {"kind": "delete"})
    assert case["messages"][-1]["poll"] == ["Кто тут лишний?", "Я", "Ты"]


async def test_nobody_in_the_chat_lifts_the_moderators_ban(world: World, database: Database) -> None:
    q = await make_quarrel(world)
    measure = await decided(q, {"kind": "write_ban", "seconds": 7200})
    assert await attempt(q.school.pupil, q.chat) == "write_banned"
    ban = f"/conversations/{q.chat}/members/{q.school.pupil.id}/write-ban"
    assert (await q.school.class_teacher.delete(ban)).json()["code"] == "write_ban_sealed"
    shorter = await q.school.class_teacher.put(ban, {"seconds": 60})
    assert (shorter.status_code, shorter.json()["code"]) == (409, "write_ban_sealed")
    assert (await q.school.head.delete(f"/measures/{measure['id']}")).status_code == 204
    assert await attempt(q.school.pupil, q.chat) == "said"
    assert (await q.school.class_teacher.put(ban, {"seconds": 60})).status_code == 204


async def test_a_ban_ends_by_itself(world: World, database: Database) -> None:
    q = await make_quarrel(world)
    await decided(q, {"kind": "write_ban", "seconds": 7200})
    clock.shift(timedelta(seconds=7201))
    await perform_all(database)
    assert await attempt(q.school.pupil, q.chat) == "said"


async def test_an_owner_is_banned_in_a_chat_of_their_own(world: World) -> None:
    q = await make_quarrel(world)
    own = await group(world, q.school.pupil, q.school.classmate, title="Без взрослых")
    rude = await say(q.school.pupil, own, "Уходи отсюда")
    await complain(q.school.classmate, rude["id"])
    [brief] = await waiting(q.school.head)
    await decide(q.school.head, brief["id"], {"kind": "write_ban"})
    assert await attempt(q.school.pupil, own) == "write_banned"


async def test_a_ban_everywhere_leaves_the_way_to_help_open(world: World) -> None:
    q = await make_quarrel(world)
    pupil = q.school.pupil
    friends = (await pupil.put(f"/conversations/direct/{q.school.classmate.id}")).json()["id"]
    teacher = (await pupil.put(f"/conversations/direct/{q.school.class_teacher.id}")).json()["id"]
    mother = (await pupil.put(f"/conversations/direct/{q.school.mother.id}")).json()["id"]
    measure = await decided(q, {"kind": "wide_write_ban", "seconds": 86400})
    assert await attempt(pupil, q.chat) == await attempt(pupil, friends) == "write_banned"
    assert await attempt(pupil, teacher) == await attempt(pupil, mother) == "said"

    later = await group(world, q.school.classmate, pupil, title="Новая группа")
    assert await attempt(pupil, later) == "write_banned"
    await q.school.head.delete(f"/measures/{measure['id']}")
    for chat in (q.chat, friends, later):
        assert await attempt(pupil, chat) == "said"


async def test_lifting_one_ban_leaves_the_other(world: World) -> None:
    q = await make_quarrel(world)
    wide = await decided(q, {"kind": "wide_write_ban", "seconds": 86400})
    rude = await say(q.school.classmate, q.chat, "Сам растяпа")
    await complain(q.school.class_teacher, q.chat, "chat")  # nobody but the owner answers for it
    await complain(q.school.pupil, rude["id"])
    second = await world.person()
    await world.role(second, "administrator", q.school.id)
    other = await group(world, q.school.pupil, q.school.classmate, title="Двое")
    await complain(q.school.classmate, other, "chat")
    case = next(c for c in await waiting(q.school.head) if c["chat_title"] == "Двое")
    await decide(q.school.head, case["id"], {"kind": "write_ban", "seconds": 7200})
    await q.school.head.delete(f"/measures/{wide['id']}")
    assert await attempt(q.school.pupil, q.chat) == "said"
    assert await attempt(q.school.pupil, other) == "write_banned"


async def test_removing_takes_the_chat_away(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    phone = await sockets.open(q.school.pupil)
    measure = await decided(q, {"kind": "remove"})
    await phone.event("conversation_left")
    assert (await q.school.pupil.get(f"/conversations/{q.chat}")).status_code == 404
    final = await q.school.head.delete(f"/measures/{measure['id']}")
    assert final.json()["code"] == "measure_final"


async def test_all_that_is_decided_is_done_or_nothing(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    await q.school.class_teacher.delete(f"/conversations/{q.chat}/members/{q.school.pupil.id}")
    body = {"measures": [{"kind": "hide"}, {"kind": "remove"}], "reason": "Травля"}
    answer = await q.school.head.post(f"/report-cases/{brief['id']}/decision", body)
    assert answer.status_code == 404  # who has left is not there to be removed
    assert await shown(q.school.classmate, q) == ("Только не ты, растяпа", False)
    assert [c["id"] for c in await waiting(q.school.head)] == [brief["id"]]
