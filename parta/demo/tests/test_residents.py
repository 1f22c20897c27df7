from datetime import UTC, datetime

from parta.demo import queries, scale
from parta.demo.queries import ChatRow
from parta.demo.residents import read_ids, settle
from parta.demo.talk.conversations import tell
from parta.demo.town import build_town

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TOWN = build_town(300, today=NOW.date())


async def test_a_town_comes_in_by_its_roster_and_a_second_time_changes_nothing(database):
    for _ in range(2):
        async with database.transaction() as tx:
            await settle(tx, database.blobs, TOWN, NOW)

    async with database.transaction() as tx:
        ids = await read_ids(tx, "user")
        assert set(ids) == set(TOWN.people)
        assert await tx.value("SELECT count(*) FROM people") == len(TOWN.people)
        refused = "SELECT count(*) FROM roster_changes WHERE kind IN ('refused', 'warning')"
        assert await tx.value(refused) == 0
        again = "SELECT count(*) FROM roster_changes WHERE import_id = (SELECT max(id) FROM roster_imports)"
        assert await tx.value(again) == 0


async def test_those_who_have_signed_up_are_received_with_their_contacts_and_consents(database):
    async with database.transaction() as tx:
        await settle(tx, database.blobs, TOWN, NOW)
        ids = await read_ids(tx, "user")
        claimed = set(await tx.values("SELECT id FROM people WHERE claimed_at IS NOT NULL"))
        agreed = set(await tx.values("SELECT person_id FROM consents GROUP BY 1 HAVING count(*) = 2"))
        unproven = "SELECT count(*) FROM contacts c JOIN people p ON p.id = c.person_id WHERE (p.claimed_at IS NULL) <> (c.proven_at IS NULL)"

        assert claimed == agreed == {ids[person.key] for person in TOWN.people.values() if person.claimed}
        assert await tx.value(unproven) == 0


async def test_the_chats_of_the_story_are_those_the_roster_makes(database):
    async with database.transaction() as tx:
        await settle(tx, database.blobs, TOWN, NOW)
    async with database.transaction() as tx:
        ids = await read_ids(tx, "user", "class", "org")
        chats = {
            (chat.automatic, chat.class_id or chat.organisation_id): chat.id
            for chat in await tx.rows(queries.CHATS, into=ChatRow)
        }
        members = await tx.connection.fetch("SELECT conversation_id, person_id FROM members")
    seats = {(row["conversation_id"], row["person_id"]) for row in members}

    for conversation in tell(TOWN, NOW):
        if conversation.automatic:
            chat = chats[conversation.automatic, ids[conversation.anchor]]
            assert {(chat, ids[key]) for key in conversation.members} <= seats, conversation.key


async def test_a_crowd_is_invented_with_sessions(database):
    async with database.transaction() as tx:
        people = await scale.invent_people(tx, 50)
        sessions = await scale.open_sessions(tx, people[:3])

        assert len(set(people)) == 50
        assert [session.person_id for session in sessions] == people[:3]


async def test_a_class_of_any_size_is_invented_with_its_chat(world, database):
    crowd = await scale.invent_class(database, 120)

    async with database.transaction() as tx:
        members = await tx.values("SELECT person_id FROM members WHERE conversation_id = $1", crowd.chat_id)
    assert set(members) == {crowd.teacher_id, *crowd.pupil_ids}
    teacher = await world.sign_in(crowd.teacher_id)
    said = {"client_id": "00000000-0000-4000-8000-000000000001", "body": "Доброе утро!"}
    assert (await teacher.post(f"/conversations/{crowd.chat_id}/messages", said)).status_code == 201
