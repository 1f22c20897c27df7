"""One pointer: unread counts, who has read, and silence."""

from parta.testing.talk import group, say
from parta.testing.world import World


async def test_the_pointer_moves_forward_only_and_counts_the_unread(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    for i in range(5):
        await say(anna, chat, f"№ {i}")

    async def unread(number: int | None = None) -> tuple[int, int]:
        if number is not None:
            moved = await boris.put(f"/conversations/{chat}/reading", {"number": number})
            assert moved.status_code == 204
        shown = (await boris.get(f"/conversations/{chat}")).json()
        return shown["read_number"], shown["unread"]

    assert await unread() == (0, 5)
    assert await unread(3) == (3, 2)
    assert await unread(1) == (3, 2)
    assert await unread(10**12) == (5, 0)
    for wrong in (-1, 10**30, None):
        assert (await boris.put(f"/conversations/{chat}/reading", {"number": wrong})).status_code == 422
    # Whoever speaks has read what stands before.
    await say(anna, chat, "Ответьте")
    await say(boris, chat, "Отвечаю")
    assert await unread() == (7, 0)


async def test_who_has_read_is_told_without_the_author(world: World) -> None:
    anna, boris, vera, stranger = [await world.person() for _ in range(4)]
    chat = await group(world, anna, boris, vera)
    first, second = [(await say(anna, chat, text))["id"] for text in ("Раз", "Два")]
    await boris.put(f"/conversations/{chat}/reading", {"number": 1})
    await vera.put(f"/conversations/{chat}/reading", {"number": 2})

    async def readers(message: int, query: str = "") -> tuple[list[int], int, int]:
        told = (await anna.get(f"/messages/{message}/readers{query}")).json()
        return [r["person"]["id"] for r in told["items"]], told["total_read"], told["total_members"]

    assert await readers(first) == ([boris.id, vera.id], 2, 2)
    assert await readers(second) == ([vera.id], 1, 2)
    assert await readers(first, "?limit=1") == ([boris.id], 2, 2)
    assert (await stranger.get(f"/messages/{first}/readers")).status_code == 404
    await vera.delete(f"/conversations/{chat}/members/{vera.id}")
    assert await readers(first) == ([boris.id], 1, 1)


async def test_muting_is_for_oneself_for_a_while_for_ever_or_no_longer(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    async def mute(until: object) -> tuple[int, str | None]:
        answer = await boris.put(f"/conversations/{chat}/mute", {"until": until})
        return answer.status_code, (await boris.get(f"/conversations/{chat}")).json()["muted_until"]

    assert await mute("2030-01-01T12:00:00+03:00") == (204, "2030-01-01T09:00:00Z")
    status, until = await mute("forever")
    assert (status, str(until)[:4]) == (204, "9999")
    assert await mute(None) == (204, None)
    for wrong in ("вечно", 5, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        assert (await mute(wrong))[0] == 422
    assert (await anna.get(f"/conversations/{chat}")).json()["muted_until"] is None


async def test_a_muted_chat_may_let_mentions_pass(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)

    async def passes(until: str | None, **more: bool) -> bool:
        await boris.put(f"/conversations/{chat}/mute", {"until": until, **more})
        shown: bool = (await boris.get(f"/conversations/{chat}")).json()["mentions_pass"]
        return shown

    assert await passes("forever", mentions_pass=True)
    assert not await passes("forever")
    # A chat that sounds anyway has nothing to let through.
    assert not await passes(None, mentions_pass=True)
