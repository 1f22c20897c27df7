"""One's own marks: kept over all chats, the same on all devices, seen by nobody else."""

from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def store(who: Actor) -> list[str]:
    answer = (await who.get("/important")).json()
    return [one["message"]["body"] for one in answer["items"]]


async def test_marks_of_all_chats_lie_in_one_store_the_newest_first(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    one, other = await group(world, anna, boris), await group(world, boris, anna)
    first, second = await say(boris, one, "Контрольная в среду"), await say(boris, other, "Сбор в девять")

    for message in (first, second, first):
        assert (await anna.put(f"/messages/{message['id']}/important")).status_code == 204

    assert await store(anna) == ["Сбор в девять", "Контрольная в среду"]
    assert await store(boris) == []
    mine = (await anna.get(f"/conversations/{one}/messages")).json()["items"][0]
    theirs = (await boris.get(f"/conversations/{one}/messages")).json()["items"][0]
    assert (mine["important"], theirs["important"]) == (True, False)
    people = (await anna.get("/important")).json()["people"]
    assert [person["id"] for person in people] == [boris.id]


async def test_the_store_is_paged_by_key(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    for i in range(5):
        await anna.put(f"/messages/{(await say(anna, chat, str(i)))['id']}/important")

    seen, after = [], ""
    while after is not None:
        page = (await anna.get(f"/important?limit=2&after={after}")).json()
        seen += [one["message"]["body"] for one in page["items"]]
        after = page["next"]

    assert seen == ["4", "3", "2", "1", "0"]
    assert (await anna.get("/important?after=forged")).status_code == 422
    assert (await anna.get("/important?limit=101")).status_code == 422


async def test_what_one_may_not_see_any_more_is_not_in_the_store(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    stays, left = await group(world, anna, boris), await group(world, boris, anna)
    texts = ["удалено", "скрыто", "осталось"]
    messages = {text: (await say(boris, stays, text))["id"] for text in texts}
    elsewhere = (await say(boris, left, "в покинутом чате"))["id"]
    for message in (*messages.values(), elsewhere):
        await anna.put(f"/messages/{message}/important")

    await boris.delete(f"/messages/{messages['удалено']}?for=all")
    await anna.delete(f"/messages/{messages['скрыто']}?for=me")
    await boris.delete(f"/conversations/{left}/members/{anna.id}")

    assert await store(anna) == ["осталось"]
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM important_messages") == 3


async def test_a_mark_is_told_to_all_devices_of_its_owner_and_to_nobody_else(
    world: World, sockets: Sockets
) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = await say(boris, chat, "Запомнить")
    phone, stranger = await sockets.open(anna), await sockets.open(boris)

    await anna.put(f"/messages/{message['id']}/important")
    await anna.put(f"/messages/{message['id']}/important")
    await anna.delete(f"/messages/{message['id']}/important")

    event = await phone.event("message_marked", important=True)
    assert (event["message_id"], event["number"], event["conversation_id"]) == (
        message["id"],
        message["number"],
        chat,
    )
    await phone.event("message_marked", important=False)
    assert await stranger.silence(0.2) == []
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM events WHERE kind = 'message_marked'") == 2


async def test_strangers_and_the_deleted_are_not_marked(world: World) -> None:
    anna, stranger = await world.person(), await world.person()
    chat = await group(world, anna)
    living, deleted = (await say(anna, chat, "раз"))["id"], (await say(anna, chat, "два"))["id"]
    await anna.delete(f"/messages/{deleted}?for=all")

    assert (await stranger.put(f"/messages/{living}/important")).status_code == 404
    assert (await stranger.delete(f"/messages/{living}/important")).status_code == 404
    assert (await anna.put(f"/messages/{deleted}/important")).json()["code"] == "message_deleted"
