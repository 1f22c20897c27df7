"""Hearing in a process of its own: a model takes gigabytes, and a hostile file may ruin whoever decodes it."""

import asyncio
import contextlib
import os
import sys
from pathlib import Path

import msgspec

from parta.core.db import Database
from parta.files.access import StoredFile
from parta.files.media_formats import decoder_of
from parta.speech.settings import SpeechSettings
from parta.speech.transcriber import Segment

LARGEST_ANSWER = 4 * 1024**2  # bytes; five minutes of talk are a few thousand
LONGEST_REASON = 500  # characters of what the process complained about


class NotHeard(Exception):
    """The sound could not be turned into text."""


class Piece(msgspec.Struct, frozen=True):
    """What a stretch of a recording says, by the stretch's own clock, and whether the recording ends there."""

    language: str
    segments: tuple[Segment, ...]
    ended: bool


async def listen(db: Database, file: StoredFile, *, from_ms: int, length_ms: int) -> Piece:
    """Hear a stretch of a file; raises NotHeard when the file, the model or the time does not allow it."""
    settings = db.configuration.get(SpeechSettings)
    library, container = decoder_of(file.content_type) or ("", "")
    if library != "ffmpeg":
        raise NotHeard("no sound")
    words = (settings.engine, settings.model, container, str(from_ms), str(length_ms), settings.language)
    limits = (str(settings.threads), str(settings.memory), str(settings.seconds))
    try:
        async with db.blobs.as_file(file.blob_key) as path, asyncio.timeout(settings.seconds):
            answer = await _ask_process(path, *words, *limits)
        return msgspec.json.decode(answer, type=Piece)
    except FileNotFoundError as gone:
        raise NotHeard("the file is gone") from gone
    except TimeoutError as slow:
        raise NotHeard("it took too long") from slow
    except (msgspec.DecodeError, UnicodeDecodeError) as nonsense:
        raise NotHeard("the process answered nonsense") from nonsense


async def _ask_process(path: Path, *arguments: str) -> bytes:
    """The answer of the process, which gets the open file, no secrets and no address of anybody."""
    with path.open("rb") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-m",
            "parta.speech.listener",
            str(os.getpid()),
            *arguments,
            stdin=file,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={"HF_HUB_OFFLINE": "1"},
        )
    if process.stdout is None or process.stderr is None:
        raise RuntimeError("the process has no output")
    complaints = asyncio.create_task(_last_words(process.stderr))
    try:
        answer = bytearray()
        while len(answer) <= LARGEST_ANSWER and (chunk := await process.stdout.read(65536)):
            answer += chunk
        if len(answer) > LARGEST_ANSWER:
            raise NotHeard("the process says too much")
        if await process.wait() != 0:
            raise NotHeard(f"the process failed ({process.returncode}): {await complaints}")
        return bytes(answer)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        complaints.cancel()


async def _last_words(stderr: asyncio.StreamReader) -> str:
    """What the process said last; it may say as much as it likes."""
    tail = b""
    while chunk := await stderr.read(65536):
        tail = (tail + chunk)[-LONGEST_REASON:]
    return tail.decode(errors="replace").strip()
