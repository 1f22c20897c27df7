"""What comes by itself: operators when it is late, erasing when it has served; files stay as long as they are needed."""

from datetime import UTC, datetime, timedelta

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.files.tests.conftest import Uploader
from parta.moderation.tests.complaints import complain, decide, make_quarrel, waiting
from parta.testing.talk import say
from parta.testing.world import World


async def test_what_is_late_goes_to_the_operators_and_stays_with_the_school(
    world: World, database: Database
) -> None:
    q = await make_quarrel(world)
    operator = await world.person()
    await world.role(operator, "operator", None)
    await complain(q.school.classmate, q.message["id"])
    clock.shift(timedelta(hours=23))
    await perform_all(database)
    assert await waiting(operator) == []
    clock.shift(timedelta(hours=24, minutes=1))
    await perform_all(database)
    operator = await world.sign_in(operator.id)
    [late] = await waiting(operator)
    assert (late["overdue"], late["for_operators"]) == (True, True)
    head = await world.sign_in(q.school.head.id)
    assert [c["id"] for c in await waiting(head)] == [late["id"]]
    assert (await operator.get("/report-cases/count")).json() == {"open": 1, "overdue": 1, "mine": 0}


async def test_what_is_decided_in_time_is_not_late(world: World, database: Database) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    await decide(q.school.head, brief["id"])
    clock.shift(timedelta(days=2))
    await perform_all(database)
    [case] = await waiting(await world.sign_in(q.school.head.id), "decided")
    assert case["overdue"] is False


async def test_evidence_and_hidden_words_are_erased_in_time(world: World, database: Database) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"], words="Обидно")
    [brief] = await waiting(q.school.head)
    case = await decide(q.school.head, brief["id"], {"kind": "hide"})
    clock.shift(timedelta(days=181))
    head = await world.sign_in(q.school.head.id)
    await perform_all(database)
    later = (await head.get(f"/report-cases/{brief['id']}")).json()
    assert (later["erased"], later["messages"], later["excerpt"]) == (True, [], "")
    assert later["complaints"][0]["words"] == ""
    gone = await head.delete(f"/measures/{case['measures'][0]['id']}")
    assert (gone.status_code, gone.json()["code"]) == (409, "message_not_kept")
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM withdrawn_messages") == 0


async def test_a_file_is_kept_for_those_who_decide_and_no_longer(world: World, database: Database) -> None:
    q = await make_quarrel(world)
    file_id = await Uploader(q.school.pupil).upload(b"rude words", "Про растяпу.txt")
    message = await say(q.school.pupil, q.chat, "Смотри", file_ids=[file_id])
    await complain(q.school.classmate, message["id"])
    await q.school.pupil.delete(f"/messages/{message['id']}?for=all")
    clock.shift(timedelta(days=60))
    await perform_all(database)
    head, reporter = await world.sign_in(q.school.head.id), await world.sign_in(q.school.classmate.id)
    assert (await head.get(f"/files/{file_id}")).content == b"rude words"
    assert (await reporter.get(f"/files/{file_id}")).status_code == 404
    [brief] = await waiting(head)
    await decide(head, brief["id"])
    clock.shift(timedelta(days=60 + 181))
    await perform_all(database)
    clock.shift(timedelta(days=60 + 181 + 60))
    await perform_all(database)
    head = await world.sign_in(q.school.head.id)
    assert (await head.get(f"/files/{file_id}")).status_code == 404
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM files WHERE id = $1", file_id) == 0


async def test_figures_of_a_period(world: World) -> None:
    q = await make_quarrel(world)
    await complain(q.school.classmate, q.message["id"])
    await complain(q.school.class_teacher, q.message["id"], kind="threat")
    await complain(q.school.classmate, q.school.class_teacher.id, "person", kind="other")
    clock.shift(timedelta(hours=2))
    for case in await waiting(q.school.head):
        await decide(q.school.head, case["id"], *([{"kind": "warn"}] if case["target"] == "message" else []))
    await complain(q.school.mother, q.school.class_teacher.id, "person", kind="other")
    figures = (await q.school.head.get("/report-statistics")).json()
    assert {name: figures[name] for name in ("cases", "open", "acted", "dismissed", "overdue")} == {
        "cases": 3,
        "open": 1,
        "acted": 1,
        "dismissed": 1,
        "overdue": 0,
    }
    assert 7200 <= figures["median_seconds"] < 7300
    assert {k["kind"]: (k["reports"], k["cases"], k["acted"]) for k in figures["by_kind"]} == {
        "insult": (1, 1, 1),
        "threat": (1, 1, 1),
        "other": (2, 2, 0),
    }
    assert figures["by_measure"] == [{"kind": "warn", "taken": 1, "lifted": 0}]
    table = (await q.school.head.get("/report-statistics/table")).content.decode("utf-8-sig")
    assert "Оскорбления и травля;1;1;1;0" in table
    past = datetime.now(UTC) - timedelta(days=1)
    earlier = await q.school.head.get("/report-statistics", params={"until": past.isoformat()})
    assert earlier.json()["cases"] == 0
    zoneless = await q.school.head.get("/report-statistics", params={"since": "2026-01-01T00:00:00"})
    assert (zoneless.status_code, zoneless.json()["since"]) == (200, "2026-01-01T00:00:00Z")
    assert (await q.school.pupil.get("/report-statistics")).status_code == 404
    assert (await q.school.pupil.get("/report-statistics/table")).status_code == 404
    silly = await q.school.head.get("/report-statistics", params={"until": "0001-01-01T00:00:00Z"})
    assert silly.status_code == 422
