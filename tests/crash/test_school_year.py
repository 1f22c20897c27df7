"""kill -9 in the middle of the new school year: either all of it happened or nothing, and asked again it happens once."""

import asyncio
from contextlib import suppress
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from parta.testing.world import Actor
from tests.crash.people import eventually, people_in
from tests.crash.process import Parta, running

CLASSES, PUPILS = 24, 480

pytestmark = pytest.mark.timeout(240)


async def test_a_new_school_year_is_begun_whole_or_not_at_all_and_once() -> None:
    with running() as parta:
        async with people_in(parta, "Анна") as [head]:
            school = await make_school(parta, head)
            order = await look(head, school)
            before = await structure(parta, school)

            # Everything is written but the note that it was done: there its transaction waits, and dies.
            watching = await parta.connect()
            holding = watching.transaction()
            await holding.start()
            await watching.execute("LOCK TABLE school_year_changes IN EXCLUSIVE MODE")
            asking = asyncio.create_task(ask(head, school, order))
            await eventually(lambda: waits_for_lock(parta), bool, within=30)
            parta.kill(database_too=True)
            with suppress(httpx.TransportError):
                pytest.fail(f"answered although it was not done: {(await asking).text}")
            watching.terminate()
            await asyncio.to_thread(parta.start)
            assert await structure(parta, school) == before
            assert await traces(parta, school) == (0, 0, 0)

            # It is done, and its answer may be lost: the client asks again with the same key.
            asking = asyncio.create_task(ask(head, school, order))
            await eventually(lambda: traces(parta, school), lambda left: left[0] == 1, within=30, every=0.005)
            parta.kill(database_too=True)
            with suppress(httpx.TransportError):
                await asking
            await asyncio.to_thread(parta.start)
            await begun_once(parta, head, school, order, before)


async def begun_once(
    parta: Parta, head: Actor, school: int, order: dict[str, Any], before: list[tuple[Any, ...]]
) -> None:
    """Asked thrice more, the year has begun once: the classes are one grade further and those of the last are gone."""
    answers = [await ask(head, school, order) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    anew = await ask(head, school, order, key=str(uuid4()))
    assert (anew.status_code, anew.json()["code"]) == (409, "school_year_begun")
    after = await structure(parta, school)
    assert [grade for grade, _, _ in after] == [
        str(int(grade) + 1) for grade, _, _ in before if grade != "11"
    ]
    assert [pupils for _, _, pupils in after] == [pupils for grade, _, pupils in before if grade != "11"]
    assert await traces(parta, school) == (1, 1, PUPILS // CLASSES * 4)


async def make_school(parta: Parta, head: Actor) -> int:
    """Classes 6 to 11, four of each, twenty pupils in each."""
    db = await parta.connect()
    school: int = await db.fetchval(
        "INSERT INTO organisations (type, name) VALUES ('school', 'Школа у маяка') RETURNING id"
    )
    role = "INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source) VALUES ($1, $2, $3, now(), 'manual')"
    await db.execute(role, head.id, school, "administrator")
    for number in range(CLASSES):
        grade = 6 + number // 4
        class_id = await db.fetchval(
            "INSERT INTO classes (organisation_id, kind, title, grade) VALUES ($1, 'homeroom', $2, $3) RETURNING id",
            school,
            f"{grade} «{'АБВГ'[number % 4]}»",
            str(grade),
        )
        await db.execute(
            "WITH pupils AS (INSERT INTO people (family_name, given_name)"
            " SELECT 'Маячкин', 'Ученик ' || n FROM generate_series(1, $3::int) n RETURNING id),"
            " placed AS (INSERT INTO enrollments (class_id, person_id, role) SELECT $1, id, 'pupil' FROM pupils)"
            " INSERT INTO roles (person_id, organisation_id, role, confirmed_at, source)"
            " SELECT id, $2, 'pupil', now(), 'manual' FROM pupils",
            class_id,
            school,
            PUPILS // CLASSES,
        )
    await db.close()
    return school


async def look(head: Actor, school: int) -> dict[str, Any]:
    """The preview, as an order."""
    shown = await head.post(f"/organisations/{school}/school-year/preview", {"last_grade": 11})
    assert shown.status_code == 200, shown.text
    assert (len(shown.json()["going_up"]), len(shown.json()["leaving"])) == (20, 4)
    return {
        "choices": {"last_grade": 11},
        "fingerprint": shown.json()["fingerprint"],
        "key": str(uuid4()),
    }


async def ask(head: Actor, school: int, order: dict[str, Any], *, key: str = "") -> httpx.Response:
    """Begin the year, as a client that repeats a lost request does."""
    body = {name: order[name] for name in ("choices", "fingerprint")}
    headers = {"Idempotency-Key": key or order["key"]}
    return await head.post(f"/organisations/{school}/school-years", body, headers=headers)


async def waits_for_lock(parta: Parta) -> int:
    """How many wait to note that the year has begun."""
    return await value(
        parta,
        "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
        " WHERE c.relname = 'school_year_changes' AND NOT l.granted",
    )


async def structure(parta: Parta, school: int) -> list[tuple[Any, ...]]:
    """The open classes: grade, title, and how many pupils are in each now."""
    db = await parta.connect()
    rows = await db.fetch(
        "SELECT c.grade, c.title, (SELECT count(*) FROM current_enrollments e WHERE e.class_id = c.id) AS pupils"
        " FROM classes c WHERE c.organisation_id = $1 AND c.closed_at IS NULL ORDER BY c.id",
        school,
    )
    await db.close()
    return [tuple(row) for row in rows]


async def traces(parta: Parta, school: int) -> tuple[int, int, int]:
    """How often the change was noted, how often it stands in the audit log, how many pupils' roles it ended."""
    return (
        await value(parta, "SELECT count(*) FROM school_year_changes WHERE organisation_id = $1", school),
        await value(
            parta,
            "SELECT count(*) FROM audit_log WHERE action = 'school_year_changed' AND organisation_id = $1",
            school,
        ),
        await value(
            parta,
            "SELECT count(*) FROM roles WHERE organisation_id = $1 AND role = 'pupil' AND ended_at IS NOT NULL",
            school,
        ),
    )


async def value(parta: Parta, sql: str, *args: Any) -> int:
    """One number, past the application."""
    db: asyncpg.Connection = await parta.connect()
    try:
        number: int = await db.fetchval(sql, *args)
        return number
    finally:
        await db.close()
