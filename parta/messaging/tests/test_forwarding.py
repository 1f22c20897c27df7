"""Handing messages on: whose words they stay, who gets them, and who does not."""

from typing import Any
from uuid import uuid4

import pytest

from parta.files.attaching import used_files
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def forward(who: Actor, messages: list[int], chats: list[int], **more: Any) -> Any:
    body = {"message_ids": messages, "conversation_ids": chats, "client_id": str(uuid4())} | more
    return await who.post("/forwards", body)


async def history(who: Actor, chat: int) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
    return items


async def file_of(world: World, owner: Actor, name: str = "план.txt") -> int:
    async with world.database.transaction() as tx:
        key = f"test/{uuid4().hex}"
        await world.database.blobs.put(key, b"hello")
        file_id: int = await tx.value(
            "INSERT INTO files (owner_id, name, content_type, size, received, blob_key, state, kind)"
            " VALUES ($1, $2, 'text/plain', 5, 5, $3, 'ready', 'document') RETURNING id",
            owner.id,
            name,
            key,
        )
    return file_id


async def test_words_keep_their_author_through_a_chain(world: World) -> None:
    anna, boris, vera = (await world.person("Ладогина", "Анна"), await world.person(), await world.person())
    first, second, third = (
        await group(world, anna, boris),
        await group(world, boris, vera),
        await group(world, vera),
    )
    said = await say(anna, first, "Завтра к девяти, **без опозданий**", mentions=[boris.id])

    once = await forward(boris, [said["id"]], [second])
    again = await forward(vera, once.json()["results"][0]["message_ids"], [third])

    assert once.status_code == again.status_code == 200
    for reader, chat, by in ((vera, second, boris), (vera, third, vera)):
        [copy] = await history(reader, chat)
        assert (copy["author_id"], copy["body"], copy["mentions"]) == (by.id, said["body"], [])
        assert copy["content"]["forwarded"] == {
            "author_id": anna.id,
            "author_name": "Анна Ладогина",
            "at": said["created_at"],
        }


async def test_many_messages_go_to_many_chats_in_the_order_they_were_said_after_the_comment(
    world: World,
) -> None:
    anna = await world.person()
    source = await group(world, anna)
    targets = [await group(world, anna, title=str(i)) for i in range(12)]
    said = [(await say(anna, source, str(i)))["id"] for i in range(4)]

    answer = await forward(anna, said[::-1], targets, comment="Посмотрите")

    assert [one["conversation_id"] for one in answer.json()["results"]] == targets
    for chat in targets:
        assert [m["body"] for m in await history(anna, chat)] == ["Посмотрите", "0", "1", "2", "3"]
        assert [m["content"] is None for m in await history(anna, chat)] == [True] + [False] * 4


async def test_the_edge_of_twelve_chats_and_a_hundred_messages(world: World) -> None:
    anna = await world.person()
    source = await group(world, anna)
    targets = [await group(world, anna) for _ in range(13)]
    said = [(await say(anna, source, str(i)))["id"] for i in range(101)]

    thirteen = await forward(anna, said[:1], targets)
    too_many = await forward(anna, said, targets[:1])
    edge = await forward(anna, said[:100], targets[:1])
    nothing, nowhere = await forward(anna, [], targets[:1]), await forward(anna, said[:1], [])

    assert (thirteen.status_code, thirteen.json()["code"]) == (422, "too_many_targets")
    assert (too_many.status_code, too_many.json()["code"]) == (422, "too_many_to_forward")
    assert len(edge.json()["results"][0]["message_ids"]) == 100
    assert nothing.json()["code"] == nowhere.json()["code"] == "nothing_to_forward"
    assert [await history(anna, chat) for chat in targets[1:]] == [[]] * 12


async def test_asking_twice_forwards_once_even_after_the_original_has_gone(world: World) -> None:
    anna = await world.person()
    source, target = await group(world, anna), await group(world, anna)
    said, key = (await say(anna, source, "Один раз"))["id"], str(uuid4())

    first = await forward(anna, [said], [target], client_id=key, comment="Вот")
    await anna.delete(f"/messages/{said}?for=all")
    second = await forward(anna, [said], [target], client_id=key, comment="Вот")

    assert first.json() == second.json()
    assert [m["body"] for m in await history(anna, target)] == ["Вот", "Один раз"]


