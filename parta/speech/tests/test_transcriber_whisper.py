"""Whisper is loaded from a folder of this machine and asks nobody; the model here is tiny and knows nothing."""

import socket

import pytest

from parta.core.jobs_worker import perform_all
from parta.speech.hearing import ask_hearing, find_hearings
from parta.speech.listener import decode
from parta.speech.tests.whisper_model import make_whisper
from parta.speech.transcriber_whisper import NEEDED, lacks, open_transcriber
from parta.testing.spoken import spoken


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return make_whisper(tmp_path_factory.mktemp("models") / "tiny")


def sound_of(content: bytes, tmp_path) -> bytes:
    path = tmp_path / "voice.webm"
    path.write_bytes(content)
    with path.open("rb") as source:
        return decode(source, "matroska", 0, 300_000)[0]


def test_a_model_is_loaded_and_hears_without_the_internet(model, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("somebody looked for a host")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    heard = open_transcriber(model, 1).hear(sound_of(spoken("bring the letter"), tmp_path), language="")

    assert heard.language in ("en", "ru")
    assert heard.segments


def test_silence_has_no_words(model):
    heard = open_transcriber(model, 1).hear(bytes(64_000), language="en")

    assert (heard.language, heard.segments) == ("", ())


def test_what_is_missing_is_named(model, tmp_path):
    folder = tmp_path / "half"
    assert lacks(folder) == "model"
    folder.mkdir()
    for name in NEEDED:
        assert lacks(folder) == "model_incomplete"
        (folder / name).write_bytes((model / name).read_bytes())
    assert lacks(folder) is None


class TestInItsProcess:
    @pytest.fixture
    def environ(self, environ, model):
        return environ | {
            "PARTA_SPEECH_ENGINE": "parta.speech.transcriber_whisper",
            "PARTA_SPEECH_MODEL": str(model),
        }

    async def test_a_recording_is_heard(self, database, keep):
        file_id = await keep(spoken("read the paper"))
        async with database.transaction() as tx:
            await ask_hearing(tx, file_id)
        await perform_all(database)
        async with database.transaction() as tx:
            heard = (await find_hearings(tx, [file_id]))[file_id]

        assert (heard.state, heard.language) == ("ready", "en")
        assert heard.text
        assert all(segment.end_ms <= 2500 for segment in heard.segments)
