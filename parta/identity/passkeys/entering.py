"""Signing in by a key alone: the browser shows whose keys it has, no name is typed."""

from typing import Any

from parta.core.db import Tx
from parta.identity.code_limits import take_question
from parta.identity.passkeys.challenges import LIFETIME, Site, ask, take
from parta.identity.passkeys.proving import prove
from parta.identity.sessions import OpenedSession
from parta.identity.settings import IdentitySettings
from parta.identity.sign_in import SignIn, agree, enter


async def offer_sign_in(tx: Tx, site: Site, ip: str) -> tuple[dict[str, Any], str]:
    """What the browser is asked, and the secret for its cookie; the same for everybody. 429 `codes_too_many`."""
    import webauthn  # noqa: PLC0415 a start need not wait for it
    from webauthn.helpers import options_to_json_dict  # noqa: PLC0415
    from webauthn.helpers.structs import UserVerificationRequirement  # noqa: PLC0415

    await take_question(tx, ip, settings=tx.configuration.get(IdentitySettings))
    challenge, secret = await ask(tx, "sign_in", of=None)
    options = webauthn.generate_authentication_options(
        rp_id=site.id,
        challenge=challenge,
        timeout=int(LIFETIME.total_seconds() * 1000),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options), secret


async def sign_in_by_passkey(
    tx: Tx, answer: dict[str, Any], secret: str, site: Site, brought: SignIn
) -> OpenedSession:
    """Open a session for the key's person; 409 `consents_required` leaves the answer usable once more."""
    asked = await take(tx, secret, "sign_in", of=None)
    person_id = await prove(tx, answer, asked.challenge, site, alone=True)
    await agree(tx, person_id, brought)
    return await enter(tx, person_id, brought, has_factor=True)
