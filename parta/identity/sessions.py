"""Signed-in devices: a random token in a cookie, of which the database keeps only the hash."""

import hashlib
import re
import secrets
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.core.http.cookies import csrf_token
from parta.identity import queries
from parta.identity.events import SessionEnded
from parta.identity.second_factor.standing import Lack, is_remembered, lack_of
from parta.identity.suspending import refuse_suspended

# Seldom enough that reading writes nothing, often enough for «был в сети».
TOUCH_EVERY = timedelta(minutes=5)


class Device(msgspec.Struct, frozen=True):
    """What asks: remembered so that its owner recognises it in the list."""

    ip: str = ""
    user_agent: str = ""
    locale: str = "ru"
    # The token of a device that need not show the second factor again.
    remembered: str = ""


class OpenedSession(msgspec.Struct, frozen=True):
    """A new session; the token exists only here and in the cookie."""

    id: int
    person_id: int
    token: str
    csrf: str
    lacks: Lack | None = None


class SessionInfo(msgspec.Struct, frozen=True):
    """A signed-in device in its owner's list."""

    id: int
    user_agent: str
    ip: str
    created_at: datetime
    last_seen_at: datetime
    current: bool


async def start_session(
    tx: Tx, person_id: int, *, device: Device, lifetime: timedelta, has_factor: bool = False
) -> OpenedSession:
    """Always a fresh token: a cookie planted before signing in is worth nothing after it.

    Raises 403 `suspended` for somebody who is kept out. Whatever the way in, here it is decided whether a second
    factor is still asked for; `has_factor`: the way in was one with two factors.
    """
    token = secrets.token_urlsafe(32)
    moment = now()
    passed = has_factor or await is_remembered(tx, person_id, device.remembered)
    lack = None if passed else await lack_of(tx, person_id)
    session_id: int = await tx.value(
        queries.ADD_SESSION,
        person_id,
        token_hash(token),
        shortened(device.user_agent),
        device.ip[:64],
        moment,
        moment + lifetime,
        lack,
        moment if passed else None,
    )
    # After the row is written: a suspension that is being laid now waits for us or is seen by us.
    await refuse_suspended(tx, person_id)
    return OpenedSession(session_id, person_id, token, csrf_token(token), lack)


async def end_session(tx: Tx, session_id: int, *, of: int) -> None:
    """Sign one own device out at once; somebody else's does not exist."""
    if not await tx.run(queries.END_SESSION, of, session_id, now()):
        raise NotFound
    tx.emit(SessionEnded(person_id=of, session_id=session_id))


async def end_sessions_of(tx: Tx, person_id: int, *, but: int | None = None) -> int:
    """Sign out all devices of a person except one; how many there were."""
    ended = await tx.values(queries.END_SESSIONS, person_id, but, now())
    for session_id in ended:
        tx.emit(SessionEnded(person_id=person_id, session_id=session_id))
    return len(ended)


async def list_sessions(tx: Tx, *, of: int, current: int) -> list[SessionInfo]:
    """The person's devices, this one first."""
    return await tx.rows(queries.SESSIONS_OF, of, current, now(), into=SessionInfo)


async def touch_session(tx: Tx, session_id: int, *, lifetime: timedelta) -> None:
    """Note that the device is in use and let it live on; at most once in five minutes."""
    moment = now()
    await tx.run(queries.TOUCH_SESSION, session_id, moment, moment - TOUCH_EVERY, moment + lifetime)


async def mark_seen(tx: Tx, person_id: int) -> None:
    """Note that the person was here a moment ago: when the last live socket closes."""
    await tx.run(queries.MARK_SEEN, person_id, now())


def token_hash(token: str) -> bytes:
    """What the database keeps of a token; 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def shortened(user_agent: str) -> str:
    """«Firefox 145 · Linux» is enough to recognise a device, and says less about its owner."""
    browser = next((f"{name} {m[1]}" for name, mark in _BROWSERS if (m := re.search(mark, user_agent))), "")
    system = next((name for name, mark in _SYSTEMS if re.search(mark, user_agent)), "")
    return " · ".join(filter(None, (browser, system))) or re.sub(r"[^\x20-\x7e]", "", user_agent)[:60]


# Order matters: everybody claims to be Safari, and most claim to be Chrome.
_BROWSERS = (
    ("Яндекс Браузер", r"YaBrowser/(\d+)"),
    ("Edge", r"Edg(?:e|A|iOS)?/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("Samsung Internet", r"SamsungBrowser/(\d+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("Chrome", r"(?:Chrome|CriOS|Chromium)/(\d+)"),
    ("Safari", r"Version/(\d+).*Safari"),
)
_SYSTEMS = (
    ("Android", r"Android"),
    ("iOS", r"iPhone|iPad|iPod"),
    ("Windows", r"Windows"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("Linux", r"Linux|X11"),
)
