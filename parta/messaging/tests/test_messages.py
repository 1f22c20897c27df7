"""Sending, editing, deleting, hiding: each success beside its refusal."""

from datetime import timedelta
from uuid import uuid4

from parta.core import clock
from parta.core.clock import now
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_a_sent_message_is_in_the_history_of_every_member(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    sent = await say(anna, chat, "Завтра контрольная")

    history = (await boris.get(f"/conversations/{chat}/messages")).json()
    assert [m["body"] for m in history["items"]] == ["Завтра контрольная"]
    assert history["items"][0] == sent | {"reactions": []}
    assert [p["id"] for p in history["people"]] == [anna.id]


async def test_a_stranger_cannot_tell_the_conversation_exists(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat = await group(world, anna)
    message = {"client_id": str(uuid4()), "body": "Я здесь?"}

    hidden = await stranger.post(f"/conversations/{chat}/messages", message)
    absent = await stranger.post(f"/conversations/{chat + 99}/messages", message)

    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}


async def test_what_is_gone_is_not_kept_for_a_repeated_request_either(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    where, key = f"/conversations/{chat}/messages", {"Idempotency-Key": "said"}
    message = {"client_id": str(uuid4()), "body": "Ключ под ковриком", "content": {"lifetime": 60}}
    later = {
        "client_id": str(uuid4()),
        "body": "Ключ у вахтёра",
        "at": (now() + timedelta(days=1)).isoformat(),
    }

    said = (await anna.post(where, message, headers=key)).json()
    edited = await anna.patch(
        f"/messages/{said['id']}", {"body": "Ключ в почте"}, headers={"Idempotency-Key": "edited"}
    )
    await anna.put(
        f"/me/drafts/{chat}", {"body": "Ключ у Глеба", "stamp": 1}, headers={"Idempotency-Key": "begun"}
    )
    await anna.post(f"/conversations/{chat}/scheduled", later, headers={"Idempotency-Key": "later"})
    repeated = (await anna.post(where, message, headers=key)).json()
    clock.shift(timedelta(seconds=60))
    gone = (await anna.post(where, message, headers=key)).json()
    clock.shift(timedelta(0))

    assert (edited.status_code, repeated["id"], repeated["body"]) == (200, said["id"], "Ключ в почте")
    assert (gone["id"], gone["deleted"], gone["body"]) == (said["id"], True, "")
    async with world.database.transaction() as tx:
        kept = await tx.values("SELECT convert_from(body, 'UTF8') FROM idempotency_keys")
    assert [answer for answer in kept if "Ключ" in answer] == []


async def test_saying_it_twice_is_saying_it_once(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = {"client_id": str(uuid4()), "body": "Раз"}

    first = await anna.post(f"/conversations/{chat}/messages", message)
    second = await anna.post(f"/conversations/{chat}/messages", message)

    assert first.json() == second.json()
    assert len((await anna.get(f"/conversations/{chat}/messages")).json()["items"]) == 1


async def test_nothing_and_too_much_are_refused(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)

    empty = await anna.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": " \n "})
    edge = await anna.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "щ" * 8000})
    long = await anna.post(f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "щ" * 8001})

    assert (empty.status_code, empty.json()["code"]) == (422, "message_empty")
    assert edge.status_code == 201
    assert (long.status_code, long.json()["code"]) == (422, "message_too_long")


