"""A message on its way to a closed browser: whom it reaches, what it says, what becomes of it."""

from base64 import urlsafe_b64decode
from datetime import timedelta

from parta.core.clock import now
from parta.core.jobs_worker import perform_all
from parta.testing.school import make_school
from parta.testing.talk import group, say


async def test_a_push_holds_ids_only_and_is_signed_by_the_key_that_browsers_know(world, news):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris, title="Тайный совет")
    await news.subscribe(boris, "boris")

    await say(anna, chat, "Слова, которых не увидит никто чужой")
    await news.tell()

    [push] = news.service.received("boris")
    assert push["note"] == {"kind": "message", "conversation_id": chat, "number": 1}
    assert push["sender"] == (await boris.get("/me/notifications")).json()["push"]["key"]
    assert len(urlsafe_b64decode(push["sender"] + "==")) == 65
    assert (push["headers"]["TTL"], push["headers"]["Content-Encoding"]) == ("86400", "aes128gcm")
    assert len(push["headers"]["Topic"]) == 32
    assert await perform_all(news.database) == 0


async def test_the_words_are_fetched_with_the_session_and_by_members_only(world, news):
    anna, boris, stranger = await world.person("Лисицына", "Анна"), await world.person(), await world.person()
    chat = await group(world, anna, boris, title="7 «Б» класс")
    await say(anna, chat, "Завтра **контрольная**\nпо алгебре")

    shown = await boris.get(f"/notifications/message?conversation_id={chat}&number=1")

    assert shown.json() == {
        "title": "7 «Б» класс",
        "body": "Анна Лисицына: Завтра контрольная по алгебре",
        "tag": f"chat-{chat}",
        "path": f"/chats/{chat}?at=1",
        "silent": False,
        "over": False,
        "badge": 1,
        "close": [],
    }
    hidden = await stranger.get(f"/notifications/message?conversation_id={chat}&number=1")
    absent = await stranger.get("/notifications/message?conversation_id=999999&number=1")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}
    assert (await boris.get(f"/notifications/message?conversation_id={chat}&number=9")).status_code == 404
    # Whoever wants no words on a locked screen gets none.
    await boris.client.patch("/api/me/notifications", json={"show_text": False})
    kept = (await boris.get(f"/notifications/message?conversation_id={chat}&number=1")).json()
    assert (kept["title"], kept["body"]) == ("Новое сообщение", "")


async def test_what_was_read_elsewhere_is_over_and_closes_what_is_shown(world, news):
    anna, boris = await world.person(), await world.person()
    first, second = [await group(world, anna, boris) for _ in range(2)]
    for chat in (first, second):
        await say(anna, chat, "Раз")
    await boris.put(f"/conversations/{first}/reading", {"number": 1})

    shown = await boris.get(
        f"/notifications/message?conversation_id={first}&number=1&shown={first}:1,{second}:1,999999:1"
    )

    assert (shown.json()["over"], shown.json()["badge"]) == (True, 1)
    assert sorted(shown.json()["close"]) == [first, 999999]
    for wrong in ("x", "1:", "1:2:3", f"1:{'9' * 30}"):
        refused = await boris.get(f"/notifications/message?conversation_id={first}&number=1&shown={wrong}")
        assert refused.status_code == 422, wrong


async def test_nobody_is_called_to_what_they_said_read_muted_or_left(world, news):
    anna = await world.person()
    author, reader, muter, leaver, plain = [await world.person() for _ in range(5)]
    chat = await group(world, anna, author, reader, muter, leaver, plain)
    for person, name in ((author, "author"), (reader, "reader"), (muter, "muter"), (leaver, "leaver")):
        await news.subscribe(person, name)
    await news.subscribe(plain, "plain")
    await muter.put(f"/conversations/{chat}/mute", {"until": "forever"})

    await say(author, chat, "Кто идёт в поход?")
    await reader.put(f"/conversations/{chat}/reading", {"number": 1})
    await leaver.delete(f"/conversations/{chat}/members/{leaver.id}")
    await news.tell()

    assert {one["name"] for one in news.service.received()} == {"plain"}


async def test_a_muted_chat_lets_through_what_names_one_where_that_was_asked(world, news):
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    for person, name in ((boris, "boris"), (vera, "vera")):
        await news.subscribe(person, name)
        await person.put(
            f"/conversations/{chat}/mute", {"until": "forever", "mentions_pass": name == "boris"}
        )
    own = await say(boris, chat, "Моё")

    await say(anna, chat, "Просто так")
    await news.tell()
    await say(anna, chat, "@Борис, @Вера", mentions=[boris.id, vera.id])
    await news.tell()
    await say(anna, chat, "Отвечаю", reply_to_id=own["id"])
    await news.tell()

    assert [note["number"] for note in news.service.notes("boris")] == [3, 4]
    assert all(note["urgent"] for note in news.service.notes("boris"))
    assert news.service.notes("vera") == []


