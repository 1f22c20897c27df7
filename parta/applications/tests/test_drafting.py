"""Filling in an application."""

from datetime import UTC, datetime

import pytest

from parta.applications.drafting import working_days_after
from parta.applications.tests.conftest import EMAIL, PHONE, Applicant, last_code
from parta.files.tests.conftest import Uploader
from parta.identity.tests.conftest import Door
from parta.testing.world import World


def problems(shown: dict) -> dict[str, str]:
    return {one["field"]: one["code"] for one in shown["problems"]}


async def test_a_draft_keeps_whatever_was_typed_and_says_what_is_missing(applicant: Applicant) -> None:
    await applicant.begin()
    empty = await applicant.seen()
    assert problems(empty)["inn"] == "field_empty"
    saved = await applicant.save(
        inn="770708389", ogrn="1027700132190", kpp="77070", phone="пять", email="школа"
    )
    assert problems(saved) == {
        "inn": "inn_length",
        "kpp": "kpp_wrong",
        "ogrn": "ogrn_wrong",
        "phone": "phone_not_phone",
        "email": "email_not_email",
        "file_id": "document_missing",
    }
    assert saved["problems"][0]["detail"] == "ИНН организации — 10 цифр."
    assert (await applicant.seen())["inn"] == "770708389"
    early = await applicant.submit()
    assert (early.status_code, early.json()["code"]) == (422, "application_unfinished")
    assert {one["field"] for one in early.json()["fields"]} == set(problems(saved))


async def test_submitted_it_is_in_one_spelling_and_changes_no_more(applicant: Applicant) -> None:
    await applicant.fill()
    await applicant.save(inn="77 0708-3893")
    done = await applicant.submit()
    assert done.status_code == 200, done.text
    seen = done.json()
    assert (seen["state"], seen["inn"], seen["phone"], seen["email"]) == (
        "submitted",
        "7707083893",
        PHONE,
        EMAIL,
    )
    assert [one["name"] for one in seen["path"]] == ["Озёрия", "Озёрный край", "Лесной"]
    assert (seen["history"][0]["state"], seen["history"][0]["by_applicant"]) == ("submitted", True)
    changed = await applicant.actor.put(f"/applications/{applicant.id}", applicant.fields)
    assert (changed.status_code, changed.json()["code"]) == (409, "application_not_editable")


async def test_another_contact_is_not_proved_by_the_first(applicant: Applicant) -> None:
    await applicant.fill()
    changed = await applicant.save(phone="+79991230002")
    assert (changed["phone_proven"], changed["email_proven"]) == (False, True)
    assert problems(changed) == {"phone": "contact_not_proven"}
    assert problems(await applicant.save(phone=PHONE)) == {}


async def test_a_proof_signs_nobody_in_and_signing_in_proves_nothing(
    applicant: Applicant, door: Door
) -> None:
    """Whoever dictates the digits for an application must not lose the account by that."""
    await applicant.begin()
    await applicant.save()
    asked = (await applicant.actor.post(f"/applications/{applicant.id}/proofs", {"kind": "phone"})).json()
    entered = await door.enter(asked["id"], await last_code(applicant.world))
    assert (entered.status_code, entered.json()["code"]) == (422, "code_expired")

    code_id, code = await door.received("+79991239999")
    body = {"code_id": code_id, "code": code}
    proved = await applicant.actor.put(f"/applications/{applicant.id}/proofs", body)
    assert (proved.status_code, proved.json()["code"]) == (422, "code_expired")


async def test_a_code_for_the_old_phone_does_not_prove_the_new_one(applicant: Applicant) -> None:
    await applicant.begin()
    await applicant.save()
    asked = (await applicant.actor.post(f"/applications/{applicant.id}/proofs", {"kind": "phone"})).json()
    code = await last_code(applicant.world)
    await applicant.save(phone="+79991230002")
    body = {"code_id": asked["id"], "code": code}
    late = await applicant.actor.put(f"/applications/{applicant.id}/proofs", body)
    assert (late.status_code, late.json()["code"]) == (422, "code_expired")


async def test_a_wrong_code_uses_up_a_try(applicant: Applicant) -> None:
    await applicant.begin()
    await applicant.save()
    asked = (await applicant.actor.post(f"/applications/{applicant.id}/proofs", {"kind": "email"})).json()
    code = await last_code(applicant.world)
    wrong = {"code_id": asked["id"], "code": f"{(int(code) + 1) % 1_000_000:06}"}
    for left in (4, 3):
        refused = await applicant.actor.put(f"/applications/{applicant.id}/proofs", wrong)
        assert (refused.json()["code"], refused.json()["tries_left"]) == ("code_wrong", left)


async def test_a_scan_is_ones_own_picture_or_pdf(world: World, applicant: Applicant) -> None:
    await applicant.begin()
    mine = await Uploader(applicant.actor).upload("Просто слова".encode(), "Приказ.pdf")
    theirs = await Uploader(await world.person()).upload(b"%PDF-1.4 other\n%%EOF\n", "Приказ.pdf")
    for file_id, code in ((mine, "document_wrong_kind"), (theirs, "file_not_attachable")):
        refused = await applicant.actor.put(f"/applications/{applicant.id}", {"file_id": file_id})
        assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_a_place_is_picked_from_the_tree(applicant: Applicant) -> None:
    await applicant.begin()
    for place in (10**9, applicant.country.forest_school):
        refused = await applicant.actor.put(f"/applications/{applicant.id}", {"territory_id": place})
        assert (refused.status_code, refused.json()["code"]) == (422, "territory_unfinished")
    whole = await applicant.save(territory_id=applicant.country.lake)
    assert problems(whole)["territory_id"] == "territory_unfinished"


async def test_nobody_but_the_applicant_sees_a_draft(world: World, applicant: Applicant) -> None:
    await applicant.fill()
    file_id = (await applicant.seen())["file"]["id"]
    for other in (await world.person(), applicant.country.operator):
        for answer in (
            await other.get(f"/applications/{applicant.id}"),
            await other.put(f"/applications/{applicant.id}", applicant.fields),
            await other.post(f"/applications/{applicant.id}/submission"),
            await other.post(f"/applications/{applicant.id}/proofs", {"kind": "phone"}),
            await other.delete(f"/applications/{applicant.id}"),
            await other.get(f"/files/{file_id}"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_draft_taken_back_is_gone_and_the_sixth_is_too_many(applicant: Applicant) -> None:
    await applicant.begin()
    assert (await applicant.actor.delete(f"/applications/{applicant.id}")).status_code == 204
    assert (await applicant.actor.get(f"/applications/{applicant.id}")).status_code == 404
    for _ in range(5):
        await applicant.begin()
    many = await applicant.actor.post("/applications")
    assert (many.status_code, many.json()["code"]) == (409, "too_many_applications")


@pytest.mark.parametrize(("start", "end"), [(20, 27), (21, 27), (22, 27), (23, 30)])
def test_a_term_passes_over_weekends(start: int, end: int) -> None:
    """The 20th of November 2026 is a Friday."""
    moment = datetime(2026, 11, start, 15, tzinfo=UTC)
    assert working_days_after(moment, 5) == moment.replace(day=end)
