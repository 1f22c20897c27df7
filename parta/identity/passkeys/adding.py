"""Keys of a person: adding, naming, listing, removing."""

import secrets
from datetime import datetime
from typing import Any

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict, Invalid, NotFound
from parta.identity.names import tidied
from parta.identity.notices import tell_person
from parta.identity.passkeys import queries
from parta.identity.passkeys.challenges import LIFETIME, Site, ask, take
from parta.identity.passkeys.proving import unfit, wrong

MOST = 20


class Passkey(msgspec.Struct, frozen=True):
    """A key in its owner's list."""

    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


class Named(msgspec.Struct, frozen=True):
    """How a person is called to themselves by the browser."""

    id: int
    name: str


async def offer(tx: Tx, site: Site, person: Named) -> tuple[dict[str, Any], str]:
    """What the browser is asked to make, and the secret for its cookie; 409 `passkeys_too_many` for the 21st."""
    import webauthn  # noqa: PLC0415 a start need not wait for it
    from webauthn.helpers import options_to_json_dict  # noqa: PLC0415
    from webauthn.helpers.structs import (  # noqa: PLC0415
        AuthenticatorSelectionCriteria,
        PublicKeyCredentialDescriptor,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    if await tx.value(queries.COUNT_OF, person.id) >= MOST:
        raise Conflict("passkeys_too_many")
    handle = await tx.value(queries.HANDLE_OF, person.id) or secrets.token_bytes(32)
    challenge, secret = await ask(tx, "add", of=person.id, user_handle=handle)
    known: list[bytes] = await tx.values(queries.CREDENTIALS_OF, person.id)
    options = webauthn.generate_registration_options(
        rp_id=site.id,
        rp_name=site.name,
        user_id=handle,
        user_name=person.name,
        user_display_name=person.name,
        challenge=challenge,
        timeout=int(LIFETIME.total_seconds() * 1000),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
    )
    return options_to_json_dict(options), secret


async def add(tx: Tx, answer: dict[str, Any], secret: str, site: Site, *, name: str, by: int) -> Passkey:
    """Make the new key this person's; `passkey_wrong`, `passkey_expired`, or 409 `passkey_known` for one in use."""
    import webauthn  # noqa: PLC0415

    asked = await take(tx, secret, "add", of=by)
    try:
        made = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=asked.challenge,
            expected_rp_id=site.id,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except unfit():
        raise wrong() from None
    await tx.value(queries.LOCK_PERSON, by)
    if await tx.value(queries.COUNT_OF, by) >= MOST:
        raise Conflict("passkeys_too_many")
    transports = _transports(answer)
    passkey = await tx.row(
        queries.ADD,
        by,
        made.credential_id,
        made.credential_public_key,
        asked.user_handle,
        made.sign_count,
        transports,
        checked_name(name),
        now(),
        into=Passkey,
    )
    if passkey is None:
        raise Conflict("passkey_known")
    await tx.audit("passkey_added", actor_id=by, subject=f"person:{by}", details={"name": passkey.name})
    await tell_person(tx, by, "passkey_added")
    return passkey


def _transports(answer: dict[str, Any]) -> list[str]:
    """How the key is reached, as the browser says: a hint, believed in nothing."""
    told = answer["response"].get("transports")
    return [one[:20] for one in told[:8] if isinstance(one, str)] if isinstance(told, list) else []


async def list_passkeys(tx: Tx, *, of: int) -> list[Passkey]:
    """The person's keys, oldest first."""
    return await tx.rows(queries.LIST_OF, of, into=Passkey)


async def rename(tx: Tx, passkey_id: int, name: str, *, by: int) -> None:
    """Call an own key otherwise; somebody else's does not exist."""
    if not await tx.run(queries.RENAME, passkey_id, by, checked_name(name)):
        raise NotFound


def checked_name(name: str) -> str:
    """A name with tidy spaces; 422 `invalid` when nothing is left of it."""
    tidy = "".join(sign for sign in tidied(name) if sign.isprintable())[:60].strip()
    if not tidy:
        raise Invalid("invalid", field="name")
    return tidy
