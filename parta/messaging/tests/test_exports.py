# long: one promise tried from many sides, and everything it needs
"""A member carries away what they may see of a chat: once, whole, readable, and harmless."""

import asyncio
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

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
from parta.messaging.exporting.names import safe_name
from parta.testing.live import Sockets
from parta.testing.talk import group, say
from parta.testing.world import Actor, World


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    clock.shift(timedelta(0))


async def ask(who: Actor, chat: int, **wish: Any) -> dict[str, Any]:
    answer = await who.post(f"/conversations/{chat}/exports", wish)
    assert answer.status_code == 201, answer.text
    asked: dict[str, Any] = answer.json()
    return asked


async def copy_of(world: World, who: Actor, chat: int, **wish: Any) -> zipfile.ZipFile:
    """Ask, wait and download."""
    asked = await ask(who, chat, **wish)
    await perform_all(world.database)
    ready = (await who.get(f"/exports/{asked['id']}")).json()
    assert ready["state"] == "ready", ready
    answer = await who.get(f"/exports/{asked['id']}/file")
    assert answer.headers["Content-Type"] == "application/zip"
    assert len(answer.content) == ready["size"]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive


async def test_pages_have_words_names_quotes_reactions_and_files(world: World) -> None:
    anna = await world.person("Ладогина", "Вера")
    boris = await world.person("Туманов", "Глеб")
    chat = await group(world, anna, boris, title="Поход на Ладогу")
    plan = await Uploader(anna).upload(b"10:00 vokzal", "План похода.txt")
    asked = await say(boris, chat, "Во сколько сбор?")
    told = await say(anna, chat, "В десять, https://карта.example", reply_to_id=asked["id"], file_ids=[plan])
    await boris.put(f"/messages/{told['id']}/reactions/👍")

    archive = await copy_of(world, boris, chat, format="html", files=True)
    page = archive.read("index.html").decode()
    for words in (
        "Поход на Ладогу",
        "Туманов Глеб: Во сколько сбор?",
        "Ладогина Вера",
        "👍 1",
        '<a href="https://карта.example" rel="noopener noreferrer">',
        "План похода.txt",
        "Europe/Moscow",
    ):
        assert words in page
    [path] = [name for name in archive.namelist() if name.startswith("files/")]
    assert archive.read(path) == b"10:00 vokzal"
    [address] = re.findall(r'<a href="(files/[^"]+)"', page)
    assert "План" not in address


async def test_json_says_everything_and_lists_its_pages(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "MESSAGES_ON_PAGE", 2)
    anna = await world.person()
    chat = await group(world, anna, title="Дневник")
    file = await Uploader(anna).upload(b"x" * 100, "a.bin")
    for i in range(4):
        await say(anna, chat, f"Запись {i}")
    await say(anna, chat, "", file_ids=[file])

    archive = await copy_of(world, anna, chat, format="json", files=False)
    index = json.loads(archive.read("chat.json"))
    assert (index["title"], index["messages"], len(index["pages"])) == ("Дневник", 5, 3)
    said = [m for name in index["pages"] for m in json.loads(archive.read(name))["messages"]]
    assert [m["text"] for m in said] == ["Запись 0", "Запись 1", "Запись 2", "Запись 3", ""]
    assert said[4]["files"] == [{"name": "a.bin", "content_type": "text/plain", "size": 100, "path": None}]
    assert said[0]["at"].endswith("+03:00")


