"""Handing one push to a push service (RFC 8030), encrypted for the browser alone (RFC 8291)."""

import hashlib
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import TYPE_CHECKING, Literal

import httpx
import msgspec
import structlog

from parta.core.clock import now
from parta.core.config import Configuration
from parta.notifications.push_hosts import HostRefused, resolve
from parta.notifications.push_key import authorisation
from parta.notifications.settings import NotificationsSettings

if TYPE_CHECKING:
    from py_vapid import Vapid02

# Cryptography is imported where it is used: a start need not wait for it.
log = structlog.get_logger()

KEPT_FOR = 24 * 3600  # seconds a push service may keep what it cannot deliver yet
LONGEST_PAUSE = timedelta(hours=1)


What = Literal["message", "reaction", "reminder", "read", "summary", "report", "overdue", "held", "alert"]


class PushNote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that leaves the server: ids, never a word or a name."""

    kind: What
    conversation_id: int = 0
    number: int = 0
    urgent: bool = False

    def topic(self, endpoint: str) -> str:
        """What replaces an undelivered push of the same chat; a push service cannot tell which chat it is."""
        text = f"{endpoint} {self.kind} {self.conversation_id}"
        return urlsafe_b64encode(hashlib.sha256(text.encode()).digest())[:32].decode()


class Subscription(msgspec.Struct, frozen=True):
    """Where and for whom to encrypt."""

    id: int
    person_id: int
    endpoint: str
    p256dh: str
    auth: str


class Verdict(Enum):
    """What became of a push."""

    DELIVERED = "delivered"
    GONE = "gone"  # the browser wants no more: forget the subscription
    LATER = "later"
    REFUSED = "refused"  # ours to mend; the subscription stays


class Answer(msgspec.Struct, frozen=True):
    """The verdict, and how long the service asks to be left alone."""

    verdict: Verdict
    pause: timedelta | None = None


def is_public_key(p256dh: str, auth: str) -> bool:
    """Whether these are keys that something can be encrypted with."""
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(p256dh))
        return len(_bytes(auth)) == 16
    except ValueError:
        return False


def encrypt(note: PushNote, to: Subscription) -> bytes:
    """The body of the request: only the browser that made the keys can read it."""
    import http_ece  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    sealed: bytes = http_ece.encrypt(
        msgspec.json.encode(note),
        salt=os.urandom(16),
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=_bytes(to.p256dh),
        auth_secret=_bytes(to.auth),
        version="aes128gcm",
    )
    return sealed


async def send_push(
    client: httpx.AsyncClient,
    note: PushNote,
    to: Subscription,
    *,
    key: "Vapid02",
    configuration: Configuration,
) -> Answer:
    """Send one push and say what became of it; never raises for what the other side does."""
    try:
        address = await resolve(to.endpoint, configuration.get(NotificationsSettings))
        answer = await client.post(
            address.url,
            content=encrypt(note, to),
            headers={
                "Host": address.netloc,
                "Content-Encoding": "aes128gcm",
                "Content-Type": "application/octet-stream",
                "TTL": str(KEPT_FOR),
                "Urgency": "high" if note.urgent else "normal",
                "Topic": note.topic(to.endpoint),
                **authorisation(key, to.endpoint, configuration),
            },
            # The connection goes to an address; the certificate must be that of the name.
            extensions={"sni_hostname": address.host},
        )
    except HostRefused as refused:
        log.warning("push.refused", subscription=to.id, reason=str(refused))
        return Answer(Verdict.GONE)
    except (httpx.HTTPError, OSError) as error:
        log.info("push.unreachable", subscription=to.id, error=type(error).__name__)
        return Answer(Verdict.LATER)
    return judge(answer.status_code, answer.headers.get("Retry-After"))


def judge(status: int, retry_after: str | None) -> Answer:
    """Read an answer: 404 and 410 end a subscription, 429 and 5xx pass, the rest is a fault of ours."""
    if status < 300:
        return Answer(Verdict.DELIVERED)
    if status in (404, 410):
        return Answer(Verdict.GONE)
    if status == 429 or status >= 500:
        return Answer(Verdict.LATER, _pause(retry_after))
    log.error("push.not_accepted", status=status)
    return Answer(Verdict.REFUSED)


def _pause(retry_after: str | None) -> timedelta | None:
    if retry_after is None:
        return None
    try:
        pause = (
            timedelta(seconds=int(retry_after))
            if retry_after.isdecimal()
            else parsedate_to_datetime(retry_after) - now()
        )
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(pause, timedelta(0)), LONGEST_PAUSE)


def _bytes(text: str) -> bytes:
    """Base64url with or without its padding, as browsers give it; raises ValueError otherwise."""
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
