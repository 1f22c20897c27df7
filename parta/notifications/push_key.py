"""The key pair by which push services know this installation (VAPID, RFC 8292)."""

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from parta.core.clock import now
from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database, Tx
from parta.notifications import queries_push as queries
from parta.notifications.settings import NotificationsSettings

if TYPE_CHECKING:
    from py_vapid import Vapid02

# Cryptography is imported where it is used: a start need not wait for it.
VALID_FOR = 12 * 3600  # seconds; RFC 8292 allows no more than a day


async def push_key(tx: Tx) -> "Vapid02":
    """The key of the settings, else the one kept with the data; the first who asks makes it for all nodes."""
    given = tx.configuration.get(NotificationsSettings).push_key
    if given is not None:
        return read_key(given.reveal())
    kept: str | None = await tx.value(queries.PUSH_KEY)
    if kept is None:
        await tx.run(queries.KEEP_PUSH_KEY, _new_key(), now())
        kept = await tx.value(queries.PUSH_KEY)
    return read_key(kept or "")


async def make_push_key(db: Database) -> None:
    """Have a key from the first start on, so that no two nodes disagree later."""
    if db.configuration.get(NotificationsSettings).push:
        async with db.transaction() as tx:
            await push_key(tx)


def read_key(text: str) -> "Vapid02":
    """Read a PEM, or the bare 32 bytes in base64url; raises ValueError when it is neither."""
    from py_vapid import Vapid02  # noqa: PLC0415

    key = Vapid02.from_pem(text.encode()) if "BEGIN" in text else Vapid02.from_string(text)
    if not isinstance(key, Vapid02):
        raise TypeError("the VAPID key cannot be read")
    return key


def public_part(key: "Vapid02") -> str:
    """What browsers subscribe with: the public point in base64url."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415

    point = key.public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return urlsafe_b64encode(point).decode().rstrip("=")


def authorisation(key: "Vapid02", endpoint: str, configuration: Configuration) -> dict[str, str]:
    """The header that says who sends, for the host of this endpoint only."""
    where = urlsplit(endpoint)
    claims = {
        "aud": f"{where.scheme}://{where.netloc}",
        "exp": int(now().timestamp()) + VALID_FOR,
        "sub": _contact(configuration),
    }
    signed: dict[str, str] = key.sign(claims)
    return signed


def _contact(configuration: Configuration) -> str:
    given = configuration.get(NotificationsSettings).push_contact
    core = configuration.get(CoreSettings)
    public = core.public_url or ""
    return given or (public if public.startswith("https://") else f"mailto:postmaster@{core.host}")


def _new_key() -> str:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        .decode()
    )
