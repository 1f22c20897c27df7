"""How often a code may be asked for and guessed, held in the database: on every node, after any restart."""

import hashlib
import ipaddress
import math
from datetime import datetime, timedelta

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import TooMany
from parta.identity import queries
from parta.identity.contacts import Contact
from parta.identity.settings import IdentitySettings

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


class Allowance(msgspec.Struct, frozen=True):
    """So many in a window, with a pause that doubles after each."""

    key: str
    limit: int
    window: timedelta = _HOUR
    pause: timedelta = timedelta(0)


async def take_code(tx: Tx, contact: Contact, ip: str, *, settings: IdentitySettings) -> datetime:
    """Count one more code; the moment when the next may be asked for, or 429 `codes_too_many`.

    The contact comes first and the whole installation last, so that the one row
    everybody shares is locked for the shortest time, and always in this order.
    """
    mine = Allowance(contact_key(contact), settings.codes_per_contact, _DAY, settings.resend_interval)
    resend_at = await _take(tx, mine, "codes_too_many")
    await _take(tx, Allowance(f"codes:{network_of(ip)}", settings.codes_per_address), "codes_too_many")
    await _take(tx, Allowance("codes", settings.codes_in_all), "codes_too_many")
    return resend_at


async def take_departure(tx: Tx, ip: str, *, settings: IdentitySettings) -> None:
    """Count one more who leaves for a service that vouches for people; 429 `outside_too_many`."""
    await _take(tx, Allowance(f"outside:{network_of(ip)}", settings.codes_per_address), "outside_too_many")
    await _take(tx, Allowance("outside", settings.codes_in_all), "outside_too_many")


async def take_question(tx: Tx, ip: str, *, settings: IdentitySettings) -> None:
    """Count one more browser that wants to sign in by a key; 429 `codes_too_many`."""
    await _take(tx, Allowance(f"keys:{network_of(ip)}", settings.codes_per_address), "codes_too_many")
    await _take(tx, Allowance("keys", settings.codes_in_all), "codes_too_many")


async def note_wrong_guess(tx: Tx, ip: str, *, settings: IdentitySettings) -> None:
    """Count one more wrong code; never refuses, because the refusal would give the spent try back."""
    for allowance in _wrong_guesses(ip, settings):
        await tx.run(
            queries.TAKE_FROM_LIMIT, allowance.key, now(), allowance.limit, allowance.window, allowance.pause
        )


async def refuse_guessers(tx: Tx, ip: str, *, settings: IdentitySettings) -> None:
    """429 `guesses_too_many` before a guess is even looked at, right or wrong."""
    for allowance in _wrong_guesses(ip, settings):
        opens_at = await tx.value(queries.LIMIT_OPENS_AT, allowance.key, allowance.limit)
        if opens_at is not None and opens_at > now():
            raise _too_many("guesses_too_many", opens_at)


async def take_try(tx: Tx, allowance: Allowance, code: str) -> int:
    """Count one more try and say how many there were; 429 with this code when no more may be made now."""
    await _take(tx, allowance, code)
    tries: int = await tx.value(queries.TAKEN_FROM_LIMIT, allowance.key)
    return tries


async def forget_tries(tx: Tx, allowance: Allowance) -> None:
    """Whoever was right starts counting anew."""
    await tx.run(queries.FORGET_LIMIT, allowance.key)


async def forget_contact(tx: Tx, contact: Contact) -> None:
    """Whoever has signed in starts counting anew."""
    await tx.run(queries.FORGET_LIMIT, contact_key(contact))


def contact_key(contact: Contact) -> str:
    """Name the counter without keeping the contact of somebody who may never come."""
    return "contact:" + hashlib.sha256(f"{contact.kind}:{contact.value}".encode()).hexdigest()


def network_of(ip: str) -> str:
    """One household has one IPv4 address but 2⁶⁴ of IPv6."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _wrong_guesses(ip: str, settings: IdentitySettings) -> tuple[Allowance, ...]:
    return (
        Allowance(f"wrong:{network_of(ip)}", settings.wrong_per_address),
        Allowance("wrong", settings.wrong_in_all),
    )


async def _take(tx: Tx, allowance: Allowance, code: str) -> datetime:
    next_at: datetime | None = await tx.value(
        queries.TAKE_FROM_LIMIT, allowance.key, now(), allowance.limit, allowance.window, allowance.pause
    )
    if next_at is None:
        raise _too_many(code, await tx.value(queries.LIMIT_OPENS_AT, allowance.key, allowance.limit))
    return next_at


def _too_many(code: str, opens_at: datetime) -> TooMany:
    return TooMany(code, retry_after=max(1, math.ceil((opens_at - now()).total_seconds())))
