"""Whisper by faster-whisper (the extra `speech`), from a folder on this machine; it never asks the Internet."""

import importlib.util
import os
from pathlib import Path
from typing import Any

from parta.speech.transcriber import Heard, Lack, Segment

# Without its tokenizer the library would look for one on the Internet.
NEEDED = ("model.bin", "config.json", "tokenizer.json")
BEAM = 5


class WhisperTranscriber:
    """Hears with a loaded model."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def hear(self, sound: bytes, *, language: str) -> Heard:
        """Turn sound into text; silence is left out first, because Whisper invents words for it."""
        import numpy as np  # noqa: PLC0415 comes with the extra

        samples = np.frombuffer(sound, dtype="<i2").astype(np.float32) / 32768
        found, info = self._model.transcribe(
            samples,
            language=language or None,
            beam_size=BEAM,
            vad_filter=True,
            # What was misheard once would be misheard to the end.
            condition_on_previous_text=False,
        )
        segments = tuple(
            Segment(int(one.start * 1000), int(one.end * 1000), text)
            for one in found
            if (text := one.text.strip())
        )
        return Heard(info.language if segments else "", segments)


def lacks(model: Path) -> Lack | None:
    """Say what is missing: the library, the model's folder, or a file in it."""
    if importlib.util.find_spec("faster_whisper") is None:
        return "engine"
    if not model.is_dir():
        return "model"
    return None if all((model / name).is_file() for name in NEEDED) else "model_incomplete"


def open_transcriber(model: Path, threads: int) -> WhisperTranscriber:
    """Load the model from its folder; raises when the folder holds none."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel  # noqa: PLC0415 heavy, and an extra

    loaded = WhisperModel(
        str(model), device="auto", compute_type="int8", cpu_threads=threads, local_files_only=True
    )
    return WhisperTranscriber(loaded)
