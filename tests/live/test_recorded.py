"""Old snapshot + events = new snapshot: a recording on which the client's reducer is run.

The recording lies in the client's folder, where `recorded.test.ts` plays it; here it is made anew and
compared. PARTA_RECORD=1 writes it.
"""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from parta.core import clock
from parta.messaging.groups.membership import join
from parta.testing.live import Live, Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World
from tests.live.recorded_club import Club
from tests.live.recording import Recorder, settled

RECORDING = Path(__file__).parents[2] / "web" / "src" / "core" / "store" / "fixtures" / "recorded.json"


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def test_the_recording_for_the_client_is_what_the_server_does(world: World, sockets: Sockets) -> None:
    anna, boris, vera, gleb = [await world.person() for _ in range(4)]
    chat, other = await group(world, boris, anna, vera), await group(world, boris, anna)
    old = [
        await say(who, chat, f"Сообщение {i}")
        for i, who in enumerate((boris, vera, anna, boris, vera, boris))
    ]
    await react(vera, old[0], "👍")
    await say(boris, other, "Здесь недолго")
    club = Club(world, anna, boris, [vera, gleb, await world.person(), await world.person()])
    await club.begin()
    live = await sockets.open(anna)
    recorder = Recorder(world, live)
    before = await snapshot(anna)

    await talk(anna, boris, vera, chat, old)
    await mark_and_pin(anna, boris, chat, old)
    await change_members(world, live, anna, boris, vera, gleb, chat)
    await recorder.note()
    await club.happen(recorder)
    await boris.delete(f"/conversations/{other}/members/{anna.id}")
    await live.hear("closed", stream=f"conversation:{other}")
    await recorder.note()

    recording = settled(
        {"me": anna.id, "before": before, "frames": recorder.frames, "after": await snapshot(anna)},
    )
    if os.environ.get("PARTA_RECORD"):
        RECORDING.parent.mkdir(exist_ok=True)
        RECORDING.write_text(json.dumps(recording, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(RECORDING.read_text(encoding="utf-8")) == recording


async def talk(anna: Actor, boris: Actor, vera: Actor, chat: int, old: list[dict[str, Any]]) -> None:
    """Messages, quotes, edits, reactions, deletions, for all and for oneself."""
    question = await say(boris, chat, "Кто идёт?", mentions=[anna.id])
    await say(vera, chat, "Я!", reply_to_id=question["id"])
    mine = await say(anna, chat, "И я", reply_to_id=old[1]["id"])
    await boris.patch(
        f"/messages/{question['id']}", {"body": "Кто идёт в музей?", "mentions": [anna.id, vera.id]}
    )
    for who, message, emoji in (
        (anna, question, "👍"),
        (boris, question, "👍"),
        (vera, question, "🎉"),
        (anna, old[0], "👍"),
        (boris, mine, "❤️"),
    ):
        await react(who, message, emoji)
    await anna.delete(f"/messages/{question['id']}/reactions/{quote('👍')}")
    await vera.delete(f"/messages/{old[0]['id']}/reactions/{quote('👍')}")
    await vera.delete(f"/messages/{old[1]['id']}?for=all")
    await anna.delete(f"/messages/{old[3]['id']}?for=me")
    await anna.put(f"/conversations/{chat}/reading", {"number": 8})


async def mark_and_pin(anna: Actor, boris: Actor, chat: int, old: list[dict[str, Any]]) -> None:
    """Marks of one's own, pins, words to all, a sticker, and something handed on."""
    for message in (old[0], old[2]):
        await anna.put(f"/messages/{message['id']}/important")
    await anna.delete(f"/messages/{old[2]['id']}/important")
    for message in (old[4], old[5]):
        await boris.put(f"/messages/{message['id']}/pin")
    await boris.delete(f"/messages/{old[5]['id']}/pin")
    await say(boris, chat, "@все, сбор в девять")
    await say(boris, chat, "", content={"sticker": "owl/hurry"})
    handed_on = {"message_ids": [old[5]["id"]], "conversation_ids": [chat], "client_id": str(uuid4())}
    await boris.post("/forwards", handed_on)


async def change_members(
    world: World, live: Live, anna: Actor, boris: Actor, vera: Actor, gleb: Actor, chat: int
) -> None:
    """A new title, a newcomer, a leaver, a role, silence, and somebody who reads."""
    await boris.patch(f"/conversations/{chat}", {"title": "Поход в музей"})
    async with world.database.transaction() as tx:
        await join(tx, chat, [gleb.id])
    await say(gleb, chat, "Всем привет", mentions=[anna.id])
    await vera.delete(f"/conversations/{chat}/members/{vera.id}")
    await boris.put(f"/conversations/{chat}/members/{anna.id}", {"role": "administrator"})
    await anna.put(f"/conversations/{chat}/mute", {"until": "2030-01-01T00:00:00Z"})
    last = (await boris.get(f"/conversations/{chat}")).json()["last_number"]
    await boris.put(f"/conversations/{chat}/reading", {"number": last})
    await live.hear("reading", readers=[[boris.id, last]])


async def react(who: Actor, message: dict[str, Any], emoji: str) -> None:
    answer = await who.put(f"/messages/{message['id']}/reactions/{quote(emoji)}")
    assert answer.status_code == 204, answer.text


async def snapshot(who: Actor) -> dict[str, Any]:
    """What the client asks for at its start: the list, the newest page of every chat, and the folders."""
    conversations = (await who.get("/conversations")).json()["items"]
    conversations.sort(key=lambda c: c["id"])
    pages = {
        str(c["id"]): (await who.get(f"/conversations/{c['id']}/messages")).json() for c in conversations
    }
    folders = (await who.get("/me/folders")).json()
    return {"conversations": conversations, "pages": pages, "folders": folders}
