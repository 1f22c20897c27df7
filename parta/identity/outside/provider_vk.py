"""VK ID: OAuth 2.1 with PKCE and a device id.

By id.vk.ru/about/business/go/docs, «Реализация OAuth 2.1 в VK ID» and «Справочник методов API VK ID».
"""

from typing import Any
from urllib.parse import urlencode

import msgspec

from parta.identity.contacts import Contact, understand
from parta.identity.outside.departure import Departure
from parta.identity.outside.provider import Arrival, Proof, ProviderName, Refused, Untrusted, refuse_errors
from parta.identity.outside.reaching import Reach
from parta.identity.settings import VkIdSettings


class VkProvider(msgspec.Struct, frozen=True):
    """One application registered with VK ID."""

    settings: VkIdSettings
    reach: Reach
    name: ProviderName = "vk_id"

    async def depart(self, departure: Departure) -> str:
        """The page where VK asks its user for consent."""
        asked = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": departure.return_url,
            "state": departure.state,
            "code_challenge": departure.challenge,
            "code_challenge_method": "S256",
            # Nothing but the phone, and that only where the application may have it: the number of the account comes anyway.
            "scope": "phone" if self.settings.phone else "vkid.personal_info",
        }
        return f"{self.settings.address}/authorize?{urlencode(asked)}"

    async def prove(self, departure: Departure, arrival: Arrival) -> Proof:
        """The number of the account and its phone. VK asks nobody to confirm an address, so it proves nothing."""
        refuse_errors(self.name, arrival)
        token = await self.reach.post(
            f"{self.settings.address}/oauth2/auth",
            {
                "grant_type": "authorization_code",
                "code": arrival.code,
                "code_verifier": departure.verifier,
                "client_id": self.settings.client_id,
                "device_id": arrival.device_id,
                "redirect_uri": departure.return_url,
                "state": departure.state,
            },
        )
        if token.get("state", departure.state) != departure.state:
            raise Untrusted(self.name, "another state came with the token")
        subject = _number(token.get("user_id"))
        access = token.get("access_token")
        if not subject or not isinstance(access, str):
            raise Refused(self.name, "no user_id or no access_token")
        return Proof(issuer="vk", subject=subject, contacts=await self._phone(access, subject))

    async def _phone(self, access: str, subject: str) -> tuple[Contact, ...]:
        if not self.settings.phone:
            return ()
        form = {"client_id": self.settings.client_id, "access_token": access}
        answer = await self.reach.post(f"{self.settings.address}/oauth2/user_info", form)
        user = answer.get("user")
        if not isinstance(user, dict) or _number(user.get("user_id")) != subject:
            raise Untrusted(self.name, "user_info is about somebody else")
        phone = user.get("phone")
        # VK writes 79001234567, without the plus.
        contact = understand(f"+{phone.lstrip('+')}") if isinstance(phone, str) and phone else None
        return (contact,) if contact is not None and contact.kind == "phone" else ()


def _number(value: Any) -> str:
    """VK writes its numbers now as a number, now as a text."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return text if text.isascii() and text.isdecimal() and int(text) > 0 else ""
