"""ЕСИА, which people know as «Госуслуги»: OAuth 2.0 where the client's secret is a fresh signature.

By «Методические рекомендации по использованию ЕСИА»: the code (`/aas/oauth2/v2/ac`), the markers (`/aas/oauth2/v3/te`),
the person, contacts and children (`/rs/prns/{oid}`, `/ctts`, `/kids`). In v1 (`/aas/oauth2/ac`, `/te`) the signature is a
detached PKCS#7 over scope, timestamp, client_id and state; in v2 it is over client_id, scope, timestamp, state,
redirect_uri and, for the marker, the code, by the certificate that `client_certificate_hash` names.
"""

from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import msgspec

from parta.core.clock import now
from parta.core.errors import Problem
from parta.identity.contacts import Contact, ContactKind, understand
from parta.identity.outside.departure import Departure
from parta.identity.outside.esia_tokens import TokenReader
from parta.identity.outside.provider import (
    Arrival,
    Kid,
    Proof,
    ProviderName,
    Refused,
    Untrusted,
    refuse_errors,
)
from parta.identity.outside.reaching import Reach
from parta.identity.outside.signer import Signer, SigningFailed, cannot_sign
from parta.identity.settings import EsiaSettings

PATHS = {
    "v1": ("/aas/oauth2/ac", "/aas/oauth2/te"),
    "v2": ("/aas/oauth2/v2/ac", "/aas/oauth2/v3/te"),
}
# «Вход в систему осуществляется с неподтвержденной учетной записью».
UNCONFIRMED = "ESIA-007055"
MOST_KIDS = 30
# The mobile phone and the e-mail address of a person, by ЕСИА's names.
CONTACTS: dict[str, ContactKind] = {"MBT": "phone", "EML": "email"}


class EsiaProvider(msgspec.Struct, frozen=True):
    """One information system registered with ЕСИА."""

    settings: EsiaSettings
    reach: Reach
    signer: Signer
    tokens: TokenReader
    name: ProviderName = "esia"

    async def depart(self, departure: Departure) -> str:
        """The page where Госуслуги asks for consent."""
        asked = await self._signed(departure, state=departure.state) | {
            "response_type": "code",
            "access_type": "online",
        }
        if self.settings.version == "v2":
            asked |= {"code_challenge": departure.challenge, "code_challenge_method": "S256"}
        return f"{self.settings.address}{PATHS[self.settings.version][0]}?{urlencode(asked)}"

    async def prove(self, departure: Departure, arrival: Arrival) -> Proof:
        """The number, whether the account is confirmed, the checked contacts, and the children it names."""
        if UNCONFIRMED in arrival.description:
            raise Problem("outside_unconfirmed", status=403)
        refuse_errors(self.name, arrival)
        state = str(uuid4())
        form = await self._signed(departure, state=state, code=arrival.code) | {
            "grant_type": "authorization_code",
            "token_type": "Bearer",
            "code": arrival.code,
        }
        if self.settings.version == "v2":
            form["code_verifier"] = departure.verifier
        token = await self.reach.post(f"{self.settings.address}{PATHS[self.settings.version][1]}", form)
        if token.get("state", state) != state:
            raise Untrusted(self.name, "another state came with the token")
        subject = await self.tokens.subject(token.get("id_token"))
        access = token.get("access_token")
        if not isinstance(access, str):
            raise Refused(self.name, "no access_token")
        return await self._proof(subject, access)

    async def _proof(self, subject: str, access: str) -> Proof:
        place = f"{self.settings.address}/rs/prns/{subject}"
        person = await self.reach.get(place, token=access)
        confirmed = person.get("trusted") in (True, "true")
        return Proof(
            issuer=self.settings.address,
            subject=subject,
            confirmed=confirmed,
            # What an unconfirmed account says of itself is nobody's word.
            contacts=await self._contacts(place, access) if confirmed else (),
            kids=await self._kids(place, access) if confirmed else (),
        )

    async def _contacts(self, place: str, access: str) -> tuple[Contact, ...]:
        found = []
        for one in await self._elements(f"{place}/ctts?embed=(elements)", access):
            kind, value = CONTACTS.get(str(one.get("type"))), one.get("value")
            if kind and one.get("vrfStu") == "VERIFIED" and isinstance(value, str):
                contact = understand(value)
                if contact is not None and contact.kind == kind:
                    found.append(contact)
        return tuple(sorted(found, key=lambda one: one.kind == "email"))

    async def _kids(self, place: str, access: str) -> tuple[Kid, ...]:
        found = []
        for one in await self._elements(f"{place}/kids?embed=(elements)", access):
            number, family, given = str(one.get("id", "")), one.get("lastName"), one.get("firstName")
            if number.isdecimal() and number.isascii() and isinstance(family, str) and isinstance(given, str):
                middle = one.get("middleName")
                found.append(
                    Kid(
                        number[:32],
                        family[:100],
                        given[:100],
                        middle[:100] if isinstance(middle, str) else "",
                    )
                )
        return tuple(found[:MOST_KIDS])

    async def _elements(self, url: str, access: str) -> list[dict[str, Any]]:
        """What the person has not opened to us (scope) is as if it were not there."""
        try:
            answer = await self.reach.get(url, token=access)
        except Refused:
            return []
        elements = answer.get("elements")
        return [one for one in elements if isinstance(one, dict)] if isinstance(elements, list) else []

    async def _signed(self, departure: Departure, *, state: str, code: str = "") -> dict[str, str]:
        s = self.settings
        timestamp = now().strftime("%Y.%m.%d %H:%M:%S +0000")
        if s.version == "v2":
            text = s.client_id + s.scope + timestamp + state + departure.return_url + code
        else:
            text = s.scope + timestamp + s.client_id + state
        try:
            signature = await self.signer.sign(text.encode())
        except SigningFailed as error:
            raise cannot_sign(error) from None
        asked = {
            "client_id": s.client_id,
            "client_secret": urlsafe_b64encode(signature).decode(),
            "scope": s.scope,
            "timestamp": timestamp,
            "state": state,
            "redirect_uri": departure.return_url,
        }
        return asked | ({"client_certificate_hash": s.certificate_hash} if s.version == "v2" else {})
