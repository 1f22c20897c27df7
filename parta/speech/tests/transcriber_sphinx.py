"""A second one who can hear: PocketSphinx with a grammar of a few sentences.

Its free dictation is not fit to be offered to anybody; told what may be said, it hears true speech offline, which
is what a test needs. Its "model" is a folder with `words.gram` in JSGF.
"""

import importlib.util
from pathlib import Path

from pocketsphinx import Decoder

from parta.speech.transcriber import RATE, SAMPLE, Heard, Lack, Segment

PAD = bytes(RATE * SAMPLE // 2)  # half a second of silence, without which the first word is lost


class SphinxTranscriber:
    def __init__(self, grammar: Path) -> None:
        self._decoder = Decoder(jsgf=str(grammar), samprate=RATE, loglevel="FATAL")

    def hear(self, sound: bytes, *, language: str) -> Heard:
        self._decoder.start_utt()
        self._decoder.process_raw(PAD + sound + PAD, full_utt=True)
        self._decoder.end_utt()
        heard = self._decoder.hyp()
        if heard is None or not heard.hypstr:
            return Heard()
        return Heard(language or "en", (Segment(0, len(sound) * 1000 // RATE // SAMPLE, heard.hypstr),))


def lacks(model: Path) -> Lack | None:
    if importlib.util.find_spec("pocketsphinx") is None:
        return "engine"
    return None if (model / "words.gram").is_file() else "model"


def open_transcriber(model: Path, threads: int) -> SphinxTranscriber:
    return SphinxTranscriber(model / "words.gram")
