"""A copy is made once, whatever dies meanwhile, and only for who asked."""

import asyncio
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.files.storage import spool_of
from parta.files.tests.conftest import Uploader
from parta.messaging.exporting import work
from parta.messaging.exporting.archive import Archive
from parta.messaging.exporting.asking import MakeExport
from parta.messaging.exporting.making import make_export
from parta.messaging.exporting.tests.conftest import ask
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_it_goes_on_where_it_was_when_everything_died(  # long: three deaths are one story
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "MESSAGES_ON_PAGE", 3)
    anna = await world.person()
    chat = await group(world, anna)
    uploader = Uploader(anna)
    for i in range(10):
        await say(anna, chat, f"Сообщение {i}", file_ids=[await uploader.upload(b"%d" % i, f"{i}.txt")])
    await perform_all(database)
    asked = await ask(anna, chat, format="json", files=True)
    added = Archive.add
    count = 0

    async def die_at_times(self: Archive, *args: Any, **options: Any) -> None:
        nonlocal count
        count += 1
        await added(self, *args, **options)
        if count in (3, 6, 11):  # in the middle of files, after a page, with bytes that nobody settled
            raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(Archive, "add", die_at_times)
        for minutes in range(4, 20, 4):
            try:
                await perform_all(database)
            except KeyboardInterrupt:
                clock.shift(timedelta(minutes=minutes))
    assert count == 10 + 4 + 1 + 3  # each file, page and the index once, and what was cut off again

    assert (await anna.get(f"/exports/{asked['id']}")).json()["state"] == "ready"
    archive = zipfile.ZipFile(io.BytesIO((await anna.get(f"/exports/{asked['id']}/file")).content))
    assert archive.testzip() is None
    names = archive.namelist()
    assert len(names) == len(set(names)) == 10 + 4 + 1
    said = [
        m["text"]
        for name in json.loads(archive.read("chat.json"))["pages"]
        for m in json.loads(archive.read(name))["messages"]
    ]
    assert said == [f"Сообщение {i}" for i in range(10)]
    assert list(spool_of(database.configuration).folder.iterdir()) == []


async def test_where_nothing_was_left_it_starts_over(
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "MESSAGES_ON_PAGE", 2)
    monkeypatch.setattr(work, "STEP", -1.0)
    anna = await world.person()
    chat = await group(world, anna)
    for i in range(3):
        await say(anna, chat, f"Сообщение {i}")
    asked = await ask(anna, chat, format="html", files=False)
    await make_export(database, MakeExport(export_id=asked["id"]))
    monkeypatch.setattr(work, "STEP", 20.0)
    for left in spool_of(database.configuration).folder.iterdir():
        left.unlink()
    await perform_all(database)

    archive = zipfile.ZipFile(io.BytesIO((await anna.get(f"/exports/{asked['id']}/file")).content))
    assert archive.namelist() == ["index.html", "messages-0002.html"]
    assert "Сообщение 2" in archive.read("messages-0002.html").decode()


async def test_only_who_asked_gets_it_for_a_week(world: World, sockets: Sockets, tmp_path: Path) -> None:
    anna, boris, stranger = [await world.person() for _ in range(3)]
    chat = await group(world, anna, boris)
    await say(anna, chat, "Слово")
    assert (await stranger.post(f"/conversations/{chat}/exports", {})).status_code == 404
    live = await sockets.open(boris)
    asked = await ask(boris, chat)
    address = f"/exports/{asked['id']}"
    assert (await boris.get(f"{address}/file")).status_code == 404  # not ready
    await perform_all(world.database)
    await live.event("export_changed", export_id=asked["id"], state="ready")
    for other in (anna, stranger):
        for refused in (
            await other.get(address),
            await other.get(f"{address}/file"),
            await other.delete(address),
        ):
            assert refused.status_code == 404
    whole = (await boris.get(f"{address}/file")).content
    part = await boris.get(f"{address}/file", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, whole[:10])
    assert part.headers["Cache-Control"] == "private, no-store"

    clock.shift(timedelta(days=7, seconds=1))
    boris = await world.sign_in(boris.id)
    assert (await boris.get(f"{address}/file")).status_code == 404
    await perform_all(world.database)
    assert (await boris.get(f"/conversations/{chat}/exports")).json()["items"] == []
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM exports") == 0
    assert [file for file in (tmp_path / "blobs").rglob("*") if file.is_file()] == []


async def test_one_at_a_time_and_so_many_in_a_day(world: World) -> None:
    anna = await world.person()
    first, second = await group(world, anna), await group(world, anna)
    answers = await asyncio.gather(*(anna.post(f"/conversations/{c}/exports", {}) for c in (first, second)))
    assert sorted(a.status_code for a in answers) == [201, 409]
    [running] = [a.json() for a in answers if a.status_code == 201]
    assert (await anna.delete(f"/exports/{running['id']}")).status_code == 204
    for _ in range(19):
        await ask(anna, first)
        await perform_all(world.database)
    # A copy thrown away is not counted: it cost next to nothing.
    await ask(anna, first)
    await perform_all(world.database)
    refused = await anna.post(f"/conversations/{first}/exports", {})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_exports")


async def test_who_is_put_out_meanwhile_gets_nothing(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    await say(anna, chat, "Слово")
    asked = await ask(boris, chat)
    await anna.delete(f"/conversations/{chat}/members/{boris.id}")
    await perform_all(world.database)

    told = (await boris.get(f"/exports/{asked['id']}")).json()
    assert (told["state"], told["problem"]) == ("failed", "Здесь ничего нет.")
    assert (await boris.get(f"/exports/{asked['id']}/file")).status_code == 404
    assert list(spool_of(world.database.configuration).folder.glob("*")) == []


async def test_where_forwarding_is_forbidden_only_administrators_copy(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET forwarding_forbidden = true WHERE id = $1", chat)
    refused = await boris.post(f"/conversations/{chat}/exports", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "export_forbidden")
    assert (await anna.post(f"/conversations/{chat}/exports", {})).status_code == 201
