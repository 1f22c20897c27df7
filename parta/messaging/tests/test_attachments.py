"""What was attached is found by its kind, by who may see it, in constant cost."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image

from parta.core import clock
from parta.core.jobs_worker import perform_all
from parta.files.tests.conftest import Uploader
from parta.messaging import queries_attachments
from parta.messaging.attachments import links_of
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


def a_photo() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 120, 40)).save(picture, "PNG")
    return picture.getvalue()


async def names(who: Actor, chat: int, kind: str) -> list[str]:
    page = (await who.get(f"/conversations/{chat}/attachments?kind={kind}")).json()
    return [item["link"] or item["file"]["name"] for item in page["items"]]


async def test_files_stand_by_kind_newest_first_with_their_message(world: World) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    uploader, photo = Uploader(anna), a_photo()
    first = await say(
        anna,
        chat,
        "План и вид",
        file_ids=[await uploader.upload(photo, "вид.png"), await uploader.upload(b"plan", "план.txt")],
    )
    second = await say(anna, chat, "", file_ids=[await uploader.upload(photo, "ещё.png")])
    await perform_all(world.database)

    page = (await boris.get(f"/conversations/{chat}/attachments?kind=media")).json()
    assert [(i["file"]["name"], i["number"], i["excerpt"]) for i in page["items"]] == [
        ("ещё.png", second["number"], ""),
        ("вид.png", first["number"], "План и вид"),
    ]
    assert page["items"][0]["file"]["preview"] is True
    assert [person["id"] for person in page["people"]] == [anna.id]
    assert await names(boris, chat, "document") == ["план.txt"]
    assert await names(boris, chat, "image") == ["ещё.png", "вид.png"]
    assert await names(boris, chat, "video") == await names(boris, chat, "voice") == []
    refused = await stranger.get(f"/conversations/{chat}/attachments?kind=media")
    assert refused.status_code == 404
    assert (await boris.get(f"/conversations/{chat}/attachments?kind=secret")).status_code == 422


async def test_pages_follow_each_other_without_holes(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    uploader = Uploader(anna)
    for n in range(3):
        files = [await uploader.upload(b"x", f"{n}-{place}.txt") for place in range(3)]
        await say(anna, chat, "", file_ids=files)

    seen, key = [], ""
    while key is not None:
        page = (await anna.get(f"/conversations/{chat}/attachments?kind=document&limit=2{key}")).json()
        seen += [item["file"]["name"] for item in page["items"]]
        key = page["next"] and f"&after={page['next']}"
    assert seen == [f"{n}-{place}.txt" for n in (2, 1, 0) for place in (2, 1, 0)]


async def test_what_one_may_not_see_is_not_there(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    uploader = Uploader(anna)

    async def send(name: str, **more: Any) -> dict[str, Any]:
        link = f"https://парта.example/{name}"
        return await say(anna, chat, link, file_ids=[await uploader.upload(b"x", name)], **more)

    deleted, hidden = await send("deleted"), await send("hidden")
    await send("vanishing", content={"lifetime": 60})
    await send("kept")
    await anna.delete(f"/messages/{deleted['id']}?for=all")
    await boris.delete(f"/messages/{hidden['id']}?for=me")
    assert await names(boris, chat, "document") == ["kept", "vanishing"]
    clock.shift(timedelta(seconds=61))

    assert await names(boris, chat, "document") == ["kept"]
    assert await names(anna, chat, "document") == ["kept", "hidden"]
    assert await names(boris, chat, "link") == ["https://парта.example/kept"]


async def test_links_are_found_in_what_was_said_and_changed(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    await say(
        anna, chat, "Смотри https://a.example/x, и (http://b.example/?q=1&r=2)! И ещё https://a.example/x."
    )
    await say(anna, chat, "Ни одной: ftp://c.example, javascript://d, www")
    changed = await say(anna, chat, "Потом будет")
    await anna.patch(f"/messages/{changed['id']}", {"body": "Вот: https://e.example"})

    assert await names(anna, chat, "link") == [
        "https://e.example",
        "https://a.example/x",
        "http://b.example/?q=1&r=2",
    ]


def test_a_text_made_of_links_gives_a_bounded_list() -> None:
    assert len(links_of(" ".join(f"https://{n}.example" for n in range(500)))) == 20


async def test_a_page_costs_the_same_in_a_large_chat(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    async with world.database.transaction() as tx:
        await tx.run(
            "INSERT INTO messages (conversation_id, number, author_id, client_id, body, has_files)"
            " SELECT $1, n, $2, gen_random_uuid(), CASE WHEN n % 2 = 0 THEN 'https://x.example' ELSE 'слова' END, true"
            "   FROM generate_series(1, 20000) n",
            chat,
            anna.id,
        )
        await tx.run(
            "INSERT INTO files (owner_id, name, size, received, blob_key, state, kind)"
            " SELECT $1, 'f', 1, 1, 'k' || n, 'ready', CASE WHEN n % 100 = 0 THEN 'image' ELSE 'document' END"
            "   FROM generate_series(1, 20000) n",
            anna.id,
        )
        await tx.run(
            "INSERT INTO message_files (message_id, position, file_id, conversation_id, number, kind)"
            " SELECT m.id, 0, f.id, $1, m.number, f.kind"
            "   FROM messages m JOIN files f ON f.blob_key = 'k' || m.number WHERE m.conversation_id = $1",
            chat,
        )
        await tx.run("ANALYZE messages, message_files, files")
        for sql, args in (
            (queries_attachments.OF_KINDS, (chat, ["image", "video"], 10000, 0, anna.id, 50, clock.now())),
            (queries_attachments.WITH_LINKS, (chat, 10000, anna.id, 50, clock.now())),
        ):
            told = await tx.connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", *args)
            plan = json.loads(told)[0]["Plan"]
            read = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
            assert plan["Actual Rows"] == 50
            assert read < 1000, f"{read} blocks for 50 rows"
