"""Keeping somebody out: sessions end, sockets close, no way in is left, and it is undone."""

from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.errors import Problem
from parta.identity.sessions import Device, start_session
from parta.moderation.tests.complaints import Quarrel, complain, decide, make_quarrel, waiting
from parta.testing.live import Sockets
from parta.testing.world import World


async def suspended(q: Quarrel, **term: int) -> dict[str, Any]:
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    taken: list[dict[str, Any]] = (await decide(q.school.head, brief["id"], {"kind": "suspend"} | term))[
        "measures"
    ]
    return taken[0]


async def come_in(world: World, person_id: int) -> None:
    async with world.database.transaction() as tx:
        await start_session(tx, person_id, device=Device(), lifetime=timedelta(days=90))


async def test_nobody_suspended_comes_in_until_it_is_over(world: World, sockets: Sockets) -> None:
    q = await make_quarrel(world)
    phone = await sockets.open(q.school.pupil)
    await suspended(q, seconds=86400)
    await phone.ended()
    assert (await q.school.pupil.get("/me")).status_code == 401
    with pytest.raises(Problem) as refused:
        await come_in(world, q.school.pupil.id)
    assert (refused.value.code, refused.value.status) == ("suspended", 403)
    assert refused.value.extra["reason"] == "Так у нас не пишут"
    assert refused.value.extra["until"] is not None
    clock.shift(timedelta(seconds=86401))
    await come_in(world, q.school.pupil.id)


async def test_a_suspension_is_lifted(world: World) -> None:
    q = await make_quarrel(world)
    measure = await suspended(q)
    assert measure["until"] is None
    with pytest.raises(Problem):
        await come_in(world, q.school.pupil.id)
    assert (await q.school.head.delete(f"/measures/{measure['id']}")).status_code == 204
    await come_in(world, q.school.pupil.id)


async def test_a_school_keeps_out_only_its_own(world: World) -> None:
    q = await make_quarrel(world)
    operator = await world.person()
    await world.role(operator, "operator", None)
    await world.role(q.school.pupil, "pupil", await world.school("Школа искусств"))
    await complain(q.school.classmate, q.message["id"])
    brief = (await waiting(q.school.head))[0]
    body = {"measures": [{"kind": "suspend"}], "reason": "Травля"}
    path = f"/report-cases/{brief['id']}"
    refused = await q.school.head.post(f"{path}/decision", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "measure_beyond_office")
    assert (await q.school.pupil.get("/me")).status_code == 200

    assert (await q.school.head.post(f"{path}/escalation")).status_code == 204
    again = await q.school.head.post(f"{path}/escalation")
    assert (again.status_code, again.json()["code"]) == (409, "case_with_operators")
    assert (await operator.post(f"{path}/decision", body)).status_code == 200
    assert (await q.school.pupil.get("/me")).status_code == 401


async def test_a_school_does_not_keep_an_operator_out(world: World) -> None:
    q = await make_quarrel(world)
    await world.role(q.school.pupil, "operator", None)
    await complain(q.school.classmate, q.message["id"])
    [brief] = await waiting(q.school.head)
    body = {"measures": [{"kind": "suspend"}], "reason": "Травля"}
    refused = await q.school.head.post(f"/report-cases/{brief['id']}/decision", body)
    assert refused.json()["code"] == "measure_beyond_office"
