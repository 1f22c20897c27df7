"""How a one-time code reaches its person: the port.

The implementations are delivery_smtp, delivery_sms and delivery_log; tests/test_delivery.py runs over all of them.
"""

from typing import Protocol

from parta.identity.contacts import Contact


class DeliveryFailed(Exception):
    """It may work later: the server is away or busy. The text never holds the code or the contact."""


class DeliveryRefused(Exception):
    """It will not work later either: the address or the request is refused for good."""


class Delivery(Protocol):
    """A way to a person's phone or mailbox."""

    async def deliver(self, contact: Contact, code: str, *, locale: str) -> None:
        """Hand the code over; DeliveryFailed to be tried again, DeliveryRefused to give up."""


def wording(code: str, *, locale: str) -> tuple[str, str]:
    """The subject and the text, in the language of the asking browser."""
    if locale == "en":
        return (
            f"{code} is your Parta code",
            f"{code} is your code for signing in to Parta. Tell it to nobody.",
        )
    return f"{code} — код для входа в Парту", f"{code} — ваш код для входа в Парту. Никому его не сообщайте."
