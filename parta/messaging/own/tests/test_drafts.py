"""What is begun on one device is finished on another, and never sent twice or lost."""

from typing import Any

from parta.core.followers import follow_all, start_following
from parta.messaging.drafts import LONGEST_BODY
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def write(who: Actor, chat: int, body: str, stamp: int, **more: Any) -> dict[str, Any]:
    answer = await who.put(f"/me/drafts/{chat}", {"body": body, "stamp": stamp, **more})
    assert answer.status_code == 200, answer.text
    stands: dict[str, Any] = answer.json()
    return stands


async def drafts(who: Actor) -> list[str]:
    return [one["body"] for one in (await who.get("/me/drafts")).json()["items"]]


async def test_a_draft_is_on_all_devices_of_its_writer_and_nowhere_else(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    phone, others = await sockets.open(anna), await sockets.open(boris)

    await write(anna, chat, "  Дорогие родители\n", 100)

    heard = await phone.event("draft_changed", conversation_id=chat)
    assert (heard["stamp"], heard["erased"]) == (100, False)
    # The words are asked for; the log has none of them.
    assert "body" not in heard
    assert await drafts(anna) == ["  Дорогие родители\n"]
    assert await drafts(boris) == []
    assert [f for f in await others.silence() if f["op"] == "event"] == []


async def test_the_later_writer_wins_and_who_comes_late_is_told(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await write(anna, chat, "Второе", 200)
    live = await sockets.open(anna)

    for late in (100, 200):
        assert (await write(anna, chat, "Первое", late))["body"] == "Второе"

    assert await drafts(anna) == ["Второе"]
    assert [f for f in await live.silence() if f["op"] == "event"] == []
    assert (await write(anna, chat, "Третье", 201))["body"] == "Третье"


async def test_what_was_erased_does_not_come_back_with_a_late_word(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await write(anna, chat, "Начало", 100)
    live = await sockets.open(anna)

    assert (await write(anna, chat, " \n", 101))["body"] == ""

    assert (await live.event("draft_changed"))["erased"] is True
    assert await drafts(anna) == []
    assert (await write(anna, chat, "Начал", 99))["body"] == ""
    assert await drafts(anna) == []


async def test_sending_erases_the_draft_it_grew_from(world: World, sockets: Sockets) -> None:
    await start_following(world.database)
    anna, boris = await world.person(), await world.person()
    chat, other = await group(world, anna, boris), await group(world, anna, boris)
    await write(anna, chat, "Завтра в вос", 100)
    await write(anna, other, "Завтра", 100)
    await write(boris, chat, "Завтра", 100)
    live = await sockets.open(anna)

    await say(anna, chat, "Завтра в восемь")
    await follow_all(world.database)

    erased = await live.event("draft_changed", conversation_id=chat)
    assert (erased["erased"], erased["stamp"]) == (True, 101)
    assert await drafts(anna) == ["Завтра"]
    assert await drafts(boris) == ["Завтра"]


async def test_words_of_another_device_are_not_written_over_unseen(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await write(anna, chat, "С телефона", 200, seen=0)

    assert (await write(anna, chat, "С ноутбука", 300, seen=100))["body"] == "С телефона"
    assert (await write(anna, chat, "", 300, seen=100))["body"] == "С телефона"
    assert (await write(anna, chat, "Оба вместе", 301, seen=200))["body"] == "Оба вместе"
    # Where nothing is left there is nothing to lose.
    await write(anna, chat, "", 302, seen=301)
    assert (await write(anna, chat, "Заново", 400, seen=100))["body"] == "Заново"


async def test_a_draft_of_something_else_stays_when_a_message_is_sent(world: World) -> None:
    await start_following(world.database)
    anna = await world.person()
    chat, second = await group(world, anna), await group(world, anna)
    await write(anna, chat, "Длинная мысль", 100)
    await say(anna, chat, "Да")
    await say(anna, second, "Потом")
    # Written after the message, though it begins alike.
    await write(anna, second, "Пото", 100)
    await follow_all(world.database)

    assert await drafts(anna) == ["Длинная мысль", "Пото"]


async def test_an_answer_begun_remembers_what_it_answers(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat, other = await group(world, anna, boris), await group(world, anna, boris)
    question, elsewhere = await say(boris, chat, "Когда?"), await say(boris, other, "Где?")

    kept = await write(anna, chat, "В среду", 1, reply_to_id=question["id"])
    assert (kept["reply_to_id"], kept["reply_to_number"]) == (question["id"], 1)
    # A message of another chat, or of none, is no answer's question.
    for wrong in (elsewhere["id"], 10**15, -1, 2**70):
        answer = await anna.put(
            f"/me/drafts/{chat}", {"body": "В среду", "stamp": wrong % 1000 + 10, "reply_to_id": wrong}
        )
        assert answer.status_code in (200, 422)
        if answer.status_code == 200:
            assert answer.json()["reply_to_id"] in (None, question["id"])


async def test_a_draft_is_as_long_as_a_message_and_no_longer(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat = await group(world, anna)
    assert len((await write(anna, chat, "я" * LONGEST_BODY, 1))["body"]) == LONGEST_BODY

    too_long = await anna.put(f"/me/drafts/{chat}", {"body": "я" * (LONGEST_BODY + 1), "stamp": 2})
    assert (too_long.status_code, too_long.json()["code"]) == (422, "message_too_long")
    for stamp in (0, -1, 2**53, 2**70, "вчера", None):
        assert (await anna.put(f"/me/drafts/{chat}", {"body": "a", "stamp": stamp})).status_code == 422
    hidden = await stranger.put(f"/me/drafts/{chat}", {"body": "a", "stamp": 1})
    absent = await stranger.put(f"/me/drafts/{chat + 999}", {"body": "a", "stamp": 1})
    assert hidden.status_code == absent.status_code == 404


async def test_drafts_are_listed_page_by_page(world: World) -> None:
    anna = await world.person()
    chats = [await group(world, anna) for _ in range(3)]
    for chat in chats:
        await write(anna, chat, f"о {chat}", 1)
    first = (await anna.get("/me/drafts?limit=2")).json()
    rest = (await anna.get(f"/me/drafts?limit=2&after={first['next']}")).json()
    assert [one["conversation_id"] for one in [*first["items"], *rest["items"]]] == chats
    assert rest["next"] is None
