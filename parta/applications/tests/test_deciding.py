"""Deciding about applications: by whom, with what outcome, and who administers afterwards."""

from datetime import timedelta

from parta.applications.tests.conftest import PHONE, Applicant, signed_in_with
from parta.core import clock
from parta.main.app import Application
from parta.organisations.territories.tests.conftest import staff_of
from parta.testing.live import Sockets
from parta.testing.world import World


async def approved(applicant: Applicant) -> int:
    await applicant.fill()
    assert (await applicant.submit()).status_code == 200
    done = await applicant.decide(applicant.country.operator, "approved")
    assert done.status_code == 200, done.text
    return int(done.json()["organisation_id"])


async def test_returned_with_a_reason_mended_and_approved(applicant: Applicant) -> None:
    await applicant.fill()
    await applicant.submit()
    operator = applicant.country.operator
    silent = await applicant.decide(operator, "returned", "  ")
    assert (silent.status_code, silent.json()["code"]) == (422, "application_reason_missing")
    assert (await applicant.decide(operator, "returned", "Не видно подписи")).status_code == 200

    seen = await applicant.seen()
    assert (seen["state"], seen["history"][0]["reason"]) == ("returned", "Не видно подписи")
    assert seen["history"][0]["by"] is None  # an office decides
    await applicant.attach(b"%PDF-1.4\n2 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    assert (await applicant.submit()).status_code == 200
    assert (await applicant.decide(operator, "approved")).json()["state"] == "approved"
    assert [one["state"] for one in (await applicant.seen())["history"]] == [
        "approved",
        "submitted",
        "returned",
        "submitted",
    ]
    again = await applicant.decide(operator, "declined", "Передумали")
    assert (again.status_code, again.json()["code"]) == (409, "application_not_waiting")


async def test_only_the_phone_of_the_application_administers(
    world: World, applicant: Applicant, application: Application
) -> None:
    school = await approved(applicant)
    assert (await applicant.actor.get(f"/organisations/{school}/people")).status_code == 404
    assert (await applicant.actor.get("/me")).json()["roles"] == []

    head = await signed_in_with(world, application, PHONE)
    assert (await head.get(f"/organisations/{school}/people")).status_code == 200
    shown = (await head.get(f"/organisations/{school}")).json()
    assert (shown["name"], shown["type"], shown["parent_id"]) == (
        "Средняя школа у берега",
        "school",
        applicant.country.forest,
    )
    me = (await head.get("/me")).json()
    assert (me["family_name"], me["given_name"]) == ("Берегова", "Алла")
    await head.client.aclose()


async def test_who_signs_in_with_the_phone_already_keeps_the_name_and_gets_the_role(
    world: World, applicant: Applicant
) -> None:
    known = await world.person("Берегова-Лужина", "Алла")
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value, proven_at) VALUES ($1, 'phone', $2, now())",
            known.id,
            PHONE,
        )
    school = await approved(applicant)
    [role] = (await known.get("/me")).json()["roles"]
    assert (role["role"], role["organisation_id"]) == ("administrator", school)


async def test_neither_a_pupil_nor_somebody_expected_by_a_roster_gets_it(
    world: World, applicant: Applicant
) -> None:
    await applicant.fill()
    await applicant.submit()
    expected = await world.person("Другова", "Ева", claimed=False)
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', $2)", expected.id, PHONE
        )
    other = await applicant.decide(applicant.country.operator, "approved")
    assert (other.status_code, other.json()["code"], "holder" in other.json()) == (
        409,
        "contact_of_another",
        False,
    )
    await world.role(expected, "pupil", applicant.country.forest_school)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE contacts SET proven_at = now() WHERE person_id = $1", expected.id)
    pupil = await applicant.decide(applicant.country.operator, "approved")
    assert (pupil.status_code, pupil.json()["code"]) == (409, "administrator_is_pupil")
    assert (await applicant.seen())["state"] == "submitted"


