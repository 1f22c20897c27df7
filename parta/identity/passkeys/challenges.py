"""Questions to authenticators: random, answered once, by the browser that was asked, within minutes."""

import hashlib
import secrets
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from parta.core.clock import now
from parta.core.config import Configuration, CoreSettings
from parta.core.db import Tx
from parta.core.errors import Invalid
from parta.identity.cookies import AnyRequest
from parta.identity.passkeys import queries

LIFETIME = timedelta(minutes=5)

Purpose = Literal["add", "sign_in", "second_factor"]


class Site(msgspec.Struct, frozen=True):
    """What a key is bound to: the host's name (RP ID), and the one origin whose pages may ask for it."""

    id: str
    origin: str
    name: str


class Asked(msgspec.Struct, frozen=True):
    """A challenge; for a new key also the handle under which it will know its person."""

    challenge: bytes
    user_handle: bytes | None = None


def site_of(request: AnyRequest, configuration: Configuration) -> Site:
    """The installation's public address, or the host that was asked where none is set."""
    core = configuration.get(CoreSettings)
    address = urlsplit(core.public_url or str(request.base_url))
    return Site(address.hostname or "", f"{address.scheme}://{address.netloc}", core.name)


async def ask(
    tx: Tx, purpose: Purpose, *, of: int | None, user_handle: bytes | None = None
) -> tuple[bytes, str]:
    """A new challenge, and the secret by which the asked browser is known again; `of` is the person if known."""
    challenge, secret = secrets.token_bytes(32), secrets.token_urlsafe(24)
    until = now() + LIFETIME
    await tx.run(queries.ADD_CHALLENGE, _digest(secret), purpose, of, challenge, user_handle, until)
    return challenge, secret


async def take(tx: Tx, secret: str, purpose: Purpose, *, of: int | None) -> Asked:
    """What this browser was asked for this purpose; 422 `passkey_expired` when there is nothing any more."""
    asked = await tx.row(queries.TAKE_CHALLENGE, _digest(secret), purpose, of, now(), into=Asked)
    if asked is None:
        raise Invalid("passkey_expired")
    return asked


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
