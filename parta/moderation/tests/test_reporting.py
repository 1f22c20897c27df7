"""Complaining: of what one sees, within measure, with evidence that stays."""

from datetime import timedelta

import pytest

from parta.core import clock
from parta.moderation.tests.complaints import complain, decide, make_quarrel, waiting
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_a_message_is_kept_with_its_neighbours_whatever_its_author_does(world: World) -> None:
    q = await make_quarrel(world)
    made = await complain(q.school.classmate, q.message["id"], words="Обзывается\x00 каждый день ")
    assert (made["words"], made["state"], made["outcome"]) == ("Обзывается каждый день", "open", None)
    assert made["person"]["id"] == q.school.pupil.id

    await q.school.pupil.patch(f"/messages/{q.message['id']}", {"body": "Приходи!"})
    assert (await q.school.pupil.delete(f"/messages/{q.message['id']}?for=all")).status_code == 204

    [brief] = await waiting(q.school.head)
    assert (brief["excerpt"], brief["reports"]) == ("Только не ты, растяпа", 1)
    case = (await q.school.head.get(f"/report-cases/{brief['id']}")).json()
    assert [(m["body"], m["reported"]) for m in case["messages"]] == [
        ("Кто идёт в поход?", False),
        ("Только не ты, растяпа", True),
        ("Спокойнее", False),
    ]
    assert case["accused"]["id"] == q.school.pupil.id
    assert [(c["reporter"]["id"], c["kind"]) for c in case["complaints"]] == [
        (q.school.classmate.id, "insult")
    ]


async def test_who_does_not_see_it_cannot_report_it(world: World) -> None:
    q = await make_quarrel(world)
    stranger = await world.person()
    for target, target_id in (
        ("message", q.message["id"]),
        ("chat", q.chat),
        ("person", q.school.pupil.id),
    ):
        hidden = await stranger.post("/reports", {"target": target, "target_id": target_id, "kind": "spam"})
        absent = await stranger.post("/reports", {"target": target, "target_id": 10**9, "kind": "spam"})
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}


async def test_oneself_and_the_house_are_not_reported(world: World) -> None:
    q = await make_quarrel(world)
    own = {"target": "message", "target_id": q.message["id"], "kind": "other"}
    assert (await q.school.pupil.post("/reports", own)).json()["code"] == "own_report"
    myself = {"target": "person", "target_id": q.school.pupil.id, "kind": "other"}
    assert (await q.school.pupil.post("/reports", myself)).json()["code"] == "own_report"

    await q.school.class_teacher.patch(f"/conversations/{q.chat}", {"title": "Поход в горы"})
    said = (await q.school.pupil.get(f"/conversations/{q.chat}/messages")).json()["items"][-1]
    assert said["kind"] == "service"
    notice = {"target": "message", "target_id": said["id"], "kind": "other"}
    assert (await q.school.pupil.post("/reports", notice)).json()["code"] == "nothing_to_report"


async def test_many_complaints_of_one_thing_are_one_case(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    again = await q.school.classmate.post(
        "/reports", {"target": "message", "target_id": q.message["id"], "kind": "threat"}
    )
    assert (again.status_code, again.json()["code"]) == (409, "already_reported")
    await complain(q.school.class_teacher, q.message["id"], kind="threat")
    [brief] = await waiting(q.school.head)
    assert brief["reports"] == 2
    assert {k["kind"]: k["count"] for k in brief["kinds"]} == {"insult": 1, "threat": 1}

    await decide(q.school.head, brief["id"])
    await complain(q.school.classmate, q.message["id"])  # decided once, it may be complained of again
    assert len(await waiting(q.school.head)) == 1


async def test_a_pupil_reports_a_teacher_and_a_chat(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.pupil, q.school.class_teacher.id, "person", kind="other")
    made = await complain(q.school.pupil, q.chat, "chat", kind="spam")
    assert made["chat_title"] == "Поход"
    by_target = {case["target"]: case for case in await waiting(q.school.head)}
    assert by_target["person"]["accused"]["id"] == q.school.class_teacher.id
    assert by_target["chat"]["accused"]["id"] == q.school.class_teacher.id  # who owns the chat
    case = (await q.school.head.get(f"/report-cases/{by_target['chat']['id']}")).json()
    assert [m["body"] for m in case["messages"]] == [
        "Кто идёт в поход?",
        "Только не ты, растяпа",
        "Спокойнее",
    ]


async def test_a_chat_of_two_goes_to_the_schools_of_both(world: World) -> None:
    q = await make_quarrel(world)
    elsewhere, head = await world.school("Школа в Сосновке"), await world.person()
    other = await world.person()
    await world.role(other, "parent", elsewhere)
    await world.role(head, "administrator", elsewhere)
    chat = await group(world, other, q.school.mother, title="Соседи")
    rude = await say(other, chat, "Не звоните мне больше")
    await complain(q.school.mother, rude["id"])
    assert len(await waiting(q.school.head)) == len(await waiting(head)) == 1


async def test_the_day_has_its_measure_and_idle_complaints_a_smaller_one(world: World) -> None:
    q = await make_quarrel(world)
    for word in range(10):
        made = await say(q.school.pupil, q.chat, f"Слово {word}")
        await complain(q.school.classmate, made["id"])
    more = {"target": "message", "target_id": q.message["id"], "kind": "spam"}
    refused = await q.school.classmate.post("/reports", more)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_reports")
    assert 0 < refused.json()["retry_after"] <= 24 * 3600
    for case in await waiting(q.school.head):
        await decide(q.school.head, case["id"])

    clock.shift(timedelta(days=1, minutes=1))
    rude, hurt = await world.sign_in(q.school.pupil.id), await world.sign_in(q.school.classmate.id)
    for word in range(2):
        made = await say(rude, q.chat, f"Ещё {word}")
        await complain(hurt, made["id"])
    assert (await hurt.post("/reports", more)).status_code == 429


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "rude"}, {"words": "о" * 1001}, {"target": "file"}, {"target_id": 0}, {"target_id": 2**70}],
)
async def test_what_is_sent_is_bounded(world: World, wrong: dict[str, object]) -> None:
    someone = await world.person()
    answer = await someone.post("/reports", {"target": "person", "target_id": 1, "kind": "spam"} | wrong)
    assert answer.status_code in (400, 422)


async def test_those_who_decide_hear_that_something_waits(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    desk = await sockets.open(q.school.head)
    await complain(q.school.classmate, q.message["id"])
    await desk.event("report_cases_changed")
    assert (await q.school.head.get("/report-cases/count")).json() == {"open": 1, "overdue": 0, "mine": 0}
    assert (await q.school.pupil.get("/report-cases/count")).status_code == 404
