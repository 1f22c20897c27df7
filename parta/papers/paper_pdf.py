"""A paper as PDF, set by a process of its own: whatever happens to it, the server goes on."""

import asyncio
import contextlib
import sys
from pathlib import Path

import msgspec
import structlog

from parta.core.errors import Problem
from parta.papers.paper import Paper

log = structlog.get_logger()

TYPESET = str(Path(__file__).with_name("typeset.py"))
TYPE = "application/pdf"
SECONDS = 30
MEMORY = 2 * 1024**3  # of addresses; the fonts are mapped, not read
LARGEST = 32 * 1024**2
# Two cores set two papers; others wait their turn.
_AT_ONCE = asyncio.Semaphore(2)


async def write_pdf(paper: Paper) -> bytes:
    """Write the paper; 503 `paper_failed` when it took too long or could not be set."""
    async with _AT_ONCE:
        try:
            async with asyncio.timeout(SECONDS):
                pdf = await _set(msgspec.json.encode(paper))
        except TimeoutError:
            pdf = b""
    if not pdf.startswith(b"%PDF-"):
        log.error("papers.not_set", title=paper.title)
        raise Problem("paper_failed", status=503)
    return pdf


async def _set(body: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        TYPESET,
        str(MEMORY),
        str(SECONDS),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        pdf, _ = await process.communicate(body)
        return pdf if process.returncode == 0 and len(pdf) <= LARGEST else b""
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
