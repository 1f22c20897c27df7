"""A repeated request with the same Idempotency-Key is answered again, not done again.

The key's row is written in the request's own transaction, so it exists exactly
when the changes do; a second request with the key waits for the first to end.
"""

import hashlib
import re
from typing import Any

import msgspec

from parta.core import queries
from parta.core.asgi import Message, Receive
from parta.core.errors import Invalid
from parta.core.http.unit import Unit

LONGEST_KEY = 200
MOST_KEPT = 256 * 1024  # bytes of an answer


# Paths whose requests are repeated without a key, because even the digest of one says too much.
_TRACELESS: list[re.Pattern[str]] = []


def keep_no_trace_of(path: str) -> None:
    """Let requests to these paths leave nothing behind; they have to be idempotent by themselves."""
    _TRACELESS.append(re.compile(path))


def is_traceless(path: str) -> bool:
    """Whether a key sent with a request to the path is left aside."""
    return any(pattern.fullmatch(path) for pattern in _TRACELESS)


class Kept(msgspec.Struct, frozen=True):
    """An answer as it was given."""

    fingerprint: bytes
    status: int | None
    content_type: str | None
    body: bytes | None


class Replay:
    """One keyed request."""

    def __init__(
        self,
        unit: Unit,
        owner: str,
        key: str,
        received: list[Message],
        receive: Receive,
    ) -> None:
        self._unit, self._owner, self._key = unit, owner, key
        self._received, self._receive = received, receive
        self.kept: Kept | None = None

    @classmethod
    async def open(cls, unit: Unit, scope: Any, receive: Receive, *, caller: str, key: bytes) -> "Replay":
        """Claim the key, or find the answer that was given under it.

        Raises Invalid when the key was used for a different request.
        """
        if not 0 < len(key) <= LONGEST_KEY:
            raise Invalid("invalid", field="Idempotency-Key")
        received = await _read_small_body(scope, receive)
        fingerprint = _fingerprint(scope, received)
        owner = hashlib.sha256(caller.encode()).hexdigest()
        replay = cls(unit, owner, key.decode("latin-1"), received, receive)
        tx = await unit.tx()
        if not await tx.run(queries.CLAIM_KEY, owner, replay._key, fingerprint):
            kept = await tx.row(queries.KEPT_ANSWER, owner, replay._key, into=Kept)
            if kept is None or kept.fingerprint != fingerprint:
                raise Invalid("idempotency_key_reused", field="Idempotency-Key")
            # No answer is kept where a route ended its transaction early and broke: do it again.
            replay.kept = kept if kept.status is not None else None
        return replay

    async def receive(self) -> Message:
        """Give the handler the body that was read already, then what follows."""
        return self._received.pop(0) if self._received else await self._receive()

    async def keep(self, start: Any, body: bytes) -> None:
        """Remember the answer; one that sets a cookie or is huge is not for repeating."""
        headers = {name.lower(): value for name, value in start["headers"]}
        tx = await self._unit.tx()
        if b"set-cookie" in headers or len(body) > MOST_KEPT:
            await tx.run(queries.FORGET_KEY, self._owner, self._key)
            return
        content_type = headers.get(b"content-type", b"").decode("latin-1")
        await tx.run(
            queries.KEEP_ANSWER,
            self._owner,
            self._key,
            start["status"],
            content_type,
            body,
        )

    async def send(self, kept: Kept, send: Any) -> None:
        """Give the remembered answer again."""
        body = kept.body or b""
        headers = [
            (b"content-length", str(len(body)).encode()),
            (b"idempotency-replayed", b"true"),
        ]
        if kept.content_type:
            headers.append((b"content-type", kept.content_type.encode("latin-1")))
        await send(
            {
                "type": "http.response.start",
                "status": kept.status,
                "headers": headers,
            }
        )
        await send({"type": "http.response.body", "body": body, "more_body": False})


async def _read_small_body(scope: Any, receive: Receive) -> list[Message]:
    """Read a JSON body ahead, for its fingerprint; a streamed upload is left alone."""
    headers = dict(scope["headers"])
    if not headers.get(b"content-type", b"").startswith(b"application/json"):
        return []
    received: list[Message] = []
    while True:
        message = await receive()
        received.append(message)
        if message["type"] != "http.request" or not message.get("more_body"):
            return received


def _fingerprint(scope: Any, received: list[Message]) -> bytes:
    digest = hashlib.sha256(f"{scope['method']} {scope['path']}?".encode() + scope["query_string"])
    for message in received:
        if message["type"] == "http.request":
            digest.update(message.get("body", b""))
    return digest.digest()
