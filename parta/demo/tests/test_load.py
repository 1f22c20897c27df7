from datetime import UTC, datetime, timedelta

import pytest

from parta.demo import load
from parta.demo.load import NotEmpty, fill
from parta.demo.marks import read_filled
from parta.testing.world import Actor

# Of the region and of the municipality: they come with the last step, not with the roster.
OFFICIALS = 2
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


async def count(database, sql: str, *args) -> int:
    async with database.transaction() as tx:
        return await tx.value(sql, *args)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_the_town_moves_in_and_everybody_finds_their_chats(world, database):
    assert await fill(database, people=300, now=NOW)

    async with database.transaction() as tx:
        filled = await read_filled(tx)
        by_what = {one.english: one.person_id for one in filled.notable}
        hand_made = await tx.values("SELECT id FROM conversations WHERE kind = 'group' AND automatic IS NULL")
    assert (
        await count(database, "SELECT count(*) FROM messages WHERE kind = 'text'") == filled.messages > 3000
    )
    assert await count(database, "SELECT count(*) FROM conversations WHERE request_state = 'waiting'") >= 3
    assert len(hand_made) >= 5

    await assert_times_are_possible(database)
    officials = [by_what.pop(f"Staff of the {place}") for place in ("region", "municipality")]
    await assert_the_town_is_governed(world, officials)
    for who, person_id in by_what.items():
        person = await world.sign_in(person_id)
        page = (await person.get("/conversations?limit=100")).json()
        assert len(page["items"]) >= 3, who
        assert any(chat["last_message"] for chat in page["items"]), who
        await assert_attachments_open(person, page["items"])

    pupil = await world.sign_in(by_what["Pupil of 7Б"])
    chats = (await pupil.get("/conversations?limit=100")).json()["items"]
    assert {"class", "subject"} <= {chat["automatic"] for chat in chats}
    assert any(chat["unread"] for chat in chats)
    me = (await pupil.get("/me")).json()
    assert me["documents_to_accept"] == []

    await assert_both_schools_have_met(database)
    # A second start finds the town where it is.
    people = await count(database, "SELECT count(*) FROM people")
    assert not await fill(database, people=300, now=NOW + timedelta(days=1))
    assert await count(database, "SELECT count(*) FROM people") == people


async def assert_times_are_possible(database) -> None:
    """Nothing has a time it could not have had, and numbers follow time."""
    assert await count(database, "SELECT count(*) FROM messages WHERE created_at >= $1", NOW) == 0
    disorder = """SELECT count(*) FROM messages a JOIN messages b
                      ON b.conversation_id = a.conversation_id AND b.number = a.number + 1
                   WHERE b.created_at < a.created_at"""
    assert await count(database, disorder) == 0


async def assert_both_schools_have_met(database) -> None:
    spoken = """SELECT count(DISTINCT coalesce(e.guest_of, e.organisation_id)) FROM messages m
                  JOIN conversations c ON c.id = m.conversation_id
                  JOIN current_enrollments e ON e.class_id = c.class_id AND e.person_id = m.author_id
                 WHERE e.kind = 'community'"""
    assert await count(database, spoken) == 2


async def assert_the_town_is_governed(world, officials: list[int]) -> None:
    names = []
    for person_id in officials:
        who = await world.sign_in(person_id)
        assert (await who.get("/me")).json()["documents_to_accept"] == []
        part = (await who.get("/me/territories")).json()
        names.append([one["name"] for one in part["territories"]])
        here = part["territories"][0]["id"]
        schools = (await who.get(f"/territories/{here}/organisations")).json()["items"]
        assert len(schools) == 2
        [asked] = (await who.get("/applications")).json()["items"]
        assert asked["name"] == "Муниципальный лицей № 3 города Лукоморска"
        told = (await who.get(f"/applications/{asked['id']}")).json()
        assert [step["state"] for step in told["history"]] == ["submitted", "returned", "submitted"]
        assert (await who.get(f"/files/{told['file']['id']}")).status_code == 200
    assert names == [["Лукоморский край"], ["Управление образования города Лукоморска"]]


async def assert_attachments_open(person: Actor, chats: list[dict]) -> None:
    for chat in chats[:6]:
        page = (await person.get(f"/conversations/{chat['id']}/messages?limit=100")).json()
        files = [file for message in page["items"] for file in message["files"]]
        for file in files[:1]:
            answer = await person.get(f"/files/{file['id']}")
            assert answer.status_code == 200
            assert len(answer.content) == file["size"]


async def test_a_database_with_real_people_is_left_alone(world, database):
    await world.person()

    with pytest.raises(NotEmpty):
        await fill(database, people=300, now=NOW)

    assert await count(database, "SELECT count(*) FROM people") == 1
    assert await count(database, "SELECT count(*) FROM audit_log WHERE action LIKE 'demo.%'") == 0


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_start_cut_off_in_the_middle_is_finished_by_the_next(database, monkeypatch):
    whole = load.upload_files

    async def cut(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "upload_files", cut)
    with pytest.raises(KeyboardInterrupt):
        await fill(database, people=300, now=NOW)
    people = await count(database, "SELECT count(*) FROM people")
    assert people > 250

    monkeypatch.setattr(load, "upload_files", whole)
    assert await fill(database, people=300, now=NOW)
    assert await count(database, "SELECT count(*) FROM people") == people + OFFICIALS