async def test_nobody_gets_what_they_may_not_see(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    uploader = Uploader(anna)

    async def send(words: str, **more: Any) -> dict[str, Any]:
        return await say(anna, chat, words, file_ids=[await uploader.upload(b"x", f"{words}.txt")], **more)

    deleted, hidden = await send("Удалённое"), await send("Скрытое")
    await send("Исчезающее", content={"lifetime": 3600})
    await send("Обычное")
    await anna.delete(f"/messages/{deleted['id']}?for=all")
    await boris.delete(f"/messages/{hidden['id']}?for=me")

    archive = await copy_of(world, boris, chat, format="html", files=True)
    whole = "\n".join([*archive.namelist(), archive.read("index.html").decode()])
    assert [word for word in ("Удалённое", "Скрытое", "Исчезающее.txt") if word in whole] == []
    assert "Исчезающее сообщение: в копию чата не входит." in whole
    assert sum(name.startswith("files/") for name in archive.namelist()) == 1
    own = await copy_of(world, anna, chat, format="json", files=False)
    assert "Скрытое" in own.read("messages-0001.json").decode()


HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> "\'&</div> javascript:alert(1) https://x.example/"onmouseover="a'


async def test_whatever_people_wrote_stays_words(world: World) -> None:
    anna = await world.person("Озерцов", "Егор")
    chat = await group(world, anna, title="<b>Чат</b>&")
    file = await Uploader(anna).upload(b"x", '"><svg onload=alert(1)>.html')
    said = await say(anna, chat, HOSTILE, file_ids=[file])
    await say(anna, chat, "Ответ", reply_to_id=said["id"])

    archive = await copy_of(world, anna, chat, format="html", files=True)
    page = archive.read("index.html").decode()
    tree = ET.fromstring(re.sub(r"<(meta|img)([^>]*)>", r"<\1\2/>", page.partition("\n")[2]))
    assert {element.tag for element in tree.iter()} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "h1",
            "h2",
            "p",
            "time",
            "article",
            "span",
        ),
        *("div", "blockquote", "a", "nav"),
    }
    names = {name for element in tree.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on")]
    assert "default-src 'none'" in page
    assert HOSTILE in "".join(tree.itertext())
    assert [n for n in archive.namelist() if n.startswith(("/", "..")) or ".." in n or '"' in n] == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Windows\\x.exe", "C__Windows_x.exe"),
        ("фото\u202egpj.exe", "фото_gpj.exe"),
        ("con.txt", "_con.txt"),
        ("...", "file"),
        ("я" * 300 + ".jpeg", "я" * 75 + ".jpeg"),
        ("Сочинение. Глава 2.docx", "Сочинение. Глава 2.docx"),
    ],
)
def test_names_are_safe_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe


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


async def test_what_does_not_fit_is_named_and_left_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    uploader = Uploader(anna)
    small, large = await uploader.upload(b"x", "small.bin"), await uploader.upload(b"x" * 5000, "large.bin")
    await say(anna, chat, "", file_ids=[small, large])
    made = work.Maker.__init__

    def with_little_room(self: work.Maker, *args: Any) -> None:
        made(self, *args)
        self._largest = 2000

    monkeypatch.setattr(work.Maker, "__init__", with_little_room)
    archive = await copy_of(world, anna, chat, format="html", files=True)
    assert [n for n in archive.namelist() if "bin" in n] == ["files/000001-01-small.bin"]
    assert "large.bin <span" in archive.read("index.html").decode()
    assert (await anna.get(f"/conversations/{chat}/exports")).json()["items"][0]["left_out"] == 1


async def test_a_period_is_kept_to(world: World) -> None:
    anna = await world.person()
    chat = await group(world, anna)
    moments = []
    for i in range(3):
        clock.shift(timedelta(hours=i))
        moments.append((await say(anna, chat, f"Час {i}"))["created_at"])
    since, until = moments[1], moments[1]
    refused = await anna.post(f"/conversations/{chat}/exports", {"since": since, "until": until})
    assert (refused.status_code, refused.json()["code"]) == (422, "period_wrong")

    archive = await copy_of(
        world, anna, chat, format="html", files=False, since=since, until=moments[2][:17] + "00Z"
    )
    page = archive.read("index.html").decode()
    assert [f"Час {i}" in page for i in range(3)] == [False, True, False]


async def test_where_forwarding_is_forbidden_only_administrators_copy(world: World) -> None:
    anna, boris = await world.person(), await world.person()
    chat = await group(world, anna, boris)
    async with world.database.transaction() as tx:
        await tx.run("UPDATE conversations SET forwarding_forbidden = true WHERE id = $1", chat)
    refused = await boris.post(f"/conversations/{chat}/exports", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "export_forbidden")
    assert (await anna.post(f"/conversations/{chat}/exports", {})).status_code == 201
