"""The log is for those who answer for the place, whole and in words."""

import csv
import io

from parta.core.audit import ACTIONS
from parta.testing.school import make_school
from parta.testing.world import World


async def entries(who, place: str, **query) -> list[tuple[str, int | None, int | None]]:
    answer = await who.get(place, params=query)
    assert answer.status_code == 200, answer.text
    return [(one["action"], one["actor_id"], one["about_id"]) for one in answer.json()["items"]]


async def test_an_administrator_reads_what_was_done_here_newest_first(world: World) -> None:
    here, there = await make_school(world), await make_school(world, "Школа в Сосновке")
    journal = f"/organisations/{here.id}/journal"
    for pupil in (here.pupil, here.classmate):
        assert (await here.head.get(f"/people/{pupil.id}")).status_code == 200
    assert (await there.head.get(f"/people/{there.pupil.id}")).status_code == 200

    read = [("profile_read", here.head.id, here.classmate.id), ("profile_read", here.head.id, here.pupil.id)]
    assert (await entries(here.head, journal, action="profile_read")) == read
    assert (await entries(here.head, journal, person=here.pupil.id)) == read[1:]
    assert (await entries(here.head, journal, action="chat_closed")) == []
    first = (await here.head.get(journal, params={"action": "profile_read", "limit": 1})).json()
    assert first["items"][0]["words"] == "Открыт профиль ученика"
    assert {person["id"] for person in first["people"]} == {here.head.id, here.classmate.id}
    rest = await entries(here.head, journal, action="profile_read", limit=1, after=first["next"])
    assert rest == read[1:]
    moment = first["items"][0]["at"]
    assert (await entries(here.head, journal, action="profile_read", since=moment)) == read[:1]
    assert (await entries(here.head, journal, action="profile_read", until=moment)) == read[1:]
    names = (await here.head.get(f"{journal}/actions")).json()["items"]
    assert {"action": "profile_read", "words": "Открыт профиль ученика"} in names


async def test_nobody_else_reads_it(world: World) -> None:
    here, there = await make_school(world), await make_school(world, "Школа в Сосновке")
    for who in (here.pupil, here.mother, here.class_teacher, there.head):
        for part in ("", "/actions", "/table"):
            assert (await who.get(f"/organisations/{here.id}/journal{part}")).status_code == 404
            assert (await who.get(f"/journal{part}")).status_code == 404
    assert (await here.head.get("/journal")).status_code == 404


async def test_an_operator_reads_everything(world: World) -> None:
    here, there = await make_school(world), await make_school(world, "Школа в Сосновке")
    operator = await world.person()
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO roles (person_id, role, source, confirmed_at) VALUES ($1, 'operator', 'manual', now())",
            operator.id,
        )
    await here.head.get(f"/people/{here.pupil.id}")
    await there.head.get(f"/people/{there.pupil.id}")
    assert await entries(operator, "/journal", action="profile_read") == [
        ("profile_read", there.head.id, there.pupil.id),
        ("profile_read", here.head.id, here.pupil.id),
    ]


async def test_taking_it_away_is_written_down_and_words_stay_words(world: World) -> None:
    here = await make_school(world)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE people SET family_name = '=1+1' WHERE id = $1", here.pupil.id)
    await here.head.get(f"/people/{here.pupil.id}")
    answer = await here.head.get(f"/organisations/{here.id}/journal/table", params={"format": "csv"})
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert lines[0] == ["Когда", "Кто", "Что сделано", "О ком или о чём", "Подробности"]
    [line] = [line for line in lines if line[2] == "Открыт профиль ученика"]
    assert line[3].startswith("'=1+1")
    newest = await entries(here.head, f"/organisations/{here.id}/journal")
    # The table names pupils, so it is an access to their data as well.
    assert [action for action, *_ in newest[:2]] == ["minors_read", "audit_exported"]
    packed = await here.head.get(f"/organisations/{here.id}/journal/table")
    assert packed.content[:2] == b"PK"


def test_every_action_has_words_in_both_languages():
    assert all(russian and english for russian, english in ACTIONS.values())