async def test_a_chat_that_refuses_gets_nothing_and_does_not_stop_the_others(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    source, open_chat = await group(world, anna), await group(world, anna)
    silent, foreign, slow = (
        await group(world, boris, anna),
        await group(world, boris),
        await group(world, boris, anna),
    )
    async with world.database.transaction() as tx:
        await tx.run(
            "UPDATE conversations SET who_writes = 'administrators', plain = false WHERE id = $1", silent
        )
        await tx.run("UPDATE conversations SET slow_mode = 60, plain = false WHERE id = $1", slow)
    said = [(await say(anna, source, text))["id"] for text in ("раз", "два")]

    answer = await forward(anna, said, [silent, foreign, open_chat, slow, 10**18])

    codes = [one["problem"] and one["problem"]["code"] for one in answer.json()["results"]]
    assert codes == ["only_administrators_write", "not_found", None, "slow_mode", "not_found"]
    assert [len(one["message_ids"]) for one in answer.json()["results"]] == [0, 0, 2, 0, 0]
    assert await history(anna, silent) == await history(anna, slow) == await history(boris, foreign) == []


async def test_what_one_cannot_see_cannot_be_handed_on(world: World) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    source, theirs, mine = (
        await group(world, anna, boris),
        await group(world, stranger),
        await group(world, boris),
    )
    said, hidden, deleted = [(await say(anna, source, text))["id"] for text in ("раз", "два", "три")]
    await boris.delete(f"/messages/{hidden}?for=me")
    await anna.delete(f"/messages/{deleted}?for=all")

    for who, chat, message, status in (
        (stranger, theirs, said, 404),
        (stranger, theirs, 10**9, 404),
        (stranger, theirs, 2**63, 404),
        (boris, mine, hidden, 404),
        (boris, mine, deleted, 409),
    ):
        answer = await forward(who, [message], [chat])
        assert answer.status_code == status, answer.text
    assert await history(boris, mine) == []


async def test_what_was_said_for_a_while_or_for_one_chat_only_stays_there(world: World) -> None:
    anna = await world.person()
    source, closed, target = [await group(world, anna) for _ in range(3)]
    passing = await say(anna, source, "Исчезну", content={"lifetime": 3600})
    kept = await say(anna, closed, "Только здесь")
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET forwarding_forbidden = true WHERE id = $1", closed)
    pinned = await say(anna, source, "Закреплю")
    await anna.put(f"/messages/{pinned['id']}/pin")
    notice = (await history(anna, source))[-1]

    for message, code in (
        (passing, "disappearing_not_forwardable"),
        (kept, "forwarding_forbidden"),
        (notice, "not_forwardable"),
    ):
        answer = await forward(anna, [message["id"]], [target])
        assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_a_file_is_shared_with_the_new_chat_and_outlives_the_first_message(world: World) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    source, target = await group(world, anna, boris), await group(world, boris, vera)
    file = await file_of(world, anna)
    said = await say(anna, source, "", file_ids=[file])
    assert (await vera.get(f"/files/{file}")).status_code == 404

    await forward(boris, [said["id"]], [target])
    await anna.delete(f"/messages/{said['id']}?for=all")

    assert (await vera.get(f"/files/{file}")).content == b"hello"
    [copy] = await history(vera, target)
    assert [one["id"] for one in copy["files"]] == [file]
    async with world.database.transaction() as tx:
        assert await used_files(tx, [file]) == {file}

    await boris.delete(f"/messages/{copy['id']}?for=all")
    assert (await vera.get(f"/files/{file}")).status_code == 404
    async with world.database.transaction() as tx:
        assert await used_files(tx, [file]) == set()


async def test_another_persons_file_cannot_be_attached_by_its_number(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, boris)
    file = await file_of(world, anna)

    answer = await boris.post(
        f"/conversations/{chat}/messages", {"client_id": str(uuid4()), "body": "", "file_ids": [file]}
    )

    assert (answer.status_code, answer.json()["code"]) == (422, "file_not_attachable")


async def test_nobody_changes_words_that_stand_under_somebody_elses_name(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    source, target = await group(world, anna, boris), await group(world, boris)
    said = await say(anna, source, "Контрольной не будет")
    copy = (await forward(boris, [said["id"]], [target])).json()["results"][0]["message_ids"][0]

    edited = await boris.patch(f"/messages/{copy}", {"body": "Контрольная будет"})
    faked = await boris.post(
        f"/conversations/{target}/messages",
        {
            "client_id": str(uuid4()),
            "body": "Уроков не будет",
            "content": {"forwarded": {"author_id": anna.id, "author_name": "Анна", "at": said["created_at"]}},
        },
    )

    assert (edited.status_code, edited.json()["code"]) == (409, "not_editable")
    assert faked.json()["content"] is None


async def test_a_sticker_goes_on_and_a_poll_goes_on_as_its_question(world: World) -> None:
    anna = await world.person()
    source, target = await group(world, anna), await group(world, anna)
    sticker = await say(anna, source, "", content={"sticker": "owl/hello"})
    poll = await say(
        anna, source, "", content={"poll": {"question": "Куда идём?", "options": ["В лес", "В музей"]}}
    )

    await forward(anna, [sticker["id"], poll["id"]], [target])

    first, second = await history(anna, target)
    assert first["content"]["sticker"] == "owl/hello"
    assert second["body"] == "📊 Куда идём?\n• В лес\n• В музей"
    assert "poll" not in second["content"]


@pytest.mark.parametrize("body", ["@все, сюда", "обычные слова"])
async def test_handed_on_words_call_nobody(world: World, body: str) -> None:
    anna, boris = await world.person(), await world.person()
    source, target = await group(world, anna), await group(world, anna, boris)
    said = await say(anna, source, body)

    await forward(anna, [said["id"]], [target])

    assert (await boris.get(f"/conversations/{target}")).json()["mentioned"] is False
