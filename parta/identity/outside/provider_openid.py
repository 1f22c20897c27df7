"""Any OpenID Connect provider with discovery: a school's own, or a region's (OpenID Connect Core and Discovery 1.0)."""

import time
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from parta.core.clock import now
from parta.identity.contacts import Contact, understand
from parta.identity.outside.departure import Departure
from parta.identity.outside.provider import (
    Arrival,
    Proof,
    ProviderName,
    Refused,
    Unavailable,
    Untrusted,
    refuse_errors,
)
from parta.identity.outside.reaching import Reach
from parta.identity.settings import OpenIdSettings

# No HMAC and no `none`: with those, whoever knows what we know could write a token.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
REGISTRY = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
LEEWAY = 60  # seconds between two clocks
KEPT = 600.0  # seconds
MOST_KEPT = 8

_described: dict[str, tuple[float, "Described"]] = {}


class Described(msgspec.Struct, frozen=True):
    """What a provider says of itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    authorization_response_iss_parameter_supported: bool = False


class OpenIdProvider(msgspec.Struct, frozen=True):
    """One client registered with one provider."""

    settings: OpenIdSettings
    reach: Reach
    name: ProviderName = "openid"

    async def depart(self, departure: Departure) -> str:
        """The provider's own page."""
        described = await self._describe()
        asked = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": departure.return_url,
            "scope": self.settings.scope,
            "state": departure.state,
            "nonce": departure.nonce,
            "code_challenge": departure.challenge,
            "code_challenge_method": "S256",
        }
        joined = "&" if urlsplit(described.authorization_endpoint).query else "?"
        return f"{described.authorization_endpoint}{joined}{urlencode(asked)}"

    async def prove(self, departure: Departure, arrival: Arrival) -> Proof:
        """The subject, and the phone and the address that the provider calls verified."""
        described = await self._describe()
        # RFC 9207: another provider's answer must not be taken for this one's.
        if (arrival.issuer or described.authorization_response_iss_parameter_supported) and (
            arrival.issuer != described.issuer
        ):
            raise Untrusted(self.name, "the answer names another issuer")
        refuse_errors(self.name, arrival)
        token = await self.reach.post(
            described.token_endpoint,
            {
                "grant_type": "authorization_code",
                "code": arrival.code,
                "redirect_uri": departure.return_url,
                "code_verifier": departure.verifier,
            },
            basic=(self.settings.client_id, self.settings.client_secret.reveal()),
        )
        claims = await self._claims(token.get("id_token"), described, departure.nonce)
        subject = str(claims["sub"])
        told = await self._told(token.get("access_token"), described, subject)
        return Proof(issuer=described.issuer, subject=subject, contacts=_verified(claims | told))

    async def _describe(self) -> Described:
        issuer = self.settings.issuer
        kept = _described.get(issuer)
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        answer = await self.reach.get(issuer.rstrip("/") + "/.well-known/openid-configuration")
        try:
            described = msgspec.convert(answer, Described)
        except msgspec.ValidationError as error:
            raise Unavailable(self.name, f"discovery: {error}") from None
        if described.issuer != issuer:
            raise Untrusted(self.name, f"discovery names the issuer {described.issuer[:100]}")
        scheme = urlsplit(issuer).scheme
        if any(urlsplit(url).scheme not in (scheme, "https") for url in _addresses(described)):
            raise Untrusted(self.name, "discovery leads from https to http")
        if len(_described) >= MOST_KEPT:
            _described.clear()
        _described[issuer] = (time.monotonic() + KEPT, described)
        return described

    async def _claims(self, token: Any, described: Described, nonce: str) -> dict[str, Any]:
        if not isinstance(token, str):
            raise Refused(self.name, "no id_token")
        keys = await self.reach.get(described.jwks_uri)
        registry = jwt.JWTClaimsRegistry(
            now=int(now().timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": described.issuer},
            aud={"essential": True, "value": self.settings.client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            claims = jwt.decode(token, KeySet.import_key_set(keys), registry=REGISTRY).claims  # type: ignore[arg-type]
            registry.validate(claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise Untrusted(self.name, f"id_token: {type(error).__name__}: {error}"[:300]) from None
        if claims.get("azp", self.settings.client_id) != self.settings.client_id:
            raise Untrusted(self.name, "id_token: made for another client")
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
            raise Untrusted(self.name, "id_token: the subject is not a text of 255 signs")
        return dict(claims)

    async def _told(self, access: Any, described: Described, subject: str) -> dict[str, Any]:
        """What the provider tells besides; it must be about the same subject (OpenID Connect Core, 5.3.2)."""
        if not described.userinfo_endpoint or not isinstance(access, str):
            return {}
        told = await self.reach.get(described.userinfo_endpoint, token=access)
        if told.get("sub") != subject:
            raise Untrusted(self.name, "userinfo is about somebody else")
        return told


def _addresses(described: Described) -> list[str]:
    named = (
        described.authorization_endpoint,
        described.token_endpoint,
        described.jwks_uri,
        described.userinfo_endpoint,
    )
    return [url for url in named if url]


def _verified(claims: dict[str, Any]) -> tuple[Contact, ...]:
    found = []
    for kind, name in (("phone", "phone_number"), ("email", "email")):
        value = claims.get(name)
        if isinstance(value, str) and claims.get(f"{name}_verified") is True:
            contact = understand(value)
            if contact is not None and contact.kind == kind:
                found.append(contact)
    return tuple(found)
