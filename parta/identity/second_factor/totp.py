"""Codes of an app (TOTP, RFC 6238): six digits of half a minute, one half minute early or late is forgiven."""

import hmac
from datetime import timedelta

import msgspec
import structlog

from parta.core.clock import now
from parta.core.config import CoreSettings
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.second_factor import queries
from parta.identity.second_factor.keeping import seal, unseal

log = structlog.get_logger()

STEP = 30  # seconds
DRAFT_LIVES = timedelta(minutes=15)


class TotpDraft(msgspec.Struct, frozen=True):
    """What an app needs: the secret to type, the address for a phone, and the address as a picture (SVG, data URI)."""

    secret: str
    uri: str
    qr: str


async def draft(tx: Tx, person_id: int, account: str) -> TotpDraft:
    """A new secret, which counts only when its first code has come back."""
    import pyotp  # noqa: PLC0415 a start need not wait for it
    import segno  # noqa: PLC0415

    secret = pyotp.random_base32()
    issuer = tx.configuration.get(CoreSettings).name
    uri = pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer.replace(":", " "))
    sealed = seal(tx.configuration, person_id, secret)
    await tx.run(queries.DRAFT, person_id, sealed, now() + DRAFT_LIVES)
    picture = segno.make(uri, error="l", micro=False)
    drawn = str(picture.svg_data_uri(scale=4, border=2, dark="#000", light="#fff", omitsize=True))
    return TotpDraft(secret, uri, drawn)


async def confirm_draft(tx: Tx, person_id: int, typed: str) -> bool:
    """Make the secret that was shown the person's; False for a wrong code, 409 when it was shown too long ago."""
    sealed: bytes | None = await tx.value(queries.FIND_DRAFT, person_id, now())
    if sealed is None:
        raise Conflict("second_factor_draft_gone")
    step = _step_of(unseal(tx.configuration, person_id, sealed), typed)
    if step is None:
        return False
    await tx.run(queries.FORGET_DRAFT, person_id)
    await tx.run(queries.REMOVE_TOTP, person_id)
    await tx.run(queries.SWITCH_ON, person_id, sealed, step, now())
    return True


async def use_totp(tx: Tx, person_id: int, typed: str) -> bool:
    """Whether this is the code of now, and was not used before."""
    sealed: bytes | None = await tx.value(queries.FIND_TOTP, person_id)
    if sealed is None:
        return False
    secret = unseal(tx.configuration, person_id, sealed)
    if secret is None:
        log.error("identity.second_factor_key_lost", person_id=person_id)
    step = _step_of(secret, typed)
    return step is not None and await tx.run(queries.USE_STEP, person_id, step) > 0


def _step_of(secret: str | None, typed: str) -> int | None:
    """The half minute whose code this is; all three are compared, whichever fits."""
    import pyotp  # noqa: PLC0415

    if secret is None:
        return None
    given = "".join(typed.split())[:16].encode(errors="replace")
    present, found = int(now().timestamp()) // STEP, None
    for step in (present - 1, present, present + 1):
        if hmac.compare_digest(pyotp.TOTP(secret).generate_otp(step).encode(), given):
            found = step
    return found
