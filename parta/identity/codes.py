"""One-time codes: six digits that only the browser which asked can use, and only a few times."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity import code_limits, queries
from parta.identity.contacts import Contact, ContactKind, masked
from parta.identity.delivery import Purpose
from parta.identity.jobs import DeliverCode, ForgetOld
from parta.identity.settings import IdentitySettings

_LONGEST_LIFE = timedelta(minutes=30)


class RequestedCode(msgspec.Struct, frozen=True):
    """What the asker learns: the same for a contact we know and one we do not."""

    id: str
    kind: ContactKind
    masked: str
    expires_at: datetime
    resend_at: datetime


class ProvenCode(msgspec.Struct, frozen=True):
    """A code that was right, not yet used up."""

    row_id: str
    contact: Contact


async def request_code(
    tx: Tx,
    contact: Contact,
    *,
    ip: str,
    locale: str,
    settings: IdentitySettings,
    purpose: Purpose = "sign_in",
) -> RequestedCode:
    """Make a code and leave its delivery to a job; 429 `codes_too_many` when it is too soon.

    A code for one purpose is no code for another: who dictates a digit for an application lets nobody sign in.
    """
    resend_at = await code_limits.take_code(tx, contact, ip, settings=settings)
    secret, salt = secrets.token_urlsafe(16), secrets.token_bytes(16)
    code = f"{secrets.randbelow(1_000_000):06}"
    moment = now()
    expires_at = moment + min(settings.code_lifetime, _LONGEST_LIFE)
    row_id = _row_id(secret, purpose)
    await tx.run(
        queries.ADD_CODE,
        row_id,
        contact.kind,
        contact.value,
        _hash(secret, salt, code),
        salt,
        settings.code_tries,
        expires_at,
        moment,
    )
    job = DeliverCode(row_id, contact.kind, contact.value, code, locale, expires_at, purpose)
    await tx.enqueue(job, key=row_id)
    await tx.enqueue(ForgetOld(), due_at=moment + timedelta(hours=6), key="only")
    return RequestedCode(secret, contact.kind, masked(contact), expires_at, resend_at)


async def prove_code(
    tx: Tx, secret: str, code: str, *, ip: str, settings: IdentitySettings, purpose: Purpose = "sign_in"
) -> ProvenCode:
    """The contact this code proves; `code_wrong` with the tries left, `code_expired` when it is dead or never was.

    A refusal for another reason later in the transaction rolls back and so gives this try back:
    whoever knows the code needs no guesses, and may send again what was missing.
    """
    await code_limits.refuse_guessers(tx, ip, settings=settings)
    row_id = _row_id(secret, purpose)
    tried = await tx.row(queries.SPEND_TRY, row_id, now(), into=queries.TriedCode)
    if tried is None:
        raise Invalid("code_expired", field="code")
    if not hmac.compare_digest(_hash(secret, tried.salt, code), tried.code_hash):
        await code_limits.note_wrong_guess(tx, ip, settings=settings)
        raise Invalid("code_wrong", field="code", tries_left=tried.tries_left, keeps_changes=True)
    return ProvenCode(row_id, Contact(tried.kind, tried.value))


async def use_code(tx: Tx, proven: ProvenCode) -> None:
    """A code opens one session; with it die all other codes of the contact, and its counter starts anew."""
    await tx.run(queries.USE_CODES, proven.contact.kind, proven.contact.value, now())
    await tx.cancel_job(DeliverCode, proven.row_id)
    await code_limits.forget_contact(tx, proven.contact)


def _row_id(secret: str, purpose: Purpose) -> str:
    named = secret if purpose == "sign_in" else f"{purpose}:{secret}"
    return hashlib.sha256(named.encode()).hexdigest()


def _hash(secret: str, salt: bytes, code: str) -> bytes:
    """Keyed by what the database does not have: six digits alone are guessed in a second."""
    return hmac.digest(secret.encode(), salt + code.encode(), "sha256")
