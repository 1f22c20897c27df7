"""Real speech becomes text, offline; once, whatever happens meanwhile."""

from datetime import timedelta

import pytest

from parta.core import clock
from parta.core.db import Database
from parta.core.errors import Conflict
from parta.core.events import LISTENERS, listens
from parta.core.jobs_worker import perform_all
from parta.speech import pieces
from parta.speech.events import SpeechHeard
from parta.speech.hearing import Hearing, ask_hearing, find_hearings, forget_hearings
from parta.speech.listening import Piece
from parta.speech.transcriber import Segment
from parta.testing.spoken import spoken


async def ask(database: Database, file_id: int) -> Hearing:
    async with database.transaction() as tx:
        return await ask_hearing(tx, file_id)


async def read(database: Database, file_id: int) -> Hearing | None:
    async with database.transaction() as tx:
        return (await find_hearings(tx, [file_id])).get(file_id)


@pytest.fixture
def announced():
    """What speech announced during the test."""
    heard: list[SpeechHeard] = []

    @listens(SpeechHeard)
    async def note(tx, event):
        heard.append(event)

    yield heard
    LISTENERS[SpeechHeard].remove(note)


async def test_what_was_said_becomes_text(database, keep, announced):
    file_id = await keep(spoken("read the letter on page five"))
    asked = await ask(database, file_id)
    await perform_all(database)
    heard = await read(database, file_id)

    assert (asked.state, asked.text) == ("waiting", "")
    assert (heard.state, heard.text, heard.language) == ("ready", "read the letter on page five", "en")
    assert 1000 < heard.segments[-1].end_ms < 4000
    assert [(event.file_id, event.state) for event in announced] == [(file_id, "ready")]


async def test_asking_twice_is_asking_once(database, keep, announced):
    file_id = await keep(spoken("close the window"))
    await ask(database, file_id)
    await ask(database, file_id)
    await perform_all(database)

    assert (await ask(database, file_id)).text == "close the window"
    assert await perform_all(database) == 0
    assert len(announced) == 1


async def test_a_long_recording_is_heard_piece_by_piece(database, keep, announced, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE_MS", 4000)
    file_id = await keep(spoken("bring the paper on page seven", pause=5))
    await ask(database, file_id)
    await perform_all(database)
    heard = await read(database, file_id)

    assert heard.text.endswith("bring the paper on page seven")
    assert heard.segments[-1].start_ms >= 4000
    assert len(announced) == 1


async def test_a_restart_in_the_middle_repeats_only_the_piece(
    database, dsn, configuration, keep, announced, monkeypatch
):
    monkeypatch.setattr(pieces, "PIECE_MS", 4000)
    listened: list[int] = []
    listen = pieces.listen

    async def die_in_the_second(db, file, *, from_ms, length_ms):
        listened.append(from_ms)
        if from_ms and listened.count(from_ms) == 1:
            raise KeyboardInterrupt  # nothing that a job could catch: the process is gone
        return await listen(db, file, from_ms=from_ms, length_ms=length_ms)

    monkeypatch.setattr(pieces, "listen", die_in_the_second)
    file_id = await keep(spoken("open the book on page one", pause=5))
    await ask(database, file_id)
    with pytest.raises(KeyboardInterrupt):
        await perform_all(database)
    restarted = await Database.connect(dsn, database.bus, configuration, database.blobs)
    await perform_all(restarted)
    early = list(listened)
    clock.shift(timedelta(minutes=31))
    await perform_all(restarted)
    clock.shift(timedelta())
    heard = await read(restarted, file_id)
    await restarted.close()

    # Whoever took the piece may still be at it: for a moment nobody else begins.
    assert (early, listened) == ([0, 4000], [0, 4000, 4000])
    assert heard.text.endswith("open the book on page one")
    assert len(announced) == 1


async def test_a_file_without_sound_fails_and_may_be_asked_about_again(
    database, keep, announced, monkeypatch
):
    file_id = await keep(b"\x1a\x45\xdf\xa3 webm and then nothing at all")
    await ask(database, file_id)
    await perform_all(database)
    failed = await read(database, file_id)
    again = await ask(database, file_id)

    assert (failed.state, again.state) == ("failed", "waiting")
    assert [event.state for event in announced] == ["failed"]


async def test_what_is_forgotten_meanwhile_stays_forgotten(database, keep, announced, monkeypatch):
    file_id = await keep(spoken("close the book"))
    await ask(database, file_id)
    listen = pieces.listen

    async def forget_meanwhile(db, file, **more):
        piece = await listen(db, file, **more)
        async with db.transaction() as tx:
            await forget_hearings(tx, [file_id])
        await perform_all(db)
        return piece

    monkeypatch.setattr(pieces, "listen", forget_meanwhile)
    await perform_all(database)

    assert await read(database, file_id) is None
    assert announced == []


class TestWithoutAModel:
    @pytest.fixture
    def environ(self, environ):
        return environ | {"PARTA_SPEECH_MODEL": ""}

    async def test_nobody_can_ask(self, database, keep):
        file_id = await keep(b"\x1a\x45\xdf\xa3 webm")

        with pytest.raises(Conflict, match="speech_unavailable"):
            await ask(database, file_id)

    async def test_only_administrators_are_told_what_is_missing(self, world):
        pupil, head = await world.person(), await world.person()
        await world.role(head, "administrator", await world.school())

        assert (await pupil.get("/speech")).json() == {"available": False, "lacks": None}
        assert (await head.get("/speech")).json() == {"available": False, "lacks": "model"}


async def test_everybody_may_know_that_speech_is_heard(world, anonymous):
    assert (await (await world.person()).get("/speech")).json() == {"available": True, "lacks": None}
    assert (await anonymous.get("/api/speech")).status_code == 401


def test_words_at_the_edge_of_a_piece_are_left_to_the_next():
    whole = Segment(1000, 200_000, "whole")
    cut = Segment(290_000, 299_500, "cut in")

    assert pieces.settle(Piece("", (whole, cut), False), 0) == ((whole,), 290_000)
    assert pieces.settle(Piece("", (whole, cut), True), 0) == ((whole, cut), 300_000)
    assert pieces.settle(Piece("", (whole,), False), 300_000) == (
        (Segment(301_000, 500_000, "whole"),),
        600_000,
    )
    # One that fills the piece from its very beginning cannot be left, or it would be heard for ever.
    endless = Segment(0, 300_000, "endless")
    assert pieces.settle(Piece("", (endless,), False), 0) == ((endless,), 300_000)
