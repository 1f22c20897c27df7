"""Consent is given for a child by a guardian and nobody else, and the school's register tells how it stands."""

import csv
import io

from parta.testing.school import make_school
from parta.testing.world import World


async def test_a_guardian_consents_for_a_child_and_the_register_says_so(world: World) -> None:
    school = await make_school(world)
    address = f"/children/{school.pupil.id}/consent"
    before = (await school.mother.get(address)).json()
    assert (before["given"], before["consents"], before["withdrawal"]) == (False, [], None)

    given = (await school.mother.put(address)).json()
    assert given["given"] is True
    assert {one["document"] for one in given["consents"]} == {"agreement", "privacy"}
    assert all(one["mine"] and one["way"] == "here" and one["in_force"] for one in given["consents"])
    assert len((await school.mother.put(address)).json()["consents"]) == 2  # twice is once
    told = (await school.father.get(address)).json()
    assert told["given"] is True
    assert not any(one["mine"] for one in told["consents"])
    assert told["consents"][0]["by_name"].startswith("Ёлкина")

    register = f"/organisations/{school.id}/consents"
    minors = (await school.head.get(register, params={"show": "minors"})).json()["items"]
    assert school.pupil.id not in {line["person_id"] for line in minors}
    assert school.classmate.id in {line["person_id"] for line in minors}
    for stranger in (school.older_mother, school.class_teacher, school.head, school.pupil):
        for refused in (
            await stranger.get(address),
            await stranger.put(address),
            await stranger.delete(address),
        ):
            assert refused.status_code == 404


async def test_the_register_is_paged_and_taken_away_as_a_table(world: World) -> None:
    school, other = await make_school(world), await make_school(world, "Другая школа")
    address = f"/organisations/{school.id}/consents"
    seen: list[int] = []
    after = None
    while True:
        page = (
            await school.head.get(address, params={"limit": 4} | ({"after": after} if after else {}))
        ).json()
        seen += [line["person_id"] for line in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) > 8
    table = await school.head.get(f"{address}/table", headers={"Accept-Language": "ru"})
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Фамилия"
    assert len(rows) == len(seen) + 1
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM audit_log WHERE action = 'consents_taken_away'") == 1
    for stranger in (other.head, school.class_teacher, school.mother):
        assert (await stranger.get(address)).status_code == 404
        assert (await stranger.get(f"{address}/table")).status_code == 404


async def test_paper_is_noted_by_the_administrator_with_its_date(world: World) -> None:
    school, other = await make_school(world), await make_school(world, "Другая школа")
    address = f"/organisations/{school.id}/consents/{school.classmate.id}/paper"
    paper = {"guardian_name": " Егорова  Инна ", "signed_on": "2026-09-01"}
    for stranger in (other.head, school.class_teacher, school.classmates_mother):
        assert (await stranger.put(address, paper)).status_code == 404
    elsewhere = f"/organisations/{school.id}/consents/{other.pupil.id}/paper"
    assert (await school.head.put(elsewhere, paper)).status_code == 404
    refused = await school.head.put(address, paper | {"signed_on": "2999-01-01"})
    assert refused.json()["code"] == "signed_in_future"
    assert (await school.head.put(address, paper)).status_code == 204
    lines = (await school.head.get(f"/organisations/{school.id}/consents")).json()["items"]
    [line] = [line for line in lines if line["person_id"] == school.classmate.id]
    assert (line["guardian_name"], line["guardian_way"], line["signed_on"]) == (
        "Егорова Инна",
        "paper",
        "2026-09-01",
    )
    told = (await school.classmates_mother.get(f"/children/{school.classmate.id}/consent")).json()
    assert told["given"] is True
