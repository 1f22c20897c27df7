"""The built web client: one page for every address, hashed assets kept for ever, compressed once."""

import asyncio
import gzip
import mimetypes
from pathlib import Path
from typing import Any

import msgspec

from parta.core.asgi import Receive, Scope, Send

# Everything comes from this server and nothing from elsewhere; scripts only as files of ours.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
    "frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

HEADERS = [
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(self), microphone=(self), geolocation=(), interest-cohort=()",
    ),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"vary", b"accept-encoding"),
]

OURS = ("/api/", "/healthz", "/readyz", "/metrics")
COMPRESSIBLE = (
    ".html",
    ".js",
    ".css",
    ".svg",
    ".json",
    ".webmanifest",
    ".map",
    ".txt",
    ".wasm",
)
FOREVER, ALWAYS_ASK = b"public, max-age=31536000, immutable", b"no-cache"


class ClientFile(msgspec.Struct):
    """One file of the client, ready to send."""

    body: bytes
    content_type: bytes
    etag: bytes
    cache: bytes
    compressible: bool
    packed: bytes | None = None


class ClientFiles:
    """ASGI application over the folder of the built client, which is read once."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            "/" + path.relative_to(folder).as_posix(): _read(path, folder)
            for path in folder.rglob("*")
            if path.is_file()
        }
        self._page = self._files.get("/index.html")

    def serves(self, path: str) -> bool:
        """Whether the address belongs to the client and not to the API."""
        return not path.startswith(OURS) and path != "/api"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file, or with the page: the client itself knows its addresses."""
        path: str = scope["path"]
        file = self._files.get(path)
        if file is None and "." not in path.rpartition("/")[2]:
            file = self._page
        if file is None or scope["method"] not in ("GET", "HEAD"):
            await _answer(send, 404 if file is None else 405, [], b"")
            return
        await self._send(file, scope, send)

    async def _send(self, file: ClientFile, scope: Any, send: Send) -> None:
        asked = dict(scope["headers"])
        headers = [
            (b"content-type", file.content_type),
            (b"cache-control", file.cache),
            (b"etag", file.etag),
        ]
        if asked.get(b"if-none-match") == file.etag:
            await _answer(send, 304, headers, b"")
            return
        body = file.body
        if file.compressible and b"gzip" in asked.get(b"accept-encoding", b""):
            if file.packed is None:
                file.packed = await asyncio.to_thread(gzip.compress, file.body, 9)
            body = file.packed
            headers.append((b"content-encoding", b"gzip"))
        headers.append((b"content-length", str(len(body)).encode()))
        await _answer(send, 200, headers, b"" if scope["method"] == "HEAD" else body)


def _read(path: Path, folder: Path) -> ClientFile:
    body = path.read_bytes()
    content_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if path.suffix == ".webmanifest":
        content_type = "application/manifest+json"
    if content_type.startswith("text/") or path.suffix in (
        ".js",
        ".json",
        ".webmanifest",
        ".svg",
    ):
        content_type += "; charset=utf-8"
    hashed = path.is_relative_to(folder / "assets")
    return ClientFile(
        body=body,
        content_type=content_type.encode(),
        etag=f'"{path.stat().st_mtime_ns:x}-{len(body):x}"'.encode(),
        cache=FOREVER if hashed else ALWAYS_ASK,
        compressible=path.suffix in COMPRESSIBLE and len(body) > 1024,
    )


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [*HEADERS, *headers],
        }
    )
    await send({"type": "http.response.body", "body": body, "more_body": False})