async def test_a_kind_switched_off_is_not_pushed_and_reactions_are_off_at_first(world, news):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    mine = await say(boris, chat, "Как вам?")

    async def react(emoji: str) -> None:
        await anna.put(f"/messages/{mine['id']}/reactions/{emoji}")
        await news.tell()

    await react("👍")
    assert news.service.notes("boris") == []
    change = {"kinds": {"reaction": {"push": True}, "group": {"push": False}}}
    assert (await boris.client.patch("/api/me/notifications", json=change)).status_code == 200
    await react("🎉")
    await say(anna, chat, "А это молча")
    await news.tell()
    await boris.put(f"/messages/{mine['id']}/reactions/👍")
    await news.tell()

    [note] = news.service.notes("boris")
    assert note == {"kind": "reaction", "conversation_id": chat, "number": 1}
    shown = (await boris.get(f"/notifications/reaction?conversation_id={chat}&number=1")).json()
    assert shown["body"].endswith("🎉 на ваше сообщение")
    assert not shown["over"]


async def test_reminders_ring_whoever_they_are_for_even_of_what_was_read(world, news, later):
    school = await make_school(world)
    teacher, mother = school.class_teacher, school.mother
    chat = (await teacher.put(f"/conversations/direct/{mother.id}")).json()["id"]
    await news.subscribe(mother, "mother")
    asked = await say(teacher, chat, "Подпишите согласие", content={"confirm": True})
    await mother.put(f"/conversations/{chat}/reading", {"number": 1})
    at = (now() + timedelta(hours=1)).isoformat()
    assert (await mother.put(f"/messages/{asked['id']}/reminder", {"at": at})).status_code == 204
    assert (await teacher.post(f"/messages/{asked['id']}/reminders")).status_code == 202
    await perform_all(news.database)
    await news.tell()
    later(hours=1)
    await perform_all(news.database)
    await news.tell()

    notes = news.service.notes("mother")
    assert [(note["kind"], note["number"]) for note in notes] == [("reminder", 1), ("reminder", 1)]
    shown = (await mother.get(f"/notifications/reminder?conversation_id={chat}&number=1")).json()
    assert (shown["title"].split(":")[0], shown["over"]) == ("Напоминание", False)


async def test_a_message_sent_without_a_sound_makes_none(world, news):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(anna, chat, "Тихонько", content={"silent": True})
    shown = (await boris.get(f"/notifications/message?conversation_id={chat}&number=1")).json()
    assert (shown["silent"], shown["over"]) == (True, False)


async def test_a_flood_is_one_push_of_a_chat_and_a_deleted_message_none(world, news):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    for i in range(20):
        await say(anna, chat, f"№ {i}")
    await news.tell()
    assert [note["number"] for note in news.service.notes("boris")] == [20]

    last = await say(anna, chat, "Ой")
    await anna.delete(f"/messages/{last['id']}?for=all")
    await news.tell()
    assert len(news.service.notes("boris")) == 1


async def test_reading_takes_the_notification_off_the_other_devices(world, news):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    await say(anna, chat, "Раз")
    await news.tell()
    await boris.put(f"/conversations/{chat}/reading", {"number": 1})
    await news.tell()
    await say(anna, chat, "Два")
    await boris.put(f"/conversations/{chat}/reading", {"number": 2})
    await news.tell()

    assert [note["kind"] for note in news.service.notes("boris")] == ["message", "read"]
    assert news.service.notes("boris")[1] == {"kind": "read", "conversation_id": chat, "number": 1}


async def test_a_device_that_signed_out_is_left_alone_and_a_browser_has_one_owner(world, news):
    anna, boris, vera = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris, vera)
    await news.subscribe(boris, "shared")
    # Somebody else sits down at the same computer.
    await news.subscribe(vera, "shared")
    await say(anna, chat, "Раз")
    await news.tell()
    assert len(news.service.notes("shared")) == 1
    assert not (await boris.get("/me/notifications")).json()["push"]["subscribed"]

    await vera.delete("/me/session")
    await say(anna, chat, "Два")
    await news.tell()
    assert len(news.service.notes("shared")) == 1


async def test_whoever_looks_at_parta_is_not_called(world, news, sockets):
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await news.subscribe(boris, "boris")
    laptop, phone = await sockets.open(boris), await sockets.open(boris)

    async def said(text: str) -> int:
        await say(anna, chat, text)
        await news.tell()
        return len(news.service.notes("boris"))

    async def look(device, on: bool) -> None:
        await device.say(op="focus", on=on)
        await device.say(op="ping")
        await device.hear("pong")
        device.forget()

    assert await said("Никто не смотрит") == 1
    await look(laptop, True)
    assert await said("Смотрит в ноутбук") == 1
    # The phone going dark does not mean that nobody looks at the laptop.
    await look(phone, False)
    assert await said("И всё ещё смотрит") == 1
    await look(laptop, False)
    assert await said("Отвернулся") == 2
    await look(phone, True)
    await phone.close()
    await laptop.close()
    for _ in range(50):
        if await said("Закрыл") > 2:
            break
    assert len(news.service.notes("boris")) == 3


async def test_a_large_chat_is_told_page_by_page(world, news, monkeypatch):
    monkeypatch.setattr("parta.notifications.audience.MOST_AT_ONCE", 2)
    anna = await world.person()
    others = [await world.person() for _ in range(5)]
    chat = await group(world, anna, *others)
    for i, person in enumerate(others):
        await news.subscribe(person, f"p{i}")
    await say(anna, chat, "Всем")
    await news.tell()
    await news.tell()
    assert sorted(one["name"] for one in news.service.received()) == [f"p{i}" for i in range(5)]
