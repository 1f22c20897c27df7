"""Codes by mail, through the installation's own mail server."""

from email.message import EmailMessage

from parta.identity.contacts import Contact
from parta.identity.delivery import Purpose, wording
from parta.identity.letters import new_letter, send_letter
from parta.identity.settings import IdentitySettings


class SmtpDelivery:
    """A letter of two lines. TLS is required unless the settings say none."""

    def __init__(self, settings: IdentitySettings) -> None:
        self._settings = settings

    async def deliver(
        self, contact: Contact, code: str, *, locale: str, purpose: Purpose = "sign_in"
    ) -> None:
        """Hand the letter to the mail server; 5xx is final, everything else may pass."""
        await send_letter(
            self._letter(contact, wording(code, locale=locale, purpose=purpose)), self._settings
        )

    def _letter(self, contact: Contact, words: tuple[str, str]) -> EmailMessage:
        subject, text = words
        letter = new_letter(contact.value, subject, self._settings)
        letter.set_content(text)
        return letter
