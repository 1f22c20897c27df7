"""Two things at one moment: the order of the locks decides, and both sides see the same order."""

import asyncio
from collections import Counter
from pathlib import Path
from uuid import uuid4

from parta.core.blobs import Blobs
from parta.core.bus_memory import MemoryBus
from parta.core.db import Database
from parta.messaging.drafts import Draft
from parta.messaging.groups.automatic import keep_chats_current
from parta.messaging.groups.members import remove_member
from parta.messaging.sender import Sender
from parta.testing.school import chats_of, keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

LAST_SEQ = "SELECT seq FROM streams WHERE name = $1"
TOLD_NUMBERS = """
    SELECT (body::jsonb -> 'message' ->> 'number')::int FROM events WHERE stream = $1 AND seq > $2 ORDER BY seq
"""


async def test_who_is_being_removed_says_nothing_after_the_removal(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    async with world.database.transaction() as tx:
        await remove_member(tx, chat, boris.id, by=anna.id)
        last_word = asyncio.create_task(
            boris.post(
                f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Последнее слово"}
            )
        )
        await asyncio.sleep(0.3)  # it waits for the conversation now
    answer = await last_word

    assert answer.status_code == 404, answer.text
    said = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [m["body"] for m in said if m["kind"] == "text"] == []


async def test_one_message_from_two_devices_at_once_is_one(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = {"client_id": str(uuid4()), "body": "Раз"}

    answers = await asyncio.gather(*(anna.post(f"/conversations/{chat}/messages", message) for _ in range(8)))

    assert {a.status_code for a in answers} <= {200, 201}
    assert len({a.text for a in answers}) == 1
    assert len((await anna.get(f"/conversations/{chat}/messages")).json()["items"]) == 1


async def test_deleting_and_editing_at_once_leave_no_words(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    for i in range(6):
        message = (await say(anna, chat, f"Тайна {i}"))["id"]
        await asyncio.gather(
            anna.delete(f"/messages/{message}?for=all"),
            anna.patch(f"/messages/{message}", {"body": f"Большая тайна {i}"}),
            anna.put(f"/messages/{message}/reactions/👍"),
        )

    items = (await anna.get(f"/conversations/{chat}/messages")).json()["items"]

    assert [(m["deleted"], m["body"], m["reactions"]) for m in items] == [(True, "", [])] * 6
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM messages WHERE body <> ''") == 0
        assert await tx.value("SELECT count(*) FROM reactions") == 0


async def test_two_nodes_write_one_dense_order(
    world: World, database: Database, dsn: str, tmp_path: Path
) -> None:
    people = [await world.person() for _ in range(4)]
    chats = [await group(world, *people) for _ in range(2)]
    async with database.transaction() as tx:
        before = {chat: await tx.value(LAST_SEQ, f"conversation:{chat}") for chat in chats}
    other = await Database.connect(
        dsn, MemoryBus(), database.configuration, Blobs.in_folder(tmp_path / "other")
    )
    senders = [Sender(database), Sender(other)]

    async def speak(place: int, author: Actor) -> None:
        for i in range(25):
            await senders[place % 2].submit(
                Draft(
                    conversation_id=chats[i % 2], author_id=author.id, client_id=uuid4(), body=f"{place}: {i}"
                )
            )

    await asyncio.gather(*(speak(place, author) for place, author in enumerate(people)))

    async with database.transaction() as tx:
        for chat in chats:
            told = await tx.values(TOLD_NUMBERS, f"conversation:{chat}", before[chat])
            assert len(told) == await tx.value("SELECT last_number FROM conversations WHERE id = $1", chat)
            assert told == list(range(1, len(told) + 1))
        assert await tx.value("SELECT count(*) FROM messages") == 100
    await other.close()


async def test_the_roster_moves_people_while_they_talk(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    chat = (await chats_of(world, s))["class", s.seven].id
    over = asyncio.Event()
    statuses: Counter[int] = Counter()

    async def talk(who: Actor) -> None:
        while not over.is_set():
            said = await who.post(
                f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "Слово"}
            )
            statuses[said.status_code] += 1

    talking = [asyncio.create_task(talk(who)) for who in (s.pupil, s.classmate, s.class_teacher)]
    for ended in ("now()", "NULL") * 8:
        async with world.database.transaction() as tx:
            await tx.run(
                f"UPDATE enrollments SET ended_at = {ended} WHERE class_id = $1 AND role = 'pupil'", s.seven
            )
            await keep_chats_current(tx, [s.id])
    over.set()
    await asyncio.gather(*talking)

    assert statuses.keys() <= {201, 404}
    assert statuses[201] > 0
    assert (await chats_of(world, s))["class", s.seven].members == {
        s.pupil.id,
        s.classmate.id,
        s.class_teacher.id,
    }


async def test_the_roster_takes_its_locks_in_the_order_of_those_who_talk(world: World) -> None:
    s = await make_school(world)
    await keep_current(world, s)
    late = await world.school_class(s.id, "1 «А»")
    await world.enrol(late, s.geographer, "teacher", class_teacher=True)
    await keep_current(world, s)
    chats = await chats_of(world, s)

    async with world.database.transaction() as tx:  # as sending does: conversations by their ids
        lock = "SELECT FROM conversations WHERE id = $1 FOR NO KEY UPDATE"
        await tx.run(lock, chats["teachers", None].id)
        moving = asyncio.create_task(keep_current(world, s))
        await asyncio.sleep(0.3)
        await tx.run(lock, chats["class", late].id)
    await moving
