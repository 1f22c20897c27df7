"""Deciding: by whom, once, with both sides told, and never who complained."""

from parta.moderation.tests.complaints import complain, decide, make_quarrel, waiting
from parta.testing.live import Sockets
from parta.testing.talk import say
from parta.testing.world import World


async def test_both_sides_are_told_and_never_who_complained(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"], words="Обидно")
    reporter, author = await sockets.open(q.school.classmate), await sockets.open(q.school.pupil)
    [brief] = await waiting(q.school.head)
    case = await decide(q.school.head, brief["id"], {"kind": "warn"}, answer="Поговорили с ним")
    assert (case["state"], case["outcome"], case["decided_by"]["id"]) == (
        "decided",
        "acted",
        q.school.head.id,
    )

    assert (await reporter.event("report_decided"))["outcome"] == "acted"
    told = await author.event("measure_taken")
    assert (told["measure"], told["reason"]) == ("warn", "Так у нас не пишут")
    [mine] = (await q.school.classmate.get("/me/reports")).json()["items"]
    assert (mine["state"], mine["outcome"], mine["answer"]) == ("decided", "acted", "Поговорили с ним")
    about = await q.school.pupil.get("/me/measures")
    assert [(m["kind"], m["reason"], m["chat_title"]) for m in about.json()["items"]] == [
        ("warn", "Так у нас не пишут", "Поход")
    ]
    for name in ("Егорова", "classmate", "Обидно", "Поговорили"):
        assert name not in about.text
        assert name not in str(told)


async def test_nothing_wrong_is_told_to_the_reporter_alone(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    author = await sockets.open(q.school.pupil)
    [brief] = await waiting(q.school.head)
    await decide(q.school.head, brief["id"])
    [mine] = (await q.school.classmate.get("/me/reports")).json()["items"]
    assert mine["outcome"] == "dismissed"
    assert (await q.school.pupil.get("/me/measures")).json()["items"] == []
    assert [f for f in await author.silence(0.2) if f["op"] == "event"] == []
    data = (await q.school.pupil.get("/me/data")).json()["items"]
    assert next(s for s in data if s["section"] == "report_cases")["items"] == []


async def test_others_neither_see_nor_decide(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    elsewhere, foreign = await world.school("Школа в Сосновке"), await world.person()
    await world.role(foreign, "administrator", elsewhere)
    operator = await world.person()
    await world.role(operator, "operator", None)
    assert await waiting(foreign) == await waiting(operator) == []
    for who in (foreign, operator, q.school.class_teacher, q.school.pupil, q.school.classmate):
        for method, path in (
            ("get", ""),
            ("put", "/assignee"),
            ("delete", "/assignee"),
            ("post", "/escalation"),
        ):
            answer = await getattr(who, method)(f"/report-cases/{brief['id']}{path}")
            assert answer.status_code == 404, (who.id, method, path)
        answer = await who.post(f"/report-cases/{brief['id']}/decision", {"measures": []})
        assert answer.status_code == 404


async def test_a_case_has_one_hand_and_one_decision(world: World) -> None:
    q = await make_quarrel(world)
    second = await world.person()
    await world.role(second, "administrator", q.school.id)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    path = f"/report-cases/{brief['id']}"
    for _ in range(2):
        assert (await q.school.head.put(f"{path}/assignee")).status_code == 204
    assert (await second.put(f"{path}/assignee")).json()["code"] == "case_taken"
    assert (await second.post(f"{path}/decision", {})).json()["code"] == "case_taken"
    assert [c["id"] for c in await waiting(q.school.head, "mine")] == [brief["id"]]
    assert await waiting(second, "mine") == []
    assert (await q.school.head.delete(f"{path}/assignee")).status_code == 204
    await decide(second, brief["id"])
    for answer in (
        await q.school.head.post(f"{path}/decision", {}),
        await q.school.head.put(f"{path}/assignee"),
        await q.school.head.post(f"{path}/escalation"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "case_decided")
    assert [c["id"] for c in await waiting(second, "decided")] == [brief["id"]]


async def test_nobody_decides_about_themselves_or_their_own_complaint(world: World) -> None:
    q = await make_quarrel(world)
    operator = await world.person()
    await world.role(operator, "operator", None)
    # About the only administrator: the operators see it, the administrator never does.
    await complain(q.school.class_teacher, q.school.head.id, "person")
    assert await waiting(q.school.head) == []
    [about_head] = await waiting(operator)
    assert about_head["for_operators"] is True
    assert (await q.school.head.get(f"/report-cases/{about_head['id']}")).status_code == 404
    # By the only administrator: likewise.
    await complain(q.school.head, q.school.class_teacher.id, "person")
    assert await waiting(q.school.head) == []
    assert {c["accused"]["id"] for c in await waiting(operator)} == {
        q.school.head.id,
        q.school.class_teacher.id,
    }
    second = await world.person()
    await world.role(second, "administrator", q.school.id)
    assert len(await waiting(second)) == 2


async def test_measures_fit_their_case_and_have_a_reason(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.school.pupil.id, "person")
    [brief] = await waiting(q.school.head)
    path = f"/report-cases/{brief['id']}/decision"
    for measures, reason, code in (
        ([{"kind": "hide"}], "Так", "measure_impossible"),
        ([{"kind": "remove"}], "Так", "measure_impossible"),
        ([{"kind": "warn"}, {"kind": "warn"}], "Так", "measure_impossible"),
        ([{"kind": "warn"}], "  ", "measure_without_reason"),
        ([{"kind": "suspend", "seconds": 60}], "Так", "measure_term_invalid"),
    ):
        answer = await q.school.head.post(path, {"measures": measures, "reason": reason})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await q.school.head.get(f"/report-cases/{brief['id']}")).json()["fitting"] == [
        "warn",
        "wide_write_ban",
        "suspend",
    ]


async def test_the_history_of_both_sides_stands_beside_the_case(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    [first] = await waiting(q.school.head)
    await decide(q.school.head, first["id"], {"kind": "warn"})
    await complain(q.school.classmate, q.school.class_teacher.id, "person")
    [idle] = await waiting(q.school.head)
    await decide(q.school.head, idle["id"])
    rude = await say(q.school.pupil, q.chat, "Опять ты, растяпа")
    await complain(q.school.classmate, rude["id"])
    [brief] = await waiting(q.school.head)
    case = (await q.school.head.get(f"/report-cases/{brief['id']}")).json()
    assert [c["id"] for c in case["earlier"]] == [first["id"]]
    assert [m["kind"] for m in case["earlier_measures"]] == ["warn"]
    assert [(c["earlier"], c["dismissed"]) for c in case["complaints"]] == [(2, 1)]


async def test_every_look_and_act_is_written_down(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    await q.school.head.get(f"/report-cases/{brief['id']}")
    await q.school.head.put(f"/report-cases/{brief['id']}/assignee")
    case = await decide(q.school.head, brief["id"], {"kind": "warn"})
    await q.school.head.delete(f"/measures/{case['measures'][0]['id']}")
    async with world.database.transaction() as tx:
        acts = await tx.values(
            "SELECT action FROM audit_log WHERE actor_id = $1 AND organisation_id = $2 ORDER BY id",
            q.school.head.id,
            q.school.id,
        )
    assert acts == [
        "report_case_read",
        "report_case_taken",
        "measure_taken",
        "report_case_decided",
        "measure_lifted",
    ]


async def test_an_accused_administrator_does_not_read_of_the_case_in_the_log(world: World) -> None:
    q = await make_quarrel(world)
    second = await world.person()
    await world.role(second, "administrator", q.school.id)
    await complain(q.school.class_teacher, q.school.head.id, "person")
    [brief] = await waiting(second)
    await second.get(f"/report-cases/{brief['id']}")
    await decide(second, brief["id"], {"kind": "warn"})
    async with world.database.transaction() as tx:
        places = await tx.values("SELECT organisation_id FROM audit_log WHERE actor_id = $1", second.id)
    assert places == [None, None, None]
    log = (await q.school.head.get(f"/organisations/{q.school.id}/journal")).json()["items"]
    assert [entry["action"] for entry in log if "report" in entry["action"]] == []