async def test_a_reply_quotes_and_only_within_the_conversation(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat, other = await group(world, anna, boris), await group(world, anna)
    question = await say(anna, chat, "Параграф 12 или 13?")
    foreign = await say(anna, other, "Совсем другое")

    answer = await say(boris, chat, "Двенадцатый", reply_to_id=question["id"])
    refused = await boris.post(
        f"/conversations/{chat}/messages",
        {"client_id": str(uuid4()), "body": "!", "reply_to_id": foreign["id"]},
    )

    assert answer["reply_to"]["excerpt"] == "Параграф 12 или 13?"
    assert (refused.status_code, refused.json()["code"]) == (422, "reply_not_found")


async def test_an_own_message_can_be_edited_for_24_hours(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(anna, chat, "В девять")

    try:
        clock.shift(timedelta(hours=23, minutes=59))
        edited = await anna.patch(f"/messages/{message['id']}", {"body": "В десять"})
        by_other = await boris.patch(f"/messages/{message['id']}", {"body": "Никогда"})
        clock.shift(timedelta(hours=24, seconds=1))
        too_late = await anna.patch(f"/messages/{message['id']}", {"body": "В полдень"})
    finally:
        clock.shift(timedelta(0))

    assert edited.json()["body"] == "В десять"
    assert edited.json()["edited_at"] is not None
    assert (by_other.status_code, by_other.json()["code"]) == (403, "not_the_author")
    assert (too_late.status_code, too_late.json()["code"]) == (409, "edit_too_late")


async def test_deleting_for_all_keeps_the_number_and_loses_the_text(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    first, second = await say(anna, chat, "Лишнее"), await say(anna, chat, "Нужное")

    by_other = await boris.delete(f"/messages/{first['id']}?for=all")
    by_author = await anna.delete(f"/messages/{first['id']}?for=all")
    again = await anna.delete(f"/messages/{first['id']}?for=all")

    assert (by_other.status_code, by_other.json()["code"]) == (403, "not_yours_to_delete")
    assert by_author.status_code == again.status_code == 204
    items = (await boris.get(f"/conversations/{chat}/messages")).json()["items"]
    assert [(m["number"], m["body"], m["deleted"]) for m in items] == [
        (1, "", True),
        (2, "Нужное", False),
    ]
    assert second["number"] == 2


async def test_a_chat_administrator_deletes_any_message_and_it_is_written_down(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(boris, chat, "Спам")

    deleted = await anna.delete(f"/messages/{message['id']}?for=all")

    assert deleted.status_code == 204
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT actor_id FROM audit_log WHERE action = 'message_deleted'") == anna.id


async def test_hiding_is_for_oneself_alone(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(anna, chat, "Секрет")

    await boris.delete(f"/messages/{message['id']}?for=me")

    mine = (await boris.get(f"/conversations/{chat}/messages")).json()["items"][0]
    theirs = (await anna.get(f"/conversations/{chat}/messages")).json()["items"][0]
    assert (mine["hidden"], mine["body"]) == (True, "")
    assert (theirs["hidden"], theirs["body"]) == (False, "Секрет")
    assert (await boris.put(f"/messages/{message['id']}/reactions/👍")).status_code == 404


async def test_history_reads_both_ways_from_any_point(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    for i in range(1, 31):
        await say(anna, chat, f"№ {i}")

    async def numbers(query: str) -> list[int]:
        return [
            m["number"] for m in (await anna.get(f"/conversations/{chat}/messages?{query}")).json()["items"]
        ]

    assert await numbers("limit=3") == [28, 29, 30]
    assert await numbers("before=10&limit=3") == [7, 8, 9]
    assert await numbers("after=10&limit=3") == [11, 12, 13]
    assert await numbers("around=10&limit=4") == [9, 10, 11, 12]
    assert (await anna.get(f"/conversations/{chat}/messages?limit=101")).status_code == 422


async def test_mentions_reach_members_only(world: World) -> None:
    anna, boris, stranger = await world.person(), await world.person(), await world.person()
    chat = await group(world, anna, boris)

    message = await say(anna, chat, "Борис, посмотри", mentions=[boris.id, stranger.id])

    assert message["mentions"] == [boris.id]
    assert (await boris.get(f"/conversations/{chat}")).json()["mentioned"] is True
    await boris.put(f"/conversations/{chat}/reading", {"number": 1})
    assert (await boris.get(f"/conversations/{chat}")).json()["mentioned"] is False


async def test_a_deleted_message_leaves_no_words_in_the_log(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = await say(anna, chat, "Тайна")
    await anna.patch(f"/messages/{message['id']}", {"body": "Тайна вторая"})
    other = await say(anna, chat, "Не тайна")

    await anna.delete(f"/messages/{message['id']}?for=all")

    async with world.database.transaction() as tx:
        bodies = await tx.values(
            "SELECT body FROM events WHERE stream = $1 ORDER BY seq", f"conversation:{chat}"
        )
    assert not [body for body in bodies if "Тайна" in body]
    assert [body for body in bodies if other["body"] in body]
