"""Calls for help: heard by those who are named, and by nobody else."""

from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.followers import follow_all, start_following
from parta.moderation.words.forgetting import ForgetWatched, forget_watched
from parta.testing.live import Sockets
from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

CALL = "Всем привет. Я больше не хочу жить. Завтра алгебра"


@pytest.fixture
async def school(world: World) -> School:
    made = await make_school(world)
    await keep_current(world, made)
    await start_following(world.database)
    return made


async def listen(school: School, *staff: Actor, **more: Any) -> None:
    settings = {"on": True, "staff_ids": [one.id for one in staff], **more}
    answer = await school.head.put(f"/organisations/{school.id}/crisis-alerts", settings)
    assert answer.status_code == 200, answer.text


async def heard(world: World, school: School, text: str = CALL) -> int:
    """Let the pupil say something in the class's chat, and everybody follow; returns the chat."""
    chat = (await chats_of(world, school))["class", school.seven].id
    await say(school.pupil, chat, text)
    await follow_all(world.database)
    await follow_all(world.database)
    return chat


async def alerts(who: Actor, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await who.get("/crisis-alerts", params=query)).json()["items"]
    return found


async def test_a_call_reaches_the_named_and_is_closed_with_a_note(world: World, school: School) -> None:
    await listen(school, school.geographer)
    await heard(world, school)

    [brief] = await alerts(school.geographer)
    assert (brief["state"], brief["author"]["id"], "sentence" in brief) == ("new", school.pupil.id, False)
    alert = (await school.geographer.get(f"/crisis-alerts/{brief['id']}")).json()
    assert (alert["sentence"], alert["chat_kind"]) == ("Я больше не хочу жить.", "group")
    assert (await school.geographer.put(f"/crisis-alerts/{brief['id']}/assignee")).status_code == 204
    assert (await school.geographer.get("/crisis-alerts/count")).json() == {"fresh": 0, "taken": 1}

    path = f"/crisis-alerts/{brief['id']}/closing"
    assert (await school.geographer.post(path, {"note": "  "})).json()["code"] == "note_missing"
    closed = (await school.geographer.post(path, {"note": "Поговорили, мама знает"})).json()
    assert (closed["state"], closed["closed_by"]["id"]) == ("closed", school.geographer.id)
    assert (await school.geographer.post(path, {"note": "Ещё раз"})).json()["code"] == "alert_closed"
    assert await alerts(school.geographer) == []
    assert [one["id"] for one in await alerts(school.geographer, closed=True)] == [brief["id"]]

    async with world.database.transaction() as tx:
        written = await tx.values(
            "SELECT action FROM audit_log WHERE subject = $1 ORDER BY id", f"person:{school.pupil.id}"
        )
    assert written == ["crisis_alert_read", "crisis_alert_taken", "crisis_alert_closed"]


async def test_nobody_else_learns_of_it_not_even_the_administrator(
    world: World, school: School, sockets: Sockets
) -> None:
    await listen(school, school.geographer)
    writer, named = await sockets.open(school.pupil), await sockets.open(school.geographer)
    await heard(world, school)
    await named.event("crisis_alerts_changed")
    assert "crisis_alerts_changed" not in str(await writer.silence())

    [brief] = await alerts(school.geographer)
    for other in (school.head, school.class_teacher, school.pupil, school.mother, await world.person()):
        for path in ("/crisis-alerts", "/crisis-alerts/count", f"/crisis-alerts/{brief['id']}"):
            hidden = await other.get(path)
            assert (hidden.status_code, hidden.json()["code"]) == (404, "not_found")
        assert (await other.put(f"/crisis-alerts/{brief['id']}/assignee")).status_code == 404
        closing = await other.post(f"/crisis-alerts/{brief['id']}/closing", {"note": "Моё"})
        assert closing.status_code == 404
    data = (await school.pupil.get("/me/data")).text
    assert "не хочу жить" not in data.split("crisis")[-1] or "closed" not in data


