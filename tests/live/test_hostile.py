"""Strange clients: refused or closed alone, and nobody else feels it."""

import asyncio
import json
import socket
import time
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from parta.core.bus import Whisper
from parta.core.http.cookies import SESSION_COOKIE
from parta.core.live import connection as live_connection
from parta.core.live import gateway
from parta.main.app import Application
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

HUGE = 10**30


async def test_nobody_and_a_forged_cookie_are_closed(sockets: Sockets) -> None:
    for token in (None, "", "x" * 43, "ÿ"):
        live = await sockets.knock(token)
        assert await live.ended() == 4401
        assert live.frames == []


async def test_a_page_of_another_site_is_refused_and_our_own_is_not(world: World, sockets: Sockets) -> None:
    anna = await world.person()

    for origin in ("https://evil.example", "null", f"{sockets.address}.evil.example"):
        live = await sockets.knock(anna.token, origin=origin)
        assert await live.ended() == 4401
        assert live.frames == []
    own = await sockets.knock(anna.token, origin=sockets.address)
    await own.say(op="hello")
    await own.hear("caught_up")


async def test_who_does_not_say_hello_is_closed(
    world: World, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "HELLO_WITHIN", 0.2)
    anna = await world.person()
    silent, hasty = await sockets.knock(anna.token), await sockets.knock(anna.token)

    await hasty.say(op="ping")

    assert await silent.ended() == await hasty.ended() == 4408
    assert silent.frames == hasty.frames == []


MALFORMED = [
    "",
    "{",
    "[]",
    "null",
    '"ping"',
    '{"op":"nonsense"}',
    '{"op":"send"}',
    '{"op":"hello","cursors":{"person:1":"x"}}',
    '{"op":"typing","conversation_id":"1"}',
    '{"op":"ping","x":' + "[" * 100_000 + "]" * 100_000 + "}",
    '{"op":"watch","people":[' + "1," * 200_000 + "1]}",
]


async def test_a_malformed_frame_closes_its_socket_only(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    careful = await sockets.open(anna)

    for text in MALFORMED:
        clumsy = await sockets.open(anna)
        await clumsy.socket.send(text)
        assert await clumsy.ended() == 4400, text[:60]

    assert (await careful.send(chat, "Всё в порядке"))["op"] == "ack"


async def test_a_second_hello_and_a_frame_of_bytes_are_harmless(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    live = await sockets.open(anna)

    await live.say(op="hello", cursors={})
    await live.socket.send(b'{"op":"ping"}')

    await live.hear("pong")


WRONG = [
    {"body": "  "},
    {"body": "щ" * 8001},
    {"conversation_id": HUGE},
    {"conversation_id": -HUGE},
    {"conversation_id": -1},
    {"reply_to_id": HUGE},
    {"file_ids": [HUGE]},
    {"file_ids": [1, 1]},
    {"file_ids": list(range(11))},
    {"mentions": [-HUGE]},
    {"mentions": list(range(51))},
]


async def test_a_wrong_draft_is_refused_and_its_neighbours_are_sent(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    live = await sockets.open(anna)
    draft = {"op": "send", "conversation_id": chat, "body": "Слово"}

    for wrong in WRONG:
        live.forget()
        for ref, more in (("before", {}), ("wrong", wrong), ("after", {})):
            await live.say(**{**draft, **more, "ref": ref, "client_id": str(uuid4())})
        refused = await live.hear("refused", ref="wrong")
        assert refused["problem"]["status"] < 500, (wrong, refused)
        await live.hear("ack", ref="before")
        await live.hear("ack", ref="after")

    bodies = [m["body"] for m in (await anna.get(f"/conversations/{chat}/messages")).json()["items"]]
    assert bodies == ["Слово"] * 2 * len(WRONG)


async def test_impossible_people_are_not_watched(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    await group(world, anna, boris)
    live = await sockets.open(anna)

    await live.say(op="watch", people=[HUGE, -HUGE, 0, boris.id], conversation_id=HUGE)
    await live.say(op="typing", conversation_id=HUGE)
    await live.say(op="ping")

    await live.hear("pong")
    assert (await live.hear("presence"))["people"] == {str(boris.id): False}


async def test_a_hasty_client_is_slowed_down_to_the_rate(world: World, sockets: Sockets) -> None:
    anna = await world.person()
    live = await sockets.open(anna)
    burst, more, rate = 120, 45, 30

    began = time.monotonic()
    for _ in range(burst + more):
        await live.say(op="ping")
    while sum(f["op"] == "pong" for f in live.frames) < burst + more:
        await asyncio.sleep(0.02)
    took = time.monotonic() - began

    assert took > more / rate * 0.8
    assert live.close_code is None


async def test_who_does_not_read_is_closed_and_the_others_hear_on(
    world: World, sockets: Sockets, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_connection, "LAST_CHANCE", 0.2)
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    hers = await sockets.open(anna)
    _reader, writer = await _deaf(sockets.address, boris)

    whisper = Whisper(f"conversation:{chat}", json.dumps({"op": "noise", "x": "x" * 2**19}))
    for _ in range(24):
        application.database.bus.publish(whisper)
        await asyncio.sleep(0)
    async with asyncio.timeout(20):
        while application.hub.people.get(boris.id):
            await asyncio.sleep(0.1)

    writer.close()
    assert (await hers.send(chat, "Дальше"))["op"] == "ack"
    assert hers.bodies(f"conversation:{chat}")[-1] == "Дальше"
    his = await sockets.open(boris, {f"conversation:{chat}": hers.cursors[f"conversation:{chat}"] - 1})
    await his.event("message_added", conversation_id=chat)


async def _deaf(address: str, actor: Actor) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Open a socket by hand, say hello, and never read again."""
    place = urlsplit(address)
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.setblocking(False)
    await asyncio.get_running_loop().sock_connect(raw, (place.hostname, place.port))
    reader, writer = await asyncio.open_connection(sock=raw, limit=1024)
    writer.write(
        f"GET /api/live HTTP/1.1\r\nHost: {place.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        f"Cookie: {SESSION_COOKIE}={actor.token}\r\n\r\n".encode()
    )
    assert b"101" in await reader.readuntil(b"\r\n\r\n")
    hello = json.dumps({"op": "hello"}).encode()
    # Clients mask; a mask of zeros leaves the text as it is (RFC 6455 §5.3).
    writer.write(bytes((0x81, 0x80 | len(hello))) + bytes(4) + hello)
    while b"caught_up" not in await reader.read(65536):
        pass
    writer.transport.pause_reading()
    return reader, writer


async def test_sending_to_a_foreign_chat_and_to_none_is_one_refusal(world: World, sockets: Sockets) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, boris)
    live = await sockets.open(anna)

    refused = await live.send(chat, "Пустите")
    absent = await live.send(chat + 99, "Пустите")

    assert refused["problem"]["code"] == "not_found"
    assert refused["problem"] == absent["problem"]
    assert await say(boris, chat, "Здесь только я")
    assert live.events == {}
