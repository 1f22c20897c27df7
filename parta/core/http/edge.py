"""The outermost layer of every HTTP request.

It gives the request an id, refuses floods and forged requests, keeps
the answer back until the transaction has committed, and writes the log line.
"""

import re
import time
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import msgspec
import structlog

from parta.core.asgi import ASGIApp, Message, Receive, Scope, Send
from parta.core.db import Database
from parta.core.errors import Problem
from parta.core.http.cookies import (
    CSRF_HEADER,
    SESSION_COOKIE,
    cookies_of,
    csrf_matches,
)
from parta.core.http.idempotency import Replay, is_traceless
from parta.core.http.language import language_of
from parta.core.http.packing import packed
from parta.core.http.problems import REQUEST_ID
from parta.core.http.rate_limits import Limits
from parta.core.http.unit import UNIT, Unit
from parta.core.metrics import REQUESTS

log = structlog.get_logger()

# These open a session and use nothing of the one the cookie names: a device whose session has ended
# goes on sending its cookie, no page can know its token any more, and yet it must be able to sign in again.
OPENING_ROUTES = ("/api/sign-in/", "/api/demo/sessions")

# What a form of another site sends without asking first; of an old browser even without naming that site.
FORM_TYPES = (b"text/plain", b"application/x-www-form-urlencoded", b"multipart/form-data")

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
SAFE_ID = re.compile(rb"^[A-Za-z0-9_-]{8,64}$")
SECURITY_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
]


class Edge:
    """ASGI application around the API."""

    def __init__(self, app: ASGIApp, db: Database, limits: Limits) -> None:
        self._app, self._db, self._limits = app, db, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        started, request_id = time.perf_counter(), _request_id(headers)
        scope[REQUEST_ID] = request_id
        structlog.contextvars.bind_contextvars(request_id=request_id)
        unit = Unit(self._db, mostly_reads=scope["method"] in SAFE_METHODS)
        scope[UNIT] = unit
        answer = Answer(packed(scope, send), unit, request_id)
        try:
            await self._serve(scope, receive, answer, headers)
        except Problem as problem:
            await answer.refuse(problem, language_of(scope))
        except Exception:
            log.exception("request.failed", path=scope["path"])
            await answer.refuse(Problem("internal", status=500), language_of(scope))
        finally:
            await unit.end(commit=False)
            _account(scope, answer.status, time.perf_counter() - started)
            structlog.contextvars.unbind_contextvars("request_id")

    async def _serve(
        self,
        scope: Any,
        receive: Receive,
        answer: "Answer",
        headers: dict[bytes, bytes],
    ) -> None:
        session = cookies_of(scope).get(SESSION_COOKIE)
        address = scope["client"][0] if scope.get("client") else ""
        caller = session or address
        self._limits.refuse_flood(session, address)
        if scope["method"] not in SAFE_METHODS:
            _refuse_forgery(scope["path"], headers, session)
            # A tus upload says by its offset what was received, which is idempotency of its own.
            by_itself = b"tus-resumable" in headers or is_traceless(scope["path"])
            if (key := headers.get(b"idempotency-key")) and not by_itself:
                replay = await Replay.open(answer.unit, scope, receive, caller=caller, key=key)
                if replay.kept:
                    await replay.send(replay.kept, answer.send_now)
                    return
                answer.replay, receive = replay, replay.receive
        await self._app(scope, receive, answer.send)


class Answer:
    """Holds the start of an answer back until the commit is certain."""

    def __init__(self, send: Send, unit: Unit, request_id: str) -> None:
        self._send, self.unit, self._request_id = send, unit, request_id
        self._start: Any = None
        self._left = False
        self.status = 0
        self.replay: Replay | None = None

    async def send(self, message: Message) -> None:
        """Pass one message on; at the first byte of the body the transaction ends."""
        if message["type"] == "http.response.start":
            self._start, self.status = message, message["status"]
            return
        if message["type"] == "http.response.body" and self._start is not None:
            if self.status < 400 and self.replay and not message.get("more_body"):
                await self.replay.keep(self._start, message.get("body", b""))
            await self.unit.end(commit=self.status < 400 or self.unit.keeps_changes)
            start, self._start = self._start, None
            await self.send_now(start)
        await self._send(message)

    async def send_now(self, message: Any) -> None:
        """Send with the headers that every answer carries."""
        if message["type"] == "http.response.start":
            self._left, self.status = True, message["status"]
            present = {name.lower() for name, _ in message["headers"]}
            added = [pair for pair in SECURITY_HEADERS if pair[0] not in present]
            added.append((b"x-request-id", self._request_id.encode()))
            message = {**message, "headers": [*message["headers"], *added]}
        await self._send(message)

    async def refuse(self, problem: Problem, language: str) -> None:
        """Answer with a problem, unless an answer has already left."""
        if self._left:
            return
        body = msgspec.json.encode(problem.body(language, self._request_id))
        headers = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(body)).encode()),
        ]
        if problem.retry_after is not None:
            headers.append((b"retry-after", str(problem.retry_after).encode()))
        await self.send_now(
            {
                "type": "http.response.start",
                "status": problem.status,
                "headers": headers,
            }
        )
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


def _refuse_forgery(path: str, headers: dict[bytes, bytes], session: str | None) -> None:
    """A page of another site can make a browser send our cookie, but cannot know the token (CSRF).

    The origin "null" is a page without one, such as a sandboxed frame: never a page of ours.
    """
    origin = headers.get(b"origin", b"").decode("latin-1")
    if origin and urlsplit(origin).netloc != headers.get(b"host", b"").decode("latin-1"):
        raise Problem("foreign_origin", status=403)
    if path.startswith(OPENING_ROUTES):
        # No token is asked for here, so the sort of the body has to show that a page of ours sent it.
        if headers.get(b"content-type", b"").lower().startswith(FORM_TYPES):
            raise Problem("foreign_origin", status=403)
    elif session and not csrf_matches(session, headers.get(CSRF_HEADER, b"")):
        raise Problem("csrf_missing", status=403)


def _request_id(headers: dict[bytes, bytes]) -> str:
    given = headers.get(b"x-request-id", b"")
    return given.decode() if SAFE_ID.match(given) else uuid4().hex


def _account(scope: Any, status: int, seconds: float) -> None:
    route = scope.get("path_template") or "-"
    REQUESTS.labels(scope["method"], route, str(status)).observe(seconds)
    log.info(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=status,
        ms=round(seconds * 1000, 1),
    )
