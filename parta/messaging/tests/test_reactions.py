"""One emoji at a time, at most three, and nothing that spells a word."""

import asyncio
from urllib.parse import quote

import pytest

from parta.messaging.reactions import EMOJI
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


async def react(who: Actor, message: int, emoji: str) -> tuple[int, str | None]:
    answer = await who.put(f"/messages/{message}/reactions/{quote(emoji, safe='')}")
    return answer.status_code, answer.json()["code"] if answer.content else None


async def test_three_reactions_by_one_person_and_each_once(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    message = (await say(anna, chat, "Ура, каникулы!"))["id"]

    for emoji in ("🎉", "👍", "❤️", "🎉"):
        assert await react(boris, message, emoji) == (204, None)
    assert await react(boris, message, "😀") == (409, "too_many_reactions")
    assert await react(anna, message, "🎉") == (204, None)

    shown = (await boris.get(f"/conversations/{chat}/messages")).json()["items"][0]["reactions"]
    assert shown == [
        {"emoji": "🎉", "count": 2, "mine": True},
        {"emoji": "👍", "count": 1, "mine": True},
        {"emoji": "❤️", "count": 1, "mine": True},
    ]
    page = (await anna.get(f"/messages/{message}/reactions?limit=3")).json()
    rest = (await anna.get(f"/messages/{message}/reactions?limit=3&after={page['next']}")).json()
    assert [(r["emoji"], r["person"]["id"]) for r in page["items"] + rest["items"]] == [
        ("🎉", boris.id),
        ("👍", boris.id),
        ("❤️", boris.id),
        ("🎉", anna.id),
    ]
    for _ in range(2):
        assert (await boris.delete(f"/messages/{message}/reactions/👍")).status_code == 204
    assert await react(boris, message, "😀") == (204, None)


async def test_two_devices_at_once_do_not_exceed_the_limit(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = (await say(anna, chat, "Спешка"))["id"]

    answers = await asyncio.gather(*(react(anna, message, emoji) for emoji in "😀😁😂😃😄😅"))

    assert sorted(status for status, _ in answers) == [204] * 3 + [409] * 3


@pytest.mark.parametrize(
    "emoji",
    ["👍", "👍🏽", "❤️", "🇷🇺", "👨‍👩‍👧‍👦", "1️⃣", "🏳️‍🌈", "🧑🏿‍🚀", "🧑🏻‍❤️‍💋‍🧑🏿", "☀️", "✅", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🤷🏼‍♀️"],
)
def test_emoji_are_emoji(emoji: str) -> None:
    assert EMOJI.fullmatch(emoji)


HOSTILE = [
    "да",
    "x",
    "1",
    "<b>",
    "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍",
    "👍\n",
    "👍\x00",
    "🇷",
    "🇷🇺🇷🇺",
    " 👍",
    "👍а",
    "\u202e",
    "\u200d",
    "あ",
    "㈱",
    "👍👎",
    "👍" + "\u200d" * 3,
    "е\u0301",
]


async def test_hostile_strings_are_no_reactions(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    message = (await say(anna, chat, "Проверка"))["id"]

    taken = [emoji for emoji in HOSTILE if await react(anna, message, emoji) != (422, "reaction_invalid")]

    assert taken == []


async def test_what_was_deleted_or_hidden_or_foreign_takes_no_reaction(world: World) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    deleted, living = [(await say(anna, chat, text))["id"] for text in ("Лишнее", "Нужное")]
    await react(boris, deleted, "👍")
    await anna.delete(f"/messages/{deleted}?for=all")

    assert await react(boris, deleted, "👍") == (409, "message_deleted")
    assert await react(stranger, living, "👍") == (404, "not_found") == await react(boris, 10**6, "👍")
    assert (await stranger.get(f"/messages/{living}/reactions")).status_code == 404
    assert (await boris.get(f"/messages/{deleted}/reactions")).json()["items"] == []
