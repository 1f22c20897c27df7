"""Long JSON leaves packed for those who take it, and says the same."""

import gzip
import json

import httpx

from parta.core.http.packing import SMALLEST
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

PACKED, PLAIN = {"Accept-Encoding": "gzip, deflate, br"}, {"Accept-Encoding": "identity"}


async def as_sent(who: Actor, path: str, headers: dict[str, str]) -> tuple[httpx.Response, bytes]:
    """The answer and the bytes on the line."""
    async with who.client.stream("GET", f"/api{path}", headers=headers) as answer:
        return answer, b"".join([piece async for piece in answer.aiter_raw()])


async def test_a_long_list_is_packed_and_says_the_same(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    for number in range(30):
        await say(anna, chat, f"Домашнее задание по географии № {number}")

    small, line = await as_sent(anna, f"/conversations/{chat}/messages", PACKED)
    large, whole = await as_sent(anna, f"/conversations/{chat}/messages", PLAIN)

    assert small.headers["content-encoding"] == "gzip"
    assert int(small.headers["content-length"]) == len(line)
    assert "content-encoding" not in large.headers
    assert small.headers["vary"] == large.headers.get("vary", "accept-encoding")
    assert json.loads(gzip.decompress(line)) == json.loads(whole)
    assert len(line) < len(whole) / 5


async def test_what_is_short_or_secret_stays_as_it_is(world: World) -> None:
    anna = await world.person()
    for number in range(8):
        await world.role(anna, "teacher", await world.school(f"Школа № {number}"), position="учитель")

    short, _ = await as_sent(anna, "/me/drafts", PACKED)
    secret, whole = await as_sent(anna, "/me", PACKED)

    assert len(whole) > SMALLEST
    assert "content-encoding" not in short.headers
    assert "content-encoding" not in secret.headers


async def test_a_repeated_request_is_answered_again_in_either_form(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    body = {"title": "Кружок любителей географии " * 3}
    answers = [
        await anna.client.patch(
            f"/api/conversations/{chat}", json=body, headers=headers | {"Idempotency-Key": "once"}
        )
        for headers in ({"Accept-Encoding": "gzip"}, PLAIN)
    ]
    assert answers[0].headers["content-encoding"] == "gzip"
    assert "content-encoding" not in answers[1].headers
    assert answers[0].json() == answers[1].json()
