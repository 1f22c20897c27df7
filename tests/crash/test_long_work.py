"""kill -9 in the middle of long work: it goes on soon after the restart, and its result is there once."""

import asyncio
import io
import json
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psutil
import pytest

from parta.testing.spoken import make_grammar, record, spoken
from parta.testing.talk import say
from parta.testing.world import Actor
from tests.crash.people import eventually, make_group, people_in, upload
from tests.crash.process import Parta, make_folder, running

MIB = 1024**2
FILES, FILE_SIZE = 6, 40 * MIB
TALK = 520  # messages before the files, more than one page of the copy
SOON = 60.0  # seconds in which work goes on that a dead process had in its hands
HELD_ENGINE = "parta.speech.tests.transcriber_held"

pytestmark = pytest.mark.timeout(240)


async def test_a_copy_of_a_chat_goes_on_where_it_was_killed() -> None:
    with running() as parta:
        async with people_in(parta, "Анна") as [anna]:
            chat = await make_group(parta, anna)
            contents = await fill(anna, chat)
            wish = {"format": "json", "files": True}
            asked = (await anna.post(f"/conversations/{chat}/exports", wish)).json()

            async def look() -> dict[str, Any]:
                copy: dict[str, Any] = (await anna.get(f"/exports/{asked['id']}")).json()
                return copy

            # Some files are settled and some are not.
            await eventually(look, lambda copy: copy["size"] > FILE_SIZE, within=30, every=0.01)
            parta.kill(database_too=True)
            await asyncio.to_thread(parta.start)
            stopped = await look()
            assert (stopped["state"], stopped["done"]) == ("running", 500)
            assert FILE_SIZE < stopped["size"] < FILES * FILE_SIZE

            ready = await eventually(look, lambda copy: copy["state"] != "running", within=SOON)
            assert (ready["state"], ready["messages"], ready["left_out"]) == ("ready", TALK + FILES, 0)
            answer = await anna.get(f"/exports/{asked['id']}/file")
            assert len(answer.content) == ready["size"]
            holds_all_once(zipfile.ZipFile(io.BytesIO(answer.content)), contents)
            await eventually(lambda: left_over(parta), lambda left: left == [], within=10)
            assert await log_of(parta, f"person:{anna.id}", "export_changed") == ["ready"]
            assert await blobs_without_a_row(parta) == []


async def fill(anna: Actor, chat: int) -> list[bytes]:
    """Talk, then files; their contents."""
    for first in range(1, TALK + 1, 40):
        await asyncio.gather(*(say(anna, chat, f"Сообщение {i}") for i in range(first, first + 40)))
    contents = [random.Random(i).randbytes(FILE_SIZE) for i in range(FILES)]
    for place, content in enumerate(contents):
        await say(anna, chat, "", file_ids=[await upload(anna, content, f"{place}.bin")])
    return contents


def holds_all_once(archive: zipfile.ZipFile, contents: list[bytes]) -> None:
    assert archive.testzip() is None
    names = archive.namelist()
    assert len(names) == len(set(names)) == FILES + 2 + 1
    pages = json.loads(archive.read("chat.json"))["pages"]
    said = [message for page in pages for message in json.loads(archive.read(page))["messages"]]
    assert [message["number"] for message in said] == list(range(1, TALK + FILES + 1))
    paths = [file["path"] for message in said for file in message["files"]]
    assert [archive.read(path) == content for path, content in zip(paths, contents, strict=True)] == [
        True
    ] * FILES


async def left_over(parta: Parta) -> list[str]:
    """What still lies where unfinished files grow."""
    return [path.name for path in (parta.data / "uploads").iterdir()]


async def blobs_without_a_row(parta: Parta) -> list[str]:
    """Finished files that no row names."""
    db = await parta.connect()
    named = {
        row[0]
        for row in await db.fetch(
            "SELECT blob_key FROM files UNION SELECT blob_key FROM exports UNION SELECT preview_key FROM files"
        )
    }
    await db.close()
    folder = parta.data / "files"
    return [
        key
        for path in folder.rglob("*")
        if path.is_file() and (key := str(path.relative_to(folder))) not in named
    ]


async def log_of(parta: Parta, stream: str, kind: str) -> list[str]:
    """The states that a stream tells in events of a kind."""
    db = await parta.connect()
    rows = await db.fetch(
        "SELECT body FROM events WHERE stream = $1 AND kind = $2 ORDER BY seq", stream, kind
    )
    await db.close()
    return [json.loads(row["body"])["state"] for row in rows]


async def test_a_recording_is_heard_once_whenever_its_listener_dies() -> None:
    words = "read the letter on page five"
    voice = spoken(words)
    folder = make_folder()
    model = make_grammar(folder / "model")
    with running(folder, PARTA_SPEECH_ENGINE=HELD_ENGINE, PARTA_SPEECH_MODEL=str(model)) as parta:
        async with people_in(parta, "Анна") as [anna]:
            chat = await make_group(parta, anna)
            message = await say(anna, chat, "", file_ids=[await record(anna, voice)])

            async def transcript() -> dict[str, Any]:
                page = (await anna.get(f"/conversations/{chat}/messages")).json()
                found: dict[str, Any] = page["items"][-1]["content"]["transcript"]
                return found

            assert (await anna.post(f"/messages/{message['id']}/transcript")).json()["state"] == "waiting"
            # It has hardly begun to start.
            await killed_while(parta, lambda listener: True)
            assert list(model.glob("hearing-*")) == []
            # It is hearing.
            await killed_while(parta, lambda listener: (model / f"hearing-{listener.pid}").exists())
            assert len(list(model.glob("hearing-*"))) == 1
            (model / "go").touch()

            heard = await eventually(transcript, lambda now: now["state"] != "waiting", within=SOON)
            assert heard == {"state": "ready", "text": words, "edited": False}
            assert len(list(model.glob("hearing-*"))) == 2
            assert await log_of(parta, f"conversation:{chat}", "transcript_changed") == ["waiting", "ready"]
            db = await parta.connect()
            kept = await db.fetchrow(
                "SELECT (SELECT count(*) FROM transcripts) AS transcripts, (SELECT count(*) FROM hearings) AS hearings,"
                " (SELECT count(*) FROM jobs WHERE kind = 'hear_speech') AS jobs"
            )
            await db.close()
            assert dict(kept) == {"transcripts": 1, "hearings": 1, "jobs": 0}


async def killed_while(parta: Parta, state: Callable[[psutil.Process], bool]) -> None:
    """kill -9 when a listener is so; it does not outlive its server. Afterwards all runs again."""

    async def listeners() -> list[psutil.Process]:
        return [one for one in psutil.Process(parta.pid).children() if is_listener(one) and state(one)]

    [listener] = await eventually(listeners, bool, within=SOON, every=0.005)
    parta.kill(database_too=True)
    await eventually(lambda: is_alive(listener), lambda alive: not alive, within=3)
    await asyncio.to_thread(parta.start)


def is_listener(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return "parta.speech.listener" in process.cmdline()
    return False


async def is_alive(process: psutil.Process) -> bool:
    # Whoever inherits it here may be slow to bury it: a zombie hears nothing.
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False
