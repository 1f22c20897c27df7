"""What a person has for a second factor, what is wanted of them, and so what a new session still lacks."""

import hashlib
from datetime import datetime
from typing import Literal

import msgspec

from parta.core.clock import now
from parta.core.db import Tx
from parta.core.errors import Conflict
from parta.identity.second_factor import queries
from parta.identity.second_factor.staff import is_staff
from parta.identity.settings import SignInSettings

# `factor`: one is there and must be shown. `enrolment`: one is required and must be set up first.
Lack = Literal["factor", "enrolment"]


class _Row(msgspec.Struct, frozen=True):
    switched_on: bool
    totp: bool
    switched_on_at: datetime | None
    passkeys: int
    recovery_codes: int
    devices: int


class FactorStanding(msgspec.Struct, frozen=True):
    """How a person stands with the second factor."""

    # off: the installation has none; required: of this person; offered: as the person likes.
    wanted: Literal["off", "offered", "required"]
    staff: bool
    on: bool
    totp: bool
    passkeys: int
    recovery_codes: int
    remembered_devices: int
    since: datetime | None


async def standing_of(tx: Tx, person_id: int) -> FactorStanding:
    """A factor is on when an app was set up or a key was chosen for it; where it is required every key is one."""
    policy = tx.configuration.get(SignInSettings).staff_second_factor
    row = await tx.row(queries.STANDING, person_id, now(), into=_Row)
    if row is None:
        raise AssertionError("a SELECT of one has one row")
    staff = await is_staff(tx, person_id)
    wanted = policy if staff or policy == "off" else "offered"
    usable = row.totp or row.passkeys > 0
    on = policy != "off" and usable and (row.switched_on or wanted == "required")
    return FactorStanding(
        wanted=wanted,
        staff=staff,
        on=on,
        totp=row.totp,
        passkeys=row.passkeys,
        recovery_codes=row.recovery_codes,
        remembered_devices=row.devices,
        since=row.switched_on_at if on else None,
    )


async def lack_of(tx: Tx, person_id: int) -> Lack | None:
    """What somebody who came in by one factor still lacks; None: nothing."""
    if tx.configuration.get(SignInSettings).staff_second_factor == "off":
        return None
    standing = await standing_of(tx, person_id)
    if standing.on:
        return "factor"
    return "enrolment" if standing.wanted == "required" else None


async def is_remembered(tx: Tx, person_id: int, token: str) -> bool:
    """Whether this device showed this person's factor not long ago, and was to be remembered."""
    if not token:
        return False
    remembered: bool = await tx.value(queries.IS_REMEMBERED, person_id, token_digest(token), now())
    return remembered


async def lack_again(tx: Tx, person_id: int, session_id: int) -> bool:
    """A session that began before the factor was required, or its owner was staff, is asked for it; says whether."""
    if tx.configuration.get(SignInSettings).staff_second_factor != "required":
        return False
    if await tx.value(queries.HAS_SHOWN_FACTOR, session_id):
        return False
    standing = await standing_of(tx, person_id)
    if standing.wanted != "required":
        return False
    return await tx.run(queries.LACK_OF_SESSION, session_id, "factor" if standing.on else "enrolment") > 0


async def refuse_last(tx: Tx, person_id: int, *, totp: bool) -> None:
    """409 `second_factor_last` when the app (or else a key) is the only factor of somebody who must have one."""
    standing = await standing_of(tx, person_id)
    left = standing.passkeys if totp else standing.totp or standing.passkeys > 1
    if standing.wanted == "required" and not left:
        raise Conflict("second_factor_last")


def token_digest(token: str) -> bytes:
    """What the database keeps of a remembered device's token."""
    return hashlib.sha256(token.encode()).digest()
