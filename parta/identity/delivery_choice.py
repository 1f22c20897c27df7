"""Which way codes go, decided by the settings."""

import msgspec

from parta.identity.contacts import ContactKind
from parta.identity.delivery import Delivery
from parta.identity.delivery_log import LogDelivery
from parta.identity.delivery_sms import SmsDelivery
from parta.identity.delivery_smtp import SmtpDelivery
from parta.identity.settings import IdentitySettings


class CodesDelivered(msgspec.Struct, frozen=True):
    """Whether codes leave the server, by kind of contact; otherwise they stand in its log."""

    phone: bool
    email: bool


def delivery_of(kind: ContactKind, settings: IdentitySettings) -> Delivery:
    """The way for this kind of contact; the log where nothing is set."""
    if kind == "email":
        return SmtpDelivery(settings) if settings.smtp_host else LogDelivery()
    return SmsDelivery(settings) if settings.sms_url else LogDelivery()


def codes_delivered(settings: IdentitySettings) -> CodesDelivered:
    """Whether a code leaves the server at all, by kind of contact."""
    return CodesDelivered(phone=bool(settings.sms_url), email=bool(settings.smtp_host))


def describe_delivery(settings: IdentitySettings) -> str:
    """The plain sentence printed at start."""
    by_mail = f"by mail through {settings.smtp_host}:{settings.smtp_port}" if settings.smtp_host else ""
    by_sms = (
        f"by SMS through {settings.sms_url.partition('://')[2].partition('/')[0]}" if settings.sms_url else ""
    )
    if by_mail and by_sms:
        return f"Sign-in codes go {by_mail} and {by_sms}."
    if by_mail or by_sms:
        missing = "phones" if by_mail else "e-mail addresses"
        return f"Sign-in codes go {by_mail or by_sms}; codes for {missing} are written to this log."
    return (
        "Sign-in codes are written to this log, because neither a mail server (PARTA_IDENTITY_SMTP_HOST) "
        "nor an SMS gateway (PARTA_IDENTITY_SMS_URL) is set: whoever reads the log can sign in as anybody."
    )
