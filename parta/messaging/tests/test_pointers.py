"""What a device on a slow line asks for in place of the whole list."""

from parta.testing.talk import group, say
from parta.testing.world import World


async def test_pointers_of_others_come_page_by_page_without_ones_own(world: World) -> None:
    anna, boris, vera = [await world.person() for _ in range(3)]
    chats = [await group(world, anna, boris, vera) for _ in range(3)]
    foreign = await group(world, boris, vera)
    for chat in (*chats, foreign):
        for text in ("Раз", "Два", "Три"):
            await say(boris, chat, text)
        await vera.put(f"/conversations/{chat}/reading", {"number": 2})
    await boris.delete(f"/conversations/{chats[1]}/members/{boris.id}")
    await anna.put(f"/conversations/{chats[1]}/reading", {"number": 3})

    first = (await anna.get("/me/pointers?limit=2")).json()
    rest = (await anna.get(f"/me/pointers?limit=2&after={first['next']}")).json()

    assert [*first["items"], *rest["items"]] == [[chats[0], 3], [chats[1], 2], [chats[2], 3]]
    assert rest["next"] is None
    for wrong in ("limit=0", "limit=501", "after=xx"):
        assert (await anna.get(f"/me/pointers?{wrong}")).status_code in (400, 422)
