"""A real server over a real network: cut connections, kill -9, large files in little memory."""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from parta.core.http.cookies import SESSION_COOKIE, csrf_token
from parta.files.tests.conftest import TUS

MIB = 1024**2


class Server:
    """Parta as a process of its own on the test's database; the port stays the same when it starts again."""

    def __init__(self, dsn: str, environ: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._environ = os.environ | environ | {"PARTA_PORT": str(self.port), "PARTA_DATABASE_URL": dsn}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it serves."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "parta.main.cli", "serve"], env=self._environ, stdout=subprocess.DEVNULL
        )
        for _ in range(200):
            try:
                if httpx.get(f"http://127.0.0.1:{self.port}/healthz").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise TimeoutError("the server did not start")

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def most_memory(self) -> int:
        """The most bytes it ever had in memory."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@pytest.fixture
def server(dsn: str, environ: dict[str, str]) -> Iterator[Server]:
    server = Server(dsn, environ)
    server.start()
    yield server
    server.kill()


@pytest.fixture
async def visitor(server: Server, anna) -> AsyncIterator[httpx.AsyncClient]:
    """Anna, connected to the real server."""
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{server.port}",
        cookies={SESSION_COOKIE: anna.actor.token},
        headers=TUS | {"X-CSRF-Token": csrf_token(anna.actor.token)},
        timeout=60,
    ) as client:
        yield client


async def begin(visitor: httpx.AsyncClient, size: int) -> str:
    answer = await visitor.post("/api/uploads", headers={"Upload-Length": str(size)})
    assert answer.status_code == 201, answer.text
    location: str = answer.headers["Location"]
    return location


def open_part(
    server: Server, visitor: httpx.AsyncClient, upload: str, *, offset: int, length: int
) -> socket.socket:
    """A PATCH whose body is still to come."""
    request = visitor.build_request(
        "PATCH",
        upload,
        headers={
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(length),
        },
    )
    connection = socket.create_connection(("127.0.0.1", server.port))
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    connection.sendall(f"PATCH {upload} HTTP/1.1\r\n{head}\r\n".encode())
    return connection


async def finish(visitor: httpx.AsyncClient, upload: str, content: bytes, offset: int) -> bytes:
    """Send what is missing and read the whole file back."""
    answer = await visitor.patch(
        upload,
        content=content[offset:],
        headers={"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"},
    )
    assert answer.status_code == 204, answer.text
    return (await visitor.get(upload.replace("uploads", "files"))).content


async def test_a_cut_connection_loses_nothing_that_came(server, visitor, spooled):
    content = os.urandom(5 * MIB)
    upload = await begin(visitor, len(content))
    spool = next(spooled.iterdir())
    with open_part(server, visitor, upload, offset=0, length=len(content)) as connection:
        connection.sendall(content[: 2 * MIB + 12345])
        # A part that the server has not begun to read can overtake the question how far it came.
        while spool.stat().st_size < MIB:
            time.sleep(0.01)

    offset = int((await visitor.head(upload)).headers["Upload-Offset"])

    assert offset <= 2 * MIB + 12345
    assert await finish(visitor, upload, content, offset) == content


async def test_a_killed_server_goes_on_where_the_spool_ends(server, visitor, spooled):
    content = os.urandom(8 * MIB)
    upload = await begin(visitor, len(content))
    spool = next(spooled.iterdir())
    with open_part(server, visitor, upload, offset=0, length=len(content)) as connection:
        connection.sendall(content[: 5 * MIB])
        while spool.stat().st_size < 4 * MIB:
            time.sleep(0.01)
        server.kill()
    server.start()

    offset = int((await visitor.head(upload)).headers["Upload-Offset"])

    assert offset == spool.stat().st_size >= 4 * MIB
    assert await finish(visitor, upload, content, offset) == content


async def test_two_hundred_megabytes_pass_through_little_memory(server, visitor):
    block, count = os.urandom(MIB), 200

    async def blocks():
        for _ in range(count):
            yield block

    upload = await begin(visitor, count * MIB)
    before = server.most_memory()
    answer = await visitor.patch(
        upload,
        content=blocks(),
        headers={"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"},
    )
    uploaded = server.most_memory()
    digest = hashlib.sha256()
    async with visitor.stream("GET", upload.replace("uploads", "files")) as download:
        async for part in download.aiter_bytes():
            digest.update(part)

    assert answer.headers["Upload-Offset"] == str(count * MIB)
    assert digest.digest() == hashlib.sha256(block * count).digest()
    assert uploaded - before < 30 * MIB
    assert server.most_memory() - before < 40 * MIB
