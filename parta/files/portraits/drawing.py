"""A photograph drawn anew, in the process that a hostile file may ruin."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from parta.core.config import Configuration
from parta.core.errors import Invalid
from parta.files.media_formats import PILLOW_FORMATS
from parta.files.previews import ask_process
from parta.files.sniffing import sniff
from parta.files.storage import settings_of

LARGEST = 4 * 1024**2  # bytes that a browser sends: it has made the photograph small already
AT_ONCE = asyncio.Semaphore(2)  # more would slow messages down


class Drawn(msgspec.Struct, frozen=True):
    """The photograph in its two sizes, as WebP."""

    large: bytes
    small: bytes


class _Facts(msgspec.Struct, frozen=True):
    large: Annotated[int, Meta(ge=1, le=LARGEST)]


async def draw_portrait(configuration: Configuration, content: bytes) -> Drawn:
    """Draw what was sent; raises Invalid for what is no picture, or cannot be drawn."""
    if not content or len(content) > LARGEST:
        raise Invalid("portrait_invalid", field="photo")
    with tempfile.NamedTemporaryFile() as file:
        path = Path(file.name)
        format_ = await asyncio.to_thread(_keep, path, content)
        if format_ is None:
            raise Invalid("portrait_invalid", field="photo")
        answer = await _ask(configuration, path, format_)
    line, _, pictures = answer.partition(b"\n")
    try:
        facts = msgspec.json.decode(line, type=_Facts)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid("portrait_invalid", field="photo") from error
    large, small = pictures[: facts.large], pictures[facts.large :]
    if not large or not small:
        raise Invalid("portrait_invalid", field="photo")
    return Drawn(large, small)


def _keep(path: Path, content: bytes) -> str | None:
    """Write the bytes where the process can read them; returns the format in which they are to be read."""
    path.write_bytes(content)
    return PILLOW_FORMATS.get(sniff(path, "photo").content_type)


async def _ask(configuration: Configuration, path: Path, format_: str) -> bytes:
    settings = settings_of(configuration)
    limits = (str(settings.preview_memory), str(settings.preview_seconds))
    try:
        async with AT_ONCE, asyncio.timeout(settings.preview_seconds):
            return await ask_process(path, "pillow", format_, *limits, "portrait", "0")
    except TimeoutError:
        return b""
