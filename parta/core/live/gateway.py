"""The wire protocol of /api/live, described in docs/live.md."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
import structlog

from parta.core import event_log
from parta.core.asgi import Receive, Scope, Send
from parta.core.errors import Problem
from parta.core.events import person_stream
from parta.core.http.cookies import SESSION_COOKIE, cookies_of
from parta.core.http.language import language_of
from parta.core.http.rate_limits import Bucket
from parta.core.live.connection import Connection
from parta.core.live.hub import Hub
from parta.core.live.protocol import EXTENSION, text_frame
from parta.core.live.rooms import ACTS, AUDIENCES, WATCHABLE, Frame
from parta.core.metrics import CONNECTIONS

log = structlog.get_logger()

HELLO_WITHIN = 30.0  # seconds; on a slow line three packets may take so long
LONGEST_TAIL = 2000  # events over all streams; who missed more refetches
PATH = "/api/live"

MOST_FRAME = 256 * 1024  # bytes
LARGEST_ID = 2**63 - 1

HELLO_MISSING, MALFORMED, SIGN_IN_FIRST, INTERNAL = 4408, 4400, 4401, 1011


class Hello(Frame, frozen=True, kw_only=True):
    """The first frame: the last number the client has of each stream."""

    cursors: dict[str, int] = msgspec.field(default_factory=dict)


class Ping(Frame, frozen=True, kw_only=True):
    """Are you there?"""


class Watch(Frame, frozen=True, kw_only=True):
    """Tell me of these people, and how many are in this chat."""

    people: list[int] = msgspec.field(default_factory=list)
    conversation_id: int | None = None


class Caller:
    """Who sent a frame, and how to answer."""

    __slots__ = ("connection", "hub")

    def __init__(self, connection: Connection, hub: Hub) -> None:
        self.connection, self.hub = connection, hub

    @property
    def person_id(self) -> int:
        """The person behind the socket."""
        return self.connection.person_id

    def say(self, message: dict[str, Any] | msgspec.Struct) -> None:
        """Answer on this socket."""
        self.connection.say(message)

    def refuse(self, problem: Problem, *, ref: str | None) -> None:
        """Answer that it cannot be done, and why."""
        self.say(
            {
                "op": "refused",
                "ref": ref,
                "problem": problem.body(self.connection.language),
            }
        )

    def hears(self, stream: str) -> bool:
        """Whether this socket hears the stream now; what it does not hear it may not whisper to."""
        return stream in self.connection.feeds


Authenticate = Callable[[str], Awaitable[tuple[int, int] | None]]


class Gateway:
    """The ASGI application behind the live socket."""

    def __init__(self, hub: Hub, authenticate: Authenticate, *, frames_per_second: float = 30) -> None:
        self.hub, self._authenticate, self._rate = hub, authenticate, frames_per_second
        self._decoder = msgspec.json.Decoder(Hello | Ping | Watch | _union())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket from its handshake to its end."""
        await receive()
        socket = scope.get("extensions", {}).get(EXTENSION, {}).get("socket")
        served = socket is not None and scope["path"] == PATH
        who = await self._admit(scope) if served else None
        await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
        if socket is None or who is None:
            await send(
                {
                    "type": "websocket.close",
                    "code": SIGN_IN_FIRST,
                    "reason": "sign_in_first",
                }
            )
            return
        connection = Connection(socket, *who, language_of(scope))
        CONNECTIONS.inc()
        try:
            code = await self._serve(connection, scope, receive)
        except Exception:
            log.exception("live.broke", person=connection.person_id)
            code = INTERNAL
        finally:
            CONNECTIONS.dec()
            self.hub.remove(connection)
        if code:
            connection.close(code)

    async def _admit(self, scope: Scope) -> tuple[int, int] | None:
        headers = dict(scope["headers"])
        origin = headers.get(b"origin", b"").decode("latin-1")
        if origin and urlsplit(origin).netloc != headers.get(b"host", b"").decode("latin-1"):
            return None
        token = cookies_of(scope).get(SESSION_COOKIE)
        return await self._authenticate(token) if token else None

    async def _hello(self, receive: Receive) -> Hello | int:
        """Wait for the first frame; return the code to close with when there is none, 0 when nobody is there."""
        try:
            message = await asyncio.wait_for(receive(), HELLO_WITHIN)
        except TimeoutError:
            return HELLO_MISSING
        if message["type"] != "websocket.receive":
            return 0
        hello = self._decode(message)
        return hello if isinstance(hello, Hello) else HELLO_MISSING

    async def _serve(self, connection: Connection, scope: Scope, receive: Receive) -> int:
        """Return the code to close with, or 0 when the other side has gone."""
        hello = await self._hello(receive)
        if isinstance(hello, int):
            return hello
        await self.hub.subscribe(connection, [person_stream(connection.person_id)])
        # Whoever was signed out between the handshake and here would not have heard of it.
        if await self._admit(scope) is None:
            return SIGN_IN_FIRST
        await self._welcome(connection, hello.cursors)
        bucket, caller = (
            Bucket(self._rate, self._rate * 4),
            Caller(connection, self.hub),
        )
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return 0
            frame = self._decode(message)
            if frame is None:
                return MALFORMED
            while (pause := bucket.take()) > 0:  # noqa: ASYNC110 time itself is what is waited for
                await asyncio.sleep(pause)
            await self._act(caller, frame)

    def _decode(self, message: Any) -> Frame | None:
        data = message.get("text") or message.get("bytes") or b""
        if len(data) > MOST_FRAME:
            return None
        try:
            frame: Frame = self._decoder.decode(data)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            return None
        return frame

    async def _act(self, caller: Caller, frame: Frame) -> None:
        if isinstance(frame, Ping):
            caller.say({"op": "pong"})
        elif isinstance(frame, Watch):
            await self._watch(caller, frame)
        elif (act := ACTS.get(type(frame))) is not None:
            try:
                await act(caller, frame)
            except Problem as problem:
                caller.refuse(problem, ref=getattr(frame, "ref", None))

    async def _welcome(self, connection: Connection, cursors: dict[str, int]) -> None:
        """Join everything the person hears, then send what the client missed; what comes meanwhile is held."""
        streams = [s for find in AUDIENCES for s in await self._ask(find, connection.person_id)]
        await self.hub.subscribe(connection, streams)
        upto = {stream: feed.seq for stream, feed in connection.feeds.items()}
        self.hub.presence.add(connection)
        reset = [s for s, seq in cursors.items() if s in upto and not 0 <= seq <= upto[s]]
        after = {s: seq for s, seq in cursors.items() if s in upto and 0 <= seq < upto[s]}
        tail, missed = await self._tail(after, upto)
        welcome = {
            "op": "welcome",
            "person_id": connection.person_id,
            "streams": upto,
            "reset": reset + missed,
            "gone": [s for s in cursors if s not in upto],
            "time": datetime.now(UTC),
        }
        first = [
            text_frame(msgspec.json.encode(welcome).decode()),
            *tail,
            text_frame('{"op":"caught_up"}'),
        ]
        connection.release(b"".join(first))

    async def _tail(self, after: dict[str, int], upto: dict[str, int]) -> tuple[list[bytes], list[str]]:
        """Read what was missed; streams whose tail is too long or already forgotten are to be refetched."""
        short = {s: seq for s, seq in after.items() if upto[s] - seq <= LONGEST_TAIL}
        while sum(upto[s] - seq for s, seq in short.items()) > LONGEST_TAIL:
            short.pop(max(short, key=lambda s: upto[s] - short[s]))
        if not short:
            return [], list(after)
        async with self.hub.db.pool.acquire() as connection:
            ends = {s: upto[s] for s in short}
            events = await event_log.tails(connection, short, ends, limit=LONGEST_TAIL)
        next_seq = {s: seq + 1 for s, seq in short.items()}
        frames: list[bytes] = []
        for event in events:
            if event.seq == next_seq.get(event.stream):
                next_seq[event.stream] += 1
                frames.append(text_frame(event.frame()))
        missed = [s for s in after if next_seq.get(s, 0) != upto[s] + 1]
        return frames, missed

    async def _ask(self, find: Callable[..., Awaitable[Any]], *args: Any) -> Any:
        async with self.hub.db.transaction() as tx:
            return await find(tx, *args)

    async def _watch(self, caller: Caller, frame: Watch) -> None:
        asked = [person_id for person_id in frame.people if 0 < person_id <= LARGEST_ID][:100]
        seen: dict[int, datetime | None] = {}
        for find in WATCHABLE if asked else ():
            seen |= await self._ask(find, caller.person_id, asked)
        stream = f"conversation:{frame.conversation_id}" if frame.conversation_id else None
        presence = self.hub.presence
        presence.watch(caller.connection, frozenset(seen), stream)
        people = {str(i): True if presence.is_online(i) else at or False for i, at in seen.items()}
        if people:
            caller.say({"op": "presence", "people": people})


def _union() -> Any:
    """Union of all frames that rooms registered; msgspec tells them apart by `op`."""
    union: Any = Ping
    for frame in ACTS:
        union = union | frame
    return union
