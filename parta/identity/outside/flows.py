"""Leaving for a service and coming back: once, within ten minutes, in the same browser, from the same service."""

import hmac
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from parta.core.clock import now
from parta.core.db import Database, Tx
from parta.core.errors import Conflict, Invalid
from parta.identity.code_limits import take_departure
from parta.identity.outside import queries
from parta.identity.outside.choice import provider_of
from parta.identity.outside.departure import Departure, new_secret
from parta.identity.outside.jobs import see_to_forgetting
from parta.identity.outside.provider import Arrival, Proof, ProviderName
from parta.identity.settings import IdentitySettings

LIFETIME = timedelta(minutes=10)


class Linking(msgspec.Struct, frozen=True):
    """Whose account is being linked, and on which device."""

    person_id: int
    session_id: int


class Left(msgspec.Struct, frozen=True):
    """Where the browser goes, and the secret that its cookie keeps."""

    url: str
    secret: str


class Flow(msgspec.Struct, frozen=True):
    """A browser under way."""

    id: bytes
    provider: ProviderName
    return_to: str
    person_id: int | None
    session_id: int | None
    expires_at: datetime
    returned_at: datetime | None
    proof: str | None


class CameBack(msgspec.Struct, frozen=True):
    """What the page does next: open a session or link, and where it goes then."""

    purpose: Literal["sign_in", "link"]
    return_to: str


class Back(msgspec.Struct, frozen=True):
    """What the page is told, and the secret that the cookie keeps from now on."""

    told: CameBack
    secret: str


async def leave(
    db: Database, name: str, return_url: str, return_to: str, *, ip: str, linking: Linking | None = None
) -> Left:
    """Begin a way through a service; 404 for one that is off, 429 `outside_too_many`, 424 `outside_unavailable`."""
    provider = provider_of(name, db.configuration)
    place = own_path(return_to)
    async with db.transaction() as tx:
        await take_departure(tx, ip, settings=db.configuration.get(IdentitySettings))
    departure = Departure(new_secret(), return_url)
    url = await provider.depart(departure)
    moment = now()
    async with db.transaction() as tx:
        await tx.run(
            queries.ADD_FLOW,
            departure.row_id,
            name,
            place,
            linking.person_id if linking else None,
            linking.session_id if linking else None,
            moment,
            moment + LIFETIME,
        )
        # Ten minutes at the service, and as many again for what the first sign-in still asks.
        await see_to_forgetting(tx, 2 * LIFETIME)
    return Left(url, departure.secret)


async def come_back(db: Database, name: str, departure: Departure, arrival: Arrival) -> Back:
    """Prove who has come back. The way is used up by this, whatever the service says; no transaction waits for it.

    The proof lies under a new secret: the one that left may have been planted in this browser (session fixation).
    """
    provider = provider_of(name, db.configuration)
    async with db.transaction() as tx:
        flow = await _take_back(tx, name, departure, arrival)
    proof = await provider.prove(departure, arrival)
    fresh = Departure(new_secret(), departure.return_url)
    async with db.transaction() as tx:
        kept = msgspec.json.encode(proof).decode()
        await tx.run(queries.KEEP_PROOF, departure.row_id, fresh.row_id, kept, now() + LIFETIME)
    return Back(CameBack("sign_in" if flow.person_id is None else "link", flow.return_to), fresh.secret)


async def proven_flow(tx: Tx, secret: str, linking: Linking | None = None) -> tuple[Flow, Proof]:
    """The way whose proof waits to be used by this browser, held until the transaction ends."""
    flow = await tx.row(queries.LOCK_FLOW, Departure(secret, "").row_id, into=Flow)
    whose = None if linking is None else (linking.person_id, linking.session_id)
    found = None if flow is None or flow.person_id is None else (flow.person_id, flow.session_id)
    if flow is None or flow.proof is None or whose != found:
        raise Conflict("outside_state_wrong")
    if flow.expires_at <= now():
        raise Conflict("outside_expired")
    return flow, msgspec.json.decode(flow.proof, type=Proof)


async def _take_back(tx: Tx, name: str, departure: Departure, arrival: Arrival) -> Flow:
    """The state fits the cookie and the row, and the row is this service's; a foreign answer uses nothing up."""
    known = hmac.compare_digest(departure.state.encode(), arrival.state.encode())
    flow = await tx.row(queries.LOCK_FLOW, departure.row_id, into=Flow) if known else None
    if flow is None or flow.provider != name:
        raise Conflict("outside_state_wrong")
    if flow.returned_at is not None:
        raise Conflict("outside_used")
    if flow.expires_at <= now():
        raise Conflict("outside_expired")
    await tx.run(queries.NOTE_RETURN, flow.id, now())
    return flow


def own_path(text: str) -> str:
    """A path of ours or nothing; `return_wrong` for whatever a browser could take for another host."""
    parts = urlsplit(text)
    foreign = parts.scheme or parts.netloc or not text.startswith("/") or text[1:2] in ("/", "\\")
    if text and (foreign or not text.isprintable() or "\\" in text):
        raise Invalid("return_wrong", field="return_to")
    return text
