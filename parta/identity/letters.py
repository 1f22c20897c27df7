"""Letters through the installation's own mail server: codes, and what higher rooms have to tell."""

from datetime import timedelta
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

import aiosmtplib

from parta.identity.delivery import DeliveryFailed, DeliveryRefused
from parta.identity.settings import IdentitySettings


def can_send_letters(settings: IdentitySettings) -> bool:
    """Whether there is a mail server at all."""
    return bool(settings.smtp_host)


def new_letter(to: str, subject: str, settings: IdentitySettings) -> EmailMessage:
    """A letter with its head, still without words."""
    letter = EmailMessage()
    letter["From"] = settings.smtp_sender
    letter["To"] = to
    letter["Subject"] = subject
    letter["Date"] = formatdate(usegmt=True)
    letter["Message-ID"] = make_msgid(domain=sender_domain(settings))
    # RFC 3834: nobody's answering machine should answer.
    letter["Auto-Submitted"] = "auto-generated"
    return letter


def sender_domain(settings: IdentitySettings) -> str:
    """Whose letters these are."""
    return settings.smtp_sender.rpartition("@")[2]


async def send_letter(letter: EmailMessage, settings: IdentitySettings) -> None:
    """Hand the letter to the mail server: DeliveryRefused for its 5xx, DeliveryFailed for what may pass."""
    try:
        await aiosmtplib.send(
            letter,
            hostname=settings.smtp_host,
            port=settings.smtp_port,
            username=settings.smtp_user or None,
            password=settings.smtp_password.reveal() or None,
            use_tls=settings.smtp_security == "tls",
            start_tls=settings.smtp_security == "starttls",
            timeout=settings.delivery_timeout / timedelta(seconds=1),
        )
    except aiosmtplib.SMTPRecipientsRefused as error:
        codes = [refusal.code for refusal in error.recipients]
        raise _verdict(max(codes, default=450)) from None
    except aiosmtplib.SMTPResponseException as error:
        # A wrong password is the administrator's to mend, maybe in time.
        wrong_password = isinstance(error, aiosmtplib.SMTPAuthenticationError)
        raise _verdict(451 if wrong_password else error.code) from None
    except (aiosmtplib.SMTPException, OSError) as error:
        raise DeliveryFailed(f"the mail server is out of reach: {type(error).__name__}") from None


def _verdict(status: int) -> Exception:
    if status >= 500:
        return DeliveryRefused(f"the mail server refused with {status}")
    return DeliveryFailed(f"the mail server answered {status}")
