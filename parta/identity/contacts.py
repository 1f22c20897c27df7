"""One spelling of a phone number or an e-mail address, so that one contact is one row."""

import re
from typing import Literal

import idna
import msgspec
import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from parta.core.errors import Invalid

ContactKind = Literal["phone", "email"]

# Deliberately narrower than RFC 5321: no quoted local parts, no address literals, nothing that could break a header.
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
# A code sent there would cost somebody money, and no pupil owns one.
_PAID = {
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
    PhoneNumberType.PAGER,
}


class Contact(msgspec.Struct, frozen=True):
    """A phone in E.164 or a lower-case address."""

    kind: ContactKind
    value: str


def normalise(text: str, *, region: str = "RU") -> Contact:
    """The contact as it is stored (E.164 or lower case); `contact_wrong` when it is neither a phone nor an address."""
    contact = understand(text, region=region)
    if contact is None:
        raise Invalid("contact_wrong", field="contact")
    return contact


def understand(text: str, *, region: str = "RU") -> Contact | None:
    """The contact as it is stored, or None: for rosters, where one bad cell must not refuse the rest."""
    text = text.strip()
    if len(text) > 254:
        return None
    return _email(text) if "@" in text else _phone(text, region)


def _email(text: str) -> Contact | None:
    local, _, domain = text.lower().rpartition("@")
    try:
        domain = idna.encode(domain, uts46=True).decode()
    except idna.IDNAError:
        return None
    if len(local) > 64 or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        return None
    value = f"{local}@{domain}"
    return Contact("email", value) if len(value) <= 254 else None


def _phone(text: str, region: str) -> Contact | None:
    # The library turns letters into digits («0800 FLOWERS»); a name typed into the field is not a phone.
    if not re.fullmatch(r"\+?[\d\s()./\u2010-\u2015-]{5,40}", text):
        return None
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) in _PAID:
        return None
    return Contact("phone", phonenumbers.format_number(number, PhoneNumberFormat.E164))


def masked(contact: Contact) -> str:
    """Enough to recognise one's own contact, too little to learn somebody else's."""
    if contact.kind == "email":
        local, _, domain = contact.value.rpartition("@")
        return f"{local[:1]}•••@{domain}"
    return f"{contact.value[:2]} ••• •••-••-{contact.value[-2:]}"
