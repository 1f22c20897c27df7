"""Who may see and load what: a school's administrator only their own school."""

import pytest

from parta.organisations.tests.bundles import PEOPLE, SCHOOL, role, roster, small_school, user
from parta.organisations.tests.conftest import CONTACTS, ROLES, Registrar

OTHER = {"sourcedId": "gym", "name": "Гимназия у моста", "type": "school"}


@pytest.fixture
async def neighbour(world):
    """The administrator of another school."""
    person = await world.person("Полянская", "Жанна")
    await world.role(person, "administrator", await world.school("Гимназия у моста"))
    return Registrar(world, person)


async def test_an_administrator_loads_their_school_made_by_hand(administrator, facts):
    told = await administrator.load(small_school())

    assert told["summary"]["org"]["unchanged"] == 1
    assert await facts("SELECT count(*) FROM organisations") == [(1,)]
    assert len(await facts(ROLES)) == 6
    again = await administrator.preview(small_school())
    assert not any(
        numbers["new"] + numbers["changed"] + numbers["gone"] for numbers in again["summary"].values()
    )


async def test_a_pupil_a_teacher_and_nobody_see_no_rosters(administrator, world, anonymous):
    told = await administrator.preview(small_school())
    for what in ("pupil", "parent", "teacher"):
        person = await world.person()
        await world.role(person, what, administrator.school)
        visitor = Registrar(world, person)
        assert (await visitor.upload(small_school())).status_code == 404
        assert (await person.get("/rosters")).status_code == 404
        assert (await visitor.apply(told["id"])).status_code == 404
        assert (await person.get(f"/organisations/{administrator.school}/people")).status_code == 404
    assert (await anonymous.get("/api/rosters")).status_code == 401
    assert (await administrator.actor.get("/rosters")).status_code == 200


async def test_another_schools_roster_is_as_if_it_did_not_exist(administrator, neighbour):
    told = await administrator.preview(small_school())
    roster_id = told["id"]
    for method, path in (
        ("get", f"/rosters/{roster_id}"),
        ("get", f"/rosters/{roster_id}/changes"),
        ("post", f"/rosters/{roster_id}/application"),
        ("delete", f"/rosters/{roster_id}"),
    ):
        hidden = await getattr(neighbour.actor, method)(path)
        absent = await getattr(neighbour.actor, method)(path.replace(str(roster_id), str(roster_id + 999)))
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json()["code"] == absent.json()["code"]
    assert (await neighbour.actor.get("/rosters")).json()["items"] == []
    assert [one["id"] for one in (await administrator.actor.get("/rosters")).json()["items"]] == [roster_id]
    assert (await administrator.apply(roster_id)).status_code == 200


async def test_an_operators_roster_is_not_shown_to_the_schools_in_it(operator, administrator):
    told = await operator.preview(small_school())
    assert (await administrator.actor.get(f"/rosters/{told['id']}")).status_code == 404


async def test_rows_about_other_schools_are_refused(administrator, neighbour, facts):
    people = [*PEOPLE, user("spy", "Озерцов", "Егор")]
    data = small_school(
        orgs=[SCHOOL, OTHER], users=people, roles=[role("anna", "teacher"), role("spy", "teacher", "gym")]
    )
    told = await administrator.load(data)

    assert [(one["file"], one["reason"]) for one in told["refused"]] == [
        ("orgs.csv", "org_not_yours"),
        ("roles.csv", "org_refused"),
    ]
    assert ("Егор", "teacher") not in await facts(ROLES)


async def test_a_bundle_all_about_others_is_refused_alike_whether_they_exist_or_not(administrator, neighbour):
    await neighbour.load(roster(orgs=[OTHER], users=[], roles=[]))
    existing = await administrator.upload(
        roster(orgs=[OTHER, {**OTHER, "sourcedId": "x", "name": "Лицей"}], users=[], roles=[])
    )
    invented = await administrator.upload(
        roster(
            orgs=[{**OTHER, "name": "Школа на Луне"}, {**OTHER, "sourcedId": "x", "name": "Лицей"}],
            users=[],
            roles=[],
        )
    )

    assert existing.status_code == invented.status_code == 422
    assert existing.json()["code"] == invented.json()["code"] == "roster_not_yours"


