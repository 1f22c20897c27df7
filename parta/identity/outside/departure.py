"""A browser that leaves for a service, and the one secret it takes along in a cookie.

State, nonce and PKCE verifier (RFC 7636) are derived from the secret, which the server keeps only as a hash:
an answer fits this browser or no other, and the database alone is of no use to a thief.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from uuid import UUID

import msgspec


class Departure(msgspec.Struct, frozen=True):
    """The secret, and the address of ours to which the service sends the browser back."""

    secret: str
    return_url: str

    @property
    def row_id(self) -> bytes:
        """What the database knows it by."""
        return hashlib.sha256(self.secret.encode()).digest()

    @property
    def state(self) -> str:
        """A UUID, because ЕСИА accepts nothing else."""
        return str(UUID(bytes=self._derived("state")[:16], version=4))

    @property
    def nonce(self) -> str:
        """What the ID token must repeat."""
        return _text(self._derived("nonce"))

    @property
    def verifier(self) -> str:
        """The 43 letters that only whoever left can show when the code is exchanged."""
        return _text(self._derived("verifier"))

    @property
    def challenge(self) -> str:
        """What the service is shown of the verifier beforehand."""
        return _text(hashlib.sha256(self.verifier.encode()).digest())

    def _derived(self, purpose: str) -> bytes:
        return hmac.digest(self.secret.encode(), f"parta outside {purpose}".encode(), "sha256")


def new_secret() -> str:
    """256 random bits."""
    return secrets.token_urlsafe(32)


def _text(octets: bytes) -> str:
    return urlsafe_b64encode(octets).decode().rstrip("=")
