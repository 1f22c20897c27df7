"""Answers in JSON leave compressed: a list of chats is a tenth of itself, which on a slow line is the difference.

Only whole JSON bodies are packed; files are compressed by their own formats or read by ranges. Who the
caller is never is: a secret and somebody else's words in one packed answer could tell one by the other's length.
"""

import asyncio
import gzip
from typing import Any

from parta.core.asgi import Message, Scope, Send

SMALLEST = 1024  # bytes; below that a packet is a packet
LARGE = 32 * 1024  # bytes; packing more takes long enough to be felt by others
LEVEL = 4  # a fifth of the time of the best for nine tenths of its effect
SECRETS = ("/api/me", "/api/sign-in/")


def packed(scope: Scope, send: Send) -> Send:
    """Wrap `send` for a caller who takes gzip; the others get their bytes as they are."""
    if not _may_be_packed(scope):
        return send
    held: Message | None = None

    async def send_packed(message: Message) -> None:
        nonlocal held
        if message["type"] == "http.response.start" and _is_json(message):
            held = message
            return
        if held is not None:
            start, held = held, None
            start, message = await _pack(start, message)
            await send(start)
        await send(message)

    return send_packed


def _may_be_packed(scope: Any) -> bool:
    path: str = scope["path"]
    # What lies below /api/me is one's own, but no secret; the session's own page is.
    if path == SECRETS[0] or path.startswith(SECRETS[1]):
        return False
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


def _is_json(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start["headers"]}
    return b"json" in headers.get(b"content-type", b"") and b"content-encoding" not in headers


async def _pack(start: Message, message: Message) -> tuple[Message, Message]:
    body: bytes = message.get("body", b"")
    headers = [*start["headers"], (b"vary", b"accept-encoding")]
    if message["type"] == "http.response.body" and not message.get("more_body") and len(body) >= SMALLEST:
        small = await asyncio.to_thread(_gzip, body) if len(body) >= LARGE else _gzip(body)
        headers = [pair for pair in headers if pair[0].lower() != b"content-length"]
        headers += [(b"content-encoding", b"gzip"), (b"content-length", str(len(small)).encode())]
        message = {**message, "body": small}
    return {**start, "headers": headers}, message


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL, mtime=0)