async def test_staff_decide_in_their_part_and_neighbours_see_nothing(
    world: World, applicant: Applicant
) -> None:
    country = applicant.country
    lake, river = await staff_of(world, country, country.lake), await staff_of(world, country, country.river)
    await applicant.fill()
    await applicant.submit()
    assert (await lake.get("/applications/count")).json() == {"waiting": 1, "overdue": 0}
    assert (await river.get("/applications/count")).json() == {"waiting": 0, "overdue": 0}
    [brief] = (await lake.get("/applications")).json()["items"]
    assert brief["place"] == ["Озёрия", "Озёрный край", "Лесной", "Берёзовка"]
    assert (await river.get("/applications")).json()["items"] == []

    shown = (await lake.get(f"/applications/{applicant.id}")).json()
    assert shown["applicant"]["family_name"] == "Писарева"
    file_id = shown["file"]["id"]
    assert (await lake.get(f"/files/{file_id}")).status_code == 200
    for hidden in (
        await river.get(f"/applications/{applicant.id}"),
        await applicant.decide(river, "approved"),
        await river.get(f"/files/{file_id}"),
        await (await world.person()).get("/applications"),
        await (await world.person()).get("/applications/count"),
    ):
        assert (hidden.status_code, hidden.json()["code"]) == (404, "not_found")
    assert (await applicant.decide(lake, "declined", "Такой школы нет")).status_code == 200


async def test_staff_do_not_decide_about_their_own(world: World, applicant: Applicant) -> None:
    applicant.actor = await staff_of(world, applicant.country, applicant.country.lake)
    await applicant.fill()
    await applicant.submit()
    assert (await applicant.actor.get("/applications")).json()["items"] == []
    own = await applicant.decide(applicant.actor, "approved")
    assert (own.status_code, own.json()["code"]) == (404, "not_found")


async def test_doubles_are_noticed_and_nobody_is_named_to_the_applicant(
    world: World, applicant: Applicant
) -> None:
    await approved(applicant)
    second = Applicant(world, await world.person("Вторая", "Ада"), applicant.country)
    await second.begin()
    draft = await second.save()
    assert [one["name"] for one in draft["doubles"]["organisations"]] == ["Средняя школа у берега"]
    assert (draft["doubles"]["applications"], draft["doubles"]["organisations"][0]["id"]) == ([], 0)
    await second.attach()
    # The same phone is proved anew by another applicant.
    async with world.database.transaction() as tx:
        await tx.run("DELETE FROM sign_in_limits")
    await second.prove("phone")
    await second.prove("email")
    assert (await second.submit()).status_code == 200
    shown = (await applicant.country.operator.get(f"/applications/{second.id}")).json()
    assert [one["id"] for one in shown["doubles"]["applications"]] == [applicant.id]
    assert shown["doubles"]["organisations"][0]["id"] > 0


async def test_withdrawn_it_waits_for_nobody(applicant: Applicant) -> None:
    await applicant.fill()
    await applicant.submit()
    assert (await applicant.actor.delete(f"/applications/{applicant.id}")).status_code == 204
    operator = applicant.country.operator
    assert (await operator.get("/applications/count")).json()["waiting"] == 0
    assert [a["id"] for a in (await operator.get("/applications?view=withdrawn")).json()["items"]] == [
        applicant.id
    ]
    late = await applicant.decide(operator, "approved")
    assert (late.status_code, late.json()["code"]) == (409, "application_not_waiting")


async def test_what_waits_too_long_is_found_and_the_queue_has_pages(
    world: World, applicant: Applicant
) -> None:
    await applicant.fill()
    await applicant.submit()
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO applications (applicant_id, state, territory_id, name, created_at, changed_at, submitted_at,"
            " due_at) SELECT $1, 'submitted', $2, 'Школа ' || n, now(), now(), now(), now() + n * interval '1 day'"
            " FROM generate_series(20, 23) n",
            applicant.actor.id,
            applicant.country.river,
        )
    clock.shift(timedelta(days=9))
    try:
        operator = await world.sign_in(applicant.country.operator.id)
        assert (await operator.get("/applications/count")).json() == {"waiting": 5, "overdue": 1}
        late = (await operator.get("/applications?overdue=true")).json()["items"]
        assert [(one["id"], one["overdue"]) for one in late] == [(applicant.id, True)]
        names, after = [], ""
        while True:
            page = (await operator.get(f"/applications?limit=2{after}")).json()
            names += [one["name"] for one in page["items"]]
            if page["next"] is None:
                break
            after = f"&after={page['next']}"
    finally:
        clock.shift(timedelta(0))
    assert names == ["Средняя школа у берега", "Школа 20", "Школа 21", "Школа 22", "Школа 23"]


async def test_both_sides_hear_of_it(world: World, applicant: Applicant, sockets: Sockets) -> None:
    await applicant.fill()
    deciding = await sockets.open(applicant.country.operator)
    await applicant.submit()
    await deciding.event("applications_changed")
    waiting = await sockets.open(applicant.actor)
    await applicant.decide(applicant.country.operator, "returned", "Не видно печати")
    heard = await waiting.event("application_decided")
    assert (heard["state"], heard["reason"]) == ("returned", "Не видно печати")