async def test_a_person_of_another_school_cannot_be_taken_over(administrator, neighbour, facts):
    """Knowing a name and an address must not be enough to sign in as somebody: no phone of mine on your profile."""
    known = user("v", "Соколова", "Вера", email="vera@gym.example")
    await neighbour.load(roster(orgs=[OTHER], users=[known], roles=[role("v", "student", "gym")]))

    taken = [
        {**known, "sourcedId": "mine", "middleName": "Подменная", "phone": "+79123002030"},
        user("thief", "Соколов", "Егор", agentSourcedIds="mine"),
    ]
    data = roster(orgs=[SCHOOL], users=taken, roles=[role("mine", "student"), role("thief", "parent")])
    warnings = {reason for _, reason in await administrator.warnings(data)}
    await administrator.load(data)

    assert {"person_elsewhere", "guardian_elsewhere"} <= warnings
    assert await facts(CONTACTS) == [("Вера", "vera@gym.example", False)]
    assert await facts("SELECT patronymic FROM people WHERE given_name = 'Вера'") == [("",)]
    assert await facts("SELECT 1 FROM guardianships") == []


async def test_a_warning_about_a_taken_phone_names_nobody(administrator, neighbour):
    await neighbour.load(
        roster(
            orgs=[OTHER],
            users=[user("v", "Соколова", "Вера", phone="+79123001001")],
            roles=[role("v", "teacher", "gym")],
        )
    )
    told = await administrator.preview(small_school())
    changes = await administrator.actor.get(f"/rosters/{told['id']}/changes?kind=warning")

    assert [one["reason"] for one in changes.json()["items"]] == ["phone_taken"]
    assert "Соколова" not in changes.text
    assert "Гимназия" not in changes.text


async def test_an_administrator_of_a_district_administers_its_schools(world, facts):
    person = await world.person()
    district = await world.school("Округ")
    school = await world.school("Школа на Озёрной")
    await facts("UPDATE organisations SET parent_id = $1 WHERE id = $2 RETURNING id", district, school)
    assert (await person.get(f"/organisations/{school}/people")).status_code == 404

    await world.role(person, "administrator", district)
    assert (await person.get(f"/organisations/{school}/people")).status_code == 200


async def test_a_preview_may_be_thrown_away_and_history_may_not(operator):
    told = await operator.preview(small_school())
    assert (await operator.actor.delete(f"/rosters/{told['id']}")).status_code == 204
    assert (await operator.actor.get(f"/rosters/{told['id']}")).status_code == 404

    told = await operator.load(small_school())
    kept = await operator.actor.delete(f"/rosters/{told['id']}")
    assert (kept.status_code, kept.json()["code"]) == (409, "roster_applied")


async def test_a_broken_upload_is_a_clear_answer_and_leaves_nothing(operator):
    broken = await operator.upload(b"not a zip")
    assert (broken.status_code, broken.json()["code"]) == (422, "roster_not_zip")
    assert broken.json()["title"] == "Это не архив ZIP."

    missing = await operator.actor.post("/rosters", files={"other": ("a.zip", b"x")})
    assert missing.status_code in (400, 422)
    assert (await operator.actor.get("/rosters")).json()["items"] == []


async def test_too_large_an_upload_is_refused(operator):
    response = await operator.upload(b"\x00" * (65 << 20))
    assert response.status_code == 413


async def test_changes_are_paged(operator):
    told = await operator.preview(small_school())
    seen, after = [], None
    while True:
        params = {"limit": 7, "kind": "new"} | ({"after": after} if after else {})
        page = (await operator.actor.get(f"/rosters/{told['id']}/changes", params=params)).json()
        seen += [one["title"] for one in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == sum(numbers["new"] for numbers in told["summary"].values())
    forged = await operator.actor.get(f"/rosters/{told['id']}/changes?after=zzz")
    assert forged.status_code == 422


async def test_old_previews_and_old_lines_are_forgotten(operator, facts):
    waiting, applied = await operator.preview(small_school()), await operator.load(small_school())
    await facts("UPDATE roster_imports SET created_at = now() - interval '31 days' RETURNING id")
    await facts(
        "UPDATE roster_imports SET applied_at = now() - interval '91 days' WHERE id = $1 RETURNING id",
        applied["id"],
    )
    await operator.preview(small_school())

    assert (await operator.actor.get(f"/rosters/{waiting['id']}")).status_code == 404
    assert (await operator.actor.get(f"/rosters/{applied['id']}")).json()["summary"] == applied["summary"]
    assert await operator.changes(applied["id"]) == []
    # The blobs of both wait to be removed: one forgotten, one applied.
    assert await facts("SELECT count(*) FROM jobs WHERE kind = 'forget_blob'") == [(2,)]
