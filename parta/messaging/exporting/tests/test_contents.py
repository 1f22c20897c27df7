"""What a member carries away is what they may see of a chat: whole, readable, and harmless."""

import json
import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from parta.core import clock
from parta.files.tests.conftest import Uploader
from parta.messaging.exporting import work
from parta.messaging.exporting.names import safe_name
from parta.messaging.exporting.tests.conftest import copy_of
from parta.testing.talk import group, say
from parta.testing.world import World


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
