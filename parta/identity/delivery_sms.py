"""Codes by SMS, through whatever HTTP gateway the installation has a contract with."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import httpx

from parta.identity.contacts import Contact
from parta.identity.delivery import DeliveryFailed, DeliveryRefused, Purpose, wording
from parta.identity.settings import IdentitySettings

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
# Answers that may be different in a minute; other refusals will not be.
_PASSING = {401, 403, 408, 425, 429}


class SmsDelivery:
    """One request a code: the address, the headers and the body are the settings' templates."""

    def __init__(self, settings: IdentitySettings) -> None:
        self._settings = settings
        self._headers: dict[str, str] = json.loads(settings.sms_headers.reveal())
        if not all(isinstance(value, str) for value in self._headers.values()):
            raise ValueError("PARTA_IDENTITY_SMS_HEADERS must be a JSON object of texts")

    async def deliver(
        self, contact: Contact, code: str, *, locale: str, purpose: Purpose = "sign_in"
    ) -> None:
        """Hand the text to the gateway; a 4xx is final unless it can pass, everything else may."""
        filled = {"phone": contact.value, "text": wording(code, locale=locale, purpose=purpose)[1]}
        body, kind = self._body(filled)
        headers = {"Content-Type": kind} if body else {}
        timeout = self._settings.delivery_timeout / timedelta(seconds=1)
        try:
            # No redirects: they would carry the code to a place nobody configured.
            async with httpx.AsyncClient(timeout=timeout, follow_redirects=False, trust_env=False) as client:
                answer = await client.request(
                    self._settings.sms_method,
                    _fill(self._settings.sms_url, filled),
                    headers=headers | self._headers,
                    content=body,
                )
        except httpx.HTTPError as error:
            raise DeliveryFailed(f"the SMS gateway is out of reach: {type(error).__name__}") from None
        if answer.is_success:
            return
        if answer.is_client_error and answer.status_code not in _PASSING:
            raise DeliveryRefused(f"the SMS gateway refused with {answer.status_code}")
        raise DeliveryFailed(f"the SMS gateway answered {answer.status_code}")

    def _body(self, filled: dict[str, str]) -> tuple[bytes, str]:
        template = self._settings.sms_body.strip()
        if self._settings.sms_method == "GET" or not template:
            return b"", ""
        if template.startswith(("{", "[")) and not template.startswith(("{phone}", "{text}")):
            return json.dumps(_fill_tree(json.loads(template), filled), ensure_ascii=False).encode(), _JSON
        return _fill(template, filled).encode(), _FORM


def _fill(template: str, filled: dict[str, str]) -> str:
    for name, value in filled.items():
        template = template.replace("{" + name + "}", quote(value, safe=""))
    return template


def _fill_tree(part: Any, filled: dict[str, str]) -> Any:
    """Filled after parsing, so that no quotation mark in a text can change the object around it."""
    if isinstance(part, dict):
        return {key: _fill_tree(value, filled) for key, value in part.items()}
    if isinstance(part, list):
        return [_fill_tree(value, filled) for value in part]
    if isinstance(part, str):
        for name, value in filled.items():
            part = part.replace("{" + name + "}", value)
    return part
