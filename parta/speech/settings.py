"""The options of speech."""

from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings

GIB = 1024**3


class SpeechSettings(Settings, section="speech"):
    """Which model hears, and what it may take."""

    model: Annotated[
        str,
        Meta(
            description="The folder of a Whisper model in CTranslate2 format, with its tokenizer.json;"
            " empty: voice messages are not turned into text."
        ),
    ] = ""
    engine: Annotated[
        str,
        Meta(
            description="The Python module that hears: the role is described in parta/speech/transcriber.py."
        ),
    ] = "parta.speech.transcriber_whisper"
    language: Annotated[
        str,
        Meta(
            pattern="^([a-z]{2})?$",
            description="The language spoken, as two letters; empty: recognise it each time.",
        ),
    ] = ""
    threads: Annotated[
        int, Meta(ge=1, le=64, description="How many threads one recording may keep busy.")
    ] = 2
    memory: Annotated[
        int, Meta(ge=GIB, description="The most address space the process that hears may take, in bytes.")
    ] = 8 * GIB
    seconds: Annotated[
        int,
        Meta(
            ge=1,
            le=1500,
            description="Five minutes of speech that take longer to hear, in seconds, are given up.",
        ),
    ] = 900
