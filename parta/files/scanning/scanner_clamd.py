r"""ClamAV's daemon as the scanner, by its command INSTREAM (clamd(8)).

The command is sent as `zINSTREAM\0`, then every piece with its length as four bytes, biggest first; a length of
zero ends the file. The answer is one sentence: `stream: OK`, `stream: <name> FOUND`, or an error.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from parta.files.scanning.scanner import Clean, Infected, ScannerUnavailable, Unscannable, Verdict

LONGEST_ANSWER = 4096  # bytes
PIECE = 128 * 1024  # bytes; clamd takes pieces up to its StreamMaxLength, but waits for each to be whole

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class ClamdScanner:
    """A clamd at `unix:/path` or `tcp:host:port`, given so many seconds for one file."""

    def __init__(self, address: str, *, seconds: float) -> None:
        self._address, self._seconds = address, seconds

    async def scan(self, content: AsyncIterator[bytes]) -> Verdict:
        """Send one file over a connection of its own, and read the verdict."""
        try:
            async with asyncio.timeout(self._seconds):
                reader, writer = await self._connect()
                try:
                    return _read_verdict(await _exchange(reader, writer, content))
                finally:
                    writer.close()
                    with contextlib.suppress(OSError):
                        await writer.wait_closed()
        except TimeoutError as silence:
            raise ScannerUnavailable(f"no answer within {self._seconds} s") from silence
        except OSError as failure:
            raise ScannerUnavailable(str(failure)) from failure

    async def _connect(self) -> Connection:
        kind, _, place = self._address.partition(":")
        if kind == "unix":
            return await asyncio.open_unix_connection(place)
        host, _, port = place.rpartition(":")
        return await asyncio.open_connection(host.strip("[]"), int(port))


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, content: AsyncIterator[bytes]
) -> str:
    answer = asyncio.ensure_future(reader.read(LONGEST_ANSWER))
    try:
        # When the file grows too long for it, clamd answers and hangs up while we are still sending.
        with contextlib.suppress(ConnectionError):
            await _send(writer, content, answer)
        return (await answer).decode("utf-8", "replace").strip("\0\n ")
    finally:
        answer.cancel()


async def _send(
    writer: asyncio.StreamWriter, content: AsyncIterator[bytes], answer: asyncio.Future[bytes]
) -> None:
    writer.write(b"zINSTREAM\0")
    async for chunk in content:
        for start in range(0, len(chunk), PIECE):
            if answer.done():
                return
            piece = chunk[start : start + PIECE]
            writer.write(len(piece).to_bytes(4, "big") + piece)
            await writer.drain()
    writer.write(bytes(4))
    await writer.drain()


def _read_verdict(answer: str) -> Verdict:
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Clean()
    if said.endswith(" FOUND"):
        return Infected(said.removesuffix(" FOUND")[:200] or "unknown")
    if "size limit exceeded" in said:
        return Unscannable()
    raise ScannerUnavailable(said or "hung up without an answer")
