"""Checking what an authenticator answered."""

from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.passkeys import queries
from parta.identity.passkeys.challenges import Site


class _Key(msgspec.Struct, frozen=True):
    id: int
    person_id: int
    public_key: bytes
    sign_count: int
    user_handle: bytes


async def prove(
    tx: Tx, answer: dict[str, Any], challenge: bytes, site: Site, *, alone: bool, of: int | None = None
) -> int:
    """The person whose key this is; 422 `passkey_wrong` for everything that does not fit, without saying what.

    `alone`: the key is the only thing shown, so it must have asked for a finger, a face or a PIN.
    `of`: only this person's keys are right.
    """
    import webauthn  # noqa: PLC0415 a start need not wait for it
    from webauthn.helpers import parse_authentication_credential_json  # noqa: PLC0415

    try:
        credential = parse_authentication_credential_json(answer)
        key = await tx.row(queries.FIND, credential.raw_id, into=_Key)
        if key is None or of not in (None, key.person_id):
            raise wrong()
        if credential.response.user_handle not in (None, b"", key.user_handle):
            raise wrong()
        verified = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.id,
            expected_origin=site.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
            require_user_verification=alone,
        )
    except unfit():
        raise wrong() from None
    await tx.run(queries.NOTE_USE, key.id, verified.new_sign_count, now())
    return key.person_id


def wrong() -> Invalid:
    """One refusal for every reason."""
    return Invalid("passkey_wrong", keeps_changes=True)


def unfit() -> tuple[type[Exception], ...]:
    """What the library raises for bytes it cannot make out, besides its own refusals."""
    from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415

    return WebAuthnException, ValueError, KeyError, TypeError, IndexError, AttributeError
