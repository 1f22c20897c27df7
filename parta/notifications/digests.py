"""Letters about unread messages, for those who want them: every day, every week, or after being away."""

import secrets
from datetime import datetime, time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.access import Person
from parta.identity.letters import can_send_letters
from parta.identity.settings import IdentitySettings
from parta.notifications import queries_digests as queries
from parta.notifications.events import NotificationsChanged
from parta.notifications.settings import NotificationsSettings


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """When letters come: at an hour of the person's own day, on a weekday (Monday is 1), or after hours away.

    `texts` lets the letter quote the last message of each chat; without it there are names and counts only.
    """

    every: Literal["day", "week", "away"]
    hour: Annotated[int, Meta(ge=0, le=23)] = 18
    weekday: Annotated[int, Meta(ge=1, le=7)] = 1
    away_hours: Annotated[int, Meta(ge=1, le=168)] = 24
    texts: bool = False


def letters_allowed(tx: Tx) -> bool:
    """Whether this installation sends letters of this sort."""
    wanted = tx.configuration.get(NotificationsSettings).mail_digests
    return wanted and can_send_letters(tx.configuration.get(IdentitySettings))


async def proven_address(tx: Tx, person_id: int) -> str | None:
    """The address that is certainly the person's own; an unproven one might be anybody's."""
    address: str | None = await tx.value(queries.PROVEN_ADDRESS, person_id)
    return address


async def digest_of(tx: Tx, person_id: int) -> Digest | None:
    """What the person asked for."""
    return await tx.row(queries.DIGEST_OF, person_id, into=Digest)


async def set_digest(tx: Tx, digest: Digest | None, *, by: Person) -> None:
    """Send such letters from now on, or none. Conflict `mail_off`, `mail_missing` where it cannot be done."""
    if digest is None:
        await tx.run(queries.END_DIGEST, by.id)
    else:
        if not letters_allowed(tx):
            raise Conflict("mail_off")
        if await proven_address(tx, by.id) is None:
            raise Conflict("mail_missing")
        first = next_letter(digest, by.time_zone, now())
        token = secrets.token_urlsafe(24)
        await tx.run(queries.SET_DIGEST, by.id, *msgspec.structs.astuple(digest), token, first)
    tx.emit(NotificationsChanged(person_id=by.id))


async def end_digest(tx: Tx, token: str) -> None:
    """What the link in a letter does; an unknown token, or a second time, changes nothing and is no error."""
    person_id: int | None = await tx.value(queries.END_DIGEST_OF_LETTER, token)
    if person_id is not None:
        tx.emit(NotificationsChanged(person_id=person_id))


def next_letter(digest: Digest, time_zone: str, after: datetime) -> datetime:
    """When to look next whether there is something to tell."""
    if digest.every == "away":
        return after + timedelta(minutes=15)
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    day = after.astimezone(zone).date()
    for _ in range(9):
        moment = datetime.combine(day, time(digest.hour), zone)
        if moment > after and (digest.every == "day" or day.isoweekday() == digest.weekday):
            return moment
        day += timedelta(days=1)
    raise AssertionError("a week has seven days")
