"""Where a push may go: a browser names the address, so it is an address chosen by a stranger.

Only hosts the settings name, only https, and never an address inside the network: otherwise anybody signed in
could make this server call whatever stands beside it (SSRF). The name is resolved here and the request goes
to the very address that was looked at, so a name that changes in between gains nothing.
"""

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

import msgspec

from parta.notifications.settings import NotificationsSettings


class HostRefused(Exception):
    """The address may not be called, now or ever; the text says why."""


class Address(msgspec.Struct, frozen=True):
    """A checked address: where to connect, and under which name."""

    url: str
    host: str
    netloc: str


def is_allowed(endpoint: str, settings: NotificationsSettings) -> bool:
    """Whether the settings let pushes go to this endpoint at all; says nothing of where its name leads."""
    try:
        where = urlsplit(endpoint)
        port = where.port
    except ValueError:
        return False
    schemes = ("https", "http") if settings.push_private_addresses else ("https",)
    if where.scheme not in schemes or where.username or where.password or not where.hostname:
        return False
    if port not in (None, 443) and not settings.push_private_addresses:
        return False
    return any(_fits(where.hostname, allowed) for allowed in settings.push_hosts)


async def resolve(endpoint: str, settings: NotificationsSettings) -> Address:
    """Find an address to connect to; raises HostRefused, or OSError when the name is not known now."""
    if not is_allowed(endpoint, settings):
        raise HostRefused("the settings do not name this push service")
    where = urlsplit(endpoint)
    host = where.hostname or ""
    port = where.port or (443 if where.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(str(one[4][0])) for one in found]
    if not settings.push_private_addresses and not all(one.is_global for one in addresses):
        raise HostRefused("the push service's name leads into a private network")
    chosen = addresses[0]
    shown = f"[{chosen}]" if chosen.version == 6 else str(chosen)
    return Address(where._replace(netloc=f"{shown}:{port}").geturl(), host, where.netloc)


def _fits(host: str, allowed: str) -> bool:
    host, allowed = host.lower().rstrip("."), allowed.lower()
    return host.endswith(allowed[1:]) if allowed.startswith("*.") else host == allowed
