"""Previews, drawn by a process of their own: a file that ruins it has no preview, and harms nobody."""

import asyncio
import contextlib
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from parta.core.db import Database
from parta.core.jobs import performs
from parta.files import queries
from parta.files.events import PreviewMade
from parta.files.info import FileInfo
from parta.files.media_formats import decoder_of
from parta.files.preview_job import MakePreview
from parta.files.queries import StoredFile
from parta.files.recordings import GRACE_MS, LIMITS, is_what_it_says
from parta.files.storage import settings_of

RENDER = str(Path(__file__).with_name("render.py"))
LARGEST_ANSWER = 8 * 1024**2  # bytes; a preview of 1280 pixels a side is far smaller

Pixels = Annotated[int, Meta(ge=1, le=2**20)]


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the process found out; checked, because a hostile file may speak in its place."""

    kind: Literal["image", "video", "audio"]
    width: Pixels | None = None
    height: Pixels | None = None
    duration_ms: Annotated[int, Meta(ge=0, le=2**40)] | None = None
    waveform: Annotated[str, Meta(pattern="^[0-9a-v]{64}$")] | None = None


class Look(msgspec.Struct, frozen=True):
    """A look at a file; no facts when it failed, no picture for sound."""

    facts: Facts | None = None
    picture: bytes = b""


# The lease is longer than any look may take, or a slow file would never be looked at to its end.
@performs(MakePreview, lease=timedelta(minutes=10), heavy=True)
async def make_preview(db: Database, job: MakePreview) -> None:
    """Look at the file once; whatever happens to the process, the file can be downloaded."""
    async with db.transaction() as tx:
        file = await tx.row(queries.STORED_FILE, job.file_id, into=StoredFile)
    if file is None or file.preview_state != "waiting":
        return
    look = await _look_at(db, file)
    key = f"{file.blob_key}.webp"
    if look.picture:
        await db.blobs.put(key, look.picture)
    async with db.transaction() as tx:
        info = await tx.row(
            queries.NOTE_LOOK, file.id, *_columns(file, look, key if look.picture else None), into=FileInfo
        )
        if info is not None:
            tx.emit(PreviewMade(file_id=file.id, owner_id=file.owner_id, file=info))
    if info is None:
        await db.blobs.delete([key])


def _columns(file: StoredFile, look: Look, preview_key: str | None) -> tuple[object, ...]:
    facts = look.facts
    if facts is None:
        return file.content_type, file.kind, None, None, None, None, "failed", None, None
    # One container holds sound and films alike; only now we know which. A voice message comes as WebM.
    content_type = f"{facts.kind}/{file.content_type.partition('/')[2]}"
    state = "ready" if preview_key else "none"
    purpose = file.purpose if is_what_it_says(file.purpose, facts.kind, facts.duration_ms) else None
    waveform = facts.waveform if purpose == "voice" else None
    seen = (content_type, facts.kind, facts.width, facts.height, facts.duration_ms)
    return *seen, preview_key, state, purpose, waveform


async def _look_at(db: Database, file: StoredFile) -> Look:
    settings = settings_of(db.configuration)
    decoder = decoder_of(file.content_type)
    if decoder is None:
        return Look()
    limits = [str(settings.preview_memory), str(settings.preview_seconds)]
    if file.purpose is not None:
        limits += [file.purpose, str(LIMITS[file.purpose].longest_ms + GRACE_MS)]
    try:
        async with db.blobs.as_file(file.blob_key) as path, asyncio.timeout(settings.preview_seconds):
            answer = await ask_process(path, *decoder, *limits)
    except (FileNotFoundError, TimeoutError):
        return Look()
    line, _, picture = answer.partition(b"\n")
    try:
        return Look(msgspec.json.decode(line, type=Facts), picture)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Look()


async def ask_process(path: Path, *arguments: str) -> bytes:
    """The answer of the process, empty when it failed. It gets the open file and no name, environment or socket."""
    with path.open("rb") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            RENDER,
            str(os.getpid()),
            *arguments,
            stdin=file,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
    if process.stdout is None:
        raise RuntimeError("the process has no output")
    answer = bytearray()
    try:
        while len(answer) <= LARGEST_ANSWER and (chunk := await process.stdout.read(65536)):
            answer += chunk
        finished = len(answer) <= LARGEST_ANSWER and await process.wait() == 0
        return bytes(answer) if finished else b""
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
