"""Consent taken back can be given again for thirty days; then the person is erased, and others keep what was said to them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.files.tests.conftest import Uploader
from parta.identity.stored_data import REGISTRY
from parta.messaging.groups.automatic import keep_chats_current
from parta.personal_data.retention import TERMS
from parta.personal_data.terms import KeepTerms, keep_terms
from parta.testing.school import School, make_school
from parta.testing.talk import group, say
from parta.testing.world import World

OVER = timedelta(days=30, seconds=5)


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def value(world: World, sql: str, *args: Any) -> Any:
    async with world.database.transaction() as tx:
        return await tx.value(sql, *args)


async def live_in_it(world: World, school: School) -> int:
    """Leave something of everything: words to others and to oneself, a file, a draft, a device, a contact."""
    async with world.database.transaction() as tx:
        await keep_chats_current(tx, [school.id])
        await tx.run(
            "INSERT INTO contacts (person_id, kind, value) VALUES ($1, 'phone', '+79990001122')",
            school.mother.id,
        )
    chat = await group(world, school.mother, school.father)
    plan = await Uploader(school.mother).upload(b"plan", "План.txt")
    await say(school.mother, chat, "Купила билеты", file_ids=[plan])
    await school.mother.put(f"/me/drafts/{chat}", {"body": "Не отправила", "stamp": 1})
    await school.mother.post("/me/folders", {"name": "Дом", "kinds": ["direct"]})
    return chat


async def test_it_can_be_given_again_in_time(world: World) -> None:
    anna = await world.person()
    withdrawn = (await anna.put("/me/withdrawal")).json()["withdrawal"]
    assert withdrawn["by_guardian"] is False
    assert (await anna.put("/me/withdrawal")).json()["code"] == "withdrawn_already"
    assert (await anna.delete("/me/withdrawal")).status_code == 204
    assert (await anna.delete("/me/withdrawal")).status_code == 404
    assert (await anna.get("/me/withdrawal")).json() == {"withdrawal": None}
    clock.shift(OVER)
    await perform_all(world.database)
    assert await value(world, "SELECT erased_at FROM people WHERE id = $1", anna.id) is None


async def test_after_the_term_the_person_is_erased_and_others_keep_what_was_said(world: World) -> None:
    school = await make_school(world)
    chat = await live_in_it(world, school)
    await school.mother.put("/me/withdrawal")
    clock.shift(timedelta(days=29))
    await perform_all(world.database)
    assert await value(world, "SELECT erased_at FROM people WHERE id = $1", school.mother.id) is None
    clock.shift(OVER)
    await perform_all(world.database)

    assert (await school.mother.get("/me")).status_code == 401
    father = await world.sign_in(school.father.id)
    [said] = [
        m
        for m in (await father.get(f"/conversations/{chat}/messages")).json()["items"]
        if m["body"] == "Купила билеты"
    ]
    assert said["author_id"] == school.mother.id
    name = await value(
        world, "SELECT given_name || ' ' || family_name FROM people WHERE id = $1", school.mother.id
    )
    assert name == "Удалённый пользователь"
    owner = await value(
        world,
        "SELECT person_id FROM members WHERE conversation_id = $1 AND role = 'owner' AND left_at IS NULL",
        chat,
    )
    assert owner == school.father.id
    for table in ("current_roles", "current_enrollments"):
        assert await value(world, f"SELECT count(*) FROM {table} WHERE person_id = $1", school.mother.id) == 0
    assert (
        await value(
            world, "SELECT count(*) FROM current_guardianships WHERE guardian_id = $1", school.mother.id
        )
        == 0
    )
    await nothing_is_left(world, school.mother.id)
    assert await value(world, "SELECT count(*) FROM audit_log WHERE action = 'person_erased'") == 1
    await perform_all(world.database)  # and once more is nothing


async def nothing_is_left(world: World, person_id: int) -> None:
    """Every table that the list of terms calls deleted is empty of the person."""
    gone = {table for term in TERMS if term.erasure == "deleted" for table in term.tables}
    for name in gone & set(REGISTRY):
        owner = REGISTRY[name].owner
        assert await value(world, f"SELECT count(*) FROM {name} t WHERE {owner}", person_id) == 0, name


async def test_a_guardian_takes_back_for_a_child_and_the_child_cannot_undo_it(world: World) -> None:
    school = await make_school(world)
    address = f"/children/{school.pupil.id}/consent"
    await school.mother.put(address)
    told = (await school.mother.delete(address)).json()
    assert told["withdrawal"]["by_guardian"] is True
    assert told["given"] is False
    assert (await school.mother.delete(address)).json()["code"] == "withdrawn_already"
    assert (await school.pupil.get("/me/withdrawal")).json()["withdrawal"]["by_guardian"] is True
    assert (await school.pupil.delete("/me/withdrawal")).status_code == 404
    lines = (
        await school.head.get(f"/organisations/{school.id}/consents", params={"show": "withdrawn"})
    ).json()
    assert [line["person_id"] for line in lines["items"]] == [school.pupil.id]
    assert (await school.father.put(address)).json()["withdrawal"] is None
    clock.shift(OVER)
    await perform_all(world.database)
    assert await value(world, "SELECT erased_at FROM people WHERE id = $1", school.pupil.id) is None


async def test_the_last_operator_appoints_another_first(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    await world.role(anna, "operator", None)
    assert (await anna.put("/me/withdrawal")).json()["code"] == "last_operator"
    await world.role(boris, "operator", None)
    assert (await anna.put("/me/withdrawal")).status_code == 200


async def test_profiles_that_are_left_over_go_at_their_term(world: World) -> None:
    school = await make_school(world)
    expected, gone, lately = [await world.person(claimed=claimed) for claimed in (False, False, True)]
    await world.role(expected, "pupil", school.id)
    await world.role(gone, "pupil", school.id)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET created_at = now() - interval '1 year'")
        await tx.run("UPDATE roles SET ended_at = now() - interval '190 days' WHERE person_id = $1", gone.id)
        await tx.run("UPDATE people SET claimed_at = now() - interval '1 year', last_seen_at = NULL")
        await tx.run("UPDATE people SET claimed_at = NULL WHERE id = ANY($1)", [expected.id, gone.id])
        await keep_terms(tx, KeepTerms())
    erased = await value(world, "SELECT array_agg(id) FROM people WHERE erased_at IS NOT NULL")
    assert erased == [gone.id]
    clock.shift(timedelta(days=3 * 365))
    async with world.database.transaction() as tx:
        await keep_terms(tx, KeepTerms())
    assert await value(world, "SELECT erased_at IS NOT NULL FROM people WHERE id = $1", lately.id)
    assert await value(world, "SELECT count(*) FROM people WHERE erased_at IS NOT NULL") == 2
