"""What is asked of a real clamd, and what one that misbehaves can do to us."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from parta.files.scanning.scanner import Clean, Infected, ScannerUnavailable, Unscannable
from parta.files.scanning.scanner_clamd import ClamdScanner
from parta.testing.scanner import EICAR, LARGEST


async def pieces(*content: bytes) -> AsyncIterator[bytes]:
    for one in content:
        yield one


async def test_what_is_clean_and_what_is_not(clamd):
    scanner = ClamdScanner(clamd, seconds=20)
    assert await scanner.scan(pieces(b"harmless " * 100_000)) == Clean()
    assert await scanner.scan(pieces(EICAR)) == Infected("Eicar-Test-Signature.UNOFFICIAL")
    assert await scanner.scan(pieces(EICAR[:20], EICAR[20:])) == Infected("Eicar-Test-Signature.UNOFFICIAL")
    assert await scanner.scan(pieces()) == Clean()


async def test_a_file_larger_than_it_takes_is_not_a_verdict(clamd):
    half = bytes(LARGEST // 2)
    assert await ClamdScanner(clamd, seconds=20).scan(pieces(half, half, half, half)) == Unscannable()


@pytest.mark.parametrize("address", ["unix:/nowhere/clamd.sock", "tcp:127.0.0.1:1"])
async def test_nobody_there(address):
    with pytest.raises(ScannerUnavailable):
        await ClamdScanner(address, seconds=5).scan(pieces(b"harmless"))


@pytest.mark.parametrize(
    "answer", [b"", b"stream: something went wrong. ERROR\0", b"HTTP/1.1 200 OK\r\n\r\n", None]
)
async def test_another_server_is_not_believed(answer):
    async def speak(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if answer is None:
            await asyncio.sleep(30)
        writer.write(answer or b"")
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        with pytest.raises(ScannerUnavailable):
            await ClamdScanner(f"tcp:127.0.0.1:{port}", seconds=0.5).scan(pieces(b"harmless"))
    finally:
        server.close()
