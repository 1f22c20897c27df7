"""A copy of one's data is made once, whatever dies meanwhile, and only for who may have it."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.jobs_worker import perform_all
from parta.files.storage import spool_of
from parta.files.tests.conftest import Uploader
from parta.messaging.exporting.archive import Archive
from parta.personal_data.archive import work
from parta.personal_data.archive.asking import MakeArchive
from parta.personal_data.archive.making import make_archive
from parta.personal_data.archive.tests.conftest import ask, copy_for, fetch
from parta.testing.school import make_school
from parta.testing.talk import group, say
from parta.testing.world import World


async def test_own_words_and_files_are_in_it_readable_and_nobody_elses(world: World) -> None:
    anna, boris = await world.person("Ладогина", "Вера"), await world.person("Туманов", "Глеб")
    chat = await group(world, anna, boris)
    plan = await Uploader(anna).upload(b"10:00 vokzal", "План <похода>.txt")
    await Uploader(boris).upload(b"chuzhoe", "Чужое.txt")
    await say(anna, chat, "Сбор в десять <b>утра</b>", file_ids=[plan])
    await say(boris, chat, "Я приду")

    archive = await copy_for(world, anna, headers={"Accept-Language": "ru"})

    said = json.loads(archive.read("data/messages.json"))
    assert [row["body"] for row in said["rows"]] == ["Сбор в десять <b>утра</b>"]
    page = archive.read("pages/messages.html").decode()
    assert "Сбор в десять &lt;b&gt;утра&lt;/b&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    [file] = [name for name in archive.namelist() if name.startswith("files/")]
    assert archive.read(file) == b"10:00 vokzal"
    assert "План _похода_.txt" in file
    index = archive.read("index.html").decode()
    assert "<h1>Мои данные</h1>" in index
    assert "Ладогина Вера" in index
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "Я приду" not in everything
    assert "Чужое" not in everything
    assert "Туманов" not in everything


async def test_it_speaks_the_askers_language(world: World) -> None:
    archive = await copy_for(world, await world.person(), headers={"Accept-Language": "en"})
    assert "<h1>My data</h1>" in archive.read("index.html").decode()
    assert "Family name" in archive.read("pages/people.html").decode()


async def test_it_goes_on_where_it_was_when_everything_died(
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await world.person()
    for i in range(4):
        await Uploader(anna).upload(b"%d" % i, f"{i}.txt")
    await perform_all(database)
    asked = await ask(anna)
    added, count = Archive.add, 0

    async def die_at_times(self: Archive, *args: Any, **options: Any) -> None:
        nonlocal count
        count += 1
        await added(self, *args, **options)
        if count in (2, 5, 40, 131):  # with both forms of a table, with one, among the tables, near the end
            raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(Archive, "add", die_at_times)
        for minutes in range(4, 28, 4):
            try:
                await perform_all(database)
            except KeyboardInterrupt:
                clock.shift(timedelta(minutes=minutes))
    assert count > 40
    archive = await fetch(anna, asked)
    names = archive.namelist()
    assert len(names) == len(set(names)) == 2 * len(work.tables_for(about=anna.id, by=anna.id)) + 4 + 2
    assert list(spool_of(database.configuration).folder.iterdir()) == []


async def test_a_long_one_is_made_in_steps(
    world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await world.person()
    asked = await ask(anna)
    with monkeypatch.context() as hurried:
        hurried.setattr(work, "STEP", -1.0)
        await make_archive(database, MakeArchive(archive_id=asked["id"]))
    told = (await anna.get(f"/me/archives/{asked['id']}")).json()
    assert (told["state"], told["done"]) == ("running", 0)
    await perform_all(database)
    await fetch(anna, asked)


async def test_only_who_asked_gets_it_for_a_week(world: World, tmp_path: Path) -> None:
    anna, stranger = await world.person(), await world.person()
    asked = await ask(anna)
    address = f"/me/archives/{asked['id']}"
    assert (await anna.get(f"{address}/file")).status_code == 404  # not ready
    await perform_all(world.database)
    for refused in (
        await stranger.get(address),
        await stranger.get(f"{address}/file"),
        await stranger.delete(address),
    ):
        assert refused.status_code == 404
    assert (await stranger.get("/me/archives")).json()["items"] == []
    whole = (await anna.get(f"{address}/file")).content
    part = await anna.get(f"{address}/file", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, whole[:10])
    assert part.headers["Cache-Control"] == "private, no-store"

    clock.shift(timedelta(days=7, seconds=1))
    anna = await world.sign_in(anna.id)
    assert (await anna.get(f"{address}/file")).status_code == 404
    await perform_all(world.database)
    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM own_archives") == 0
    assert [file for file in (tmp_path / "blobs").rglob("*") if file.is_file()] == []


async def test_one_at_a_time_and_one_a_day(world: World) -> None:
    anna = await world.person()
    answers = await asyncio.gather(*(anna.post("/me/archives", {}) for _ in range(2)))
    assert sorted(a.status_code for a in answers) == [201, 409]
    [asked] = [a.json() for a in answers if a.status_code == 201]
    await perform_all(world.database)
    # Thrown away it is still today's.
    assert (await anna.delete(f"/me/archives/{asked['id']}")).status_code == 204
    assert (await anna.get("/me/archives")).json()["items"] == []
    refused = await anna.post("/me/archives", {})
    assert (refused.status_code, refused.json()["code"]) == (429, "archive_too_soon")
    assert int(refused.headers["Retry-After"]) > 80_000
    clock.shift(timedelta(days=1, seconds=5))
    anna = await world.sign_in(anna.id)
    await copy_for(world, anna)


async def test_a_guardian_gets_the_childs_profile_and_not_a_word_of_it(world: World) -> None:
    school = await make_school(world)
    chat = await group(world, school.pupil, school.classmate)
    await say(school.pupil, chat, "Тайное слово")
    await Uploader(school.pupil).upload(b"tajna", "Дневник.txt")
    for stranger in (school.older_mother, school.class_teacher, school.head, school.classmate):
        refused = await stranger.post("/me/archives", {"about_id": school.pupil.id})
        assert refused.status_code == 404

    asked = await ask(school.mother, school.pupil)
    await perform_all(world.database)
    archive = await fetch(school.mother, asked)

    assert "Ёлкин" in archive.read("pages/people.html").decode()
    assert json.loads(archive.read("data/enrollments.json"))["rows"]
    everything = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "Тайное слово" not in everything
    assert "Дневник" not in everything
    assert not [name for name in archive.namelist() if name.startswith("files") or "messages" in name]

    # Guardianship that ends takes what was made along.
    async with world.database.transaction() as tx:
        await tx.run("UPDATE guardianships SET ended_at = now() WHERE guardian_id = $1", school.mother.id)
    assert (await school.mother.get(f"/me/archives/{asked['id']}/file")).status_code == 404
