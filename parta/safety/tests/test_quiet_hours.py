"""Quiet hours over HTTP: one's own, others' as far as the contact rules let, and an organisation's exception."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from parta.core import clock
from parta.safety.quiet_exceptions import may_break_silence
from parta.safety.quiet_hours import quiet_among
from parta.testing.school import make_school

ALWAYS = [{"days": [1, 2, 3, 4, 5, 6, 7], "starts": "00:00", "ends": "00:00"}]
EVENING = [{"days": [1, 2, 3, 4, 5], "starts": "18:00", "ends": "08:00"}]


@pytest.fixture
def at() -> Iterator[object]:
    """Be at a moment."""
    yield lambda moment: clock.shift(moment - datetime.now(UTC))
    clock.shift(timedelta(0))


async def test_a_schedule_is_kept_and_told_to_all_devices(world, sockets, at):
    at(datetime(2026, 11, 24, 16, 0, tzinfo=UTC))  # Tuesday, 19:00 in Moscow
    anna = await world.person()
    phone = await sockets.open(anna)
    empty = (await anna.get("/me/quiet-hours")).json()
    assert (empty["kept"], empty["periods"], empty["quiet_until"], empty["coming"]) == (False, [], None, [])

    kept = await anna.put("/me/quiet-hours", {"kept": True, "periods": EVENING})

    assert kept.status_code == 200
    assert kept.json() == (await anna.get("/me/quiet-hours")).json()
    assert kept.json()["quiet_until"] == "2026-11-25T05:00:00Z"
    assert kept.json()["coming"][0] == {"starts": "2026-11-24T15:00:00Z", "ends": "2026-11-25T05:00:00Z"}
    await phone.event("quiet_hours_changed", person_id=anna.id)
    # Another place, another clock: here it is not yet six.
    await anna.client.patch("/api/me", json={"time_zone": "Europe/London"})
    assert (await anna.get("/me/quiet-hours")).json()["quiet_until"] is None
    # A schedule that is not kept stays written.
    off = (await anna.put("/me/quiet-hours", {"kept": False, "periods": EVENING})).json()
    assert (off["coming"], len(off["periods"])) == ([], 1)


async def test_what_is_no_schedule_is_refused(world):
    anna = await world.person()
    period = EVENING[0]
    for wrong in (
        [period | {"days": []}],
        [period | {"days": [0]}],
        [period | {"days": [8]}],
        [period | {"starts": "24:00"}],
        [period | {"ends": "утро"}],
        [period] * 15,
    ):
        answer = await anna.put("/me/quiet-hours", {"kept": True, "periods": wrong})
        assert answer.status_code == 422, wrong
    assert (await anna.put("/me/quiet-hours", {"kept": True, "periods": [period] * 14})).status_code == 200


async def test_a_snooze_lasts_as_long_as_was_asked(world, at):
    start = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    at(start)
    anna = await world.person()
    hour = {"until": (start + timedelta(hours=1)).isoformat()}
    assert (await anna.put("/me/quiet-hours/snooze", hour)).json()["quiet_until"] == "2026-11-24T10:00:00Z"
    at(start + timedelta(minutes=61))
    over = (await anna.get("/me/quiet-hours")).json()
    assert (over["quiet_until"], over["snoozed_until"]) == (None, None)
    morning = (await anna.put("/me/quiet-hours/snooze", {"until": "morning"})).json()
    assert morning["quiet_until"] == "2026-11-25T05:00:00Z"
    assert (await anna.put("/me/quiet-hours/snooze", {"until": None})).json()["quiet_until"] is None
    for wrong in ("2026-11-24T08:00:00Z", "2027-11-24T08:00:00Z", "2026-11-25T08:00:00", "вечность", 5):
        assert (await anna.put("/me/quiet-hours/snooze", {"until": wrong})).status_code == 422, wrong


async def test_who_may_write_at_once_learns_of_the_silence_and_nobody_else(world):
    school = await make_school(world)
    teacher = school.class_teacher
    await teacher.put("/me/quiet-hours", {"kept": True, "periods": ALWAYS})

    seen = await school.pupil.get(f"/people/{teacher.id}/quiet-hours")
    assert (seen.status_code, bool(seen.json()["quiet_until"])) == (200, True)
    stranger = await world.person()
    absent = await stranger.get(f"/people/{10**9}/quiet-hours")
    # The older pupil would have to ask first, the other mother is joined to the class teacher by nothing at all.
    for outsider in (stranger, school.older_pupil, school.older_mother):
        hidden = await outsider.get(f"/people/{teacher.id}/quiet-hours")
        assert hidden.status_code == 404
        assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}
    await teacher.put("/me/quiet-hours", {"kept": True, "periods": ALWAYS, "shown": False})
    kept_to_oneself = await school.pupil.get(f"/people/{teacher.id}/quiet-hours")
    assert kept_to_oneself.json() == {"quiet_until": None}


async def test_of_many_only_the_silent_are_found(world):
    anna, boris, vera = [await world.person() for _ in range(3)]
    await anna.put("/me/quiet-hours", {"kept": True, "periods": ALWAYS})
    await boris.put("/me/quiet-hours", {"kept": False, "periods": ALWAYS})
    async with world.database.transaction() as tx:
        assert set(await quiet_among(tx, [anna.id, boris.id, vera.id])) == {anna.id}
        assert await quiet_among(tx, []) == {}


async def test_an_administrator_decides_whether_urgent_messages_break_the_silence(world):
    school = await make_school(world)
    path = f"/organisations/{school.id}/quiet-hours"
    assert (await school.head.get(path)).json() == {"urgent_allowed": False}

    async def breaks(organisation: int | None, author: int) -> bool:
        async with world.database.transaction() as tx:
            return await may_break_silence(tx, organisation, author_id=author)

    assert not await breaks(school.id, school.class_teacher.id)
    for _ in range(2):
        assert (await school.head.put(path, {"urgent_allowed": True})).status_code == 200
    assert await breaks(school.id, school.pupil.id)
    assert await breaks(None, school.class_teacher.id)
    assert not await breaks(None, school.mother.id)
    assert not await breaks(school.id + 1, school.class_teacher.id)
    async with world.database.transaction() as tx:
        written = await tx.value("SELECT count(*) FROM audit_log WHERE action = 'quiet_exception_changed'")
    assert written == 1
    for other in (school.class_teacher, school.pupil, await world.person()):
        assert (await other.get(path)).status_code == 404
        assert (await other.put(path, {"urgent_allowed": False})).status_code == 404
    assert (await school.head.get(path)).json() == {"urgent_allowed": True}
