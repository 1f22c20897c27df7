"""The role of whoever turns sound into text; `transcriber_whisper` is one who can.

An implementation is a module with two functions, named by the setting `speech.engine`:

    lacks(model: Path) -> Lack | None                          looked at by the server, imports nothing heavy
    open_transcriber(model: Path, threads: int) -> Transcriber  called in a process of its own
"""

from pathlib import Path
from typing import Literal, Protocol

import msgspec

RATE = 16_000  # samples a second, which all known models were taught with
SAMPLE = 2  # bytes

Lack = Literal["engine", "model", "model_incomplete"]


class Segment(msgspec.Struct, frozen=True):
    """Some words and when they were said, in milliseconds from the beginning of the recording."""

    start_ms: int
    end_ms: int
    text: str


class Heard(msgspec.Struct, frozen=True):
    """What a stretch of sound says; `language` is a two-letter code, empty when nobody can tell."""

    language: str = ""
    segments: tuple[Segment, ...] = ()


class Transcriber(Protocol):
    """Hears one stretch of sound after another."""

    def hear(self, sound: bytes, *, language: str) -> Heard:
        """Turn mono sound of 16 kHz, 16 bits little-endian, into text; an empty language is to be recognised."""


class Engine(Protocol):
    """A module that implements the role."""

    def lacks(self, model: Path) -> Lack | None:
        """Say what is missing before this engine can hear with the model, if anything."""

    def open_transcriber(self, model: Path, threads: int) -> Transcriber:
        """Load the model."""
