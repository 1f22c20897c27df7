"""Looking for letters that are due, and writing each exactly once.

A letter is composed in the transaction that moves its person's date on, and leaves as a job: a crash neither
forgets it nor writes a second one. A letter that was handed over the moment the server died may be handed over
again; it then carries the same Message-ID, by which mail servers know it.
"""

from datetime import datetime, timedelta
from email.message import EmailMessage

import msgspec
import structlog

from parta.core.clock import now
from parta.core.config import CoreSettings
from parta.core.db import Database, Tx
from parta.core.housekeeping import goes_round
from parta.core.jobs import Job, performs
from parta.identity.delivery import DeliveryRefused
from parta.identity.letters import new_letter, send_letter, sender_domain
from parta.identity.settings import IdentitySettings
from parta.notifications import queries_digests as queries
from parta.notifications.digest_words import Letter, compose
from parta.notifications.digests import Digest, letters_allowed, next_letter, proven_address

log = structlog.get_logger()

EVERY = timedelta(minutes=5)
MOST_AT_ONCE = 50
STALE_AFTER = timedelta(hours=12)  # a letter about yesterday's unread messages helps nobody


class DueDigest(Digest, frozen=True, kw_only=True):
    """A person whose time has come."""

    person_id: int
    token: str
    sent_at: datetime | None
    next_at: datetime
    time_zone: str
    locale: str
    last_seen_at: datetime | None


@goes_round
class LookForDigests(Job, frozen=True):
    """Look once; each look leaves the next."""


class SendDigest(Job, frozen=True):
    """Hand over a letter that is written. Its words lie here until then, half a day at most."""

    to: str
    letter: Letter
    message_id: str
    stale_at: datetime


@performs(LookForDigests)
async def look_for_digests(tx: Tx, job: LookForDigests) -> None:
    """Write what is due, and come again: at once when there is more."""
    moment = now()
    due = await tx.rows(queries.TAKE_DUE, moment, MOST_AT_ONCE, into=DueDigest) if letters_allowed(tx) else []
    for digest in due:
        written = await _write(tx, digest, moment)
        next_at = _next(digest, moment)
        await tx.run(queries.LOOK_AGAIN, digest.person_id, next_at, moment if written else None)
    pause = timedelta(0) if len(due) == MOST_AT_ONCE else EVERY
    await tx.enqueue(LookForDigests(), due_at=moment + pause, key=f"after {moment.timestamp():.3f}")


@performs(SendDigest, lease=timedelta(minutes=2), attempts=20)
async def send_digest(db: Database, job: SendDigest) -> None:
    """A mail server that is away is tried again; one that refuses is not, nor is a letter grown old sent."""
    if job.stale_at <= now():
        log.warning("digest.not_sent", reason="too late")
        return
    settings = db.configuration.get(IdentitySettings)
    try:
        await send_letter(_mail(job, settings), settings)
    except DeliveryRefused as refused:
        log.warning("digest.not_sent", reason=str(refused))


async def _write(tx: Tx, digest: DueDigest, moment: datetime) -> bool:
    if digest.every == "away" and not _is_away(digest, moment):
        return False
    address = await proven_address(tx, digest.person_id)
    letter = await compose(
        tx, digest.person_id, locale=digest.locale, since=digest.sent_at, texts=digest.texts
    )
    if address is None or letter is None:
        return False
    domain = sender_domain(tx.configuration.get(IdentitySettings))
    job = SendDigest(
        to=address,
        letter=msgspec.structs.replace(letter, end_url=_end_url(tx, digest.token)),
        message_id=f"<digest.{digest.person_id}.{moment.timestamp():.0f}@{domain}>",
        stale_at=moment + STALE_AFTER,
    )
    await tx.enqueue(job)
    return True


def _is_away(digest: DueDigest, moment: datetime) -> bool:
    """Away long enough, and not told since."""
    seen = digest.last_seen_at
    if seen is None:
        return False
    return seen + timedelta(hours=digest.away_hours) <= moment and (
        digest.sent_at is None or digest.sent_at < seen
    )


def _next(digest: DueDigest, moment: datetime) -> datetime:
    """Nobody is looked at more often than could matter."""
    if digest.every != "away" or digest.last_seen_at is None:
        return next_letter(digest, digest.time_zone, moment)
    away = digest.last_seen_at + timedelta(hours=digest.away_hours)
    return max(away, next_letter(digest, digest.time_zone, moment))


def _end_url(tx: Tx, token: str) -> str:
    core = tx.configuration.get(CoreSettings)
    address = core.public_url or f"http://{core.host}:{core.port}"
    return f"{address.rstrip('/')}/unsubscribe/{token}"


def _mail(job: SendDigest, settings: IdentitySettings) -> EmailMessage:
    mail = new_letter(job.to, job.letter.subject, settings)
    del mail["Message-ID"]
    mail["Message-ID"] = job.message_id
    # RFC 8058: a mail program ends the letters by one request, without opening anything.
    one_click = job.letter.end_url.replace("/unsubscribe/", "/api/mail-digests/")
    mail["List-Unsubscribe"] = f"<{one_click}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(job.letter.text())
    return mail
