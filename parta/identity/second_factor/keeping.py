"""What keeps the seeds of one-time codes: a key beside the data and not in the database.

Whoever has a copy of the database alone can neither make codes nor try recovery codes. The key is a setting, for
several nodes, or a file made at the first use.
"""

import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from parta.core.config import Configuration, CoreSettings
from parta.identity.settings import SignInSettings

NONCE = 12  # bytes


def seal(configuration: Configuration, person_id: int, secret: str) -> bytes:
    """Encrypt; what was made for one person opens for nobody else."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 a start need not wait for it

    nonce = secrets.token_bytes(NONCE)
    key = _derived(configuration, b"parta totp 1")
    return nonce + AESGCM(key).encrypt(nonce, secret.encode(), str(person_id).encode())


def unseal(configuration: Configuration, person_id: int, sealed: bytes) -> str | None:
    """Decrypt; None when this key did not make it, because the key was lost or the row is foreign."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    key = _derived(configuration, b"parta totp 1")
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], str(person_id).encode()).decode()
    except InvalidTag:
        return None


def digest(configuration: Configuration, person_id: int, code: str) -> bytes:
    """What is kept of a recovery code: without the key it cannot be guessed from the database."""
    return hmac.digest(_derived(configuration, b"parta recovery 1"), f"{person_id}:{code}".encode(), "sha256")


def _derived(configuration: Configuration, use: bytes) -> bytes:
    given = configuration.get(SignInSettings).key
    if given is not None:
        return hmac.digest(given.reveal().encode(), use, "sha256")
    return hmac.digest(_kept(configuration.get(CoreSettings).data_dir / "second-factor.key"), use, "sha256")


@lru_cache(maxsize=8)
def _kept(path: Path) -> bytes:
    """Read the key, or be the one who makes it: the file appears whole or not at all."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{secrets.token_hex(6)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
