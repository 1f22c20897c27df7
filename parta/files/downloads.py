"""Sending a file to a browser so that it can only ever be shown or saved, never run as a page of ours."""

import hashlib
from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.response import Stream

from parta.core.blobs import Blobs
from parta.core.errors import NotFound, Problem
from parta.core.http.problems import answer_problem
from parta.files.queries import StoredFile
from parta.files.ranges import ByteRange, Unsatisfiable, read_range

# Everything else is saved, not shown: SVG, HTML, XML and PDF can carry scripts.
SHOWN = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"}
    | {"video/mp4", "video/webm", "video/ogg", "video/quicktime"}
    | {"audio/mpeg", "audio/ogg", "audio/wav", "audio/mp4", "audio/webm", "audio/flac", "audio/aac"}
)

AnyRequest = Request[Any, Any, Any]


async def answer_file(request: AnyRequest, blobs: Blobs, file: StoredFile) -> Response[Any]:
    """The file, or the range of it that was asked for."""
    if file.state != "ready":
        raise NotFound
    return _answer(request, blobs, file.blob_key, file.size, _headers(file.name, file.content_type))


async def answer_preview(request: AnyRequest, blobs: Blobs, file: StoredFile) -> Response[Any]:
    """The preview as WebP; NotFound while there is none."""
    size = await blobs.size(file.preview_key) if file.preview_key else None
    if file.preview_key is None or size is None:
        raise NotFound
    return _answer(request, blobs, file.preview_key, size, _headers(f"{file.name}.webp", "image/webp"))


async def answer_blob(
    request: AnyRequest, blobs: Blobs, key: str, *, name: str, content_type: str
) -> Response[Any]:
    """Bytes that a higher room keeps for one person for a while; nobody stores them on the way. NotFound when gone."""
    size = await blobs.size(key)
    if size is None:
        raise NotFound
    headers = _headers(name, content_type) | {"Cache-Control": "private, no-store"}
    return _answer(request, blobs, key, size, headers)


async def answer_unchanging(
    request: AnyRequest, blobs: Blobs, key: str, *, name: str, content_type: str
) -> Response[Any]:
    """Bytes whose address never means others: the browser that got them keeps them. NotFound when gone."""
    size = await blobs.size(key)
    if size is None:
        raise NotFound
    kept = {"Cache-Control": "private, max-age=31536000, immutable"}
    return _answer(request, blobs, key, size, _headers(name, content_type) | kept)


def _answer(request: AnyRequest, blobs: Blobs, key: str, size: int, headers: dict[str, str]) -> Response[Any]:
    etag = f'"{hashlib.sha256(key.encode()).hexdigest()[:32]}"'
    headers |= {"ETag": etag}
    if etag in (request.headers.get("If-None-Match") or ""):
        return Response(None, status_code=304, headers=headers)
    wanted = request.headers.get("Range")
    # A range of another version of the file would be glued to the wrong bytes.
    if request.headers.get("If-Range", etag) != etag:
        wanted = None
    try:
        part = read_range(wanted, size=size)
    except Unsatisfiable:
        refusal = answer_problem(request, Problem("range_unsatisfiable", status=416))
        refusal.headers["Content-Range"] = f"bytes */{size}"
        return refusal
    if part is not None:
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    sent = part or ByteRange(0, size)
    headers["Content-Length"] = str(sent.length)
    content_type = headers.pop("Content-Type")
    end = sent.start if request.method == "HEAD" else sent.end
    return Stream(
        blobs.read(key, sent.start, end),
        status_code=206 if part else 200,
        headers=headers,
        media_type=content_type,
    )


def _headers(name: str, content_type: str) -> dict[str, str]:
    return {
        "Content-Type": content_type,
        "Content-Disposition": disposition(name, shown=content_type in SHOWN),
        "Accept-Ranges": "bytes",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        # The bytes under one id never change. They depend on the cookie, so that the next person at
        # a shared computer is not shown them from the browser's own store.
        "Cache-Control": "private, max-age=604800, immutable",
        "Vary": "Cookie",
    }


def disposition(name: str, *, shown: bool) -> str:
    """Content-Disposition with the name in both spellings (RFC 6266, RFC 8187)."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    return f"{'inline' if shown else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
