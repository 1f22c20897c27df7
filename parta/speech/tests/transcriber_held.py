"""PocketSphinx that hears nothing until it may: what is killed meanwhile is killed in the middle of hearing.

Its "model" has beside the grammar an empty file for every process that has begun to hear, `hearing-<pid>`; they
wait for the file `go`.
"""

import os
import time
from pathlib import Path

from parta.speech.tests.transcriber_sphinx import SphinxTranscriber, lacks
from parta.speech.transcriber import Heard

__all__ = ["lacks", "open_transcriber"]

PATIENCE = 120.0  # seconds


class HeldTranscriber:
    def __init__(self, model: Path) -> None:
        self._model = model

    def hear(self, sound: bytes, *, language: str) -> Heard:
        (self._model / f"hearing-{os.getpid()}").touch()
        deadline = time.monotonic() + PATIENCE
        while not (self._model / "go").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        return SphinxTranscriber(self._model / "words.gram").hear(sound, language=language)


def open_transcriber(model: Path, threads: int) -> HeldTranscriber:
    return HeldTranscriber(model)
