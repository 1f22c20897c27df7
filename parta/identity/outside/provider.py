"""What Parta asks of a service that vouches for people."""

from typing import Literal, Protocol

import msgspec
import structlog

from parta.core.errors import Problem
from parta.identity.contacts import Contact
from parta.identity.outside.departure import Departure

log = structlog.get_logger()

ProviderName = Literal["vk_id", "esia", "openid"]


class Arrival(msgspec.Struct, frozen=True):
    """What the service has put into the address when it sent the browser back."""

    state: str
    code: str = ""
    device_id: str = ""
    issuer: str = ""
    error: str = ""
    description: str = ""


class Kid(msgspec.Struct, frozen=True):
    """A child of the person, by the service's own register."""

    subject: str
    family_name: str
    given_name: str
    patronymic: str = ""


class Proof(msgspec.Struct, frozen=True):
    """Who somebody is there, and the phones and addresses the service itself has checked; no name, no picture."""

    issuer: str
    subject: str
    contacts: tuple[Contact, ...] = ()
    # ЕСИА: the account is confirmed («подтверждённая»); the others know no such thing.
    confirmed: bool = True
    kids: tuple[Kid, ...] = ()


class Provider(Protocol):
    """One service. Both verbs raise the refusals below, and hold no transaction while they wait."""

    @property
    def name(self) -> ProviderName:
        """Which one it is."""

    async def depart(self, departure: Departure) -> str:
        """Where the browser goes."""

    async def prove(self, departure: Departure, arrival: Arrival) -> Proof:
        """Exchange what the browser has brought for a proof."""


class Unavailable(Problem):
    """The service does not answer, or answers nonsense. 424 and not 5xx: we are well, and repeating does not help."""

    def __init__(self, provider: str, reason: str) -> None:
        super().__init__("outside_unavailable", status=424)
        log.warning("identity.outside.unavailable", provider=provider, reason=reason)


class Untrusted(Problem):
    """What came in the service's name cannot be shown to be its own."""

    def __init__(self, provider: str, reason: str) -> None:
        super().__init__("outside_untrusted", status=403)
        log.warning("identity.outside.untrusted", provider=provider, reason=reason)


class Refused(Problem):
    """The service has refused; the operator finds its words in the log."""

    def __init__(self, provider: str, reason: str) -> None:
        super().__init__("outside_refused", status=403)
        log.warning("identity.outside.refused", provider=provider, reason=reason)


def refuse_errors(provider: str, arrival: Arrival) -> None:
    """Raise what the error in the address says (RFC 6749, 4.1.2.1)."""
    if arrival.error == "access_denied":
        raise Problem("outside_cancelled", status=403)
    if arrival.error in ("server_error", "temporarily_unavailable"):
        raise Unavailable(provider, arrival.error)
    if arrival.error or not arrival.code:
        raise Refused(provider, f"{arrival.error or 'no code'}: {arrival.description}"[:300])
