"""Reading ЕСИА's ID token: nothing in it counts before its signature does.

By «Методические рекомендации по использованию ЕСИА», the check of an identification marker: signature, addressee,
issuer and term. RS256 is checked here against the configured certificate, GOST by the operator's program.
"""

import json
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from parta.core.clock import now
from parta.identity.outside.provider import Unavailable, Untrusted
from parta.identity.outside.signer import Checker, SigningFailed

LEEWAY = 60  # seconds between two clocks
# ЕСИА writes `ver` and `sbt` into the head of a token; heads nobody knows are left aside (RFC 7515, 4).
REGISTRY = JWSRegistry(algorithms=["RS256"], strict_check_header=False)
SUBJECT = "urn:esia:sbj"


class TokenReader(msgspec.Struct, frozen=True):
    """What a token is checked against."""

    address: str
    client_id: str
    certificate: Path | None
    checker: Checker | None

    async def subject(self, token: Any) -> str:
        """The account's number (OID) of a token that is whole, ours and in force."""
        if not isinstance(token, str) or token.count(".") != 2:
            raise Untrusted("esia", "no id_token")
        claims = await self._signed(token)
        self._check(claims)
        inner = claims.get(SUBJECT)
        number = inner.get(f"{SUBJECT}:oid") if isinstance(inner, dict) else None
        found = str(claims.get("sub") if number is None else number)
        if not found.isascii() or not found.isdecimal() or len(found) > 32:
            raise Untrusted("esia", "id_token: no OID")
        return found

    async def _signed(self, token: str) -> dict[str, Any]:
        try:
            algorithm = _part(token, 0).get("alg")
            if algorithm == "RS256":
                return dict(jwt.decode(token, self._key(), registry=REGISTRY).claims)
            if isinstance(algorithm, str) and algorithm.upper().startswith("GOST"):
                await self._check_gost(token)
                return _part(token, 1)
        except (JoseError, ValueError, TypeError, RecursionError) as error:
            raise Untrusted("esia", f"id_token: {type(error).__name__}: {error}"[:300]) from None
        raise Untrusted("esia", f"id_token: signed by {str(algorithm)[:40]}, which is not accepted")

    def _key(self) -> RSAKey:
        if self.certificate is None:
            raise Unavailable("esia", "PARTA_ESIA_TOKEN_CERTIFICATE is not set, so no token can be checked")
        try:
            certificate = x509.load_pem_x509_certificate(self.certificate.read_bytes())
        except (OSError, ValueError) as error:
            raise Unavailable("esia", f"the certificate of ЕСИА: {error}") from None
        pem = certificate.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return RSAKey.import_key(pem)

    async def _check_gost(self, token: str) -> None:
        if self.checker is None:
            raise Unavailable("esia", "tokens are signed by GOST: set PARTA_ESIA_CHECK_COMMAND")
        text, _, signature = token.rpartition(".")
        try:
            genuine = await self.checker.is_genuine(text.encode(), _octets(signature))
        except SigningFailed as error:
            raise Unavailable("esia", f"nobody checked the token: {error}") from None
        if not genuine:
            raise Untrusted("esia", "id_token: the program says the signature is forged")

    def _check(self, claims: dict[str, Any]) -> None:
        registry = jwt.JWTClaimsRegistry(
            now=int(now().timestamp()),
            leeway=LEEWAY,
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            iat={"essential": True},
            iss={"essential": True},
        )
        try:
            # ЕСИА writes the subject as a number, which the library would call no subject.
            registry.validate({name: value for name, value in claims.items() if name != "sub"})
        except (JoseError, ValueError, TypeError) as error:
            raise Untrusted("esia", f"id_token: {type(error).__name__}: {error}"[:300]) from None
        # ЕСИА names itself by http:// and a slash at the end; the host is what tells contours apart.
        if urlsplit(str(claims["iss"])).netloc != urlsplit(self.address).netloc:
            raise Untrusted("esia", "id_token: another issuer")


def _part(token: str, place: int) -> dict[str, Any]:
    found = json.loads(_octets(token.split(".")[place]))
    if not isinstance(found, dict):
        raise TypeError("not an object")
    return found


def _octets(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
