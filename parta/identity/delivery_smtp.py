"""Codes by mail, through the installation's own mail server."""

from datetime import timedelta
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

import aiosmtplib

from parta.identity.contacts import Contact
from parta.identity.delivery import DeliveryFailed, DeliveryRefused, wording
from parta.identity.settings import IdentitySettings


class SmtpDelivery:
    """A letter of two lines. TLS is required unless the settings say none."""

    def __init__(self, settings: IdentitySettings) -> None:
        self._settings = settings
        self._timeout = settings.delivery_timeout / timedelta(seconds=1)

    async def deliver(self, contact: Contact, code: str, *, locale: str) -> None:
        """Hand the letter to the mail server; 5xx is final, everything else may pass."""
        settings = self._settings
        try:
            await aiosmtplib.send(
                self._letter(contact, code, locale),
                hostname=settings.smtp_host,
                port=settings.smtp_port,
                username=settings.smtp_user or None,
                password=settings.smtp_password.reveal() or None,
                use_tls=settings.smtp_security == "tls",
                start_tls=settings.smtp_security == "starttls",
                timeout=self._timeout,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = [refusal.code for refusal in error.recipients]
            raise self._verdict(max(codes, default=450)) from None
        except aiosmtplib.SMTPResponseException as error:
            # A wrong password is the administrator's to mend, maybe within the code's life.
            wrong_password = isinstance(error, aiosmtplib.SMTPAuthenticationError)
            raise self._verdict(451 if wrong_password else error.code) from None
        except (aiosmtplib.SMTPException, OSError) as error:
            raise DeliveryFailed(f"the mail server is out of reach: {type(error).__name__}") from None

    def _letter(self, contact: Contact, code: str, locale: str) -> EmailMessage:
        subject, text = wording(code, locale=locale)
        letter = EmailMessage()
        letter["From"] = self._settings.smtp_sender
        letter["To"] = contact.value
        letter["Subject"] = subject
        letter["Date"] = formatdate(usegmt=True)
        letter["Message-ID"] = make_msgid(domain=self._settings.smtp_sender.rpartition("@")[2])
        # RFC 3834: nobody's answering machine should answer a code.
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text)
        return letter

    def _verdict(self, status: int) -> Exception:
        if status >= 500:
            return DeliveryRefused(f"the mail server refused with {status}")
        return DeliveryFailed(f"the mail server answered {status}")
