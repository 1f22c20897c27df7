"""Links into groups: whom they are for, how long, how many, and that a leaked one opens nothing to strangers."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from parta.core import clock
from parta.testing.live import Sockets
from parta.testing.school import School, make_school
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def trip(world: World) -> tuple[School, School, int]:
    """A group of the class teacher with the pupil, and another school."""
    s, other = await make_school(world), await make_school(world, "Школа в Сосновке")
    body = {"kind": "group", "title": "Поход", "person_ids": [s.pupil.id]}
    return s, other, (await s.class_teacher.post("/conversations", body)).json()["id"]


async def link(who: Actor, chat: int, **more: Any) -> dict[str, Any]:
    answer = await who.post(f"/conversations/{chat}/links", more)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def joining(made: dict[str, Any]) -> str:
    return str(made["path"]).replace("/join/", "/joining/")


async def test_a_link_lets_in_those_the_rules_join_to_its_maker(world: World, sockets: Sockets) -> None:
    s, other, chat = await trip(world)
    made = await link(s.class_teacher, chat)
    live = await sockets.open(s.pupil)

    seen = (await s.classmate.get(joining(made))).json()
    assert (seen["title"], seen["members_count"], seen["state"]) == ("Поход", 2, "open")
    assert seen["conversation_id"] is None
    for stranger in (other.class_teacher, other.head, await world.person()):
        hidden = await stranger.get(joining(made))
        absent = await stranger.get("/joining/nothing")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json()["code"] == absent.json()["code"]
        assert (await stranger.post(joining(made))).status_code == 404

    assert (await s.classmate.post(joining(made))).json()["conversation_id"] == chat
    assert (await s.classmate.post(joining(made))).json()["state"] == "joined"
    await live.event("member_joined", person_id=s.classmate.id)
    [shown] = (await s.class_teacher.get(f"/conversations/{chat}/links")).json()["items"]
    assert shown["uses"] == 1
    notices = (await s.pupil.get(f"/conversations/{chat}/messages")).json()["items"]
    assert notices[-1]["service"] == {"what": "joined"}


async def test_whom_else_a_link_may_be_for(world: World) -> None:
    s, other, chat = await trip(world)
    stranger = await world.person()
    school = await link(s.class_teacher, chat, audience="organisation")
    # The eighth-former's mother is nobody to the class teacher of the seventh, but of the same school.
    assert (await s.older_mother.get(joining(await link(s.class_teacher, chat)))).status_code == 404
    assert (await s.older_mother.post(joining(school))).status_code == 200
    assert (await other.pupil.post(joining(school))).status_code == 404

    refused = await s.class_teacher.post(f"/conversations/{chat}/links", {"audience": "everybody"})
    assert (refused.status_code, refused.json()["code"]) == (403, "links_not_for_others")
    policy = f"/organisations/{s.id}/chat-policy"
    assert (await s.class_teacher.put(policy, {"links_for_others": True})).status_code == 404
    assert (await s.head.put(policy, {"links_for_others": True})).json()["links_for_others"] is True
    everybody = await link(s.class_teacher, chat, audience="everybody")
    assert (await other.pupil.post(joining(everybody))).status_code == 200
    assert (await stranger.get(joining(everybody))).status_code == 404  # without any role nobody is confirmed
    await s.head.put(policy, {"links_for_others": False})
    assert (await other.geographer.post(joining(everybody))).status_code == 404


async def test_a_link_ends_by_its_term_its_number_its_maker_or_by_hand(world: World) -> None:
    s, _, chat = await trip(world)
    for wrong in ({"seconds": 10}, {"most_uses": 0}, {"most_uses": 10**6}, {"audience": "nobody"}):
        assert (await s.class_teacher.post(f"/conversations/{chat}/links", wrong)).status_code == 422
    one = await link(s.class_teacher, chat, most_uses=1)
    assert (await s.classmate.post(joining(one))).status_code == 200
    for answer in (await s.mother.get(joining(one)), await s.mother.post(joining(one))):
        assert (answer.status_code, answer.json()["code"]) == (409, "link_no_longer")

    hour = await link(s.class_teacher, chat, seconds=3600)
    clock.shift(timedelta(seconds=3599))
    assert (await s.mother.get(joining(hour))).status_code == 200
    clock.shift(timedelta(seconds=3600))
    assert (await s.mother.get(joining(hour))).status_code == 409
    clock.shift(timedelta(0))

    revoked = await link(s.class_teacher, chat)
    at = f"/conversations/{chat}/links/{revoked['id']}"
    assert [(await s.class_teacher.delete(at)).status_code for _ in range(2)] == [204, 204]
    assert (await s.mother.post(joining(revoked))).json()["code"] == "link_no_longer"

    await s.class_teacher.put(f"/conversations/{chat}/members/{s.pupil.id}", {"role": "administrator"})
    pupils = await link(s.pupil, chat, audience="organisation")
    await s.class_teacher.delete(f"/conversations/{chat}/members/{s.pupil.id}")
    assert (await s.mother.post(joining(pupils))).json()["code"] == "link_no_longer"


async def test_who_asks_is_let_in_or_turned_away(world: World, sockets: Sockets) -> None:
    s, _, chat = await trip(world)
    made = await link(s.class_teacher, chat, approval=True)
    desk = await sockets.open(s.class_teacher)

    assert [(await s.mother.post(joining(made))).json()["state"] for _ in range(2)] == [
        "requested",
        "requested",
    ]
    assert (await desk.event("waiting_changed"))["joins"] == 1
    await s.classmate.post(joining(made))
    requests = (await s.class_teacher.get(f"/conversations/{chat}/join-requests")).json()["items"]
    assert [r["person"]["id"] for r in requests] == [s.mother.id, s.classmate.id]
    assert (await s.class_teacher.get(f"/conversations/{chat}")).json()["waiting"] == {"joins": 2}
    assert (await s.pupil.get(f"/conversations/{chat}")).json()["waiting"] == {}

    at = f"/conversations/{chat}/join-requests"
    assert (await s.pupil.post(f"{at}/{s.mother.id}/approval")).status_code == 403
    assert [(await s.class_teacher.post(f"{at}/{s.mother.id}/approval")).status_code for _ in range(2)] == [
        204,
        204,
    ]
    assert (await s.mother.get(f"/conversations/{chat}")).status_code == 200
    assert (await s.class_teacher.post(f"{at}/{s.classmate.id}/refusal")).status_code == 204
    assert (await s.classmate.get(joining(made))).json()["state"] == "declined"
    again = await s.classmate.post(joining(made))
    assert (again.status_code, again.json()["code"]) == (409, "join_declined")


async def test_parents_among_themselves_stay_so(world: World) -> None:
    s = await make_school(world)
    body = {"kind": "group", "title": "Подарок", "person_ids": [s.father.id], "parents_only": True}
    chat = (await s.mother.post("/conversations", body)).json()["id"]
    made = await link(s.mother, chat, audience="organisation")
    for kept_out in (s.class_teacher, s.pupil, s.head):
        assert (await kept_out.post(joining(made))).status_code == 404
    assert (await s.classmates_mother.post(joining(made))).status_code == 200


async def test_guessing_is_slow(world: World) -> None:
    s, _, chat = await trip(world)
    made = await link(s.class_teacher, chat)
    guesses = [await s.classmate.get(f"/joining/guess{i}") for i in range(11)]
    assert [g.status_code for g in guesses] == [404] * 10 + [429]
    assert guesses[-1].headers["retry-after"] == "600"
    assert (await s.classmate.get(joining(made))).status_code == 429
    clock.shift(timedelta(seconds=601))
    assert (await s.classmate.get(joining(made))).status_code == 200


async def test_a_link_is_drawn_for_a_phone(world: World) -> None:
    s, _, chat = await trip(world)
    made = await link(s.class_teacher, chat)
    drawn = await s.class_teacher.get(f"/conversations/{chat}/links/{made['id']}/qr")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert ET.fromstring(drawn.text).tag.endswith("svg")
    assert made["path"] not in drawn.text
    assert (await s.pupil.get(f"/conversations/{chat}/links/{made['id']}/qr")).status_code == 403


async def test_the_schools_own_chats_have_no_links_and_a_chat_not_too_many(world: World) -> None:
    s, _, chat = await trip(world)
    for _ in range(20):
        await link(s.class_teacher, chat)
    full = await s.class_teacher.post(f"/conversations/{chat}/links", {})
    assert (full.status_code, full.json()["code"]) == (409, "too_many_links")
    page = (await s.class_teacher.get(f"/conversations/{chat}/links?limit=15")).json()
    rest = (await s.class_teacher.get(f"/conversations/{chat}/links?limit=15&after={page['next']}")).json()
    assert len({one["path"] for one in page["items"] + rest["items"]}) == 20
