"""How an organisation is renamed, closed and opened again."""

from datetime import timedelta

import pytest

from parta.core import clock
from parta.organisations.territories.tests.conftest import Country, make_country, staff_of
from parta.testing.school import School, chats_of, keep_current, make_school
from parta.testing.talk import say
from parta.testing.world import Actor, World

NAME = "Школа на Озёрной"


async def placed_school(world: World) -> tuple[Country, School]:
    """A school with chats in the municipality of Лесной."""
    country, school = await make_country(world), await make_school(world)
    await country.operator.put(f"/organisations/{school.id}/territory", {"territory_id": country.forest})
    await keep_current(world, school)
    return country, school


async def close(by: Actor, school: int, name: str = NAME) -> int:
    answer = await by.post(f"/organisations/{school}/closing", {"name": name, "reason": "Объединяем здания"})
    return answer.status_code


async def test_what_will_end_is_counted_first(world: World) -> None:
    country, s = await placed_school(world)
    staff = await staff_of(world, country, country.lake)
    seen = (await staff.get(f"/organisations/{s.id}/closing")).json()
    assert (seen["people"], seen["pupils"], seen["teachers"], seen["classes"]) == (10, 3, 2, 3)
    assert seen["belongings"] == {"chats": len(await chats_of(world, s))}


async def test_closed_its_chats_are_read_and_not_written(world: World) -> None:
    country, s = await placed_school(world)
    chat = (await chats_of(world, s))["class", s.seven]
    await say(s.class_teacher, chat.id, "Собираемся у входа")
    assert await close(country.operator, s.id) == 204

    after = (await chats_of(world, s))["class", s.seven]
    assert (after.members, after.owners, after.closed) == (chat.members, chat.owners, True)
    read = await s.pupil.get(f"/conversations/{chat.id}/messages")
    assert read.json()["items"][-1]["body"] == "Собираемся у входа"
    body = {"client_id": "3b1f8a7e-0b1c-4d7e-9a52-2f2f0a4f1c01", "body": "Я приду"}
    refused = await s.pupil.post(f"/conversations/{chat.id}/messages", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation_closed")
    assert (await s.head.get(f"/organisations/{s.id}/people")).status_code == 404
    assert (await s.pupil.get("/me")).json()["roles"] == []


async def test_opened_again_everything_is_as_it_was(world: World) -> None:
    country, s = await placed_school(world)
    before = await chats_of(world, s)
    roles = (await s.pupil.get("/me")).json()["roles"]
    assert await close(country.operator, s.id) == 204
    staff = await staff_of(world, country, country.forest)
    assert (await staff.delete(f"/organisations/{s.id}/closing")).status_code == 404
    assert (await country.operator.delete(f"/organisations/{s.id}/closing")).status_code == 204

    assert await chats_of(world, s) == before
    assert (await s.pupil.get("/me")).json()["roles"] == roles
    assert (await s.head.get(f"/organisations/{s.id}/people")).status_code == 200
    again = await country.operator.delete(f"/organisations/{s.id}/closing")
    assert (again.status_code, again.json()["code"]) == (409, "organisation_open")


async def test_a_chat_its_owner_closed_stays_closed(world: World) -> None:
    country, s = await placed_school(world)
    made = await s.class_teacher.post(
        "/conversations", {"kind": "group", "title": "Экскурсия", "person_ids": [s.geographer.id]}
    )
    chat = made.json()["id"]
    async with world.database.transaction() as tx:
        await tx.run(
            "UPDATE conversations SET closed_at = now(), organisation_id = $2 WHERE id = $1", chat, s.id
        )
    await close(country.operator, s.id)
    await country.operator.delete(f"/organisations/{s.id}/closing")
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT closed_at IS NOT NULL FROM conversations WHERE id = $1", chat)


async def test_after_a_month_it_stays_closed(world: World) -> None:
    country, s = await placed_school(world)
    await close(country.operator, s.id)
    clock.shift(timedelta(days=31))
    try:
        operator = await world.sign_in(country.operator.id)
        late = await operator.delete(f"/organisations/{s.id}/closing")
    finally:
        clock.shift(timedelta(0))
    assert (late.status_code, late.json()["code"]) == (409, "reopening_too_late")


async def test_the_name_is_typed_to_confirm(world: World) -> None:
    country, s = await placed_school(world)
    wrong = await country.operator.post(f"/organisations/{s.id}/closing", {"name": "Школа"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "name_not_typed")
    assert await close(country.operator, s.id, "школа  на озерной") == 204
    twice = await country.operator.post(f"/organisations/{s.id}/closing", {"name": NAME})
    assert (twice.status_code, twice.json()["code"]) == (409, "organisation_closed")


async def test_neither_neighbours_nor_its_own_administrator_end_it(world: World) -> None:
    country, s = await placed_school(world)
    for who in (await staff_of(world, country, country.river), s.head, await world.person()):
        for answer in (
            await who.get(f"/organisations/{s.id}/closing"),
            await who.post(f"/organisations/{s.id}/closing", {"name": NAME}),
            await who.get(f"/organisations/{s.id}/merging?into_id={country.river_school}"),
            await who.post(f"/organisations/{s.id}/merging", {"name": NAME, "into_id": country.river_school}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_territory_is_not_closed_as_a_school(country: Country) -> None:
    answer = await country.operator.post(f"/organisations/{country.lake}/closing", {"name": "Озёрный край"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("who", "full", "short"), [("staff", 200, 200), ("head", 422, 200), ("pupil", 404, 404)]
)
async def test_who_may_rename(world: World, who: str, full: int, short: int) -> None:
    country, s = await placed_school(world)
    actor = await staff_of(world, country, country.forest) if who == "staff" else getattr(s, who)
    path = f"/organisations/{s.id}"
    assert (await actor.patch(path, {"name": "Школа у озера"})).status_code == full
    named = await actor.patch(path, {"short_name": "У озера"})
    assert named.status_code == short
    if short == 200:
        standing = (await actor.get(f"{path}/standing")).json()
        assert (standing["short_name"], standing["may_end"]) == ("У озера", who == "staff")
