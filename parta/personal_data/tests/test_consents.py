"""Consent is given for a child by a guardian and nobody else, and the school's register tells how it stands."""

import csv
import io
from typing import Any

from parta.testing.school import School, make_school
from parta.testing.world import Actor, World


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


PAPER = {"what": "consent", "document": "form", "signed_by": " Егорова  Инна ", "signed_on": "2026-09-01"}


async def line_of(school: School, person: Actor) -> dict[str, Any]:
    lines = (await school.head.get(f"/organisations/{school.id}/consents")).json()["items"]
    [line] = [line for line in lines if line["person_id"] == person.id]
    return line


async def test_paper_is_noted_by_the_administrator_with_its_date(world: World) -> None:
    school, other = await make_school(world), await make_school(world, "Другая школа")
    address = f"/organisations/{school.id}/consents/{school.classmate.id}/papers"
    for stranger in (other.head, school.class_teacher, school.classmates_mother):
        assert (await stranger.post(address, PAPER)).status_code == 404
    for elsewhere in (other.pupil.id, 10**9):
        refused = await school.head.post(f"/organisations/{school.id}/consents/{elsewhere}/papers", PAPER)
        assert refused.status_code == 404
    refused = await school.head.post(address, PAPER | {"signed_on": "2999-01-01"})
    assert refused.json()["code"] == "signed_in_future"
    for wrong in ({"signed_by": "  "}, {"document": "rumour"}, {"what": "silence"}, {"remark": "я" * 501}):
        assert (await school.head.post(address, PAPER | wrong)).status_code in (400, 422)
    assert (await school.head.post(address, PAPER | {"remark": " Папка 3 "})).status_code == 204
    line = await line_of(school, school.classmate)
    assert (line["guardian_name"], line["guardian_way"], line["signed_on"]) == (
        "Егорова Инна",
        "paper",
        "2026-09-01",
    )
    assert (line["paper"], line["paper_document"], line["paper_remark"]) == ("consent", "form", "Папка 3")
    told = (await school.classmates_mother.get(f"/children/{school.classmate.id}/consent")).json()
    assert told["given"] is True


async def test_a_guardians_withdrawal_on_paper_begins_the_term_and_a_paper_ends_it(world: World) -> None:
    school = await make_school(world)
    address = f"/organisations/{school.id}/consents/{school.classmate.id}/papers"
    withdrawal = PAPER | {"what": "withdrawal", "document": "statement", "signed_on": "2026-09-05"}
    await school.head.post(address, PAPER)
    assert (await school.class_teacher.post(address, withdrawal)).status_code == 404
    assert (await school.head.post(address, withdrawal)).status_code == 204
    assert (await school.head.post(address, withdrawal)).json()["code"] == "withdrawn_already"

    told = (await school.classmates_mother.get(f"/children/{school.classmate.id}/consent")).json()
    assert (told["given"], told["withdrawal"]["on_paper"]) == (False, True)
    own = (await school.classmate.get("/me/withdrawal")).json()["withdrawal"]
    assert (own["by_guardian"], own["on_paper"]) == (True, True)
    # What the guardian has signed the child does not take back.
    assert (await school.classmate.delete("/me/withdrawal")).status_code == 404
    line = await line_of(school, school.classmate)
    assert (line["paper"], line["paper_signed_by"], bool(line["erase_at"])) == (
        "withdrawal",
        "Егорова Инна",
        True,
    )

    assert (await school.head.post(address, PAPER)).status_code == 204
    assert (await school.classmate.get("/me/withdrawal")).json() == {"withdrawal": None}
    async with world.database.transaction() as tx:
        noted = await tx.values(
            "SELECT action FROM audit_log WHERE action LIKE 'paper%' AND organisation_id = $1 ORDER BY id",
            school.id,
        )
    assert noted == ["paper_consent_noted", "paper_withdrawal_noted", "paper_consent_noted"]


async def test_an_adult_signs_for_themself_and_may_think_again_here(world: World) -> None:
    school = await make_school(world)
    address = f"/organisations/{school.id}/consents/{school.geographer.id}/papers"
    assert (await school.head.post(address, PAPER | {"signed_by": "Озерцов"})).status_code == 204
    line = await line_of(school, school.geographer)
    assert (bool(line["own_version"]), line["guardian_version"]) == (True, None)
    letter = PAPER | {"what": "withdrawal", "document": "letter", "signed_by": "Озерцов"}
    assert (await school.head.post(address, letter)).status_code == 204
    own = (await school.geographer.get("/me/withdrawal")).json()["withdrawal"]
    assert (own["by_guardian"], own["on_paper"]) == (False, True)
    assert (await school.geographer.delete("/me/withdrawal")).status_code == 204
