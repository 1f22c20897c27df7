r"""ClamAV's daemon as the scanner, by its command INSTREAM (clamd(8)).

The command is sent as `zINSTREAM\0`, then every piece with its length as four bytes, biggest first; a length of
zero ends the file. The answer is one sentence: `stream: OK`, `stream: <name> FOUND`, or an error.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

from parta.files.scanning.scanner import Clean, Infected, ScannerUnavailable, Unscannable, Verdict

LONGEST_ANSWER = 4096  # bytes
PIECE = 128 * 1024  # bytes; clamd takes pieces up to its StreamMaxLength, but waits for each to be whole


class ClamdScanner:
    """A clamd at `unix:/path` or `tcp:host:port`, given so many seconds for one file."""

    def __init__(self, address: str, *, seconds: float) -> None:
        self._address, self._seconds = address, seconds

    async def scan(self, content: AsyncIterator[bytes]) -> Verdict:
        """Send one file over a connection of its own, and read the verdict."""
        try:
            async with asyncio.timeout(self._seconds):
                with await self._connect() as link:
                    return _read_verdict(await _exchange(link, content))
        except TimeoutError as silence:
            raise ScannerUnavailable(f"no answer within {self._seconds} s") from silence
        except OSError as failure:
            raise ScannerUnavailable(str(failure)) from failure

    async def _connect(self) -> socket.socket:
        loop = asyncio.get_running_loop()
        kind, _, place = self._address.partition(":")
        family: int = socket.AF_UNIX
        target: object = place
        if kind == "tcp":
            host, _, port = place.rpartition(":")
            found = await loop.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)
            family, target = found[0][0], found[0][4]
        link = socket.socket(family, socket.SOCK_STREAM)
        try:
            link.setblocking(False)
            await loop.sock_connect(link, target)  # type: ignore[arg-type]
        except BaseException:
            link.close()
            raise
        return link


async def _exchange(link: socket.socket, content: AsyncIterator[bytes]) -> str:
    # A stream of asyncio would drop the answer when clamd, having enough of a long file, answers and
    # hangs up while we are still sending; the socket itself keeps it.
    with contextlib.suppress(ConnectionError):
        await _send(link, content)
    loop, answer = asyncio.get_running_loop(), b""
    with contextlib.suppress(ConnectionError):
        while len(answer) < LONGEST_ANSWER and (said := await loop.sock_recv(link, LONGEST_ANSWER)):
            answer += said
    return answer.decode("utf-8", "replace").strip("\0\n ")


async def _send(link: socket.socket, content: AsyncIterator[bytes]) -> None:
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(link, b"zINSTREAM\0")
    async for chunk in content:
        for start in range(0, len(chunk), PIECE):
            piece = chunk[start : start + PIECE]
            await loop.sock_sendall(link, len(piece).to_bytes(4, "big") + piece)
    await loop.sock_sendall(link, bytes(4))


def _read_verdict(answer: str) -> Verdict:
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Clean()
    if said.endswith(" FOUND"):
        return Infected(said.removesuffix(" FOUND")[:200] or "unknown")
    if "size limit exceeded" in said:
        return Unscannable()
    raise ScannerUnavailable(said or "hung up without an answer")
