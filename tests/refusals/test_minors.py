"""Who of the staff looks at a minor's data is written down, and a route that shows such data without it fails here.

Every GET is asked as the school's administrator and as the class teacher. An answer that names the pupil must have been
recorded, or the route stands below with the reason why it need not be.
"""

import pytest

from parta.main.app import Application
from parta.testing.school import make_school
from parta.testing.world import World
from tests.refusals.places import client_of, fresh_places, make_cast
from tests.refusals.questions import question, routes_of

CHATS = "people of one's own chats: members know each other"
OFFICE = "names and classes of one's own school, no contacts"
UNCOUNTED = {
    "/api/people": "briefs: names of those whom one may see",
    "/api/people/search": "briefs: names of those whom one may see",
    "/api/organisations/{organisation_id}/people": OFFICE,
    "/api/organisations/{organisation_id}/classes/{class_id}/pupils": OFFICE,
    "/api/organisations/{organisation_id}/invites": "an invite names the child whose parent it is for",
    "/api/organisations/{organisation_id}/journal": "the whole log; asked about one person it is recorded",
    "/api/organisations/{organisation_id}/moves": OFFICE,
    "/api/organisations/{organisation_id}/workbooks/template": "an empty form to fill in",
    "/api/report-cases": "the queue; opening a case is recorded",
    "/api/crisis-alerts": "the queue; opening an alert is recorded",
}
# Elsewhere the unusual family name stands for the pupil's data; files and copies are bytes of one's own chats.
NAME = "Щукин-Заречный"


@pytest.mark.parametrize("who", ["administrator", "teacher"])
async def test_an_answer_about_a_minor_is_recorded(world: World, application: Application, who: str) -> None:
    cast = await make_cast(world)
    pupil = cast.school.pupil.id
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET family_name = $2 WHERE id = $1", pupil, NAME)
    places = await fresh_places(world, cast) | {"person_id": pupil}
    async with await client_of(world, application, cast, who) as client:
        silent = []
        for route in routes_of(application):
            if not route.startswith("GET "):
                continue
            path = route.removeprefix("GET ")
            if (
                path in UNCOUNTED
                or "/conversations" in path
                or ("/messages/" in path and "/table" not in path)
            ):
                continue
            async with world.database.transaction() as tx:
                await tx.run("DELETE FROM minor_accesses")
            method, address, more = question(route, places)
            if path.endswith("/table"):
                address += ("&" if "?" in address else "?") + "format=csv"
            answer = await client.request(method, address, **more)
            packed = path.startswith("/api/organisations") and "spreadsheet" in answer.headers["content-type"]
            if answer.status_code != 200 or not (packed or NAME in answer.text):
                continue
            async with world.database.transaction() as tx:
                if not await tx.value(
                    "SELECT EXISTS (SELECT FROM minor_accesses WHERE minor_id = $1)", pupil
                ):
                    silent.append(path)
    assert silent == []


async def test_looks_are_counted_by_day_and_only_by_office(world: World) -> None:
    s = await make_school(world)
    base = f"/children/{s.pupil.id}"
    for _ in range(3):
        await s.head.get(f"/people/{s.pupil.id}")
    await s.class_teacher.get(f"{base}/family")
    await s.head.get(
        f"/organisations/{s.id}/contact-rules/between?first={s.pupil.id}&second={s.geographer.id}"
    )
    await s.head.get(f"/organisations/{s.id}/journal?person={s.pupil.id}")
    for own in (s.mother, s.classmate, s.pupil):
        await own.get(f"/people/{s.pupil.id}")
        await own.get(f"{base}/family")
    await s.head.get(f"/people/{s.geographer.id}")
    items = (await s.mother.get(f"{base}/accesses")).json()["items"]
    assert {(one["reader"]["id"], one["kind"], one["times"]) for one in items} == {
        (s.head.id, "profile", 3),
        (s.head.id, "contact_rules", 1),
        (s.head.id, "journal", 1),
        (s.class_teacher.id, "family", 1),
    }
    logged = (await s.head.get(f"/organisations/{s.id}/journal?action=minors_read")).json()["items"]
    assert sorted((one["actor_id"], one["details"]["kind"]) for one in logged) == sorted(
        [(s.head.id, "journal"), (s.class_teacher.id, "family")]
    )
    # A teacher whose own child it is looks as a parent.
    await world.role(s.mother, "teacher", s.id)
    await s.mother.get(f"/people/{s.pupil.id}")
    again = (await s.father.get(f"{base}/accesses")).json()["items"]
    assert len(again) == len(items)
