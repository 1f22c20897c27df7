"""Showing the second factor: few tries, with pauses that double, and the owner is told of guessing."""

import secrets
from datetime import timedelta
from typing import Any, Literal

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.code_limits import Allowance, forget_tries, take_try
from parta.identity.notices import tell_person
from parta.identity.passkeys.challenges import LIFETIME, Site, ask, take
from parta.identity.passkeys.proving import prove
from parta.identity.passkeys.queries import CREDENTIALS_OF
from parta.identity.second_factor import queries, recovery, totp
from parta.identity.second_factor.standing import token_digest
from parta.identity.settings import SignInSettings

Way = Literal["app", "recovery"]

SUSPICIOUS = 5  # wrong tries of which the owner is told


def _allowance(person_id: int) -> Allowance:
    """Twenty wrong tries a day, each after a pause twice as long: one chance in seventeen thousand for a guesser."""
    return Allowance(f"factor:{person_id}", 20, timedelta(days=1), timedelta(seconds=1))


async def pass_by_code(tx: Tx, person_id: int, way: Way, typed: str) -> None:
    """Check a code of the app or a recovery code; 422 `factor_wrong`, 429 `factor_tries_too_many`.

    The try is counted before the code is looked at, so many at once are no more than one after another.
    """
    tries = await take_try(tx, _allowance(person_id), "factor_tries_too_many")
    right = await (totp.use_totp if way == "app" else recovery.use_code)(tx, person_id, typed)
    if not right:
        if tries == SUSPICIOUS:
            await tell_person(tx, person_id, "factor_guessed")
        raise Invalid("factor_wrong", field="code", keeps_changes=True)
    await forget_tries(tx, _allowance(person_id))
    if way == "recovery":
        await tx.audit("recovery_code_used", actor_id=person_id, subject=f"person:{person_id}")
        await tell_person(tx, person_id, "recovery_used")


async def offer(tx: Tx, person_id: int, site: Site) -> tuple[dict[str, Any], str]:
    """What the browser is asked about this person's keys, and the secret for its cookie."""
    import webauthn  # noqa: PLC0415 a start need not wait for it
    from webauthn.helpers import options_to_json_dict  # noqa: PLC0415
    from webauthn.helpers.structs import (  # noqa: PLC0415
        PublicKeyCredentialDescriptor,
        UserVerificationRequirement,
    )

    challenge, secret = await ask(tx, "second_factor", of=person_id)
    known: list[bytes] = await tx.values(CREDENTIALS_OF, person_id)
    options = webauthn.generate_authentication_options(
        rp_id=site.id,
        challenge=challenge,
        timeout=int(LIFETIME.total_seconds() * 1000),
        allow_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return options_to_json_dict(options), secret


async def pass_by_passkey(tx: Tx, person_id: int, answer: dict[str, Any], secret: str, site: Site) -> None:
    """Check a key's answer: it must be one of this person's keys."""
    asked = await take(tx, secret, "second_factor", of=person_id)
    await prove(tx, answer, asked.challenge, site, alone=False, of=person_id)


async def let_in(tx: Tx, session_id: int, person_id: int) -> None:
    """The session lacks nothing from now on."""
    await tx.run(queries.LET_IN, session_id, person_id, now())


async def renew_token(tx: Tx, session_id: int) -> str:
    """A new token for the session: whoever knew it while it lacked the factor does not know it now (session fixation)."""
    token = secrets.token_urlsafe(32)
    await tx.run(queries.RENAME_SESSION, session_id, token_digest(token))
    return token


async def remember_device(tx: Tx, person_id: int, user_agent: str) -> tuple[str, timedelta]:
    """A token by which this device is not asked for a while; the database keeps its hash."""
    token, term = secrets.token_urlsafe(32), tx.configuration.get(SignInSettings).remembered_for
    until = now() + term
    await tx.run(queries.REMEMBER_DEVICE, person_id, token_digest(token), user_agent, now(), until)
    return token, term
