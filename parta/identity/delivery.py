"""How a one-time code reaches its person: the port.

The implementations are delivery_smtp, delivery_sms and delivery_log; tests/test_delivery.py runs over all of them.
"""

from typing import Literal, Protocol

from parta.identity.contacts import Contact
from parta.identity.wordings import words

# What a code is for; one that proves a contact opens no session. What stands after "move" is told without a code.
Purpose = Literal[
    "sign_in",
    "proof",
    "move",
    "move_started",
    "moved",
    "move_cancelled",
    "factor_on",
    "factor_off",
    "factor_reset",
    "factor_guessed",
    "recovery_used",
    "passkey_added",
    "passkey_removed",
]


class DeliveryFailed(Exception):
    """It may work later: the server is away or busy. The text never holds the code or the contact."""


class DeliveryRefused(Exception):
    """It will not work later either: the address or the request is refused for good."""


class Delivery(Protocol):
    """A way to a person's phone or mailbox."""

    async def deliver(
        self, contact: Contact, code: str, *, locale: str, purpose: Purpose = "sign_in"
    ) -> None:
        """Hand the code over; DeliveryFailed to be tried again, DeliveryRefused to give up."""


def wording(code: str, *, locale: str, purpose: Purpose = "sign_in") -> tuple[str, str]:
    """The subject and the text, in the language of the asking browser."""
    if purpose == "proof":
        return _proof_wording(code, locale)
    if purpose != "sign_in":
        return words(purpose, code, locale)
    if locale == "en":
        return (
            f"{code} is your Parta code",
            f"{code} is your code for signing in to Parta. Tell it to nobody.",
        )
    return f"{code} — код для входа в Парту", f"{code} — ваш код для входа в Парту. Никому его не сообщайте."


def _proof_wording(code: str, locale: str) -> tuple[str, str]:
    """Whoever fills in an application may be told this code: it signs nobody in."""
    if locale == "en":
        return (
            f"{code} confirms your contact",
            f"{code} confirms this contact in a school's application to Parta. Tell it only to whoever fills it in.",
        )
    return (
        f"{code} — код подтверждения контакта",
        f"{code} — код, чтобы подтвердить контакт в заявке школы в Парту. Скажите его только тому, кто её заполняет.",
    )