async def test_who_leaves_the_staff_hears_no_more(world: World, school: School) -> None:
    await listen(school, school.geographer)
    await heard(world, school)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE roles SET ended_at = now() WHERE person_id = $1", school.geographer.id)
    assert (await school.geographer.get("/crisis-alerts")).status_code == 404


async def test_one_evening_is_one_alert(world: World, school: School) -> None:
    await listen(school, school.geographer)
    chat = await heard(world, school)
    for text in ("хочу умереть", "Я никому не нужна", "жить не хочу"):
        await say(school.pupil, chat, text)
    await follow_all(world.database)
    await follow_all(world.database)
    [brief] = await alerts(school.geographer)
    alert = (await school.geographer.get(f"/crisis-alerts/{brief['id']}")).json()
    assert (alert["more"], alert["last_sentence"]) == (3, "жить не хочу")


async def test_chats_of_two_are_heard_only_where_the_school_has_said_so(world: World, school: School) -> None:
    await listen(school, school.geographer)
    direct = (await school.pupil.put(f"/conversations/direct/{school.classmate.id}")).json()["id"]
    outside = await group(world, school.pupil, school.classmate)
    await say(school.pupil, direct, "хочу умереть")
    await say(school.pupil, outside, "не хочу жить")
    await follow_all(world.database)
    await follow_all(world.database)
    assert await alerts(school.geographer) == []

    await listen(school, school.geographer, in_direct=True)
    await say(school.pupil, direct, "хочу умереть")
    favourites = [
        c for c in (await school.pupil.get("/conversations")).json()["items"] if c["kind"] == "favourites"
    ]
    for own in favourites:
        await say(school.pupil, own["id"], "хочу умереть")
    await follow_all(world.database)
    await follow_all(world.database)
    [brief] = await alerts(school.geographer)
    assert brief["more"] == 0
    told = (await school.pupil.get("/me/watching")).json()
    assert [(one["alerts"], one["in_direct"], one["words"]) for one in told] == [(True, True, False)]
    assert (await school.mother.get("/me/watching")).json() == told
    assert (await school.class_teacher.get("/me/watching")).json() == []


async def test_adults_and_schools_that_do_not_listen_are_let_alone(world: World, school: School) -> None:
    await heard(world, school)
    await listen(school, school.geographer)
    chat = (await chats_of(world, school))["class_parents", school.seven].id
    await say(school.mother, chat, "не хочу жить")
    await follow_all(world.database)
    await follow_all(world.database)
    assert await alerts(school.geographer) == []


async def test_the_schools_own_words_and_edits_are_heard(world: World, school: School) -> None:
    await listen(school, school.geographer, starter=False)
    chat = await heard(world, school)
    assert await alerts(school.geographer) == []
    word = {"phrase": "за гаражами в полночь", "act": "alert"}
    await school.head.post(f"/organisations/{school.id}/watched-words", word)
    message = await say(school.pupil, chat, "Встретимся")
    await school.pupil.patch(f"/messages/{message['id']}", {"body": "Встретимся за гаражами в полночь"})
    await follow_all(world.database)
    await follow_all(world.database)
    assert len(await alerts(school.geographer)) == 1


async def test_only_the_staff_is_named_and_only_by_administrators(world: World, school: School) -> None:
    path = f"/organisations/{school.id}/crisis-alerts"
    for staff, code in (([school.pupil.id], "not_of_the_staff"), ([], "nobody_to_alert")):
        refused = await school.head.put(path, {"on": True, "staff_ids": staff})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    for other in (school.class_teacher, school.pupil, await world.person()):
        assert (await other.get(path)).status_code == 404
        assert (await other.put(path, {"on": False})).status_code == 404


async def test_what_has_served_is_forgotten(world: World, school: School) -> None:
    await listen(school, school.geographer)
    await heard(world, school)
    [brief] = await alerts(school.geographer)
    await school.geographer.post(f"/crisis-alerts/{brief['id']}/closing", {"note": "Всё хорошо"})
    clock.shift(timedelta(days=366))
    async with world.database.transaction() as tx:
        await forget_watched(tx, ForgetWatched())
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM crisis_alerts") == 0
